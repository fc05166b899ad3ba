"""What moderators do with the queue: call the next speaker, mark the turn done, put somebody back.

Every button names the turn it is about, so pressing it twice does what pressing it once does.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from participation_api.components.contract import Fields, OrganiserAction, Refused, Step, Write
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


def call_next(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    """`number` is the speaker that the page offered; `floor` who had the floor on it, whose turn is then done."""
    steps = [_step(CALL, activity, _number(fields, "number"))]
    if chosen(fields, "floor"):
        steps.insert(0, _step(FINISH, activity, _number(fields, "floor")))
    return Write("call_next_speaker", tuple(steps))


def _uncall(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    steps = [_step(BACK, activity, _number(fields, "number"))]
    if chosen(fields, "floor"):
        steps.append(_step(REOPEN, activity, _number(fields, "floor")))
    return Write("undo_call_next_speaker", tuple(steps))


def done(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    return Write("end_turn", (_step(FINISH, activity, _number(fields, "number")),))


def _reopen(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    return Write("undo_end_turn", (_step(REOPEN, activity, _number(fields, "number")),))


def back(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    """The person who was called waits again, in the place that the order gives."""
    return Write("put_back", (_step(BACK, activity, _number(fields, "number")),))


def _call_again(activity: Queue, fields: Fields, who: str, at: datetime) -> Write:
    return Write("undo_put_back", (_step(CALL, activity, _number(fields, "number")),))


ACTIONS: Mapping[str, OrganiserAction] = {
    "call_next": OrganiserAction(say("Call the next speaker"), say("The next speaker is called"), call_next, _uncall),
    "done": OrganiserAction(say("Turn done"), say("The turn is done"), done, _reopen),
    "back": OrganiserAction(say("Put back in the queue"), say("The speaker is back in the queue"), back, _call_again),
}
