"""What a room was promised and does not work now: marked by an organiser, told to everyone in the room, and mended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from participation_api.components.contract import Json, Notice, Reader
from participation_api.components.moments import from_iso
from participation_api.components.room.room import Room
from participation_api.components.words import Sentence, say

if TYPE_CHECKING:
    from participation_api.components.room.declaration import Rooms

ALL = """
select room, what, since, mended_at from room_failure where session = ? and activity = ? order by since, room, what
"""
TOLD_AFTER_MENDING = timedelta(minutes=10)
NAMES: Mapping[str, Sentence] = {
    "captions": say("captions"),
    "interpreter": say("interpreter"),
    "join": say("way in"),
    "phone": say("phone"),
}
IN_SHORT: Mapping[str, Sentence] = {
    "captions": say("the captions have stopped"),
    "interpreter": say("the interpreter cannot be seen or heard"),
    "join": say("the way in does not work now"),
    "phone": say("the phone does not work now"),
}
FAILS: Mapping[str, Sentence] = {
    "captions": say("In the room “{room}” the captions have stopped. The organisers know.", room=""),
    "interpreter": say("In the room “{room}” the interpreter cannot be seen or heard. The organisers know.", room=""),
    "join": say("The way into the room “{room}” does not work. The organisers know.", room=""),
    "phone": say("The phone of the room “{room}” does not work. The organisers know.", room=""),
}
WORKS: Mapping[str, Sentence] = {
    "captions": say("In the room “{room}” the captions work again.", room=""),
    "interpreter": say("In the room “{room}” the interpreter can be followed again.", room=""),
    "join": say("The way into the room “{room}” works again.", room=""),
    "phone": say("The phone of the room “{room}” works again.", room=""),
}


@dataclass(frozen=True)
class Failure:
    room: str
    what: str
    since: datetime
    mended_at: datetime | None = None

    @property
    def in_short(self) -> Sentence:
        return IN_SHORT[self.what]


def provisions(room: Room) -> list[str]:
    """What the room was promised, and could so fail."""
    has = {
        "captions": room.has_captions,
        "interpreter": room.has_interpretation,
        "join": any(fact.address for fact in room.facts if fact.text == room.join),
        "phone": any(sign.isdigit() for sign in room.phone),
    }
    return [what for what, is_there in has.items() if is_there]


async def all_failures(reader: Reader, activity: "Rooms") -> list[Failure]:
    """Those of now and those that were mended, of rooms that are still declared; oldest first."""
    return [
        Failure(
            row["room"], row["what"], from_iso(row["since"]), from_iso(row["mended_at"]) if row["mended_at"] else None
        )
        for row in await reader.rows(ALL, *activity.key)
        if activity.room(row["room"]) and row["what"] in NAMES
    ]


async def failing(reader: Reader, activity: "Rooms") -> list[Failure]:
    return [failure for failure in await all_failures(reader, activity) if failure.mended_at is None]


def failing_in(failures: Sequence[Failure], room: str) -> list[Failure]:
    return [failure for failure in failures if failure.room == room]


def told(activity: "Rooms", failures: Sequence[Failure], at: datetime) -> list[Notice]:
    """What fails now; and for some minutes, what works again, unless it fails anew."""
    now = {(failure.room, failure.what) for failure in failures if failure.mended_at is None}
    found = []
    for failure in failures:
        if failure.mended_at is None:
            found.append(_notice(activity, failure, FAILS, failure.since))
        elif (failure.room, failure.what) not in now and at - failure.mended_at < TOLD_AFTER_MENDING:
            found.append(_notice(activity, failure, WORKS, failure.mended_at))
    return found


def _notice(activity: "Rooms", failure: Failure, words: Mapping[str, Sentence], at: datetime) -> Notice:
    room = activity.room(failure.room)
    sentence = Sentence(words[failure.what].text, (("room", room.text if room else failure.room),))
    return Notice(sentence, at, failure.room)


def to_mark(activity: "Rooms", failures: Sequence[Failure]) -> list[dict[str, Json]]:
    """For the organiser: what each room was promised, and whether it fails now."""
    now = {(failure.room, failure.what): failure for failure in failures if failure.mended_at is None}
    return [
        {
            "room": room,
            "provisions": [
                {"entry": f"{room.id}.{what}", "name": NAMES[what], "failure": now.get((room.id, what))}
                for what in provisions(room)
            ],
        }
        for room in activity.rooms
    ]
