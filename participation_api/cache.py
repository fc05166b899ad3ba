"""Finished pages, rebuilt only after something in their session was committed, and then at most twice a second."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from participation_api.ready_page import ReadyPage

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
    media_type: str = "text/html"
    is_live: bool = False
    """It may run our script, and listen for changes."""
    others: Mapping[str, bytes] = field(default_factory=dict)
    """Pages that must say the same at the same moment as this one, by name: made of one look at the session."""


@dataclass
class _Kept:
    built: Built
    pages: Mapping[str, ReadyPage]
    """By name; the name of the page itself is empty."""
    revision: int
    urgent: int
    made: float


class Shortcut(Enum):
    """For whom a page is the same."""

    FOR_ALL = 1
    WITHOUT_COOKIE = 2


class PageCache:
    """Pages by key; each belongs to one session, whose revision says whether it is fresh."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.listener: Callable[[str], None] = lambda session: None
        """Is told of every change, with the session."""
        self._kept: dict[str, _Kept] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._revisions: dict[str, int] = {}
        self._urgent: dict[str, int] = {}
        self._cleared = 0
        self._shortcuts: dict[str, tuple[str, str, Shortcut]] = {}

    def note_change(self, session: str, *, at_once: bool = False) -> None:
        """Something was committed; `at_once` where a page half a second old would be wrong (a poll that has closed)."""
        self._revisions[session] = self._revisions.get(session, 0) + 1
        if at_once:
            self._urgent[session] = self._urgent.get(session, 0) + 1
        self.listener(session)

    def clear(self) -> None:
        self._cleared += 1
        self._kept.clear()
        self._shortcuts.clear()

    async def respond(
        self,
        key: str,
        session: str,
        request: Request,
        build: Callable[[], Awaitable[Built]],
        part: str = "",
        shortcut: Shortcut | None = None,
    ) -> ReadyPage:
        """The page kept under `key`, or the one of its `others` that `part` names. With a `shortcut`, the next request
        for this address finds it without asking the routes."""
        kept = self._fresh(key, session)
        if kept is None:
            # One builder a page: the others wait for what it makes.
            async with self._locks.setdefault(key, asyncio.Lock()):
                kept = self._fresh(key, session) or await self._build(key, session, build)
        if shortcut and not request.scope["query_string"]:
            self._shortcuts[request.scope["path"]] = (key, session, shortcut)
        return kept.pages[part]

    def ready(self, scope: Scope) -> ReadyPage | None:
        """The page of a request, where it is fresh and the same for the one who asks."""
        if scope["method"] != "GET" or scope["query_string"]:
            return None
        found = self._shortcuts.get(scope["path"])
        if found is None:
            return None
        key, session, shortcut = found
        if shortcut is Shortcut.WITHOUT_COOKIE and any(name == b"cookie" for name, _ in scope["headers"]):
            return None
        kept = self._fresh(key, session)
        return kept.pages[""] if kept else None

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
        cleared = self._cleared
        built = await build()
        bodies = {"": built.body, **built.others}
        pages = {
            name: ReadyPage(body, built.status, built.media_type, is_live=built.is_live and not name)
            for name, body in bodies.items()
        }
        kept = _Kept(built, pages, revision, urgent, time.monotonic())
        # Made of the site as it was before it was built anew: good for those who waited, and for nobody later.
        if cleared != self._cleared:
            return kept
        self._kept[key] = kept
        if len(self._kept) > MOST_KEPT:
            oldest = next(iter(self._kept))
            del self._kept[oldest]
            self._locks.pop(oldest, None)
        return kept


class NotKept(PageCache):
    """Pages that are one person's own: built for each request. What changes is told to the cache that all share."""

    def __init__(self, shared: PageCache) -> None:
        self._shared = shared

    def note_change(self, session: str, *, at_once: bool = False) -> None:
        self._shared.note_change(session, at_once=at_once)

    async def respond(
        self,
        key: str,
        session: str,
        request: Request,
        build: Callable[[], Awaitable[Built]],
        part: str = "",
        shortcut: Shortcut | None = None,
    ) -> ReadyPage:
        built = await build()
        body = built.others[part] if part else built.body
        return ReadyPage(body, built.status, built.media_type, is_live=built.is_live and not part)

    def ready(self, scope: Scope) -> ReadyPage | None:
        return None


class ReadyPages:
    """ASGI middleware: a page that is ready is sent before any route is asked."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        page = scope["app"].state.service.cache.ready(scope) if scope["type"] == "http" else None
        await (page or self.app)(scope, receive, send)
