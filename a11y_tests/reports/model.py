"""A whole audit as the reports see it: pages, findings with a lasting identity, tools, and what was left out."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from a11y_tests.findings import Level

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Picture:
    """A cropped screenshot: PNG in base64, and what it shows in words."""

    data: str = field(repr=False)
    width: int
    height: int
    what: str


@dataclass(frozen=True)
class Found:
    """One finding at one place of one page."""

    address: str
    rule: str
    msg: str
    wcag: tuple[str, ...] = ()
    level: Level = "violation"
    act: tuple[str, ...] = ()
    selector: str = ""
    html: str = ""
    who: str = ""
    repair: str = ""
    picture: Picture | None = None
    nth: int = 0
    found_by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The same in every run as long as page, rule and place are the same."""
        parts = (path_of(self.address), self.rule, *self.wcag, self.selector, str(self.nth))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class JudgedPage:
    """A page; `error` says why it could not be judged, `content` names the kinds of content seen on it."""

    address: str
    title: str = ""
    error: str = ""
    found: tuple[Found, ...] = ()
    content: frozenset[str] | None = None

    @property
    def name(self) -> str:
        return self.title or path_of(self.address)

    def at(self, level: Level) -> list[Found]:
        return [found for found in self.found if found.level == level]


@dataclass(frozen=True)
class Run:
    """One audit from its beginning to its end."""

    at: datetime
    pages: tuple[JudgedPage, ...]
    tools: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    hidden_texts: int = 0
    unspoken: int = 0
    """How many pages were not judged because the software has no words in their language."""

    @property
    def judged(self) -> list[JudgedPage]:
        return [page for page in self.pages if not page.error]

    @property
    def unjudged(self) -> list[JudgedPage]:
        return [page for page in self.pages if page.error]

    @property
    def site(self) -> str:
        """The host, or for files the folder, that was audited."""
        parts = urlsplit(self.pages[0].address) if self.pages else urlsplit("")
        return parts.netloc or parts.path.rpartition("/")[0] or "no page"

    def found(self, *levels: Level) -> Iterator[Found]:
        for page in self.pages:
            yield from (found for found in page.found if not levels or found.level in levels)


def path_of(address: str) -> str:
    """Path and query: an audit of the same site at another host or port can be compared."""
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def findings_of(address: str, rows: Iterable[Row]) -> tuple[Found, ...]:
    """Rows of a findings file; those that nothing tells apart are numbered."""
    seen: dict[str, int] = {}
    found = []
    for row in rows:
        one = Found(
            address=address,
            rule=row["rule"],
            msg=row["msg"],
            wcag=tuple(row["wcag"]),
            level=row["level"],
            act=tuple(row.get("act", ())),
            selector=row.get("selector", ""),
            html=row.get("html", ""),
            who=row.get("who", ""),
            repair=row.get("repair", ""),
            picture=Picture(**row["picture"]) if row.get("picture") else None,
            nth=seen.get(_key(row), 0),
            found_by=tuple(row.get("found_by") or (row["rule"],)),
        )
        seen[_key(row)] = one.nth + 1
        found.append(one)
    return tuple(found)


def _key(row: Row) -> str:
    return "\n".join((row["rule"], *row["wcag"], row.get("selector", "")))
