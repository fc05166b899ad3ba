"""What moderators do to a note: show, hide with a reason, restore, keep what was reported. The log says who and why."""

from collections.abc import Mapping
from datetime import datetime

from participation_api.components.board.arranging import ARRANGING
from participation_api.components.board.declaration import Board
from participation_api.components.board.log import line, number_of
from participation_api.components.contract import Fields, OrganiserAction, Refused, Step, Write
from participation_api.components.moments import iso
from participation_api.components.typed import chosen, too_long, typed_line
from participation_api.components.words import say

REASON_LIMIT = 300
OTHER_STATUS = "status <> ?"
IS_REPORTED = """
exists (select 1 from note_report where note_report.session = note.session and note_report.activity = note.activity
  and note_report.number = note.number and note_report.handled_at = '')
"""
WAS_KEPT = IS_REPORTED.replace("handled_at = ''", "handled_at <> ''")
SHOW = """
update note set status = 'shown', shown_at = ?
where session = ? and activity = ? and number = ? and status <> 'withdrawn' and changed_at = ?
"""
HIDE = """
update note set status = 'hidden', hidden_reason = ?,
  status_before = case when status = 'hidden' then status_before else status end
where session = ? and activity = ? and number = ? and status <> 'withdrawn'
"""
UNHIDE = """
update note set status = status_before where session = ? and activity = ? and number = ? and status = 'hidden'
"""
SET = "update note set status = ? where session = ? and activity = ? and number = ? and status = 'shown'"
KEEP = "update note_report set handled_at = ? where session = ? and activity = ? and number = ? and handled_at = ''"
# Those that were decided about last.
UNKEEP = """
update note_report set handled_at = '' where session = ? and activity = ? and number = ? and handled_at = (
  select max(last.handled_at) from note_report as last where last.session = ? and last.activity = ? and last.number = ?
)
"""


def _show(what: str, activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number = number_of(fields)
    changed = say("Note {number} was changed or withdrawn after this page was made. Read it again", number=number)
    values = (iso(at), *activity.key, number, chosen(fields, "seen"))
    log = line(activity, what, number, who, at, OTHER_STATUS, "shown")
    return Write(f"{what}_note", (log, Step(SHOW, values, refusal=changed)))


def show(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    return _show("show", activity, fields, who, at)


def restore(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    """What was reported before it was hidden is decided with that."""
    write = _show("restore", activity, fields, who, at)
    return Write(write.name, (*write.steps, Step(KEEP, (iso(at), *activity.key, number_of(fields)))))


def hide(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number, reason = number_of(fields), typed_line(fields, "reason")
    if problem := too_long(reason, REASON_LIMIT) if reason else say("Enter the reason; the author of the note sees it"):
        raise Refused(problem, "reason")
    gone = say("Note {number} was withdrawn by its author; there is nothing left to hide", number=number)
    hidden = Step(HIDE, (reason, *activity.key, number), refusal=gone)
    log = line(activity, "hide", number, who, at, OTHER_STATUS, "hidden", why=reason)
    return Write("hide_note", (log, hidden))


def _back_to_waiting(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number = number_of(fields)
    log = line(activity, "undo show", number, who, at, OTHER_STATUS, "waiting")
    return Write("undo_show_note", (log, Step(SET, ("waiting", *activity.key, number))))


def _unhide(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number = number_of(fields)
    # "waiting" is what a hidden note is not, whichever status it goes back to.
    log = line(activity, "undo hide", number, who, at, OTHER_STATUS, "waiting")
    return Write("undo_hide_note", (log, Step(UNHIDE, (*activity.key, number))))


def _hide_again(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number = number_of(fields)
    log = line(activity, "undo restore", number, who, at, OTHER_STATUS, "hidden")
    return Write("undo_restore_note", (log, Step(SET, ("hidden", *activity.key, number))))


def keep(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    """The note stays; who reported it reads that."""
    number = number_of(fields)
    log = line(activity, "keep", number, who, at, IS_REPORTED)
    return Write("keep_note", (log, Step(KEEP, (iso(at), *activity.key, number))))


def _unkeep(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number = number_of(fields)
    log = line(activity, "undo keep", number, who, at, WAS_KEPT)
    return Write("undo_keep_note", (log, Step(UNKEEP, (*activity.key, number, *activity.key, number))))


ACTIONS: Mapping[str, OrganiserAction] = {
    "show": OrganiserAction(
        say("Show note {entry}", entry=""), say("Note {entry} is shown now", entry=""), show, _back_to_waiting
    ),
    "hide": OrganiserAction(
        say("Hide note {entry}", entry=""), say("Note {entry} is hidden now", entry=""), hide, _unhide
    ),
    "restore": OrganiserAction(
        say("Show note {entry} again", entry=""), say("Note {entry} is shown again", entry=""), restore, _hide_again
    ),
    "keep": OrganiserAction(say("Keep note {entry}", entry=""), say("Note {entry} stays", entry=""), keep, _unkeep),
    **ARRANGING,
}
