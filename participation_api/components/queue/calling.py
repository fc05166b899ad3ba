"""What moderators do with the queue: call the next speaker, call again, mark the turn done, move somebody back.

Every button names the turn it is about, so pressing it twice does what pressing it once does.
"""

from collections.abc import Mapping
from datetime import datetime

from participation_api.components.contract import Fields, OrganiserAction, Refused, Step, Write
from participation_api.components.moments import iso
from participation_api.components.queue.declaration import Queue
from participation_api.components.typed import chosen, chosen_number
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
# Who has the floor by a mistake waits again, as if never called.
BACK = """
update turn set state = 'waiting', called = 0
where session = ? and activity = ? and number = ? and state in ('called', 'waiting')
"""
# How often the one who has the floor was called; a call anew begins at one.
CALLED = """
insert into turn_call (session, activity, number, calls, moved_back, moved_after) values (?, ?, ?, ?, 0, 0)
on conflict (session, activity, number) do update set calls = excluded.calls
"""
CALLED_TWICE = """
update turn_call set calls = 2 where session = ? and activity = ? and number = ? and exists (
  select 1 from turn where turn.session = turn_call.session and turn.activity = turn_call.activity
  and turn.number = turn_call.number and state = 'called'
)
"""
# Only after two calls. `moved_after` is the last of the other turns that were called before: who is called after it
# goes first.
MOVED = """
update turn_call set moved_back = moved_back + 1, calls = 0, moved_after = (
  select coalesce(max(other.called), 0) from turn as other where other.session = turn_call.session
  and other.activity = turn_call.activity and other.number <> turn_call.number and other.state in ('called', 'done')
)
where session = ? and activity = ? and number = ? and calls >= 2
"""
UNMOVED = """
update turn_call set moved_back = moved_back - 1, calls = 2
where session = ? and activity = ? and number = ? and moved_back > 0
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
    number = chosen_number(fields, name)
    if number is None:
        raise Refused(say("There is no request {number}", number=chosen(fields, name) or "?"))
    return number


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
    called = Step(CALLED, (*activity.key, number, 1))
    steps = [_log(activity, "call_next", number, "waiting", who, at), _step(CALL, activity, number), called]
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


def call_again(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    """The second call. Nothing happens by itself afterwards."""
    return _move("call_again", CALLED_TWICE, "called", activity, fields, who, at)


def _uncall_again(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    number = _number(fields, "number")
    log = _log(activity, "undo call_again", number, "called", who, at)
    return Write("undo call_again", (log, Step(CALLED, (*activity.key, number, 1))))


def back(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    """The person who was called twice waits again; the order lets others go first, and never leaves anybody out."""
    number = _number(fields, "number")
    log = _log(activity, "back", number, "called", who, at)
    return Write("back", (log, _step(MOVED, activity, number), _step(BACK, activity, number)))


def _call_back(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    number = _number(fields, "number")
    log = _log(activity, "undo back", number, "waiting", who, at)
    return Write("undo back", (log, _step(CALL, activity, number), _step(UNMOVED, activity, number)))


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
    "call_again": OrganiserAction(
        say("Call again: number {entry}", entry=""),
        say("Number {entry} was called a second time", entry=""),
        call_again,
        _uncall_again,
    ),
    "back": OrganiserAction(
        say("Move back: number {entry}", entry=""),
        say("Number {entry} is moved back, and stays in the queue", entry=""),
        back,
        _call_back,
    ),
}
