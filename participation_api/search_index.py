"""Every built page's text in SQLite's full-text index, in memory: titles count most, then headings, then the text.

What stands under help/ is for organisers and operators, and comes after what everyone reads.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

START, END = "\x02", "\x03"
"""Stand around a match in an excerpt; no page holds them."""
STOP = "\x01"
"""Stands where a block of a page ends."""
MOST_WORDS = 16
MOST_FOUND = 50
WORDS_IN_EXCERPT = 32
TABLE = """
create virtual table page using fts5 (
  url unindexed, lang unindexed, section unindexed, title, headings, text,
  tokenize = 'porter unicode61 remove_diacritics 2'
)
"""
FIND = """
select url, lang, section, title, snippet(page, 5, ?, ?, ' … ', ?) as excerpt from page
where page match ? order by url like 'help/%', bm25(page, 0, 0, 0, 12, 4, 1), url limit ?
"""
COUNT = "select count(*) from page where page match ?"
# What is no running text, or tells a state that has changed since the build.
LEFT_OUT = {"pre", "script", "style", "svg", "template", "button", "textarea", "select"}
LEFT_OUT_CLASSES = {"panel-state", "panel-links", "kept", "skip", "headerlink"}
NO_END = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
HEADINGS = {"h2", "h3", "h4"}
# At the end of every other element a sentence ends.
INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "time"}


@dataclass(frozen=True)
class Page:
    url: str
    lang: str
    section: str
    title: str
    headings: str
    text: str


@dataclass(frozen=True)
class Hit:
    """`excerpt` is in pieces: text, and whether it is a match."""

    url: str
    lang: str
    section: str
    title: str
    excerpt: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Found:
    """`has_all` is false where no page has all the words, and these have some of them."""

    total: int
    hits: tuple[Hit, ...]
    has_all: bool = True


class SearchIndex:
    def __init__(self, pages: Iterator[Page]) -> None:
        # The index is made in a thread of its own, and then asked from the server's only.
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(TABLE)
        rows = ((page.url, page.lang, page.section, page.title, page.headings, page.text) for page in pages)
        self._db.executemany("insert into page values (?, ?, ?, ?, ?, ?)", rows)

    def close(self) -> None:
        self._db.close()

    def find(self, words: list[str]) -> Found:
        """The best pages; the last word also finds longer words that begin with it."""
        for has_all in (True, False):
            found = self._find(match_of(words, " " if has_all else " OR "))
            if found.total or len(words) == 1:
                break
        return Found(found.total, found.hits, has_all or not found.total)

    def _find(self, match: str) -> Found:
        total = self._db.execute(COUNT, (match,)).fetchone()[0]
        rows = self._db.execute(FIND, (START, END, WORDS_IN_EXCERPT, match, MOST_FOUND)).fetchall()
        hits = (Hit(url, lang, section, title, pieces(excerpt)) for url, lang, section, title, excerpt in rows)
        return Found(total, tuple(hits))


def words_of(query: str) -> list[str]:
    """The words of what a person typed, whatever else stands between them: quotes, brackets, stars, colons."""
    return [word[:64] for word in re.findall(r"\w+", query)][:MOST_WORDS]


def match_of(words: list[str], between: str) -> str:
    """A query in FTS5's language in which every word is quoted, so that NEAR, NOT and OR are words like others."""
    return between.join(f'"{word}"' for word in words) + "*"


def pieces(excerpt: str) -> tuple[tuple[str, bool], ...]:
    found = []
    for piece in excerpt.split(START):
        match, mark, rest = piece.partition(END)
        found += [(match, True), (rest, False)] if mark else [(piece, False)]
    return tuple((text, is_match) for text, is_match in found if text)


def pages_of(site: Path) -> Iterator[Page]:
    """Every page of a built site but the error page; `take-part` holds what only the server may read."""
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name.startswith(("take-part/", ".")) or name == "404.html":
            continue
        page = read_page(path.read_text(encoding="utf-8"), name.removesuffix("index.html"))
        if page.title:
            yield page


def read_page(html: str, url: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Page(url, reader.lang, *(tidy(reader.texts[name]) for name in ("section", "title", "headings", "text")))


def tidy(parts: list[str]) -> str:
    """One line of text. A full stop ends each block, so that the cells of a table are not read in one breath."""
    text = re.sub(r"[\s\x02-\x1f]+", " ", "".join(parts)).strip(f" {STOP}")
    return re.sub(rf"([.!?:;,…]?) ?{STOP}[ {STOP}]*", lambda end: f"{end[1] or '.'} ", text)


class _Reader(HTMLParser):
    """Sorts the text of a page by where it stands: h1, other headings, the rest of main; and the place in the menu."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lang = ""
        self.texts: dict[str, list[str]] = {"section": [], "title": [], "headings": [], "text": []}
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.lang = given.get("lang") or ""
        if tag in NO_END:
            self.handle_data(" ")
            return
        if tag not in INLINE:
            self.handle_data(STOP)
        self._open.append((tag, self._place(tag, given)))

    def _place(self, tag: str, given: dict[str, str | None]) -> str:
        """Which text goes where; what is left out stays out with all that it holds."""
        outer = self._open[-1][1] if self._open else ""
        classes = set((given.get("class") or "").split())
        if outer == "out" or tag in LEFT_OUT or classes & LEFT_OUT_CLASSES or given.get("aria-hidden") == "true":
            return "out"
        if tag == "main":
            return "text"
        if tag == "nav":
            return "nav"
        if outer == "nav" and given.get("aria-current") and not self.texts["section"]:
            return "section"
        if outer == "text" and tag == "h1":
            return "title"
        return "headings" if outer == "text" and tag in HEADINGS else outer

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self._open):
            return
        if tag not in INLINE:
            self.handle_data(STOP)
        # An element whose end was left away ends with the one around it.
        while self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        place = self._open[-1][1] if self._open else ""
        if place in self.texts:
            self.texts[place].append(data)
            if place == "headings":
                self.texts["text"].append(data)
