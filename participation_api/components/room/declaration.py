"""What an organiser writes for a set of breakout rooms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participation_api.components.contract import ADDRESS, Activity, DeclarationError, Json
from participation_api.components.declaration import identifier, number, text
from participation_api.components.listed import Item, listed
from participation_api.components.room.room import NOT_DECIDED, Room
from participation_api.components.words import say

KEYS: Sequence[str] = ("rooms",)
FACTS = ("topic", "languages", "captions", "sign_language", "join", "phone", "captions_link", "interpreter_link")
ADDRESSES = ("captions_link", "interpreter_link")
MOST_ROOMS = 40
MOST_PLACES = 10_000


@dataclass(frozen=True, kw_only=True)
class Rooms(Activity):
    rooms: tuple[Room, ...]

    def room(self, room_id: str) -> Room | None:
        return next((room for room in self.rooms if room.id == room_id), None)

    def options(self, taken: Mapping[str, int] | None) -> list[dict[str, object]]:
        """The rooms as radio buttons: under each its topic, then its provisions and places."""
        return [
            {"value": room.id, "label": room.text, "hint": room.topic, "facts": room.in_short(taken)}
            for room in self.rooms
        ]


def declare(entry: Mapping[str, Json]) -> Rooms:
    rooms = tuple(_room(item) for item in listed(entry, "rooms", (*FACTS, "places")))
    if not 2 <= len(rooms) <= MOST_ROOMS:
        sentence = say("'rooms' has {n}; a set of rooms needs from 2 to {most}", n=len(rooms), most=MOST_ROOMS)
        raise DeclarationError("rooms", sentence)
    return Rooms(
        kind="room",
        id=identifier(entry),
        question=text(entry, "question"),
        hint=text(entry, "hint", ""),
        rooms=rooms,
    )


def _room(item: Item) -> Room:
    facts = {key: text(item.entry, key, "", item.path) for key in FACTS}
    for key in ADDRESSES:
        _check_address(item, key, facts[key])
    return Room(item.id, item.text, **facts, places=_places(item))


def _check_address(item: Item, key: str, value: str) -> None:
    if value and value != NOT_DECIDED.text and not ADDRESS.fullmatch(value):
        sentence = say("'{key}' is '{value}'; write an address that begins with https://", key=key, value=value)
        raise DeclarationError(item.path + key, sentence)


def _places(item: Item) -> int | None:
    if not item.entry.get("places"):
        return None
    return number(item.entry, "places", 0, least=1, most=MOST_PLACES, path=item.path)
