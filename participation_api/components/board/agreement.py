"""Agreeing with a note of somebody else: once for each person and note, and taken back as easily."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from participation_api.components.board.declaration import Board
from participation_api.components.contract import ParticipantAction, Reader, Step, Write
from participation_api.components.words import say

# Its refusal says that nobody sees such a note; where the person agrees already, the row becomes itself.
AGREE = """
insert into agreement (session, activity, participant, number)
select session, activity, ?, number from note
where session = ? and activity = ? and number = ? and status = 'shown'
on conflict (session, activity, participant, number) do update set number = excluded.number
"""
TAKE_BACK = "delete from agreement where session = ? and activity = ? and participant = ? and number = ?"
GIVEN = "select number from agreement where session = ? and activity = ? and participant = ?"
COUNT = "select number, count(*) as count from agreement where session = ? and activity = ? group by number"


def agree(activity: Board, entry: str, participant: str, at: datetime) -> Write:
    gone = say("Note {entry} is not shown any more. Your agreement was not counted.", entry=entry)
    values = (participant, *activity.key, number_in(entry))
    return Write("agree", (Step(AGREE, values, refusal=gone),))


def take_back(activity: Board, entry: str, participant: str, at: datetime) -> Write:
    return Write("take_agreement_back", (Step(TAKE_BACK, (*activity.key, participant, number_in(entry))),))


def number_in(entry: str) -> int:
    """No note has the number 0."""
    return int(entry) if entry.isascii() and entry.isdigit() and len(entry) < 10 else 0


async def given(reader: Reader, activity: Board, participant: str) -> set[str]:
    return {str(row["number"]) for row in await reader.rows(GIVEN, *activity.key, participant)}


async def agreements(reader: Reader, activity: Board) -> Counter[int]:
    """How many people agree with each note."""
    return Counter({row["number"]: row["count"] for row in await reader.rows(COUNT, *activity.key)})


PARTICIPANT_ACTIONS: Mapping[str, ParticipantAction] = {
    "agree": ParticipantAction(
        label=say("I agree, note {entry}", entry=""),
        done=say("You agree with note {entry}.", entry=""),
        undo_label=say("Take back my agreement, note {entry}", entry=""),
        undone=say("Your agreement with note {entry} is taken back.", entry=""),
        apply=agree,
        undo=take_back,
        given=given,
    )
}
