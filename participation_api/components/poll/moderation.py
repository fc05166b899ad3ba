"""Hiding a phrase that people wrote, with a reason that its authors see; showing it again. The log says who and why."""

from collections.abc import Mapping
from datetime import datetime

from participation_api.components.contract import Fields, OrganiserAction, Refused, Step, Write
from participation_api.components.moments import iso
from participation_api.components.poll.declaration import Poll
from participation_api.components.typed import chosen, chosen_number, too_long, typed_line
from participation_api.components.words import say

REASON_LIMIT = 300
# Written before the status changes, and only if it will: a second press leaves one line in the log.
LOG = """
insert into moderation_log (session, activity, at, who, what, entry, why)
select session, activity, ?, ?, ?, ?, ? from phrase
where session = ? and activity = ? and number = ? and status <> ?
on conflict (session, activity, at, what, entry) do nothing
"""
HIDE = "update phrase set status = 'hidden', hidden_reason = ? where session = ? and activity = ? and number = ?"
# The reason stays for hiding it again.
SET = "update phrase set status = ? where session = ? and activity = ? and number = ?"


def _number(fields: Fields) -> int:
    number = chosen_number(fields, "number")
    if number is None:
        raise Refused(say("There is no phrase {number}", number=chosen(fields, "number") or "?"))
    return number


def _write(activity: Poll, fields: Fields, what: str, becomes: str, who: str, at: datetime, why: str = "") -> Write:
    number = _number(fields)
    gone = say("There is no phrase {number}", number=number)
    log = Step(LOG, (iso(at), who, what, str(number), why, *activity.key, number, becomes))
    change = (
        Step(HIDE, (why, *activity.key, number), refusal=gone)
        if why
        else Step(SET, (becomes, *activity.key, number), refusal=gone)
    )
    return Write(f"{what.replace(' ', '_')}_phrase", (log, change))


def hide(activity: Poll, fields: Fields, who: str, at: datetime) -> Write:
    reason = typed_line(fields, "reason")
    if problem := too_long(reason, REASON_LIMIT) if reason else say("Enter the reason; who wrote the phrase sees it"):
        raise Refused(problem, "reason")
    return _write(activity, fields, "hide", "hidden", who, at, reason)


def unhide(activity: Poll, fields: Fields, who: str, at: datetime) -> Write:
    return _write(activity, fields, "undo hide", "shown", who, at)


def restore(activity: Poll, fields: Fields, who: str, at: datetime) -> Write:
    return _write(activity, fields, "restore", "shown", who, at)


def hide_again(activity: Poll, fields: Fields, who: str, at: datetime) -> Write:
    return _write(activity, fields, "undo restore", "hidden", who, at)


ACTIONS: Mapping[str, OrganiserAction] = {
    "hide": OrganiserAction(
        say("Hide phrase {entry}", entry=""), say("Phrase {entry} is hidden now", entry=""), hide, unhide
    ),
    "restore": OrganiserAction(
        say("Show phrase {entry} again", entry=""), say("Phrase {entry} is shown again", entry=""), restore, hide_again
    ),
}
