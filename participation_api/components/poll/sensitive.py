"""The results of a sensitive poll: one count, made when they are first published, and never one that can be undone.

Two counts of almost the same people would tell what the people between them chose. So the first count with enough
answers stays the only one, whatever is sent, changed, withdrawn, opened or published again afterwards.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from participation_api.components.contract import Json, Reader
from participation_api.components.poll.counting import Tally
from participation_api.components.poll.declaration import Poll
from participation_api.components.poll.small_counts import LEAST_ANSWERS, protected, rounded

NOT_COUNTED, TOO_FEW, SHOWN = "not counted yet", "too few answers", ""
COUNTS = """
select closed_at, choices, count from closing_tally where session = ? and activity = ? order by closed_at, choices
"""


async def table(reader: Reader, activity: Poll, counted_at: datetime | None) -> dict[str, Json]:
    """`withheld` says why there are no counts; where it is empty, None stands for a count that is hidden."""
    tallies = await _tallies(reader, activity)
    if counted_at is None or not tallies:
        return _shown(activity, NOT_COUNTED, None)
    counted = next((tally for tally in tallies if tally.total >= LEAST_ANSWERS), None)
    return _shown(activity, SHOWN if counted else TOO_FEW, counted)


async def is_counted(reader: Reader, activity: Poll) -> bool:
    """Is the count made that stays?"""
    return any(tally.total >= LEAST_ANSWERS for tally in await _tallies(reader, activity))


async def _tallies(reader: Reader, activity: Poll) -> Sequence[Tally]:
    """Every count that was ever kept, the earliest first."""
    rows = await reader.rows(COUNTS, *activity.key)
    return [Tally(list(found)) for _, found in groupby(rows, key=lambda row: row["closed_at"])]


def _shown(activity: Poll, withheld: str, tally: Tally | None) -> dict[str, Json]:
    choices = activity.counted
    counts = protected([tally.count[choice["id"]] for choice in choices]) if tally else [None] * len(choices)
    only_enough = activity.multiple and any(choice.alone for choice in activity.choices)
    return {
        "withheld": withheld,
        "answers": rounded(tally.total, only_enough) if tally else None,
        "in_session": None,
        "multiple": activity.multiple,
        "choices": [
            choice | {"count": count, "in_session": None} for choice, count in zip(choices, counts, strict=True)
        ],
    }


async def export(reader: Reader, activity: Poll) -> list[dict[str, Any]]:
    """The rows of the table that everyone sees; single answers would tell the counts that it hides."""
    found = await table(reader, activity, datetime.max)
    if found["withheld"]:
        return []
    return [
        {"answer": choice["text"], "count": "hidden" if choice["count"] is None else choice["count"]}
        for choice in found["choices"]
    ]
