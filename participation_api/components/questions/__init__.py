"""Several questions on one form, each answered as a poll is; people check all their answers before they send them."""

from collections.abc import Mapping

from participation_api.components.contract import Counted, OrganiserAction
from participation_api.components.questions.declaration import KEYS, Part, Questions, declare
from participation_api.components.questions.form import Answers, check, conflict, read_back, read_form
from participation_api.components.questions.reading import export, organise, results, wordings
from participation_api.components.questions.storage import (
    dropped,
    fix,
    form_context,
    own,
    participants,
    record,
    withdraw,
)
from participation_api.components.words import say

KIND = "questions"
NAME = say("Questions")
SUBMIT = say("Check my answers")
RECORDED = say("Your answers are recorded")
KEPT = say("No name is kept with your answers. Everyone sees the counts; nobody sees who chose what.")
FIELD = "answers"
SEVERAL = False
SHOWN_WHILE_OPEN = False
TAKES_LATE_ANSWERS = True
ACTIONS: Mapping[str, OrganiserAction] = {}
# The answers are kept in the tables of the poll.
STORED: Mapping[str, Counted] = {}

__all__ = [
    "ACTIONS", "FIELD", "KEPT", "KEYS", "KIND", "NAME", "RECORDED", "SEVERAL",
    "SHOWN_WHILE_OPEN", "STORED", "SUBMIT", "TAKES_LATE_ANSWERS",
    "Answers", "Part", "Questions",
    "check", "conflict", "declare", "dropped", "export", "fix", "form_context", "organise", "own",
    "participants", "read_back", "read_form", "record", "results", "withdraw", "wordings",
]  # fmt: skip
