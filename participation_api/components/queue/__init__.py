"""The speaking queue: a turn in any form, in an order that does not depend on how fast somebody speaks."""

from collections.abc import Mapping

from participation_api.components.contract import Counted
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
from participation_api.components.words import say, say_n

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
STORED: Mapping[str, Counted] = {
    "turn": lambda n: say_n("{n} request for the floor", "{n} requests for the floor", n),
    "turn_call": lambda n: say_n("{n} record of a call to the floor", "{n} records of calls to the floor", n),
}

__all__ = [
    "ACTIONS", "FIELD", "KEPT", "KEYS", "KIND", "NAME", "RECORDED", "SEVERAL",
    "SHOWN_WHILE_OPEN", "STORED", "SUBMIT", "TAKES_LATE_ANSWERS",
    "Queue", "Request", "Turn",
    "conflict", "declare", "dropped", "export", "fix", "form_context", "organise", "own",
    "participants", "personal", "read_back", "read_form", "record", "results", "speaking_order", "withdraw",
    "wordings",
]  # fmt: skip
