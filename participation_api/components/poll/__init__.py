"""A poll: one question, one ballot per participant, answered by choosing, ranking, on a scale or in words."""

from participation_api.components.poll.answer import Answer
from participation_api.components.poll.choices import Choice
from participation_api.components.poll.declaration import KEYS, Poll, declare
from participation_api.components.poll.form import conflict, read_back, read_form
from participation_api.components.poll.moderation import ACTIONS
from participation_api.components.poll.phrases import publishable, without_gone
from participation_api.components.poll.reading import export, organise, results, wordings
from participation_api.components.poll.storage import dropped, fix, form_context, own, participants, record, withdraw
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

__all__ = [
    "ACTIONS", "FIELD", "KEPT", "KEYS", "KIND", "NAME", "RECORDED", "SEVERAL",
    "SHOWN_WHILE_OPEN", "SUBMIT", "TAKES_LATE_ANSWERS",
    "Answer", "Choice", "Poll",
    "conflict", "declare", "dropped", "export", "fix", "form_context", "organise", "own",
    "participants", "publishable", "read_back", "read_form", "record", "results", "withdraw", "without_gone",
    "wordings",
]  # fmt: skip
