"""Ballots in the database: cast, withdrawn, kept at a closing, and one person's own."""

import json
from datetime import datetime
from functools import lru_cache
from typing import Any

from participation_api.components.contract import Entry, Json, Reader, Step, Write
from participation_api.components.moments import from_iso, iso
from participation_api.components.poll import sensitive
from participation_api.components.poll.answer import Answer
from participation_api.components.poll.choices import OTHER
from participation_api.components.poll.counting import TALLY, Tally
from participation_api.components.poll.declaration import RANKING, WORDS, Poll
from participation_api.components.poll.methods import method_of
from participation_api.components.poll.methods.words import WRITTEN, digest
from participation_api.components.words import Sentence, say

# An answer that arrived earlier never replaces a later one, in whatever order the two reach the database.
CAST = """
insert into ballot (session, activity, participant, choices, other, at, late) values (?, ?, ?, ?, ?, ?, ?)
on conflict (session, activity, participant) do update
set choices = excluded.choices, other = excluded.other, at = excluded.at, late = excluded.late
where excluded.at >= ballot.at
"""
WITHDRAW = "delete from ballot where session = ? and activity = ? and participant = ?"
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
OWN = "select choices, other, at, late from ballot where session = ? and activity = ? and participant = ?"
WHO = "select participant from ballot where session = ? and activity = ?"
# A phrase has one number for good, so that a control can name it; the row holds none of its words.
NUMBER = """
insert into phrase (session, activity, number, digest, status, hidden_reason)
select ?, ?, coalesce(max(number), 0) + 1, ?, 'shown', '' from phrase where session = ? and activity = ?
on conflict (session, activity, digest) do nothing
"""
HIDDEN = "select hidden_reason from phrase where session = ? and activity = ? and digest = ? and status = 'hidden'"


def record(activity: Poll, answer: Answer, participant: str, at: datetime, late: bool = False) -> Write:
    values = (*activity.key, participant, _as_json(tuple(_stored(activity, answer))), answer.other, iso(at), int(late))
    steps = [Step(CAST, values)]
    if activity.method == WORDS:
        steps.append(Step(NUMBER, (*activity.key, digest(answer.other), *activity.key)))
    return Write("cast_ballot", tuple(steps))


def _stored(activity: Poll, answer: Answer) -> list[str]:
    """In the order of the places in a ranking; else in one order, so that equal ballots are counted together."""
    if activity.method == RANKING:
        return list(answer.choices)
    return sorted([*answer.choices, *([OTHER] if answer.other and activity.other else [])])


@lru_cache(maxsize=1000)
def _as_json(choices: tuple[str, ...]) -> str:
    """A whole hall sends the same few."""
    return json.dumps(choices)


def withdraw(activity: Poll, entry: Entry, participant: str, at: datetime) -> Write:
    return Write("withdraw_ballot", (Step(WITHDRAW, (*activity.key, participant)),))


def fix(activity: Poll, closed_at: datetime) -> Write:
    """Keep the figure that the session saw; the same closing is counted only once."""
    at = iso(closed_at)
    return Write("fix_tally", (Step(FIX, (at, *activity.key, *activity.key, at)), Step(MARK, (*activity.key, at))))


async def own(reader: Reader, activity: Poll, participant: str) -> list[Entry]:
    rows = await reader.rows(OWN, *activity.key, participant)
    return [_entry(activity, row, await _status(reader, activity, row)) for row in rows]


async def _status(reader: Reader, activity: Poll, row: dict[str, Any]) -> Sentence | None:
    if activity.method != WORDS:
        return None
    hidden = await reader.rows(HIDDEN, *activity.key, digest(row["other"]))
    if not hidden:
        return None
    return say("A moderator has hidden these words. The reason: {reason}", reason=hidden[0]["hidden_reason"])


def _entry(activity: Poll, row: dict[str, Any], status: Sentence | None) -> Entry:
    answer = Answer(_chosen(activity, json.loads(row["choices"])), row["other"])
    return Entry(
        id="ballot",
        text="\n".join(method_of(activity).texts(activity, answer)),
        at=from_iso(row["at"]),
        # Words that a person wrote are in no language that we know.
        lang="" if activity.method == WORDS else None,
        late_at=from_iso(row["at"]) if row["late"] else None,
        status=status,
        fields={
            "choice": list(answer.choices),
            "other": [answer.other],
            **method_of(activity).fields(activity, answer),
        },
    )


def _chosen(activity: Poll, stored: list[str]) -> tuple[str, ...]:
    if activity.method in (RANKING, WORDS):
        return tuple(stored)
    return tuple(choice.id for choice in activity.choices if choice.id in stored)


async def dropped(reader: Reader, activity: Poll) -> list[tuple[str, int]]:
    """Choices that have ballots and are no longer declared, with the number of answers."""
    counted = Tally(await reader.rows(TALLY, *activity.key)).count
    declared = {choice.id for choice in activity.choices} | ({WRITTEN} if activity.method == WORDS else {OTHER})
    return sorted((choice, count) for choice, count in counted.items() if choice not in declared)


async def form_context(reader: Reader, activity: Poll) -> dict[str, Json]:
    """A poll's form shows nothing of what others answered; a sensitive one says when its only count was made."""
    return {"is_counted": True} if activity.sensitive and await sensitive.is_counted(reader, activity) else {}


async def participants(reader: Reader, activity: Poll) -> list[str]:
    """Everyone who has a ballot, so that the server asks for an earlier answer only where there is one."""
    return [row["participant"] for row in await reader.rows(WHO, *activity.key)]
