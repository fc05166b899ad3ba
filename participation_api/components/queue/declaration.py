"""What an organiser writes for the queue of people who ask for the floor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participation_api.components.contract import Activity, Json
from participation_api.components.declaration import identifier, text
from participation_api.components.words import Sentence, say

KEYS: Sequence[str] = ()
TEXT_LIMIT = 2000
MODES: dict[str, Sentence] = {
    "speak": say("I speak"),
    "sign": say("I sign"),
    "assisted": say("An interpreter or an assistant speaks for me"),
    "read-aloud": say("Read my text aloud"),
    "written": say("In writing only"),
}
NEEDS_TEXT: dict[str, Sentence] = {
    "read-aloud": say("Enter the text to read aloud"),
    "written": say("Enter your text"),
}
PLACES: dict[str, Sentence] = {"room": say("In the room"), "online": say("Online")}
# How somebody is called tells of a disability: to everyone but the moderators, these are the room and online.
CALLED: dict[str, Sentence] = {
    **PLACES,
    "room-interpreter": say("In the room, through an interpreter"),
    "online-interpreter": say("Online, through an interpreter"),
}


def place_of(called: str) -> str:
    """`room` or `online`, however the person is called there."""
    return called.partition("-")[0]


@dataclass(frozen=True, kw_only=True)
class Queue(Activity):
    text_limit: int = TEXT_LIMIT

    @property
    def modes(self) -> list[dict[str, object]]:
        """The ways to take a turn, as radio buttons."""
        below = say("Write it in the field after this list")
        return [
            {"value": mode, "label": words, "hint": below if mode in NEEDS_TEXT else ""}
            for mode, words in MODES.items()
        ]

    @property
    def places(self) -> list[dict[str, object]]:
        return [{"value": place, "label": words, "hint": ""} for place, words in CALLED.items()]


def declare(entry: Mapping[str, Json]) -> Queue:
    return Queue(kind="queue", id=identifier(entry), question=text(entry, "question"), hint=text(entry, "hint", ""))
