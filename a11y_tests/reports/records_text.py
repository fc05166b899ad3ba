"""Manual records as a reviewer writes them, in YAML or Markdown, with the line of each part; nothing is judged yet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from participation_api.components.words import say
from site_config.problems import Mistake
from site_config.read_yaml import Document, YamlProblem, read_yaml

FRONT = re.compile(r"\A---\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^## +(.+)$")
FIELD = re.compile(r"^[-*] +([^:]+?) *: *(.*)$")


@dataclass(frozen=True)
class Written:
    """One record, or the product: keys in lower case with underscores, and the line on which each stands."""

    file: str
    line: int
    values: Mapping[str, Any]
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, key: str) -> int:
        return self.lines.get(key, self.line)


def written_in(file: Path) -> tuple[Written | None, list[Written]]:
    """The product, if it is described, and the records in their order."""
    text = file.read_text(encoding="utf-8").replace("\r\n", "\n")
    if file.suffix.lower() in (".md", ".markdown"):
        return _markdown(str(file), text)
    return _yaml(str(file), text)


def _yaml(file: str, text: str) -> tuple[Written | None, list[Written]]:
    document = _read(file, text, 0)
    unknown = set(document.entry) - {"product", "records"}
    for key in sorted(unknown, key=document.line_of):
        said = say("'{key}' is not a known key here; 'product' and 'records' are", key=key)
        raise Mistake(file, document.line_of(key), said)
    records = document.entry.get("records") or []
    if not isinstance(records, list):
        raise Mistake(file, document.line_of("records"), say("'records' is a list; begin each record with '- '"))
    product = _part(file, document, document.entry["product"], "product") if "product" in document.entry else None
    return product, [_part(file, document, each, f"records.{number}") for number, each in enumerate(records, 1)]


def _part(file: str, document: Document, value: Any, path: str) -> Written:
    line = document.line_of(path)
    if not isinstance(value, Mapping):
        raise Mistake(file, line, say("write 'key: value' lines here"))
    return Written(file, line, value, {key: document.line_of(f"{path}.{key}") for key in value})


def _read(file: str, text: str, above: int) -> Document:
    try:
        return read_yaml(text)
    except YamlProblem as problem:
        raise Mistake(file, problem.line + above, problem.sentence) from problem


def _markdown(file: str, text: str) -> tuple[Written | None, list[Written]]:
    """Front matter describes the product; each heading of the second level begins a record."""
    front = FRONT.match(text)
    product = None
    if front:
        document = _read(file, front[1], 1)
        product = Written(file, 1, document.entry, {key: document.line_of(key) + 1 for key in document.entry})
    above = front[0].count("\n") if front else 0
    return product, list(_sections(file, text.splitlines()[above:], above))


def _sections(file: str, lines: list[str], above: int) -> Iterator[Written]:
    starts = [number for number, line in enumerate(lines) if HEADING.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _section(file, lines[start + 1 : end], above + start + 1)


def _section(file: str, lines: list[str], line: int) -> Written:
    """Lines `- Key: value` are the fields; an indented line goes on with the one above; what follows is the note."""
    values: dict[str, Any] = {}
    places: dict[str, int] = {}
    note: list[str] = []
    last = ""
    for number, text in enumerate(lines, start=line + 1):
        found = FIELD.match(text)
        if found and not note:
            last = "_".join(found[1].lower().split())
            if last in values:
                raise Mistake(file, number, say("'{key}' stands here twice", key=found[1]))
            values[last], places[last] = found[2].strip(), number
        elif last and text.startswith("  ") and text.strip() and not note:
            values[last] += f" {text.strip()}"
        elif note or text.strip():
            note.append(text)
    if note and "note" not in values:
        values["note"], places["note"] = " ".join(" ".join(note).split()), line
    return Written(file, line, values, places)
