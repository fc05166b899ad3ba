"""The speaking queue: one open request for each person, what everyone may see of it, and what only moderators may."""

from datetime import timedelta
from typing import Any

from participation_api.components import queue
from participation_api.components.conftest import NOON, Event, declared

SPEAK = {"mode": "speak", "place": "room"}
SIGN = {"mode": "sign", "place": "online", "name": "Ana", "more_time": "yes"}
READ = {"mode": "read-aloud", "place": "online", "text": "Ask us first"}


def a_queue(**entry: Any) -> Any:
    return declared(queue, **entry)


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


async def test_the_entry_says_the_request_in_words(event: Event) -> None:
    activity = a_queue()
    await event.send(activity, SIGN | {"text": "One\nTwo"})
    (entry,) = await event.own(activity)
    assert entry.text == "I sign\nOnline\nI need more time\nAna\nOne\nTwo"
