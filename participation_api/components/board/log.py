"""The line in the log that each thing leaves which a moderator does to a note, written in the same write."""

from datetime import datetime

from participation_api.components.board.declaration import Board
from participation_api.components.contract import Fields, Refused, Step
from participation_api.components.moments import iso
from participation_api.components.typed import chosen, chosen_number
from participation_api.components.words import say

# Written before the note changes, and only if it will: a second press leaves one line in the log.
LOG = """
insert into moderation_log (session, activity, at, who, what, entry, why)
select session, activity, ?, ?, ?, ?, ? from note
where session = ? and activity = ? and number = ? and status <> 'withdrawn' and {becomes_other}
on conflict (session, activity, at, what, entry) do nothing
"""


def number_of(fields: Fields) -> int:
    number = chosen_number(fields, "number")
    if number is None:
        raise Refused(say("There is no note {number}", number=chosen(fields, "number") or "?"))
    return number


def line(
    activity: Board, what: str, number: int, who: str, at: datetime, becomes_other: str, *becomes: object, why: str = ""
) -> Step:
    """`becomes_other`: the condition under which the note is not yet what it `becomes`."""
    values = (iso(at), who, what, str(number), why, *activity.key, number, *becomes)
    return Step(LOG.format(becomes_other=becomes_other), values)
