"""Finished pages, rebuilt only after something in their session was committed, and then at most twice a second."""

import asyncio
import hashlib
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from starlette.datastructures import Headers
from starlette.responses import Response

LEAST_AGE = 0.5
"""Seconds for which a page may be behind the last commit."""
MOST_KEPT = 1000
"""Pages; beyond that the oldest is forgotten, since an address can hold what the person who asks puts in it."""


@dataclass(frozen=True)
class Built:
    """A page, and the next change by the clock that makes it wrong."""

    body: bytes
    valid_until: datetime | None = None
    status: int = 200
    others: Mapping[str, bytes] = field(default_factory=dict)
    """Pages that must say the same at the same moment as this one, by name: made of one look at the session."""


@dataclass
class _Kept:
    built: Built
    pages: Mapping[str, tuple[bytes, str]]
    """Body and tag by name; the name of the page itself is empty."""
    revision: int
    urgent: int
    made: float


class PageCache:
    """Pages by key; each belongs to one session, whose revision says whether it is fresh."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._kept: dict[str, _Kept] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._revisions: dict[str, int] = {}
        self._urgent: dict[str, int] = {}

    def note_change(self, session: str, *, at_once: bool = False) -> None:
        """Something was committed; `at_once` where a page half a second old would be wrong (a poll that has closed)."""
        self._revisions[session] = self._revisions.get(session, 0) + 1
        if at_once:
            self._urgent[session] = self._urgent.get(session, 0) + 1

    def clear(self) -> None:
        self._kept.clear()

    async def respond(
        self, key: str, session: str, headers: Headers, build: Callable[[], Awaitable[Built]], part: str = ""
    ) -> Response:
        """The page kept under `key`, or the one of its `others` that `part` names."""
        kept = self._fresh(key, session)
        if kept is None:
            # One builder a page: the others wait for what it makes.
            async with self._locks.setdefault(key, asyncio.Lock()):
                kept = self._fresh(key, session) or await self._build(key, session, build)
        body, etag = kept.pages[part]
        answer = {"etag": etag, "cache-control": "no-cache", "vary": "cookie"}
        if headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=answer)
        return Response(body, kept.built.status, answer, media_type="text/html")

    def _fresh(self, key: str, session: str) -> _Kept | None:
        kept = self._kept.get(key)
        if kept is None or kept.urgent != self._urgent.get(session, 0):
            return None
        if kept.built.valid_until and self._now() >= kept.built.valid_until:
            return None
        is_behind = kept.revision != self._revisions.get(session, 0)
        return None if is_behind and time.monotonic() - kept.made >= LEAST_AGE else kept

    async def _build(self, key: str, session: str, build: Callable[[], Awaitable[Built]]) -> _Kept:
        # Read before building: a commit during the build leaves the page behind, never wrongly fresh.
        revision, urgent = self._revisions.get(session, 0), self._urgent.get(session, 0)
        built = await build()
        pages = {name: (body, _tag(body)) for name, body in {"": built.body, **built.others}.items()}
        kept = self._kept[key] = _Kept(built, pages, revision, urgent, time.monotonic())
        if len(self._kept) > MOST_KEPT:
            oldest = next(iter(self._kept))
            del self._kept[oldest]
            self._locks.pop(oldest, None)
        return kept


def _tag(body: bytes) -> str:
    """A hash of the page: a number would start again at 0 after a restart."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'
