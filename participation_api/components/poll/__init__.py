"""A poll: one question, two or more choices, one ballot per participant."""

from collections.abc import Mapping

from participation_api.components.contract import OrganiserAction
from participation_api.components.poll.choices import Choice
from participation_api.components.poll.declaration import KEYS, Poll, declare
from participation_api.components.poll.form import Answer, conflict, read_back, read_form
from participation_api.components.poll.storage import (
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

KIND = "poll"
NAME = say("Poll")
SUBMIT = say("Send my answer")
RECORDED = say("Your answer is recorded")
KEPT = say("No name is kept with your answer. Everyone sees the counts; nobody sees who chose what.")
FIELD = "choice"
SEVERAL = False
SHOWN_WHILE_OPEN = False
TAKES_LATE_ANSWERS = True
ACTIONS: Mapping[str, OrganiserAction] = {}

__all__ = [
    "ACTIONS", "FIELD", "KEPT", "KEYS", "KIND", "NAME", "RECORDED", "SEVERAL",
    "SHOWN_WHILE_OPEN", "SUBMIT", "TAKES_LATE_ANSWERS",
    "Answer", "Choice", "Poll",
    "conflict", "declare", "dropped", "export", "fix", "form_context", "organise", "own",
    "participants", "read_back", "read_form", "record", "results", "withdraw", "wordings",
]  # fmt: skip
