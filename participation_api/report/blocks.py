"""What a report is made of, read from the markup of the results pages: so both always say the same.

What is hidden from a page stays hidden here, and a new kind of activity needs no second template.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from participation_api.components.markup import Element, elements_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Bars repeat the number beside them; what can be pressed or unfolded is nothing on paper.
LEFT_OUT = frozenset(("svg", "form", "button", "script", "details", "nav"))
INLINE = frozenset(("a", "abbr", "b", "bdi", "br", "em", "i", "span", "strong", "time", "q", "cite"))


@dataclass(frozen=True)
class Run:
    """Text in one language: None is the report's own, an empty one nobody knows."""

    text: str
    lang: str | None = None


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    level: int
    runs: Runs


@dataclass(frozen=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True)
class Items:
    """Each item is one or more paragraphs."""

    items: Sequence[Sequence[Runs]]
    is_ordered: bool = False


@dataclass(frozen=True)
class Table:
    """The first cell of each row is its header."""

    caption: Runs
    head: Sequence[Runs]
    rows: Sequence[Sequence[Runs]]


Block: TypeAlias = Heading | Paragraph | Items | Table


def text_of(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def blocks_of(html: str) -> list[Block]:
    return list(_blocks(elements_of(html)))


def _blocks(parent: Element) -> Iterator[Block]:
    loose: list[Element | str] = []
    for child in [*parent.children, None]:
        if isinstance(child, str) or (child is not None and child.tag in INLINE):
            loose.append(child)
            continue
        if found := _tidy(_runs(Element("", {}, loose))):
            yield Paragraph(found)
        loose = []
        if child is not None and not _is_left_out(child):
            yield from _block(child)


def _block(element: Element) -> Iterator[Block]:
    if element.tag in HEADINGS:
        yield Heading(int(element.tag[1]), _words(element))
    elif element.tag == "p":
        if found := _words(element):
            yield Paragraph(found)
    elif element.tag in ("ul", "ol"):
        items = [_item(item) for item in element.all("li")]
        yield Items([item for item in items if item], element.tag == "ol")
    elif element.tag == "dl":
        yield Items([[_words(part)] for part in element.children if isinstance(part, Element) and part.tag == "div"])
    elif element.tag == "table":
        yield _table(element)
    else:
        yield from _blocks(element)


def _item(item: Element) -> list[Runs]:
    return [block.runs for block in _blocks(item) if isinstance(block, Paragraph | Heading)]


def _table(table: Element) -> Table:
    caption = next((_words(part) for part in table.all("caption")), ())
    rows = [[_words(cell) for cell in row.all("th", "td")] for row in table.all("tr")]
    return Table(caption, rows[0], rows[1:])


def _is_left_out(element: Element) -> bool:
    return element.tag in LEFT_OUT or element["aria-hidden"] == "true" or "hidden" in element.attributes


def _words(element: Element) -> Runs:
    return _tidy(_runs(element, element.attributes.get("lang")))


def _runs(element: Element, lang: str | None = None) -> Iterator[Run]:
    for child in element.children:
        if isinstance(child, str):
            yield Run(child, lang)
        elif child.tag == "br":
            yield Run("\n", lang)
        elif not _is_left_out(child):
            yield from _runs(child, child.attributes.get("lang", lang))
            # A term and its text, say.
            if child.tag not in INLINE:
                yield Run(" ", lang)


def _tidy(runs: Iterator[Run]) -> Runs:
    """One space for each run of spaces; a line that its author began stays one."""
    found: list[Run] = []
    for run in runs:
        text = "\n" if run.text == "\n" else " ".join(f"x{run.text}x".split())[1:-1]
        if found and found[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if found and found[-1].lang == run.lang:
            found[-1] = replace(found[-1], text=found[-1].text + text)
        elif text:
            found.append(Run(text, run.lang))
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip())
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(run for run in found if run.text)
