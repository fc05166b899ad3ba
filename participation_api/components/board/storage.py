"""Notes in the database: sent, changed, withdrawn, and one person's own."""

from datetime import datetime
from typing import Any

from participation_api.components.board.declaration import Board
from participation_api.components.board.form import Note
from participation_api.components.contract import Entry, Reader, Step, Write
from participation_api.components.moments import from_iso, iso
from participation_api.components.words import Sentence, say

# The number follows the highest one ever given: a withdrawn note keeps its row, so no number is given twice.
SEND = """
insert into note (session, activity, number, participant, digest, column_id, text, lang, may_publish, status,
  status_before, hidden_reason, at, changed_at, late, shown_at, group_id, group_before, is_pinned, is_answered)
select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, ?, ?, '', '', 0, 0 from note
where session = ? and activity = ?
on conflict (session, activity, participant, digest) do update
set lang = excluded.lang, may_publish = excluded.may_publish
where excluded.at >= note.changed_at
"""
# Changes nothing; its refusal says that there is no such note to change.
IS_MINE = """
update note set number = number where session = ? and activity = ? and number = ? and participant = ?
"""
# New words are read again; a note that was hidden or waits never comes to be shown by changing it.
CHANGE = """
update note set text = ?, column_id = ?, lang = ?, may_publish = ?, digest = ?,
  status = case when digest = ? then status when status = 'shown' then ? else 'waiting' end,
  changed_at = case when digest = ? then changed_at else ? end,
  late = case when digest = ? then late else ? end,
  is_pinned = case when digest = ? then is_pinned else 0 end,
  is_answered = case when digest = ? then is_answered else 0 end
where session = ? and activity = ? and number = ? and not exists (
  select 1 from note as other where other.session = ? and other.activity = ? and other.participant = ?
  and other.digest = ? and other.number <> ?
)
"""
# People agreed with other words.
FORGET_AGREEMENTS = """
delete from agreement where session = ? and activity = ? and number = ? and exists (
  select 1 from note where note.session = ? and note.activity = ? and note.number = ? and note.participant = ?
  and note.digest <> ?
)
"""
# What people told the moderators may repeat the words of the note.
FORGET_REPORTS = """
update note_report set text = '' where session = ? and activity = ? and number = ? and exists (
  select 1 from note where note.session = ? and note.activity = ? and note.number = ? and note.participant = ?
)
"""
# The row stays for its number, with nothing in it that its author wrote or that leads to its author.
WITHDRAW = """
update note set text = '', lang = '', participant = '', digest = ?, may_publish = 0, hidden_reason = '',
  status = 'withdrawn', changed_at = ?, group_id = '', group_before = '', is_pinned = 0, is_answered = 0
where session = ? and activity = ? and number = ? and participant = ?
"""
OWN = """
select number, column_id, text, lang, may_publish, status, hidden_reason, at, changed_at, late from note
where session = ? and activity = ? and participant = ? order by number desc
"""
WHO = "select distinct participant from note where session = ? and activity = ? and participant <> ''"


def record(activity: Board, answer: Note, participant: str, at: datetime, late: bool = False) -> Write:
    if answer.replaces is not None:
        return _change(activity, answer, answer.replaces, participant, at, late)
    values = (
        *activity.key, participant, answer.digest, answer.column, answer.text, answer.lang, int(answer.may_publish),
        _first_status(activity), iso(at), iso(at), int(late), "" if activity.review else iso(at), *activity.key,
    )  # fmt: skip
    return Write("send_note", (Step(SEND, values),))


def _first_status(activity: Board) -> str:
    return "waiting" if activity.review else "shown"


def _change(activity: Board, note: Note, number: int, participant: str, at: datetime, late: bool) -> Write:
    digest = note.digest
    values = (
        note.text, note.column, note.lang, int(note.may_publish), digest, digest, _first_status(activity),
        digest, iso(at), digest, int(late), digest, digest, *activity.key, number,
        *activity.key, participant, digest, number,
    )  # fmt: skip
    gone = say("Note {number} is no longer here to change. Send it as a new note", number=number)
    twice = say("You have already sent a note with these words. Change the words, or keep that note")
    mine = (*activity.key, number, participant)
    forget = Step(FORGET_AGREEMENTS, (*activity.key, number, *mine, digest))
    return Write("change_note", (Step(IS_MINE, mine, refusal=gone), forget, Step(CHANGE, values, refusal=twice)))


def withdraw(activity: Board, entry: Entry, participant: str, at: datetime) -> Write:
    mine = (*activity.key, int(entry.id), participant)
    gone = f"withdrawn-{entry.id}"
    return Write(
        "withdraw_note",
        (
            Step(FORGET_AGREEMENTS, (*mine[:3], *mine, gone)),
            Step(FORGET_REPORTS, (*mine[:3], *mine)),
            Step(WITHDRAW, (gone, iso(at), *mine)),
        ),
    )


def fix(activity: Board, closed_at: datetime) -> None:
    """A closing fixes nothing: each note says by itself whether it came afterwards."""


async def own(reader: Reader, activity: Board, participant: str) -> list[Entry]:
    rows = await reader.rows(OWN, *activity.key, participant)
    return [_entry(row) for row in rows]


def _entry(row: dict[str, Any]) -> Entry:
    number = row["number"]
    return Entry(
        id=str(number),
        text=row["text"],
        at=from_iso(row["at"]),
        lang=row["lang"],
        late_at=from_iso(row["changed_at"]) if row["late"] else None,
        status=_status(row),
        fields={
            "note": [row["text"]],
            "column": [row["column_id"]],
            "lang": [row["lang"]],
            "may_publish": ["yes"] if row["may_publish"] else [],
        },
        name=say("note {number}", number=number),
    )


def _status(row: dict[str, Any]) -> Sentence:
    number = row["number"]
    if row["status"] == "shown":
        return say("Note {number}. Everyone can see it.", number=number)
    if row["status"] == "hidden":
        reason = row["hidden_reason"]
        return say("Note {number}. A moderator has hidden it. The reason: {reason}", number=number, reason=reason)
    return say("Note {number}. A moderator reads it before others can see it.", number=number)


async def participants(reader: Reader, activity: Board) -> list[str]:
    return [row["participant"] for row in await reader.rows(WHO, *activity.key)]
