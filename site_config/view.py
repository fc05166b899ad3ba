"""What the theme's templates are given for a page: one object, with nothing of MkDocs' own in it."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from participation_api.components import urls
from participation_api.components.moments import when_text
from participation_api.components.words import direction, words_in
from site_config.front_matter import SessionFacts, plan_is_agreed
from site_config.manifest import Session
from site_config.site_source import SiteSource, titles

# Where help is found, in the order of the footer, which is the same on every page (WCAG 3.2.6).
HELP_PAGES = {
    "contact": "contact-and-help.md",
    "take_part": "how-to-take-part.md",
    "accessibility": "accessibility/statement.md",
    "privacy": "privacy.md",
    "index": "a-z.md",
}


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class NavSection:
    title: str
    url: str
    pages: Sequence[Link]


@dataclass(frozen=True)
class Person:
    name: str
    url: str
    role: str
    affiliation: str
    affiliation_url: str


@dataclass(frozen=True)
class View:
    """Texts are plain and must be escaped, except `content` and `heading`, which are HTML."""

    lang: str
    dir: str
    root: str
    site_name: str
    title: str = ""
    heading: str = ""
    kind: str = "page"
    content: str = ""
    front: Mapping[str, Any] = field(default_factory=dict)
    is_shell: bool = False
    top: Sequence[Link] = ()
    section: NavSection | None = None
    people: Sequence[Person] = ()
    organisers: Sequence[Link] = ()
    affiliation: Link | None = None
    access: Sequence[Mapping[str, Any]] = ()
    plan: Sequence[Mapping[str, str]] = ()
    plan_agreed: bool = False
    starts_at: str = ""
    join_code: str = ""
    now_url: str = ""
    index: Sequence[Mapping[str, Any]] = ()
    help: Mapping[str, str] = field(default_factory=dict)
    server: Mapping[str, str] = field(default_factory=dict)
    """What only the participation server answers; nothing where no session needs it any more."""


class Views:
    """Makes the view of each page from what was read and from MkDocs' navigation."""

    def __init__(
        self, source: SiteSource, nav: Navigation, files: Files, *, root: str, lang: str, site_name: str, backend: str
    ) -> None:
        self.source = source
        self.nav = nav
        self.files = files
        self.root = root
        self.lang = lang
        self.site_name = site_name
        self.backend = backend

    def of_shell(self, lang: str) -> View:
        top = [self._link(item, None) for item in self.nav.items]
        return View(
            lang,
            direction(lang),
            self.root,
            self.site_name,
            is_shell=True,
            top=[link for link in top if link],
            help=self._help(),
            server=self._server(),
        )

    def of_no_page(self) -> View:
        """For `404.html`, which no file of docs stands behind."""
        return replace(self.of_shell(self.lang), is_shell=False)

    def of_page(self, page: Page) -> View:
        name = page.file.src_uri
        front = self.source.pages.get(name)
        entry = front.entry if front else {}
        session = self.source.sessions.get(name)
        lang = str(entry.get("lang") or self.lang)
        title = str(entry.get("title") or page.title or "")
        return View(
            lang=lang,
            dir=direction(lang),
            root=self.root,
            site_name=self.site_name,
            title=title,
            heading=escape(title) if entry.get("title") else page.meta.get("curbcut_heading") or escape(title),
            kind=front.kind if front else "page",
            content=page.content or "",
            front=entry,
            top=[link for item in self.nav.items if (link := self._link(item, page))],
            section=self._section(page),
            affiliation=self._named(f"organisations/{entry.get('affiliation')}.md")
            if entry.get("affiliation")
            else None,
            index=self._index() if front and front.kind == "index" else (),
            help=self._help(),
            server=self._server(session.facts.id if session else ""),
            plan_agreed=bool(front and session and plan_is_agreed(front)),
            **(self._session(session, lang) if session else {}),
        )

    def _session(self, session: Session, lang: str) -> dict[str, Any]:
        facts = session.facts
        words = words_in(lang)
        return {
            "people": self._people(facts),
            "organisers": [link for stem in facts.organisers if (link := self._named(f"organisations/{stem}.md"))],
            "access": [
                {"label": words.render(label), "text": said, "is_known": bool(said)} for label, said in facts.access
            ],
            "plan": facts.plan,
            "starts_at": _when(facts.starts_at, lang),
            **({} if session.is_over else self._joining(session)),
        }

    def _joining(self, session: Session) -> dict[str, str]:
        return {
            "join_code": f"{session.join_code[:3]} {session.join_code[3:]}",
            "now_url": urls.url_for_now(self.root, session.facts.id),
        }

    def _help(self) -> dict[str, str]:
        return {place: link.url for place, name in HELP_PAGES.items() if (link := self._named(name))}

    def _server(self, session: str = "") -> dict[str, str]:
        if all(session.is_over for session in self.source.sessions.values()):
            return {}
        host = self.backend.rstrip("/")
        return {
            "join": host + urls.url_for_join(self.root),
            "search": host + urls.url_for_search(self.root),
            "problem": host + urls.url_for_problem(self.root, session),
        }

    def _people(self, facts: SessionFacts) -> list[Person]:
        return [self._person(person["person"], person["role"]) for person in facts.people]

    def _person(self, stem: str, role: str) -> Person:
        page = self._named(f"speakers/{stem}.md")
        entry = self.source.pages[f"speakers/{stem}.md"].entry
        organisation = self._named(f"organisations/{entry.get('affiliation')}.md")
        return Person(
            name=page.title if page else stem,
            url=page.url if page else "",
            role=role,
            affiliation=organisation.title if organisation else "",
            affiliation_url=organisation.url if organisation else "",
        )

    def _named(self, name: str) -> Link | None:
        file = self.files.get_file_from_path(name)
        front = self.source.pages.get(name)
        if file is None or front is None:
            return None
        return Link(str(front.entry.get("title") or name), self._url(file.url))

    def _url(self, url: str) -> str:
        """MkDocs writes the home page's address as `./`."""
        return urls.url_for_page(self.root, "" if url in (".", "./") else url)

    def _link(self, item: StructureItem, current: Page | None) -> Link | None:
        page = _first_page(item)
        if page is None:
            return None
        is_current = current is not None and _holds(item, current)
        return Link(str(item.title or self._title(page)), self._url(page.url), is_current)

    def _title(self, page: Page) -> str:
        front = self.source.pages.get(page.file.src_uri)
        return str((front.entry.get("title") if front else "") or page.title or "")

    def _section(self, page: Page) -> NavSection | None:
        for item in self.nav.items:
            if isinstance(item, Section) and _holds(item, page):
                first = _first_page(item)
                pages = [Link(self._link_title(p), self._url(p.url), p is page) for p in _pages(item)]
                return NavSection(item.title, self._url(first.url) if first else "", pages)
        return None

    def _link_title(self, page: Page) -> str:
        """The nav's own short label where mkdocs.yml gives one, else the page's title."""
        return str(page.title or self._title(page))

    def _index(self) -> list[dict[str, Any]]:
        """Every titled page under the first letter of its title."""
        letters: dict[str, list[Link]] = {}
        for title, name in sorted(titles(self.source), key=lambda item: _sort_key(item[0])):
            link = self._named(name)
            if link:
                letters.setdefault(_sort_key(title)[:1].upper() or "#", []).append(Link(title, link.url))
        return [{"letter": letter, "entries": entries} for letter, entries in letters.items()]


def _sort_key(title: str) -> str:
    """Letters without their accents; a real collation is left to whoever needs one."""
    return "".join(c for c in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(c))


def _when(at: datetime | None, lang: str) -> str:
    return when_text(at, lang) if at else ""


def _pages(item: StructureItem) -> list[Page]:
    if isinstance(item, Page):
        return [item]
    return [page for child in (item.children or []) for page in _pages(child)] if isinstance(item, Section) else []


def _first_page(item: StructureItem) -> Page | None:
    return next(iter(_pages(item)), None)


def _holds(item: StructureItem, page: Page) -> bool:
    return page in _pages(item)
