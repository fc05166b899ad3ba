"""Finding the activity blocks in a Markdown text, and turning each into a declared activity."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from participation_api.components import COMPONENTS
from participation_api.components.contract import Activity, DeclarationError
from participation_api.components.declaration import declare_activity
from participation_api.components.frozen import Frozen
from participation_api.components.schedule import Schedule
from participation_api.components.words import say
from site_config.problems import Mistake
from site_config.read_yaml import Document, YamlProblem, read_yaml

# A fence may stand in a list, a quote or an admonition: spaces, tabs and `>` before it belong to that.
FENCE = re.compile(r"^(?P<lead>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\n`]*)$")
HEADING = re.compile(r"^(#{1,6})[ \t]+\S")


@dataclass(frozen=True)
class Block:
    """A fenced block of a known kind: its text without the indent, and its first line in the file (from 1)."""

    kind: str
    text: str
    line: int
    heading_level: int


@dataclass(frozen=True)
class DeclaredBlock:
    kind: str
    activity: Activity
    schedule: Schedule
    entry: dict[str, object]
    source: str
    heading_level: int
    frozen: Frozen | None = None
    """What is kept of it in docs/results/; it then takes nothing any more."""


def find_blocks(markdown: str, first_line: int = 1) -> Iterator[Block]:
    """Every block of a known kind. A longer fence that shows an example hides what is inside it."""
    lines = markdown.split("\n")
    above = 1
    position = 0
    while position < len(lines):
        if heading := HEADING.match(lines[position]):
            above = len(heading[1])
        opening = FENCE.match(lines[position])
        if not opening:
            position += 1
            continue
        end = _closing_line(lines, position, opening)
        kind = opening["info"].strip().strip("{}").strip(". ")
        if kind in COMPONENTS:
            body = [_without(line, opening["lead"]) for line in lines[position + 1 : end]]
            yield Block(kind, "\n".join(body), first_line + position, min(above + 1, 6))
        position = end + 1


def _closing_line(lines: list[str], start: int, opening: re.Match[str]) -> int:
    fence = opening["fence"]
    close = re.compile(rf"^[ \t>]*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
    for number in range(start + 1, len(lines)):
        if close.match(lines[number]):
            return number
    return len(lines)


def _without(line: str, lead: str) -> str:
    """Take the indent of the opening fence off a line, as Markdown does."""
    width = len(lead)
    return line[width:] if not line[:width].strip(" \t>") else line.lstrip(" \t>")


def declare_block(block: Block, file: str, session: str, lang: str, retention: date | None = None) -> DeclaredBlock:
    """Turn a block into an activity; a Mistake names the file, the line and the activity."""
    document = _read(block, file)
    name = document.entry.get("id")
    label = f"{block.kind} '{name}'" if isinstance(name, str) else block.kind
    try:
        declared = declare_activity(COMPONENTS[block.kind], document.entry, session, lang, retention)
    except DeclarationError as error:
        line = (
            block.line + document.line_of(error.key) if error.key in document.lines else _line(block, document, error)
        )
        raise Mistake(file, line, say("{label}: {problem}", label=label, problem=error.sentence)) from error
    return DeclaredBlock(
        block.kind,
        declared.activity,
        declared.schedule,
        dict(document.entry),
        f"{file}:{block.line}",
        block.heading_level,
    )


def _line(block: Block, document: Document, error: DeclarationError) -> int:
    """A missing key has no line of its own: the block's opening line is named."""
    parent = error.key.rpartition(".")[0]
    return block.line + (document.line_of(parent) if parent else 0)


def _read(block: Block, file: str) -> Document:
    try:
        return read_yaml(block.text)
    except YamlProblem as problem:
        line = block.line + problem.line
        raise Mistake(file, line, say("{label}: {problem}", label=block.kind, problem=problem.sentence)) from problem
