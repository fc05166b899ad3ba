"""The plain paragraphs of a Markdown page, as the check for plain language reads them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_WAIVER = re.compile(r"\s*<!-- plain-language: (?P<reason>.+?) -->")
# What ends a paragraph and is none itself: headings, tables, rules, comments, the first line of an admonition.
_NOT_PROSE = re.compile(r"\s*(?:#{1,6} |\||---+$|\*\*\*+$|<!--|[!?]{3}|</?\w+[^>]*>$)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.|:)\s+")
_SPOKEN_AS = (
    (re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"`+[^`]+`+"), "Code"),
    (re.compile(r"\s*\{:?\s*[#.:][^}]*\}"), ""),
    (re.compile(r"<[^>]+>"), ""),
    (re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|\\(?=[^\w\s])"), ""),
)


@dataclass(frozen=True)
class Waived:
    """A quotation that the check leaves out, and the reason that stands beside it."""

    reason: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Prose:
    paragraphs: tuple[str, ...]
    waived: tuple[Waived, ...] = ()


def read_prose(markdown: str) -> Prose:
    """Leave out front matter, code, tables and headings.

    A quotation directly after `<!-- plain-language: reason -->` is waived.
    """
    kept: list[str] = []
    waived: list[Waived] = []
    reason = ""
    for is_quotation, block in _blocks(_FRONT_MATTER.sub("", markdown)):
        waiver = _WAIVER.match(block)
        if waiver:
            reason = waiver["reason"]
            continue
        paragraphs = tuple(_paragraphs(block))
        if reason and is_quotation:
            waived.append(Waived(reason, paragraphs))
        else:
            kept += paragraphs
        reason = ""
    return Prose(tuple(kept), tuple(waived))


def _blocks(markdown: str) -> Iterator[tuple[bool, str]]:
    """Blocks between blank lines, without fenced code; a quotation is one block, its empty `>` lines included."""
    lines: list[str] = []
    for line in [*_without_fences(markdown), ""]:
        if line.strip():
            lines.append(line)
        elif lines:
            is_quotation = all(part.lstrip().startswith(">") for part in lines)
            yield is_quotation, "\n".join(lines)
            lines = []


def _without_fences(markdown: str) -> Iterator[str]:
    fence = ""
    for line in markdown.splitlines():
        mark = _FENCE.match(line)
        if fence:
            closes = mark and mark[1].startswith(fence) and line.strip() == mark[1]
            fence = "" if closes else fence
        elif mark:
            fence = mark[1]
            yield ""
        else:
            yield line


def _paragraphs(block: str) -> Iterator[str]:
    words: list[str] = []
    for raw in [*block.splitlines(), ""]:
        line = re.sub(r"^\s*>\s?", "", raw)
        starts_anew = not line.strip() or _NOT_PROSE.match(line) or _ITEM.match(line)
        if starts_anew and words:
            yield _spoken(" ".join(words))
            words = []
        if line.strip() and not _NOT_PROSE.match(line):
            words.append(_ITEM.sub("", line).strip())


def _spoken(markdown: str) -> str:
    for pattern, replacement in _SPOKEN_AS:
        markdown = pattern.sub(replacement, markdown)
    return " ".join(markdown.split())
