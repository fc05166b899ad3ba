"""Choices of room in the database: made, changed, given up, counted."""

from datetime import datetime
from typing import Any

from participation_api.components.contract import Entry, Json, Reader, Step, Write
from participation_api.components.moments import from_iso, iso
from participation_api.components.room.declaration import Rooms
from participation_api.components.room.ending import end_of, recorded
from participation_api.components.room.failures import all_failures, failing, to_mark
from participation_api.components.room.form import Answer
from participation_api.components.room.moderation import MINUTES
from participation_api.components.room.room import Room
from participation_api.components.words import Sentence, say_n

# The places are counted in the statement that takes one, so two people cannot both have the last. One's own row is
# left out of the count and moves with the choice, so a change frees the old place and needs none twice.
# A choice that arrived earlier never replaces a later one, in whatever order the two reach the database.
CHOOSE = """
insert into room_choice (session, activity, participant, room, at)
select ?, ?, ?, ?, ?
where (
  select count(*) from room_choice where session = ? and activity = ? and room = ? and participant <> ?
) < ?
on conflict (session, activity, participant) do update
set room = case when excluded.at >= room_choice.at then excluded.room else room_choice.room end,
  at = case when excluded.at >= room_choice.at then excluded.at else room_choice.at end
"""
NO_LIMIT = 2_000_000_000
LEAVE = "delete from room_choice where session = ? and activity = ? and participant = ?"
TALLY = "select room, count(*) as count from room_choice where session = ? and activity = ? group by room"
OWN = "select room, at from room_choice where session = ? and activity = ? and participant = ?"
WHO = "select participant from room_choice where session = ? and activity = ?"
ALL = "select room, at from room_choice where session = ? and activity = ? order by room, at"


def record(activity: Rooms, answer: Answer, participant: str, at: datetime, late: bool = False) -> Write:
    room = next(room for room in activity.rooms if room.id == answer.room)
    places = NO_LIMIT if room.places is None else room.places
    values = (*activity.key, participant, room.id, iso(at), *activity.key, room.id, participant, places)
    return Write("choose_room", (Step(CHOOSE, values, refusal=_full(room)),))


def _full(room: Room) -> Sentence:
    return say_n(
        "The one place in the room “{room}” is taken. Choose another room",
        "All {n} places in the room “{room}” are taken. Choose another room",
        room.places or 0,
        room=room.text,
    )


def withdraw(activity: Rooms, entry: Entry, participant: str, at: datetime) -> Write:
    return Write("leave_room", (Step(LEAVE, (*activity.key, participant)),))


def fix(activity: Rooms, closed_at: datetime) -> None:
    """A closing fixes nothing: no choice of room is taken afterwards."""


async def own(reader: Reader, activity: Rooms, participant: str) -> list[Entry]:
    rows = await reader.rows(OWN, *activity.key, participant)
    ends_at = await end_of(reader, activity) if rows else None
    return [_entry(activity, row, ends_at) for row in rows]


def _entry(activity: Rooms, row: dict[str, Any], ends_at: datetime | None) -> Entry:
    room = activity.room(row["room"])
    name = room.text if room else row["room"]
    return Entry(
        id="room",
        text=name,
        at=from_iso(row["at"]),
        fields={"room": [row["room"]]},
        facts=[*(room.facts if room else ()), *activity.back],
        recorded=recorded(name, ends_at, activity.lang),
        part=row["room"],
    )


async def taken_places(reader: Reader, activity: Rooms) -> dict[str, int]:
    return {row["room"]: row["count"] for row in await reader.rows(TALLY, *activity.key)}


async def results(reader: Reader, activity: Rooms, closed_at: datetime | None = None) -> dict[str, Json]:
    """Every declared room with how many people chose it; `places` is None where there is no limit."""
    taken = await taken_places(reader, activity)
    rooms = [
        {"id": room.id, "text": room.text, "topic": room.topic, "count": taken.get(room.id, 0), "places": room.places}
        for room in activity.rooms
    ]
    return {"people": sum(taken.get(room.id, 0) for room in activity.rooms), "rooms": rooms}


async def export(reader: Reader, activity: Rooms, closed_at: datetime | None = None) -> list[dict[str, Json]]:
    texts = {room.id: room.text for room in activity.rooms}
    rows = await reader.rows(ALL, *activity.key)
    return [{"room": texts.get(row["room"], row["room"]), "at": row["at"]} for row in rows]


async def form_context(reader: Reader, activity: Rooms) -> dict[str, Json]:
    """How many places are taken, so that the form can tell how many are left; what fails now; when the rooms end."""
    return {
        "taken": await taken_places(reader, activity),
        "failing": await failing(reader, activity),
        "ends_at": await end_of(reader, activity),
    }


async def organise(reader: Reader, activity: Rooms, closed_at: datetime | None = None) -> dict[str, Json]:
    """What the organiser's page needs beyond the results: how many people there are, what can fail, and the end."""
    people = sum((await taken_places(reader, activity)).values())
    failures = await all_failures(reader, activity)
    return {
        "numbers": [say_n("{n} person has chosen a room", "{n} people have chosen a room", people)],
        "waits": 0,
        "to_do": None,
        "rooms": to_mark(activity, failures),
        "ends_at": await end_of(reader, activity),
        "minutes": [{"value": str(n), "label": say_n("{n} minute", "{n} minutes", n), "lang": ""} for n in MINUTES],
    }


async def dropped(reader: Reader, activity: Rooms) -> list[tuple[str, int]]:
    """Rooms that people chose and that are no longer declared, with the number of people."""
    taken = await taken_places(reader, activity)
    return sorted((room, count) for room, count in taken.items() if activity.room(room) is None)


async def participants(reader: Reader, activity: Rooms) -> list[str]:
    return [row["participant"] for row in await reader.rows(WHO, *activity.key)]


def wordings(activity: Rooms) -> dict[str, str]:
    """What people read, by room; the question stands under the empty name."""
    return {"": activity.heading, **{room.id: room.text for room in activity.rooms}}
