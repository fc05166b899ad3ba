"""The success criteria of WCAG 2.2, by number."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

UNDERSTANDING = "https://www.w3.org/WAI/WCAG22/Understanding/"


@dataclass(frozen=True)
class Criterion:
    num: str
    level: Literal["A", "AA", "AAA"]
    handle: str
    alt_id: str
    understanding: str

    @property
    def url(self) -> str:
        return f"{UNDERSTANDING}{self.understanding}.html"

    @property
    def axe_tag(self) -> str:
        return "wcag" + self.num.replace(".", "")


@cache
def criteria() -> dict[str, Criterion]:
    """All 86, in WCAG's order."""
    rows = yaml.safe_load((Path(__file__).parent / "criteria.yaml").read_text(encoding="utf-8"))
    return {row["num"]: Criterion(**row) for row in rows}


def numbers_of_axe_tags(tags: list[str]) -> tuple[str, ...]:
    """The criteria that axe's tags name: ["cat.color", "wcag2aa", "wcag143"] gives ("1.4.3",)."""
    by_tag = {criterion.axe_tag: number for number, criterion in criteria().items()}
    return tuple(by_tag[tag] for tag in tags if tag in by_tag)
