"""Breakout rooms: each with its topic, languages and provisions, one room per participant, places counted."""

from collections.abc import Mapping

from participation_api.components.contract import OrganiserAction
from participation_api.components.room.declaration import KEYS, Rooms, declare
from participation_api.components.room.form import Answer, conflict, read_back, read_form
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
from participation_api.components.words import say

KIND = "room"
NAME = say("Breakout rooms")
SUBMIT = say("Choose this room")
RECORDED = say("Your room is recorded")
KEPT = say("No name is kept with your choice. Everyone sees how many people chose each room; nobody sees who.")
FIELD = "room"
SEVERAL = False
SHOWN_WHILE_OPEN = False
TAKES_LATE_ANSWERS = False
ACTIONS: Mapping[str, OrganiserAction] = {}

__all__ = [
    "ACTIONS", "FIELD", "KEPT", "KEYS", "KIND", "NAME", "RECORDED", "SEVERAL",
    "SHOWN_WHILE_OPEN", "SUBMIT", "TAKES_LATE_ANSWERS",
    "Answer", "Room", "Rooms",
    "conflict", "declare", "dropped", "export", "fix", "form_context", "organise", "own",
    "participants", "read_back", "read_form", "record", "results", "withdraw",
    "wordings",
]  # fmt: skip
