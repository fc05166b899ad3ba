"""Counting ballots: how often each choice stands on them."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

TALLY = "select choices, count(*) as count from ballot where session = ? and activity = ? group by choices"
ALL = "select choices, other, at, late from ballot where session = ? and activity = ? order by choices, other, at"
FIXED_TALLY = "select choices, count from closing_tally where session = ? and activity = ? and closed_at = ?"


class Tally:
    """From rows of (choices as JSON, count); a row without choices only marks that a closing was counted."""

    def __init__(self, rows: Sequence[dict[str, Any]]) -> None:
        self.ballots = [(json.loads(row["choices"]), int(row["count"])) for row in rows if row["choices"]]
        self.total = sum(count for _, count in self.ballots)
        self.count: Counter[str] = Counter()
        for choices, count in self.ballots:
            for choice in choices:
                self.count[choice] += count

    def placed(self, choice: str, place: int) -> int:
        """How many ballots have the choice on this place; the first is 1."""
        return sum(count for choices, count in self.ballots if choices[place - 1 : place] == [choice])
