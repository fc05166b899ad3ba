"""Reporting a note to the moderators: why, in a choice and a few words; and what has come of it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from participation_api.components.board.agreement import number_in
from participation_api.components.board.declaration import Board
from participation_api.components.contract import Entry, FieldErrors, Fields, ParticipantForm, Reader, Step, Told, Write
from participation_api.components.moments import from_iso, iso
from participation_api.components.typed import chosen, too_long, typed_text
from participation_api.components.words import Sentence, say

REASONS: Mapping[str, Sentence] = {
    "person": say("It names somebody, or tells something about their health"),
    "hurts": say("It attacks or hurts people"),
    "place": say("It has nothing to do with the question"),
    "other": say("Something else"),
}
MOST_CHARACTERS = 500
# Its refusal says that nobody sees such a note. Told again, it is read again.
REPORT = """
insert into note_report (session, activity, number, participant, reason, text, at, handled_at)
select session, activity, number, ?, ?, ?, ?, '' from note
where session = ? and activity = ? and number = ? and status = 'shown'
on conflict (session, activity, number, participant) do update
set reason = excluded.reason, text = excluded.text, at = excluded.at, handled_at = ''
"""
SHOWN = """
select number, text, lang, at from note where session = ? and activity = ? and number = ? and status = 'shown'
"""
OUTCOME = """
select note.status, note_report.handled_at from note_report join note
on note.session = note_report.session and note.activity = note_report.activity and note.number = note_report.number
where note_report.session = ? and note_report.activity = ? and note_report.number = ? and note_report.participant = ?
"""
OPEN = """
select number, reason, text, at from note_report
where session = ? and activity = ? and handled_at = '' order by at, number
"""


@dataclass(frozen=True)
class Report:
    reason: str
    text: str


def read(activity: Board, fields: Fields) -> Report | FieldErrors:
    reason, text = chosen(fields, "reason"), typed_text(fields, "text")
    problems = {
        "reason": None if reason in REASONS else say("Choose what is wrong with the note"),
        "text": too_long(text, MOST_CHARACTERS),
    }
    errors = {name: problem for name, problem in problems.items() if problem}
    return FieldErrors(errors) if errors else Report(reason, text)


def read_back(activity: Board, fields: Fields) -> list[str]:
    text = typed_text(fields, "text")
    return [text] if text else []


def report(activity: Board, entry: str, told: Report, participant: str, at: datetime) -> Write:
    gone = say("Note {entry} is not shown any more. There is nothing left to report.", entry=entry)
    values = (participant, told.reason, told.text, iso(at), *activity.key, number_in(entry))
    return Write("report_note", (Step(REPORT, values, refusal=gone),))


async def shown(reader: Reader, activity: Board, entry: str) -> Entry | None:
    for row in await reader.rows(SHOWN, *activity.key, number_in(entry)):
        return Entry(str(row["number"]), row["text"], from_iso(row["at"]), lang=row["lang"])
    return None


async def outcome(reader: Reader, activity: Board, entry: str, participant: str) -> Told | None:
    for row in await reader.rows(OUTCOME, *activity.key, number_in(entry), participant):
        if row["status"] == "hidden":
            return say("Note {entry} is hidden", entry=entry), [say("A moderator has read it and hidden the note.")]
        if row["status"] == "withdrawn":
            return say("Note {entry} is withdrawn", entry=entry), [say("Its author has taken it away.")]
        if row["handled_at"]:
            return say("Note {entry} stays", entry=entry), [
                say("A moderator has read what you sent, and decided that the note stays."),
                say("Do you see it differently? Tell the team about a problem."),
            ]
        return say("Note {entry} is reported", entry=entry), [
            say("A moderator reads it before anything else. Until then the note stays where it is."),
            say("Nobody is told that it was you. Open this page again to see what was decided."),
        ]
    return None


async def open_reports(reader: Reader, activity: Board) -> dict[int, list[dict[str, Any]]]:
    """What no moderator has decided about, by note, the earliest first."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in await reader.rows(OPEN, *activity.key):
        found[row["number"]].append({"reason": REASONS[row["reason"]], "text": row["text"]})
    return found


PARTICIPANT_FORMS: Mapping[str, ParticipantForm] = {
    "report": ParticipantForm(
        label=say("Report note {entry}", entry=""),
        template="board/report.html",
        options=[{"value": name, "label": label, "hint": ""} for name, label in REASONS.items()],
        read=read,
        read_back=read_back,
        apply=report,
        shown=shown,
        outcome=outcome,
    )
}
