"""What organisers do to breakout rooms: say that something fails or works again, and when the rooms end.

Nobody is moved: the pages of those in the room say it.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from participation_api.components.contract import Fields, OrganiserAction, Refused, Step, Write
from participation_api.components.moments import iso
from participation_api.components.room.declaration import Rooms
from participation_api.components.room.failures import NAMES, provisions
from participation_api.components.typed import chosen
from participation_api.components.words import Sentence, say

MINUTES = (5, 10, 15, 20, 25, 30, 40, 45, 50, 60, 90)
END = "end"
FAIL = """
insert into room_failure (session, activity, room, what, since, mended_at)
select ?, ?, ?, ?, ?, null where not exists (
  select 1 from room_failure where session = ? and activity = ? and room = ? and what = ? and mended_at is null
)
"""
UNFAIL = "delete from room_failure where session = ? and activity = ? and room = ? and what = ? and mended_at is null"
MEND = """
update room_failure set mended_at = ?
where session = ? and activity = ? and room = ? and what = ? and mended_at is null
"""
UNMEND = """
update room_failure set mended_at = null where session = ? and activity = ? and room = ? and what = ? and since = (
  select max(since) from room_failure where session = ? and activity = ? and room = ? and what = ?
)
"""
SET_END = "insert into room_end (session, activity, at, ends_at) values (?, ?, ?, ?)"
UNSET_END = """
delete from room_end where session = ? and activity = ? and at = (
  select max(at) from room_end where session = ? and activity = ?
)
"""
LOG = """
insert into moderation_log (session, activity, at, who, what, entry, why) values (?, ?, ?, ?, ?, ?, ?)
on conflict (session, activity, at, what, entry) do nothing
"""
CHANGED = say("Nothing was done: something was changed since this page was made. Look at it again")


def entry_name(activity: Rooms, entry: str) -> Sentence:
    """`captions, room “Blue”`"""
    room_id, _, what = entry.partition(".")
    room = activity.room(room_id)
    return say("{what}, room “{room}”", what=NAMES.get(what, what), room=room.text if room else room_id)


def _key(activity: Rooms, fields: Fields) -> tuple[str, ...]:
    entry = chosen(fields, "number")
    room_id, _, what = entry.partition(".")
    room = activity.room(room_id)
    if room is None or what not in provisions(room):
        raise Refused(say("There is no such thing in these rooms: {entry}", entry=entry or "?"))
    return (*activity.key, room_id, what)


def _log(activity: Rooms, what: str, entry: str, who: str, at: datetime, why: str = "") -> Step:
    return Step(LOG, (*activity.key, iso(at), who, what, entry, why))


def _write(
    what: str, activity: Rooms, fields: Fields, who: str, at: datetime, sql: str, values: tuple[object, ...]
) -> Write:
    change = Step(sql, values, refusal=CHANGED)
    return Write(what, (change, _log(activity, what, chosen(fields, "number"), who, at)))


def fail(activity: Rooms, fields: Fields, who: str, at: datetime) -> Write:
    key = _key(activity, fields)
    return _write("fail", activity, fields, who, at, FAIL, (*key, iso(at), *key))


def unfail(activity: Rooms, fields: Fields, who: str, at: datetime) -> Write:
    return _write("undo fail", activity, fields, who, at, UNFAIL, _key(activity, fields))


def mend(activity: Rooms, fields: Fields, who: str, at: datetime) -> Write:
    return _write("mend", activity, fields, who, at, MEND, (iso(at), *_key(activity, fields)))


def unmend(activity: Rooms, fields: Fields, who: str, at: datetime) -> Write:
    key = _key(activity, fields)
    return _write("undo mend", activity, fields, who, at, UNMEND, (*key, *key))


def set_end(activity: Rooms, fields: Fields, who: str, at: datetime) -> Write:
    minutes = chosen(fields, "end_minutes")
    if not re.fullmatch("[0-9]{1,2}", minutes) or int(minutes) not in MINUTES:
        raise Refused(say("Choose how many minutes from the list"), field="end_minutes")
    ends_at = iso(at + timedelta(minutes=int(minutes)))
    step = Step(SET_END, (*activity.key, iso(at), ends_at))
    return Write("set_end", (step, _log(activity, "set_end", END, who, at, f"{minutes} min")))


def unset_end(activity: Rooms, fields: Fields, who: str, at: datetime) -> Write:
    step = Step(UNSET_END, (*activity.key, *activity.key), refusal=CHANGED)
    return Write("undo set_end", (step, _log(activity, "undo set_end", END, who, at)))


ACTIONS: Mapping[str, OrganiserAction] = {
    "fail": OrganiserAction(
        say("Tell everyone that it does not work: {entry}", entry=""),
        say("Everyone in the room is told that it does not work: {entry}", entry=""),
        fail,
        unfail,
    ),
    "mend": OrganiserAction(
        say("Tell everyone that it works again: {entry}", entry=""),
        say("Everyone in the room is told that it works again: {entry}", entry=""),
        mend,
        unmend,
    ),
    "set_end": OrganiserAction(say("Set the end of the rooms"), say("The end of the rooms is set"), set_end, unset_end),
}
