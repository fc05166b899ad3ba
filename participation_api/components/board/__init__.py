"""A board: notes in columns, several from each person, read by a moderator before others see them."""

from collections.abc import Mapping

from participation_api.components.board.agreement import PARTICIPANT_ACTIONS
from participation_api.components.board.declaration import KEYS, Board, Column, declare
from participation_api.components.board.form import Note, conflict, read_back, read_form
from participation_api.components.board.moderation import ACTIONS
from participation_api.components.board.reading import (
    dropped,
    export,
    form_context,
    organise,
    publishable,
    results,
    without_gone,
    wordings,
)
from participation_api.components.board.reports import PARTICIPANT_FORMS
from participation_api.components.board.storage import fix, own, participants, record, withdraw
from participation_api.components.contract import Counted
from participation_api.components.words import say, say_n

KIND = "board"
NAME = say("Notes board")
SUBMIT = say("Send my note")
RECORDED = say("Your note is recorded")
KEPT = say("No name is kept with your note, nor with your agreement. Everyone sees how many people agree.")
FIELD = "note"
SEVERAL = True
SHOWN_WHILE_OPEN = True
TAKES_LATE_ANSWERS = True
STORED: Mapping[str, Counted] = {
    "note": lambda n: say_n("{n} note", "{n} notes", n),
    "note_group": lambda n: say_n("{n} group of notes", "{n} groups of notes", n),
    "agreement": lambda n: say_n("{n} agreement with a note", "{n} agreements with notes", n),
    "note_report": lambda n: say_n("{n} report of a note", "{n} reports of notes", n),
}

__all__ = [
    "ACTIONS", "FIELD", "KEPT", "KEYS", "KIND", "NAME", "PARTICIPANT_ACTIONS", "PARTICIPANT_FORMS",
    "RECORDED", "SEVERAL", "SHOWN_WHILE_OPEN", "STORED", "SUBMIT", "TAKES_LATE_ANSWERS",
    "Board", "Column", "Note",
    "conflict", "declare", "dropped", "export", "fix", "form_context", "organise", "own",
    "participants", "publishable", "read_back", "read_form", "record", "results", "withdraw",
    "without_gone", "wordings",
]  # fmt: skip
