"""What moderators do with the queue: call the next speaker, mark the turn done, put somebody back.

Every button names the turn it is about, so pressing it twice does what pressing it once does.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from participation_api.components.contract import Fields, OrganiserAction, Refused, Step, Write
from participation_api.components.moments import iso
from participation_api.components.queue.declaration import Queue
from participation_api.components.typed import chosen
from participation_api.components.words import Sentence, say

FINISH = """
update turn set state = 'done' where session = ? and activity = ? and number = ? and state in ('called', 'done')
"""
# Only while nobody else has the floor: two moderators may press at the same moment.
CALL = """
update turn set state = 'called', called = case when state = 'called' then called else (
    select coalesce(max(before.called), 0) + 1 from turn as before where before.session = ? and before.activity = ?
  ) end
where session = ? and activity = ? and number = ? and state in ('waiting', 'called') and not exists (
  select 1 from turn as other
  where other.session = ? and other.activity = ? and other.state = 'called' and other.number <> ?
)
"""
BACK = """
update turn set state = 'waiting', called = 0
where session = ? and activity = ? and number = ? and state in ('called', 'waiting')
"""
# Not where its speaker has asked again meanwhile, or somebody else has the floor.
REOPEN = """
update turn set state = 'called'
where session = ? and activity = ? and number = ? and state in ('called', 'done') and not exists (
  select 1 from turn as other where other.session = ? and other.activity = ? and other.number <> ?
  and (other.state = 'called' or (other.state = 'waiting' and other.participant = turn.participant))
)
"""
# Written before the state changes, and only if it will: a second press leaves one line in the log.
LOG = """
insert into moderation_log (session, activity, at, who, what, entry, why)
select session, activity, ?, ?, ?, ?, '' from turn where session = ? and activity = ? and number = ? and state = ?
on conflict (session, activity, at, what, entry) do nothing
"""
CHANGED = say("Nothing was done: the queue has changed since this page was made. Look at it again")


def _number(fields: Fields, name: str) -> int:
    value = chosen(fields, name)
    if not re.fullmatch("[0-9]{1,9}", value):
        raise Refused(say("There is no request {number}", number=value or "?"))
    return int(value)


def _step(sql: str, activity: Queue, number: int, refusal: Sentence | None = CHANGED) -> Step:
    """A statement about one turn that looks at the others too."""
    keys = {CALL: (*activity.key, *activity.key, number), REOPEN: (*activity.key, number)}.get(sql)
    values = (*keys, *activity.key, number) if keys else (*activity.key, number)
    return Step(sql, values, refusal=refusal)


def _log(activity: Queue, what: str, number: int, state: str, who: str, at: datetime) -> Step:
    return Step(LOG, (iso(at), who, what, str(number), *activity.key, number, state))


def call_next(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    """`number` is the speaker that the page offered; `floor` who had the floor on it, whose turn is then done."""
    number = _number(fields, "number")
    steps = [_log(activity, "call_next", number, "waiting", who, at), _step(CALL, activity, number)]
    if chosen(fields, "floor"):
        before = _number(fields, "floor")
        steps = [_log(activity, "done", before, "called", who, at), _step(FINISH, activity, before), *steps]
    return Write("call_next_speaker", tuple(steps))


def _uncall(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    number = _number(fields, "number")
    steps = [_log(activity, "undo call_next", number, "called", who, at), _step(BACK, activity, number)]
    # In the log, what a call did to the turn before stands under `done`.
    name = next((name for name in ("floor", "done") if chosen(fields, name)), None)
    if name:
        before = _number(fields, name)
        steps += [_log(activity, "undo done", before, "done", who, at), _step(REOPEN, activity, before)]
    return Write("undo_call_next_speaker", tuple(steps))


def _move(what: str, sql: str, state: str, activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    """One turn, from `state` to the next; where it has moved already, nothing is changed and nothing logged."""
    number = _number(fields, "number")
    return Write(what, (_log(activity, what, number, state, who, at), _step(sql, activity, number)))


def done(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    return _move("done", FINISH, "called", activity, fields, who, at)


def _reopen(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    return _move("undo done", REOPEN, "done", activity, fields, who, at)


def back(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    """The person who was called waits again, in the place that the order gives."""
    return _move("back", BACK, "called", activity, fields, who, at)


def _call_again(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    return _move("undo back", CALL, "waiting", activity, fields, who, at)


ACTIONS: Mapping[str, OrganiserAction] = {
    "call_next": OrganiserAction(
        say("Call the next speaker: number {entry}", entry=""),
        say("Number {entry} has the floor now", entry=""),
        call_next,
        _uncall,
    ),
    "done": OrganiserAction(
        say("Turn done: number {entry}", entry=""), say("The turn of number {entry} is done", entry=""), done, _reopen
    ),
    "back": OrganiserAction(
        say("Put back in the queue: number {entry}", entry=""),
        say("Number {entry} is back in the queue", entry=""),
        back,
        _call_again,
    ),
}
