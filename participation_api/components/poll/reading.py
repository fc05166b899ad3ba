"""What everyone sees of a poll, what its organisers see, and what is exported."""

import json
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from participation_api.components.contract import Json, Reader
from participation_api.components.moments import is_apart, iso
from participation_api.components.poll import sensitive
from participation_api.components.poll.counting import ALL, FIXED_TALLY, TALLY, Tally
from participation_api.components.poll.declaration import PLACES, RANKING, SCALE, WORDS, Poll
from participation_api.components.poll.methods.scale import median
from participation_api.components.poll.methods.words import digest
from participation_api.components.poll.phrases import hidden_digests, phrases
from participation_api.components.poll.small_counts import LEAST_ANSWERS
from participation_api.components.words import Sentence, say, say_n

WORDINGS = """
select choice, since, text from wording where session = ? and activity = ? order by choice, since
"""


async def results(reader: Reader, activity: Poll, closed_at: datetime | None = None) -> dict[str, Json]:
    """Every declared choice with its count, 0 if nobody chose it; `in_session` is what was counted at the closing."""
    reworded = {"reworded": changes(await reader.rows(WORDINGS, *activity.key))}
    if activity.sensitive:
        return await sensitive.table(reader, activity, closed_at) | reworded
    return await _counts(reader, activity, closed_at) | reworded


async def _counts(reader: Reader, activity: Poll, closed_at: datetime | None) -> dict[str, Json]:
    rows = await reader.rows(TALLY, *activity.key)
    fixed = await reader.rows(FIXED_TALLY, *activity.key, iso(closed_at)) if closed_at else []
    together, in_session = Tally(rows), (Tally(fixed) if fixed else None)
    return {
        "answers": together.total,
        "in_session": in_session.total if in_session else None,
        "multiple": activity.multiple,
        "choices": [_row(choice, together, in_session, activity.places) for choice in activity.counted],
        **await _more(reader, activity, together, closed_at),
    }


def _row(choice: dict[str, str], together: Tally, in_session: Tally | None, places: int) -> dict[str, Json]:
    """`places`: how often it was put on each place of a ranking."""
    row: dict[str, Json] = {
        **choice,
        "count": together.count[choice["id"]],
        "in_session": in_session.count[choice["id"]] if in_session else None,
    }
    if places:
        row["places"] = [together.placed(choice["id"], place) for place in range(1, places + 1)]
    return row


async def _more(reader: Reader, activity: Poll, together: Tally, closed_at: datetime | None) -> dict[str, Json]:
    """What only some methods have."""
    if activity.method == SCALE:
        return {"median": median(activity, together.count)}
    if activity.method != WORDS:
        return {}
    shown, hidden = await phrases(reader, activity, closed_at)
    choices = [
        {"id": str(phrase["number"]), "in_session": None, **{name: phrase[name] for name in ("text", "count", "late")}}
        for phrase in shown
    ]
    return {"choices": choices, "hidden": sum(phrase["count"] for phrase in hidden)}


def wordings(activity: Poll) -> dict[str, str]:
    """What people read, by choice; the question stands under the empty name."""
    return {"": activity.heading, **{choice.id: choice.label for choice in activity.choices}}


def changes(rows: Sequence[dict[str, Any]]) -> list[dict[str, str]]:
    """Neighbouring rows of one choice: what it said before, what it says now, and since when."""
    return [
        {"before": earlier["text"], "text": later["text"], "since": later["since"]}
        for earlier, later in pairwise(rows)
        if earlier["choice"] == later["choice"]
    ]


async def export(reader: Reader, activity: Poll, closed_at: datetime | None = None) -> list[dict[str, Json]]:
    if activity.sensitive:
        return await sensitive.export(reader, activity)
    rows = await reader.rows(ALL, *activity.key)
    hidden = await hidden_digests(reader, activity)
    return [
        _texts(activity, row) | {"at": row["at"], "late": is_apart(row["late"], row["at"], closed_at)}
        for row in rows
        if activity.method != WORDS or digest(row["other"]) not in hidden
    ]


def _texts(activity: Poll, row: dict[str, Any]) -> dict[str, Json]:
    """What one person answered: a column for each place of a ranking, the words, or the choices."""
    if activity.method == WORDS:
        return {"words": row["other"]}
    labels = {choice.id: choice.text for choice in activity.choices}
    chosen = [labels.get(choice, choice) for choice in json.loads(row["choices"])]
    if activity.method == RANKING:
        names = [name for name, _ in PLACES[: activity.places]]
        return dict(zip(names, chosen + [""] * len(names), strict=False))
    return {"choices": "; ".join(chosen), "other": row["other"]}


async def organise(reader: Reader, activity: Poll, closed_at: datetime | None = None) -> dict[str, Json]:
    """What the organiser's page needs beyond the results: the answers in people's own words, and the number of all."""
    rows = await reader.rows(ALL, *activity.key)
    shown, hidden = await phrases(reader, activity)
    others = [] if activity.method == WORDS else [row["other"] for row in rows if row["other"]]
    numbers = [enough(len(rows))] if activity.sensitive else [say_n("{n} answer", "{n} answers", len(rows))]
    return {"others": others, "shown": shown, "hidden": hidden, "numbers": numbers, "waits": 0, "to_do": None}


def enough(answers: int) -> Sentence:
    if answers < LEAST_ANSWERS:
        return say("Fewer than {n} answers", n=LEAST_ANSWERS)
    return say("{n} answers or more", n=LEAST_ANSWERS)
