"""A board: notes in columns, several from each person, read by a moderator before others see them."""

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
from participation_api.components.words import say

KIND = "board"
NAME = say("Notes board")
SUBMIT = say("Send my note")
RECORDED = say("Your note is recorded")
KEPT = say("No name is kept with your note, nor with your agreement. Everyone sees how many people agree.")
FIELD = "note"
SEVERAL = True
SHOWN_WHILE_OPEN = True
TAKES_LATE_ANSWERS = True

__all__ = [
    "ACTIONS", "FIELD", "KEPT", "KEYS", "KIND", "NAME", "PARTICIPANT_ACTIONS", "PARTICIPANT_FORMS",
    "RECORDED", "SEVERAL", "SHOWN_WHILE_OPEN", "SUBMIT", "TAKES_LATE_ANSWERS",
    "Board", "Column", "Note",
    "conflict", "declare", "dropped", "export", "fix", "form_context", "organise", "own",
    "participants", "publishable", "read_back", "read_form", "record", "results", "withdraw",
    "without_gone", "wordings",
]  # fmt: skip
