"""Agreeing with a note: once for each person, taken back, and never with words that nobody sees any more."""

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation_api.components import board
from participation_api.components.board import agreement
from participation_api.components.conftest import NOON, Event, declared, in_memory
from participation_api.components.contract import Refused

LATER = NOON + timedelta(minutes=1)


@pytest.fixture
async def activity(event: Event) -> Any:
    """A board on which one note is shown."""
    activity = declared(board, review="no")
    await event.send(activity, {"note": "Ask us first"}, "author")
    return activity


async def agree(event: Event, activity: Any, who: str, number: str = "1") -> None:
    await event.save(agreement.agree(activity, number, who, NOON))


async def agreed(event: Event, activity: Any) -> list[int]:
    return [note["agree"] for column in (await event.results(activity))["columns"] for note in column["notes"]]


async def test_each_person_agrees_once_however_often_they_press(event: Event, activity: Any) -> None:
    for who in ("a", "a", "b"):
        await agree(event, activity, who)
    assert await agreed(event, activity) == [2]
    assert await agreement.given(event.store, activity, "a") == {"1"}


async def test_taking_it_back_twice_takes_it_back_once(event: Event, activity: Any) -> None:
    for who in ("a", "b"):
        await agree(event, activity, who)
    for _ in range(2):
        await event.save(agreement.take_back(activity, "1", "a", LATER))
    assert await agreed(event, activity) == [1]
    assert await agreement.given(event.store, activity, "a") == set()


@pytest.mark.parametrize("number", ["2", "0", "-1", "1 or 1=1", "١", "9" * 30, ""])
async def test_nobody_agrees_with_a_note_that_is_not_there(event: Event, activity: Any, number: str) -> None:
    with pytest.raises(Refused, match="Your agreement was not counted"):
        await agree(event, activity, "a", number)


async def test_nobody_agrees_with_a_note_that_waits(event: Event) -> None:
    activity = declared(board)
    await event.send(activity, {"note": "Ask us first"})
    with pytest.raises(Refused):
        await agree(event, activity, "b")


async def test_agreements_with_a_hidden_note_come_back_with_it_and_can_be_taken_back_meanwhile(
    event: Event, activity: Any
) -> None:
    for who in ("a", "b"):
        await agree(event, activity, who)
    await event.act(activity, "hide", number=1, reason="It names somebody")
    assert await agreed(event, activity) == []
    await event.save(agreement.take_back(activity, "1", "a", LATER))
    await event.undo(activity, "hide", LATER, number=1)
    assert await agreed(event, activity) == [1]


async def test_a_withdrawn_note_takes_its_agreements_with_it(event: Event, activity: Any) -> None:
    await agree(event, activity, "a")
    await event.withdraw(activity, "author")
    assert await event.store.rows("select * from agreement") == []


async def test_somebody_else_cannot_erase_agreements_by_withdrawing(event: Event, activity: Any) -> None:
    await agree(event, activity, "a")
    (entry,) = await event.own(activity, "author")
    await event.save(board.withdraw(activity, entry, "somebody else", LATER))
    assert await agreed(event, activity) == [1]


async def test_new_words_begin_with_no_agreement_and_the_same_words_keep_it(event: Event, activity: Any) -> None:
    await agree(event, activity, "a")
    await event.send(activity, {"note": "Ask us first", "change": "1", "lang": "en"}, "author", at=LATER)
    assert await agreed(event, activity) == [1]
    await event.send(activity, {"note": "Never ask us", "change": "1"}, "author", at=LATER)
    assert await agreed(event, activity) == [0]


async def test_an_export_counts_agreements_and_names_nobody(event: Event, activity: Any) -> None:
    await agree(event, activity, "somebody")
    (row,) = await board.export(event.store, activity)
    assert row["agree"] == 1
    assert "somebody" not in json.dumps([row, await event.results(activity)])


STEPS = st.lists(st.tuples(st.sampled_from(["agree", "take_back"]), st.sampled_from("abc"), st.sampled_from("12")))


@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_whatever_is_pressed_nobody_counts_twice(steps: list[tuple[str, str, str]]) -> None:
    import asyncio

    async def play() -> None:
        async with in_memory() as event:
            activity = declared(board, review="no")
            for text in ("One", "Two"):
                await event.send(activity, {"note": text}, "author")
            wanted: set[tuple[str, str]] = set()
            for what, who, number in steps:
                await event.save(getattr(agreement, what)(activity, number, who, NOON))
                (wanted.add if what == "agree" else wanted.discard)((who, number))
            assert await agreed(event, activity) == [sum(number == each for _, number in wanted) for each in "12"]

    asyncio.run(play())
