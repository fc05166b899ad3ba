"""The speaking queue: one open request for each person, what everyone may see of it, and what only moderators may."""

import json
from datetime import timedelta
from typing import Any

import pytest

from participation_api.components import queue
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.contract import FieldErrors
from participation_api.components.queue import Request

SPEAK = {"mode": "speak", "place": "room"}
SIGN = {"mode": "sign", "place": "online", "name": "Ana", "more_time": "yes"}
READ = {"mode": "read-aloud", "place": "online", "text": "Ask us first"}


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


async def test_who_waits_is_listed_by_number_or_by_the_name_that_was_given(event: Event) -> None:
    activity = a_queue()
    await event.send(activity, SPEAK, "a")
    await event.send(activity, SIGN, "b", NOON + timedelta(minutes=1))
    assert await event.results(activity) == {
        "floor": None,
        "waiting": [{"position": 1, "number": 1, "name": ""}, {"position": 2, "number": 2, "name": "Ana"}],
        "turns": {"room": None, "online": None},
    }


async def test_a_person_hears_their_own_place(event: Event) -> None:
    activity = a_queue()
    await people(event, activity, 4)
    found = [str((await event.own(activity, f"room-{number}"))[0].status) for number in range(4)]
    assert found == [
        "You are next. Your number is 1.",
        "You are 2nd. Your number is 2.",
        "You are 3rd. Your number is 3.",
        "You are number 4 in the queue. Your number is 4.",
    ]


async def test_a_person_hears_that_it_is_their_turn_and_then_that_they_had_it(event: Event) -> None:
    activity = a_queue()
    await event.send(activity, SPEAK)
    await event.act(activity, "call_next", number=1, floor="")
    assert [str(entry.status) for entry in await event.own(activity)] == ["It is your turn. Your number is 1."]
    await event.act(activity, "done", number=1)
    (entry,) = await event.own(activity)
    assert (str(entry.status), entry.can_change) == ("You had this turn. Its number was 1.", False)


async def test_asking_twice_is_one_request(event: Event) -> None:
    activity = a_queue()
    for _ in range(2):
        await event.send(activity, SPEAK)
    assert [entry.id for entry in await event.own(activity)] == ["1"]


async def test_after_a_turn_the_same_person_can_ask_again_in_the_same_words(event: Event) -> None:
    activity = a_queue()
    await event.send(activity, SPEAK)
    await take_turns(event, activity, 1)
    await event.send(activity, SPEAK)
    assert [(entry.id, str(entry.status)) for entry in await event.own(activity)] == [
        ("2", "You are next. Your number is 2."),
        ("1", "You had this turn. Its number was 1."),
    ]


async def test_changing_a_request_keeps_its_place(event: Event) -> None:
    activity = a_queue()
    await people(event, activity, 2)
    await event.send(activity, READ, "room-0", NOON + timedelta(hours=1))
    assert [turn["number"] for turn in (await event.results(activity))["waiting"]] == [1, 2]
    assert (await event.organise(activity))["next"]["text"] == "Ask us first"


async def test_who_had_a_turn_comes_after_who_had_none(event: Event) -> None:
    activity = a_queue()
    await people(event, activity, 1)
    await take_turns(event, activity, 1)
    await people(event, activity, 1)
    await people(event, activity, 1, start=5)
    assert [turn["number"] for turn in (await event.results(activity))["waiting"]] == [3, 2]


async def test_mode_and_more_time_are_seen_by_moderators_only(event: Event) -> None:
    activity = a_queue()
    await event.send(activity, SIGN)
    await event.send(activity, READ, "b")
    await event.act(activity, "call_next", number=1, floor="")
    (waiting,) = (await event.organise(activity))["waiting"]
    assert (str(waiting["mode_words"]), waiting["more_time"]) == ("Read my text aloud", False)
    assert (await event.organise(activity))["floor"]["more_time"] is True
    public = json.dumps([await event.results(activity), await queue.export(event.store, activity)])
    assert not any(word in public for word in ("sign", "read-aloud", "more_time", "mode", "Ask us first"))


async def test_turns_of_room_and_online_are_published_from_five_each(event: Event) -> None:
    activity = a_queue()
    await people(event, activity, 5)
    await people(event, activity, 4, "online", start=5)
    await take_turns(event, activity, 9)
    assert (await event.results(activity))["turns"] == {"room": None, "online": None}
    await people(event, activity, 1, "online", start=9)
    await take_turns(event, activity, 1)
    assert (await event.results(activity))["turns"] == {"room": 5, "online": 5}


async def test_after_the_closing_nobodys_name_is_shown(event: Event) -> None:
    activity = a_queue()
    await event.send(activity, SIGN)
    assert (await event.results(activity, closed_at=NOON))["waiting"] == [{"position": 1, "number": 1, "name": ""}]


async def test_a_withdrawn_request_leaves_only_its_number(event: Event) -> None:
    activity = a_queue()
    await event.send(activity, SIGN | {"text": "My notes"})
    await event.withdraw(activity)
    (row,) = await event.store.rows("select * from turn")
    names = ("number", "participant", "state", "mode", "place", "name", "text", "more_time")
    assert {name: row[name] for name in names} == {
        "number": 1, "participant": "", "state": "withdrawn", "mode": "", "place": "", "name": "", "text": "",
        "more_time": 0,
    }  # fmt: skip
    await event.send(activity, SPEAK)
    assert [turn["number"] for turn in (await event.results(activity))["waiting"]] == [2]


async def test_erasing_a_turn_that_was_taken_keeps_that_it_was_taken(event: Event) -> None:
    activity = a_queue()
    await event.send(activity, READ | {"name": "Ana"}, "ana")
    await take_turns(event, activity, 1)
    await event.withdraw(activity, "ana")
    await event.send(activity, SPEAK, "ana")
    await event.send(activity, SPEAK, "ben", NOON + timedelta(minutes=1))
    assert [turn["number"] for turn in (await event.results(activity))["waiting"]] == [3, 2]
    assert await queue.export(event.store, activity) == []
    entry = (await event.own(activity, "ana"))[1]
    assert (entry.text, entry.can_change, entry.can_withdraw) == ("Online", False, False)


async def test_the_export_has_texts_of_turns_that_were_taken_and_nothing_that_leads_to_a_person(event: Event) -> None:
    activity = a_queue()
    await event.send(activity, READ | {"name": "Ana"}, "ana")
    await event.send(activity, READ | {"text": "Never called"}, "ben", NOON + timedelta(minutes=1))
    await take_turns(event, activity, 1)
    assert await queue.export(event.store, activity) == [{"text": "Ask us first"}]


async def test_the_entry_says_the_request_in_words(event: Event) -> None:
    activity = a_queue()
    await event.send(activity, SIGN | {"text": "One\nTwo"})
    (entry,) = await event.own(activity)
    assert entry.text == "I sign\nOnline\nI need more time\nAna\nOne\nTwo"


async def test_nothing_of_another_session_is_seen(event: Event) -> None:
    await event.send(a_queue(), SPEAK)
    other = a_queue(session="other")
    assert (await event.results(other))["waiting"] == []
    assert await queue.form_context(event.store, other) == {"waiting": 0}
    assert await queue.participants(event.store, other) == []


def test_an_empty_form_says_what_to_do() -> None:
    assert errors() == {"mode": "Choose how you take your turn", "place": "Choose where you are"}


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
