"""What moderators do to a note: show, hide with a reason, restore. Nothing is deleted, and the log says who and why."""

import re
from collections.abc import Mapping
from datetime import datetime

from participation_api.components.board.declaration import Board
from participation_api.components.contract import Fields, OrganiserAction, Refused, Step, Write
from participation_api.components.moments import iso
from participation_api.components.typed import chosen, too_long, typed_line
from participation_api.components.words import say

REASON_LIMIT = 300
# Written before the status changes, and only if it will: a second press leaves one line in the log.
LOG = """
insert into moderation_log (session, activity, at, who, what, entry, why)
select session, activity, ?, ?, ?, ?, ? from note
where session = ? and activity = ? and number = ? and status <> ? and status <> 'withdrawn'
on conflict (session, activity, at, what, entry) do nothing
"""
SHOW = """
update note set status = 'shown'
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


def _number(fields: Fields) -> int:
    value = chosen(fields, "number")
    if not re.fullmatch("[0-9]{1,9}", value):
        raise Refused(say("There is no note {number}", number=value or "?"))
    return int(value)


def _log(activity: Board, what: str, number: int, becomes: str, who: str, at: datetime, why: str = "") -> Step:
    return Step(LOG, (iso(at), who, what, str(number), why, *activity.key, number, becomes))


def _show(what: str, activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number = _number(fields)
    changed = say("Note {number} was changed or withdrawn after this page was made. Read it again", number=number)
    values = (*activity.key, number, chosen(fields, "seen"))
    return Write(
        f"{what}_note", (_log(activity, what, number, "shown", who, at), Step(SHOW, values, refusal=changed))
    )


def show(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    return _show("show", activity, fields, who, at)


def restore(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    return _show("restore", activity, fields, who, at)


def hide(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number, reason = _number(fields), typed_line(fields, "reason")
    if problem := too_long(reason, REASON_LIMIT) if reason else say("Enter the reason; the author of the note sees it"):
        raise Refused(problem, "reason")
    gone = say("Note {number} was withdrawn by its author; there is nothing left to hide", number=number)
    hidden = Step(HIDE, (reason, *activity.key, number), refusal=gone)
    return Write("hide_note", (_log(activity, "hide", number, "hidden", who, at, reason), hidden))


def _back_to_waiting(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number = _number(fields)
    step = Step(SET, ("waiting", *activity.key, number))
    return Write("undo_show_note", (_log(activity, "undo show", number, "waiting", who, at), step))


def _unhide(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number = _number(fields)
    # "waiting" is what a hidden note is not, whichever status it goes back to.
    log = _log(activity, "undo hide", number, "waiting", who, at)
    return Write("undo_hide_note", (log, Step(UNHIDE, (*activity.key, number))))


def _hide_again(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number = _number(fields)
    step = Step(SET, ("hidden", *activity.key, number))
    return Write("undo_restore_note", (_log(activity, "undo restore", number, "hidden", who, at), step))


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
}
