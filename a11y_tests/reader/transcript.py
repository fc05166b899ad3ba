"""A transcript as text: a line for each key, and below it what was said; without what a page says as it comes."""

import re
from collections.abc import Iterable

from a11y_tests.reader.reading import Cell

# Moments differ from run to run.
CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
DAY = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b"
)
HEAD = "Heard with {pair}.\nTimes and days are left out, and so is what is said while a page comes.\n"


def as_text(cells: Iterable[Cell]) -> str:
    """For example `[Tab]` and, two spaces in, `Send my answer push button.`"""
    return "\n".join(line for cell in cells for line in _lines(cell)) + "\n"


def with_head(pair: str, text: str) -> str:
    return HEAD.format(pair=pair) + "\n" + text


def pair_and_text(file: str) -> tuple[str, str]:
    """What `with_head` has put together, taken apart."""
    head, _, text = file.partition("\n\n")
    found = re.match(r"Heard with (.*)\.\n", head)
    return (found[1] if found else "an unknown reader", text)


def _lines(cell: Cell) -> list[str]:
    if cell.page:
        return [f"[{cell.step}]", f"  → {_without_moments(cell.page)}"]
    return [f"[{cell.step}]", *(f"  {_without_moments(text)}" for text in cell.said)]


def _without_moments(text: str) -> str:
    # Whether a link counts as visited depends on what the browser has stored by that moment.
    return DAY.sub("(day)", CLOCK.sub("(time)", text)).replace(" visited link", " link")
