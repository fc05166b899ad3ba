"""A poll: one question, one ballot per participant, answered by choosing, ranking, on a scale or in words."""

from collections.abc import Mapping

from participation_api.components.contract import Counted
from participation_api.components.poll.answer import Answer
from participation_api.components.poll.choices import Choice
from participation_api.components.poll.declaration import KEYS, Poll, declare
from participation_api.components.poll.form import conflict, read_back, read_form
from participation_api.components.poll.moderation import ACTIONS
from participation_api.components.poll.phrases import publishable, without_gone
from participation_api.components.poll.reading import export, organise, results, wordings
from participation_api.components.poll.storage import dropped, fix, form_context, own, participants, record, withdraw
from participation_api.components.words import say, say_n

KIND = "poll"
NAME = say("Poll")
SUBMIT = say("Send my answer")
RECORDED = say("Your answer is recorded")
KEPT = say("No name is kept with your answer. Everyone sees the counts; nobody sees who chose what.")
FIELD = "choice"
SEVERAL = False
SHOWN_WHILE_OPEN = False
TAKES_LATE_ANSWERS = True
STORED: Mapping[str, Counted] = {
    "ballot": lambda n: say_n("{n} answer", "{n} answers", n),
    "closing_tally": lambda n: say_n("{n} count at a closing", "{n} counts at a closing", n),
    "phrase": lambda n: say_n("{n} decision to show an answer", "{n} decisions to show an answer", n),
}

__all__ = [
    "ACTIONS", "FIELD", "KEPT", "KEYS", "KIND", "NAME", "RECORDED", "SEVERAL",
    "SHOWN_WHILE_OPEN", "STORED", "SUBMIT", "TAKES_LATE_ANSWERS",
    "Answer", "Choice", "Poll",
    "conflict", "declare", "dropped", "export", "fix", "form_context", "organise", "own",
    "participants", "publishable", "read_back", "read_form", "record", "results", "withdraw", "without_gone",
    "wordings",
]  # fmt: skip
