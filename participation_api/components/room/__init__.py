"""Breakout rooms: each with its topic, languages and provisions, one room per participant, places counted."""

from collections.abc import Mapping

from participation_api.components.contract import Counted
from participation_api.components.room.asking import ask, asks_first
from participation_api.components.room.declaration import KEYS, Rooms, declare
from participation_api.components.room.form import Answer, conflict, read_back, read_form
from participation_api.components.room.moderation import ACTIONS, entry_name
from participation_api.components.room.notices import next_notice, notices, personal
from participation_api.components.room.room import Room
from participation_api.components.room.storage import (
    dropped,
    export,
    fix,
    form_context,
    organise,
    own,
    participants,
    record,
    results,
    withdraw,
    wordings,
)
from participation_api.components.words import say, say_n

KIND = "room"
NAME = say("Breakout rooms")
SUBMIT = say("Choose this room")
RECORDED = say("Your room is recorded")
KEPT = say("No name is kept with your choice. Everyone sees how many people chose each room; nobody sees who.")
FIELD = "room"
SEVERAL = False
SHOWN_WHILE_OPEN = False
TAKES_LATE_ANSWERS = False
CHANGES_AFTER_CLOSING = True
STORED: Mapping[str, Counted] = {
    "room_choice": lambda n: say_n("{n} choice of a room", "{n} choices of a room", n),
    "room_failure": lambda n: say_n("{n} failure in a room", "{n} failures in a room", n),
    "room_end": lambda n: say_n("{n} end time of the rooms", "{n} end times of the rooms", n),
}

__all__ = [
    "ACTIONS", "CHANGES_AFTER_CLOSING", "FIELD", "KEPT", "KEYS", "KIND", "NAME", "RECORDED", "SEVERAL",
    "SHOWN_WHILE_OPEN", "STORED", "SUBMIT", "TAKES_LATE_ANSWERS",
    "Answer", "Room", "Rooms",
    "ask", "asks_first", "conflict", "declare", "dropped", "entry_name", "export", "fix", "form_context",
    "next_notice", "notices", "organise", "own",
    "participants", "personal", "read_back", "read_form", "record", "results", "withdraw",
    "wordings",
]  # fmt: skip
