"""Limits that keep the server usable and shut nobody out: a whole hall shares one address, so votes are never counted
by it; only the making of new participants is, under a key that lives in memory for a day.
"""

import contextlib
import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

DAY = 24 * 3600
MOST_BUCKETS = 20_000
MOST_STREAMS = 5_000


def most_streams() -> int:
    """How many pages may listen for changes: half of what may be open at once, so that a vote always gets in."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        open_files = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
        if open_files > 0:
            return min(MOST_STREAMS, open_files // 2)
    return MOST_STREAMS // 10


@dataclass(frozen=True)
class Rate:
    """So many at once, then so many a second."""

    burst: float
    per_second: float


ONE_PARTICIPANT = Rate(burst=60, per_second=1)
# 8,640 guesses a day: with 100 codes of nine digits, fewer than one day in a thousand finds one.
WRONG_CODES_FROM_ONE_ADDRESS = Rate(burst=200, per_second=0.1)
NEW_FROM_ONE_ADDRESS = Rate(burst=3_000, per_second=50)


class Buckets:
    """Token buckets by name; the longest unused is forgotten first."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        # A plain dict would be searched through from its start each time that its oldest name is forgotten.
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def has(self, name: str) -> bool:
        """Is there a token to take?"""
        level, at = self._levels.get(name, (self._rate.burst, self._clock()))
        return level + (self._clock() - at) * self._rate.per_second >= 1

    def take(self, name: str) -> bool:
        """Take one token; False where none is left."""
        now = self._clock()
        level, at = self._levels.pop(name, (self._rate.burst, now))
        level = min(self._rate.burst, level + (now - at) * self._rate.per_second)
        allowed = level >= 1
        # Put back last, so that the first is the one that was unused for longest.
        self._levels[name] = (level - 1 if allowed else level, now)
        if len(self._levels) > MOST_BUCKETS:
            self._levels.popitem(last=False)
        return allowed


class Limits:
    """What the answers ask before anything is done."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._answers = Buckets(ONE_PARTICIPANT, clock)
        self._new = Buckets(NEW_FROM_ONE_ADDRESS, clock)
        self._wrong = Buckets(WRONG_CODES_FROM_ONE_ADDRESS, clock)
        self._key, self._key_made = secrets.token_bytes(32), clock()

    def may_answer(self, device: str) -> bool:
        return self._answers.take(device)

    def may_begin(self, address: str) -> bool:
        """May somebody from this address become a new participant? The address is hashed at once and never kept."""
        return self._new.take(self._hashed(address))

    def may_guess(self, address: str) -> bool:
        """May somebody from this address try a code? Only wrong ones are counted, so that a hall can vote at once."""
        return self._wrong.has(self._hashed(address))

    def note_wrong_code(self, address: str) -> None:
        self._wrong.take(self._hashed(address))

    def _hashed(self, address: str) -> str:
        if self._clock() - self._key_made >= DAY:
            self._key, self._key_made = secrets.token_bytes(32), self._clock()
        return hmac.digest(self._key, address.encode(), "sha256").hex()
