"""Who sees what of the queue: how a turn is taken tells of a disability, and only moderators see it."""

import json
from datetime import timedelta
from typing import Any

import pytest

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


@pytest.mark.requirement("SQ-05")
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


@pytest.mark.requirement("R10")
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


async def test_nothing_of_another_session_is_seen(event: Event) -> None:
    await event.send(a_queue(), SPEAK)
    other = a_queue(session="other")
    assert (await event.results(other))["waiting"] == []
    assert await queue.form_context(event.store, other) == {"waiting": 0}
    assert await queue.participants(event.store, other) == []
