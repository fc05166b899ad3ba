"""What the form of the queue asks for."""

from datetime import timedelta
from typing import Any

import pytest

from participation_api.components import queue
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.contract import FieldErrors
from participation_api.components.queue import Request

SPEAK = {"mode": "speak", "place": "room"}


def a_queue(**entry: Any) -> Any:
    return declared(queue, **entry)


def errors(**fields: str) -> dict[str, str]:
    found = queue.read_form(a_queue(), {name: [value] for name, value in fields.items()})
    assert isinstance(found, FieldErrors)
    return {name: str(sentence) for name, sentence in found.sentences.items()}


async def people(event: Event, activity: Any, count: int, place: str = "room", start: int = 0) -> None:
    """So many people ask for the floor, a minute apart."""
    for number in range(start, start + count):
        at = NOON + timedelta(minutes=number)
        await event.send(activity, {"mode": "speak", "place": place}, f"{place}-{number}", at)


async def take_turns(event: Event, activity: Any, count: int) -> None:
    for _ in range(count):
        number = (await event.organise(activity))["next"]["number"]
        await event.act(activity, "call_next", number=number, floor="")
        await event.act(activity, "done", number=number)


def test_an_empty_form_says_what_to_do() -> None:
    assert errors() == {"mode": "Choose how you take your turn", "place": "Choose where we call you"}


@pytest.mark.parametrize(
    ("mode", "sentence"), [("read-aloud", "Enter the text to read aloud"), ("written", "Enter your text")]
)
def test_a_turn_in_writing_needs_its_text(mode: str, sentence: str) -> None:
    assert errors(mode=mode, place="room", text=" \n") == {"text": sentence}


def test_a_name_and_a_text_have_a_length() -> None:
    assert errors(**SPEAK, name="n" * 61, text="t" * 2001) == {
        "text": "Write 2000 characters or fewer; you wrote 2001",
        "name": "Write 60 characters or fewer; you wrote 61",
    }


def test_values_that_no_form_of_ours_has_are_refused() -> None:
    sentence = "Choose from the answers on this page"
    assert errors(mode="dance", place="moon") == {"mode": sentence, "place": sentence}


async def test_another_request_than_the_open_one_is_a_conflict_and_the_same_one_is_not(event: Event) -> None:
    activity = a_queue()
    await event.send(activity, SPEAK)
    own = await event.own(activity)
    assert queue.conflict(own, Request("speak", "room")) is None
    assert queue.conflict(own, Request("sign", "room")) == own[0]
    await take_turns(event, activity, 1)
    assert queue.conflict(await event.own(activity), Request("sign", "room")) is None
