"""Ballots in the database: cast, withdrawn, counted."""

import json
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from participation_api.components.contract import Entry, Json, Reader, Step, Write
from participation_api.components.moments import from_iso, iso
from participation_api.components.poll import sensitive
from participation_api.components.poll.choices import OTHER
from participation_api.components.poll.counting import Tally
from participation_api.components.poll.declaration import Poll
from participation_api.components.poll.form import Answer
from participation_api.components.poll.small_counts import LEAST_ANSWERS
from participation_api.components.words import Sentence, say, say_n

# An answer that arrived earlier never replaces a later one, in whatever order the two reach the database.
CAST = """
insert into ballot (session, activity, participant, choices, other, at, late) values (?, ?, ?, ?, ?, ?, ?)
on conflict (session, activity, participant) do update
set choices = excluded.choices, other = excluded.other, at = excluded.at, late = excluded.late
where excluded.at >= ballot.at
"""
WITHDRAW = "delete from ballot where session = ? and activity = ? and participant = ?"
TALLY = "select choices, count(*) as count from ballot where session = ? and activity = ? group by choices"
FIXED_TALLY = "select choices, count from closing_tally where session = ? and activity = ? and closed_at = ?"
# The mark with no choices says that this closing was counted, even if nobody had answered.
FIX = """
insert into closing_tally (session, activity, closed_at, choices, count)
select session, activity, ?, choices, count(*) from ballot
where session = ? and activity = ? and not exists
  (select 1 from closing_tally where session = ? and activity = ? and closed_at = ?)
group by session, activity, choices
"""
MARK = """
insert into closing_tally (session, activity, closed_at, choices, count) values (?, ?, ?, '', 0)
on conflict (session, activity, closed_at, choices) do nothing
"""
WORDINGS = """
select choice, since, text from wording where session = ? and activity = ? order by choice, since
"""
OWN = "select choices, other, at, late from ballot where session = ? and activity = ? and participant = ?"
WHO = "select participant from ballot where session = ? and activity = ?"
ALL = "select choices, other, at, late from ballot where session = ? and activity = ? order by choices, other, at"


def record(activity: Poll, answer: Answer, participant: str, at: datetime, late: bool = False) -> Write:
    ids = sorted([*answer.choices, *([OTHER] if answer.other else [])])
    values = (*activity.key, participant, json.dumps(ids), answer.other, iso(at), int(late))
    return Write("cast_ballot", (Step(CAST, values),))


def withdraw(activity: Poll, entry: Entry, participant: str, at: datetime) -> Write:
    return Write("withdraw_ballot", (Step(WITHDRAW, (*activity.key, participant)),))


def fix(activity: Poll, closed_at: datetime) -> Write:
    """Keep the figure that the session saw; the same closing is counted only once."""
    at = iso(closed_at)
    return Write("fix_tally", (Step(FIX, (at, *activity.key, *activity.key, at)), Step(MARK, (*activity.key, at))))


async def own(reader: Reader, activity: Poll, participant: str) -> list[Entry]:
    rows = await reader.rows(OWN, *activity.key, participant)
    return [_entry(activity, row) for row in rows]


def _entry(activity: Poll, row: dict[str, Any]) -> Entry:
    stored = set(json.loads(row["choices"]))
    chosen = [choice for choice in activity.choices if choice.id in stored]
    texts = [choice.label for choice in chosen] + ([row["other"]] if row["other"] else [])
    return Entry(
        id="ballot",
        text="\n".join(texts),
        at=from_iso(row["at"]),
        late=bool(row["late"]),
        fields={"choice": [choice.id for choice in chosen], "other": [row["other"]]},
    )


async def results(reader: Reader, activity: Poll, closed_at: datetime | None = None) -> dict[str, Json]:
    """Every declared choice with its count, 0 if nobody chose it; `in_session` is what was counted at the closing."""
    reworded = {"reworded": _changes(await reader.rows(WORDINGS, *activity.key))}
    if activity.sensitive:
        return await sensitive.table(reader, activity, closed_at) | reworded
    rows = await reader.rows(TALLY, *activity.key)
    fixed = await reader.rows(FIXED_TALLY, *activity.key, iso(closed_at)) if closed_at else []
    together, in_session = Tally(rows), (Tally(fixed) if fixed else None)
    return {
        "answers": together.total,
        "in_session": in_session.total if in_session else None,
        "multiple": activity.multiple,
        "choices": [
            choice
            | {
                "count": together.count[choice["id"]],
                "in_session": in_session.count[choice["id"]] if in_session else None,
            }
            for choice in activity.counted
        ],
    } | reworded


def wordings(activity: Poll) -> dict[str, str]:
    """What people read, by choice; the question stands under the empty name."""
    return {"": activity.heading, **{choice.id: choice.label for choice in activity.choices}}


def _changes(rows: Sequence[dict[str, Any]]) -> list[dict[str, str]]:
    """Neighbouring rows of one choice: what it said before, what it says now, and since when."""
    return [
        {"before": earlier["text"], "text": later["text"], "since": later["since"]}
        for earlier, later in pairwise(rows)
        if earlier["choice"] == later["choice"]
    ]


async def export(reader: Reader, activity: Poll) -> list[dict[str, Json]]:
    if activity.sensitive:
        return await sensitive.export(reader, activity)
    rows = await reader.rows(ALL, *activity.key)
    labels = {choice.id: choice.text for choice in activity.choices}
    return [
        {
            "choices": "; ".join(labels.get(choice, choice) for choice in json.loads(row["choices"])),
            "other": row["other"],
            "at": row["at"],
            "late": bool(row["late"]),
        }
        for row in rows
    ]


async def organise(reader: Reader, activity: Poll) -> dict[str, Json]:
    """What the organiser's page needs beyond the results: the answers in people's own words, and the number of all."""
    rows = await reader.rows(ALL, *activity.key)
    if activity.sensitive:
        return {"others": [], "numbers": [_enough(len(rows))], "waits": 0, "to_do": None}
    others = [row["other"] for row in rows if row["other"]]
    numbers = [say_n("{n} answer", "{n} answers", len(rows))]
    return {"others": others, "numbers": numbers, "waits": 0, "to_do": None}


def _enough(answers: int) -> Sentence:
    if answers < LEAST_ANSWERS:
        return say("Fewer than {n} answers", n=LEAST_ANSWERS)
    return say("{n} answers or more", n=LEAST_ANSWERS)


async def dropped(reader: Reader, activity: Poll) -> list[tuple[str, int]]:
    """Choices that have ballots and are no longer declared, with the number of answers."""
    counted = Tally(await reader.rows(TALLY, *activity.key)).count
    declared = {choice.id for choice in activity.choices} | {OTHER}
    return sorted((choice, count) for choice, count in counted.items() if choice not in declared)


async def form_context(reader: Reader, activity: Poll) -> dict[str, Json]:
    """A poll's form shows nothing of what others answered."""
    return {}


async def participants(reader: Reader, activity: Poll) -> list[str]:
    """Everyone who has a ballot, so that the server asks for an earlier answer only where there is one."""
    return [row["participant"] for row in await reader.rows(WHO, *activity.key)]
