"""What an organiser writes for a set of breakout rooms."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from participation_api.components.contract import ADDRESS, Activity, DeclarationError, Fact, Json, Reference
from participation_api.components.declaration import identifier, number, text, time
from participation_api.components.listed import Item, listed
from participation_api.components.room.failures import Failure, failing_in
from participation_api.components.room.room import Room, is_unknown, says_no
from participation_api.components.words import say

KEYS: Sequence[str] = ("rooms", "ends_at", "way_back")
FACTS = ("topic", "captions", "join", "phone", "in_writing", "captions_link", "interpreter_link", "rapporteur")
NAMES = ("languages", "sign_language")
ROOM_KEYS = (*FACTS, *NAMES, "board", "column", "places")
ADDRESSES = ("captions_link", "interpreter_link")
MOST_ROOMS = 40
MOST_PLACES = 10_000
ANY = "any"
"""What the form sends where the person leaves the choice to us; no room can have this id."""
LONGEST_NAME = 3
"""Words: a piece of a text with more of them is a remark and not the name of a language."""


@dataclass(frozen=True, kw_only=True)
class Rooms(Activity):
    rooms: tuple[Room, ...]
    ends_at: datetime | None = None
    way_back: str = ""

    @property
    def refers_to(self) -> list[Reference]:
        return [
            Reference(f"rooms.{number}.{'column' if room.column else 'board'}", room.board, room.column)
            for number, room in enumerate(self.rooms, 1)
            if room.board
        ]

    @property
    def back(self) -> list[Fact]:
        """How everyone meets again, where the organisers wrote it."""
        return [Fact(say("Way back"), self.way_back, say("Back to everyone"))] if self.way_back else []

    def room(self, room_id: str) -> Room | None:
        return next((room for room in self.rooms if room.id == room_id), None)

    def options(self, taken: Mapping[str, int] | None, failing: Sequence[Failure] = ()) -> list[dict[str, object]]:
        """The rooms as radio buttons: under each its topic, then its provisions and places; last, any of them."""
        rooms: list[dict[str, object]] = [
            {
                "value": room.id,
                "label": room.text,
                "hint": room.topic,
                "facts": room.in_short(taken, failing_in(failing, room.id)),
            }
            for room in self.rooms
        ]
        return [*rooms, {"value": ANY, "label": say("Any room"), "hint": say("We first ask what it must have")}]


def declare(entry: Mapping[str, Json]) -> Rooms:
    rooms = tuple(_room(item) for item in listed(entry, "rooms", ROOM_KEYS))
    if not 2 <= len(rooms) <= MOST_ROOMS:
        sentence = say("'rooms' has {n}; a set of rooms needs from 2 to {most}", n=len(rooms), most=MOST_ROOMS)
        raise DeclarationError("rooms", sentence)
    return Rooms(
        kind="room",
        id=identifier(entry),
        question=text(entry, "question"),
        hint=text(entry, "hint", ""),
        rooms=rooms,
        ends_at=time(entry, "ends_at"),
        way_back=text(entry, "way_back", ""),
    )


def _room(item: Item) -> Room:
    if item.id == ANY:
        sentence = say("'id' is '{value}'; the site uses that word itself, choose another", value=ANY)
        raise DeclarationError(item.path + "id", sentence)
    facts = {key: text(item.entry, key, "", item.path) for key in FACTS}
    for key in ADDRESSES:
        _check_address(item, key, facts[key])
    languages, spoken = _names(item, "languages")
    sign_language, signed = _names(item, "sign_language")
    return Room(
        item.id, item.text, **facts, **_board(item), places=_places(item),
        languages=languages, spoken=spoken, sign_language=sign_language, signed=signed,
    )  # fmt: skip


def _check_address(item: Item, key: str, value: str) -> None:
    if not is_unknown(value) and not ADDRESS.fullmatch(value):
        sentence = say("'{key}' is '{value}'; write an address that begins with https://", key=key, value=value)
        raise DeclarationError(item.path + key, sentence)


def _names(item: Item, key: str) -> tuple[str, tuple[str, ...]]:
    """The text that is shown, and the names in it: those of a list, or the pieces of a text that reads like one."""
    value = item.entry.get(key)
    if isinstance(value, list):
        found = tuple(text({key: name}, key, path=item.path) for name in value)
        return ", ".join(found), found
    whole = text(item.entry, key, "", item.path)
    if is_unknown(whole) or says_no(whole):
        return whole, ()
    pieces = [piece.strip() for piece in re.split(r"[,;،؛]|\band\b", whole) if piece.strip()]
    is_list = all(len(piece.split()) <= LONGEST_NAME for piece in pieces)
    return whole, tuple(pieces) if is_list else (whole,)


def _board(item: Item) -> dict[str, str]:
    board = text(item.entry, "board", "", item.path)
    column = text(item.entry, "column", "", item.path)
    if column and not board:
        sentence = say("'column' needs 'board', the id of the board that has this column")
        raise DeclarationError(item.path + "column", sentence)
    return {"board": board, "column": column}


def _places(item: Item) -> int | None:
    if not item.entry.get("places"):
        return None
    return number(item.entry, "places", 0, least=1, most=MOST_PLACES, path=item.path)
