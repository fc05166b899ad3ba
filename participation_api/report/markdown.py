"""A report as Markdown that a person goes on writing in."""

import re

from participation_api.report.blocks import Block, Heading, Items, Paragraph, Runs, Table, text_of
from participation_api.report.content import Report

# What people wrote must not become a heading, a link or markup.
SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~!])")
LIST_START = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)", re.MULTILINE)


def as_markdown(report: Report) -> str:
    return "\n\n".join(_block(block) for block in report.blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            return f"{'#' * level} {_line(runs)}"
        case Paragraph(runs):
            return _lines(runs)
        case Items(items, is_ordered):
            start = "1." if is_ordered else "-"
            indent = " " * (len(start) + 1)
            return "\n".join(
                f"{start} " + "\n\n".join(_lines(part) for part in item).replace("\n", f"\n{indent}") for item in items
            )
        case Table(caption, head, rows):
            table = [head, [()] * len(head), *rows]
            lines = [" | ".join(_line(cell) or "---" for cell in row) for row in table]
            return f"{_line(caption)}\n\n" + "\n".join(f"| {line} |" for line in lines)


def _line(runs: Runs) -> str:
    return _safe(text_of(runs).replace("\n", " "))


def _lines(runs: Runs) -> str:
    """Two spaces at the end keep a line that its author began."""
    return _safe(text_of(runs)).replace("\n", "  \n")


def _safe(text: str) -> str:
    return LIST_START.sub(r"\1\\\2\3", SIGNS.sub(r"\\\1", text))
