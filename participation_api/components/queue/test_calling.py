"""Calling speakers: each button names its turn, so a double press, or two moderators at once, skip nobody."""

from datetime import timedelta
from typing import Any

import pytest

from participation_api.components import queue
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.contract import Refused

CHANGED = r"^Nothing was done: the queue has changed since this page was made. Look at it again$"


@pytest.fixture
async def activity(event: Event) -> Any:
    """A queue in which Ana, Ben and Cai wait."""
    activity = declared(queue)
    for minute, name in enumerate(("Ana", "Ben", "Cai")):
        fields = {"mode": "speak", "place": "room", "name": name}
        await event.send(activity, fields, name, NOON + timedelta(minutes=minute))
    return activity


async def seen(event: Event, activity: Any) -> tuple[str, str, str]:
    """Who has the floor, who waits, who had a turn."""
    found = await event.organise(activity)
    floor = found["floor"]["name"] if found["floor"] else "nobody"
    return floor, " ".join(turn["name"] for turn in found["waiting"]), " ".join(turn["name"] for turn in found["done"])


async def test_calling_and_ending_a_turn(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    assert await seen(event, activity) == ("Ana", "Ben Cai", "")
    await event.act(activity, "done", number=1)
    assert await seen(event, activity) == ("nobody", "Ben Cai", "Ana")


async def test_calling_the_next_speaker_ends_the_turn_before(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    await event.act(activity, "call_next", number=2, floor=1)
    assert await seen(event, activity) == ("Ben", "Cai", "Ana")


async def test_a_double_press_skips_nobody(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    for _ in range(2):
        await event.act(activity, "call_next", number=2, floor=1)
    assert await seen(event, activity) == ("Ben", "Cai", "Ana")


async def test_two_moderators_do_not_give_the_floor_to_two_people(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    with pytest.raises(Refused, match=CHANGED):
        await event.act(activity, "call_next", number=2, floor="")
    assert await seen(event, activity) == ("Ana", "Ben Cai", "")


async def test_who_has_withdrawn_is_not_called_and_the_turn_before_goes_on(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    await event.withdraw(activity, "Ben")
    with pytest.raises(Refused, match=CHANGED):
        await event.act(activity, "call_next", number=2, floor=1)
    assert await seen(event, activity) == ("Ana", "Cai", "")


async def test_an_old_page_calls_nobody_back(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    await event.act(activity, "done", number=1)
    with pytest.raises(Refused, match=CHANGED):
        await event.act(activity, "call_next", number=1, floor="")


async def test_undoing_a_call_gives_the_floor_back(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    await event.act(activity, "call_next", number=2, floor=1)
    await event.undo(activity, "call_next", number=2, floor=1)
    assert await seen(event, activity) == ("Ana", "Ben Cai", "")


async def test_undoing_the_end_of_a_turn_gives_the_floor_back(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    await event.act(activity, "done", number=1)
    await event.undo(activity, "done", number=1)
    assert await seen(event, activity) == ("Ana", "Ben Cai", "")


async def test_the_end_of_a_turn_is_not_undone_over_a_new_request_of_its_speaker(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    await event.act(activity, "done", number=1)
    await event.send(activity, {"mode": "speak", "place": "room", "name": "Ana"}, "Ana")
    with pytest.raises(Refused, match=CHANGED):
        await event.undo(activity, "done", number=1)


async def test_the_end_of_a_turn_is_not_undone_while_another_has_the_floor(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    await event.act(activity, "call_next", number=2, floor=1)
    with pytest.raises(Refused, match=CHANGED):
        await event.undo(activity, "done", number=1)


@pytest.mark.requirement("SQ-03")
async def test_who_does_not_answer_twice_is_moved_back_by_one_and_stays_in_the_queue(
    event: Event, activity: Any
) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    with pytest.raises(Refused, match=CHANGED):
        await event.act(activity, "back", number=1)
    await event.act(activity, "call_again", number=1)
    await event.act(activity, "back", number=1)
    assert await seen(event, activity) == ("nobody", "Ben Ana Cai", "")
    (entry,) = await event.own(activity, "Ana")
    assert str(entry.status) == "We called you twice. You are 2nd. Your number is 1."
    await event.act(activity, "call_next", number=2, floor="")
    assert await seen(event, activity) == ("Ben", "Ana Cai", "")


async def test_undo_of_moving_back_gives_the_floor_back_as_called_twice(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    await event.act(activity, "call_again", number=1)
    await event.act(activity, "back", number=1)
    await event.undo(activity, "back", number=1)
    assert await seen(event, activity) == ("Ana", "Ben Cai", "")
    assert (await event.organise(activity))["floor"]["was_called_twice"] is True
    await event.undo(activity, "call_again", number=1)
    assert (await event.organise(activity))["floor"]["was_called_twice"] is False


async def test_a_new_call_begins_to_count_anew(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=1, floor="")
    await event.act(activity, "call_again", number=1)
    await event.act(activity, "back", number=1)
    await event.act(activity, "call_next", number=1, floor="")
    with pytest.raises(Refused, match=CHANGED):
        await event.act(activity, "back", number=1)


async def test_two_who_do_not_answer_do_not_keep_the_third_waiting(event: Event, activity: Any) -> None:
    called = []
    for _ in range(6):
        number = (await event.organise(activity))["next"]["number"]
        called.append(number)
        await event.act(activity, "call_next", number=number, floor="")
        if number == 3:
            break
        await event.act(activity, "call_again", number=number)
        await event.act(activity, "back", number=number)
    assert called == [1, 2, 3], "each lets one person go first, and neither of them went"


async def test_a_moderator_may_call_somebody_else_than_the_first(event: Event, activity: Any) -> None:
    await event.act(activity, "call_next", number=3, floor="")
    assert await seen(event, activity) == ("Cai", "Ana Ben", "")


@pytest.mark.parametrize("action", ["call_next", "call_again", "done", "back"])
@pytest.mark.parametrize("number", ["", "first", "-1", "9" * 400])
async def test_a_number_that_is_none_is_refused(event: Event, activity: Any, action: str, number: str) -> None:
    with pytest.raises(Refused, match=r"^There is no request"):
        await event.act(activity, action, number=number, floor="")


async def test_a_request_that_nobody_made_cannot_be_called(event: Event, activity: Any) -> None:
    with pytest.raises(Refused, match=CHANGED):
        await event.act(activity, "call_next", number=99, floor="")
