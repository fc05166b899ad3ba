"""The speaking queue: a turn in any form, in an order that does not depend on how fast somebody speaks."""

from participation_api.components.queue.calling import ACTIONS
from participation_api.components.queue.declaration import KEYS, Queue, declare
from participation_api.components.queue.form import Request, conflict, read_back, read_form
from participation_api.components.queue.order import Turn, speaking_order
from participation_api.components.queue.reading import (
    dropped,
    export,
    form_context,
    organise,
    personal,
    results,
    wordings,
)
from participation_api.components.queue.storage import fix, own, participants, record, withdraw
from participation_api.components.words import say

KIND = "queue"
NAME = say("Speaking queue")
SUBMIT = say("Ask for the floor")
RECORDED = say("Your request is recorded")
KEPT = say(
    "Everyone sees your number, or the name that you give, and your place in the queue. "
    "Only moderators see how you take your turn. Your text can stand in the report, without your name."
)
FIELD = "mode"
SEVERAL = False
SHOWN_WHILE_OPEN = True
TAKES_LATE_ANSWERS = False

__all__ = [
    "ACTIONS", "FIELD", "KEPT", "KEYS", "KIND", "NAME", "RECORDED", "SEVERAL",
    "SHOWN_WHILE_OPEN", "SUBMIT", "TAKES_LATE_ANSWERS",
    "Queue", "Request", "Turn",
    "conflict", "declare", "dropped", "export", "fix", "form_context", "organise", "own",
    "participants", "personal", "read_back", "read_form", "record", "results", "speaking_order", "withdraw",
    "wordings",
]  # fmt: skip
