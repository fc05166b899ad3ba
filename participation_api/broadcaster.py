"""Telling open pages that something has changed: one look for each session, however many pages listen.

A page that is told asks for itself again, which is the same kept page for everybody; only what concerns one person
alone is sent along.
"""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Hashable, Mapping
from dataclasses import dataclass, field

from participation_api.cache import LEAST_AGE
from participation_api.components.contract import Personal

GATHER = 0.25
"""Seconds from a commit to the look that finds whom it concerns; what comes meanwhile needs no look of its own."""
APART = 2.0
"""Seconds between two words to everybody that the page has changed."""
FRESH = LEAST_AGE + 0.1
"""A page that is kept may be behind a commit for so long: nobody is told before it can be had."""
CLOCK = 5.0
"""Seconds between looks at what changes by the clock alone."""


@dataclass(frozen=True)
class Look:
    """How a session stands: `states` is equal to the last one unless something opened or closed."""

    states: Hashable
    own: Mapping[str, Mapping[str, Personal]]
    """By activity, then by participant."""


class Stream:
    """What one open page has not been told yet: never more than the last of each, however slow its line is."""

    def __init__(self, participants: Mapping[str, str]) -> None:
        self.participants = participants
        """The key of the one who listens, by activity."""
        self.is_over = False
        self._has_changed = False
        self._own: dict[str, Personal | None] = {}
        self._untold: dict[str, Personal | None] = {}
        self._woken = asyncio.Event()

    def tell_change(self) -> None:
        self._has_changed = True
        self._woken.set()

    def tell_own(self, activity: str, own: Personal | None) -> None:
        if own != self._own.get(activity):
            self._own[activity] = self._untold[activity] = own
            self._woken.set()

    def end(self) -> None:
        self.is_over = True
        self._woken.set()

    async def next(self, seconds: float) -> tuple[bool, Mapping[str, Personal | None]]:
        """(whether the page has changed, what is new for its reader alone); neither after that many seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        told = self._has_changed, self._untold
        self._has_changed, self._untold = False, {}
        self._woken.clear()
        return told


@dataclass
class _Audience:
    streams: set[Stream] = field(default_factory=set)
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    must_look: bool = True
    must_tell: bool = False
    since: float = 0
    """When the first change was made that nobody has been told of."""
    changed_at: float = 0
    told_at: float = 0
    look: Look | None = None
    task: "asyncio.Task[None] | None" = None

    def note_change(self) -> None:
        self.changed_at = time.monotonic()
        if not self.must_tell:
            self.must_tell, self.since = True, self.changed_at

    def wake(self, seconds: float) -> None:
        asyncio.get_running_loop().call_later(seconds, self.woken.set)


class Broadcaster:
    """One task for each session that somebody listens to; none where nobody does."""

    def __init__(self, look: Callable[[str], Awaitable[Look]], most: int) -> None:
        self._look = look
        self._most = most
        self._audiences: dict[str, _Audience] = {}
        self._is_over = False

    @property
    def count(self) -> int:
        return sum(len(audience.streams) for audience in self._audiences.values())

    @property
    def is_full(self) -> bool:
        return self._is_over or self.count >= self._most

    def note_change(self, session: str) -> None:
        """Something was committed. It is called for every vote, and does nothing where nobody listens."""
        audience = self._audiences.get(session)
        if audience:
            audience.must_look = True
            audience.note_change()
            audience.woken.set()

    def open(self, session: str, stream: Stream) -> None:
        audience = self._audiences.setdefault(session, _Audience())
        audience.streams.add(stream)
        # What concerns the new one is not known yet.
        audience.must_look = True
        audience.woken.set()
        if audience.task is None:
            audience.task = asyncio.create_task(self._run(session, audience), name=f"live updates of {session}")

    def close(self, session: str, stream: Stream) -> None:
        audience = self._audiences.get(session)
        if audience is None:
            return
        audience.streams.discard(stream)
        if not audience.streams:
            self._audiences.pop(session)
            if audience.task:
                audience.task.cancel()

    def end(self) -> None:
        """Before the server stops: a page that listens would hold it up."""
        self._is_over = True
        for audience in self._audiences.values():
            for stream in audience.streams:
                stream.end()

    async def _run(self, session: str, audience: _Audience) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(CLOCK):
                    await audience.woken.wait()
                    await asyncio.sleep(GATHER)
            is_by_clock = not audience.woken.is_set()
            audience.woken.clear()
            if audience.must_look or is_by_clock:
                # The database may be locked: the next look finds what this one missed, and each page has its Refresh.
                with contextlib.suppress(Exception):
                    await self._look_again(session, audience)
            _tell(audience)

    async def _look_again(self, session: str, audience: _Audience) -> None:
        audience.must_look = False
        look = await self._look(session)
        if audience.look and look.states != audience.look.states:
            audience.note_change()
        audience.look = look
        for stream in audience.streams:
            for activity, participant in stream.participants.items():
                stream.tell_own(activity, look.own.get(activity, {}).get(participant))


def _tell(audience: _Audience) -> None:
    """Tell everybody that the page has changed: not too often, and once more after the last change."""
    if not audience.must_tell:
        return
    now = time.monotonic()
    wait = max(audience.told_at + APART, audience.since + FRESH) - now
    if wait > 0:
        audience.wake(wait)
        return
    audience.told_at = audience.since = now
    # What was committed just now may not be on the page that is kept.
    audience.must_tell = now < audience.changed_at + FRESH
    if audience.must_tell:
        audience.wake(APART)
    for stream in audience.streams:
        stream.tell_change()
