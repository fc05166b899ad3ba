"""The barriers of barriers.yaml: what is changed where, and which criteria the finding may name."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "barriers.yaml"
NEEDED = {"kind", "wcag", "at"}
ALLOWED = NEEDED | {"change", "append"}


@dataclass(frozen=True)
class Barrier:
    """`change` is a JavaScript function of the element at `selector`; `append` is put at the end of the body."""

    kind: str
    wcag: tuple[str, ...]
    page: str
    selector: str
    change: str
    append: str

    def __str__(self) -> str:
        return f"{self.kind} ({' or '.join(self.wcag)}) on {self.page} at {self.selector}"


@cache
def barriers() -> Sequence[Barrier]:
    """Every barrier, those of one kind one after the other."""
    found: list[Barrier] = []
    for entry in yaml.safe_load(FILE.read_text(encoding="utf-8")):
        if not NEEDED <= set(entry) <= ALLOWED:
            raise ValueError(f"barriers.yaml: '{entry.get('kind')}' has {sorted(entry)}")
        for place in entry["at"]:
            page, _, selector = place.partition(" ")
            change, append = entry.get("change", "element => {}"), entry.get("append", "")
            found.append(Barrier(entry["kind"], tuple(entry["wcag"]), page, selector or "body", change, append))
    return found


def sample(step: int = 9) -> Sequence[Barrier]:
    """A few of them, of as many kinds, for every run of the tests."""
    return barriers()[::step]
