"""Moving, grouping, pinning and answering notes: who, when and where to stand in the log, and each has its way back."""

from datetime import timedelta
from typing import Any

import pytest

from participation_api.components import board
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.contract import Refused

LATER = NOON + timedelta(minutes=1)


@pytest.fixture
async def activity(event: Event) -> Any:
    """A board with three notes in its first column."""
    activity = declared(board, columns=["Ideas", "Worries"], review="no")
    for text in ("One", "Two", "Three"):
        await event.send(activity, {"note": text, "column": "ideas"})
    return activity


async def columns(event: Event, activity: Any) -> dict[str, list[int]]:
    found = (await event.results(activity))["columns"]
    return {column["text"]: [note["number"] for note in column["notes"]] for column in found}


async def log(event: Event, activity: Any) -> list[tuple[str, str, str]]:
    rows = reversed((await event.organise(activity))["log"])
    return [(row["what"], row["entry"], row["why"]) for row in rows]


@pytest.mark.requirement("NB-02", "NB-05")
async def test_a_note_is_moved_to_another_column_and_back(event: Event, activity: Any) -> None:
    await event.act(activity, "move", number=2, to="worries")
    assert await columns(event, activity) == {"Ideas": [1, 3], "Worries": [2]}
    await event.undo(activity, "move", LATER, number=2)
    assert await columns(event, activity) == {"Ideas": [1, 2, 3], "Worries": []}
    assert await log(event, activity) == [("move", "2", "Worries"), ("undo move", "2", "")]


@pytest.mark.requirement("NB-02")
async def test_a_new_group_is_made_with_its_first_note_and_stands_after_the_columns(
    event: Event, activity: Any
) -> None:
    await event.act(activity, "move", number=2, group="Paths  and ramps")
    assert await columns(event, activity) == {"Ideas": [1, 3], "Worries": [], "Paths and ramps": [2]}
    place = (await event.results(activity))["columns"][2]["id"]
    await event.act(activity, "move", LATER, number=3, to=place)
    assert (await columns(event, activity))["Paths and ramps"] == [2, 3]
    assert await log(event, activity) == [("move", "2", "Paths and ramps"), ("move", "3", "Paths and ramps")]


async def test_the_same_name_is_the_same_group_and_the_name_of_a_column_is_that_column(
    event: Event, activity: Any
) -> None:
    await event.act(activity, "move", number=1, group="Ramps")
    await event.act(activity, "move", number=2, group="  RAMPS ")
    await event.act(activity, "move", number=3, group="worries")
    assert await columns(event, activity) == {"Ideas": [], "Worries": [3], "Ramps": [1, 2]}


async def test_a_group_that_holds_no_note_is_not_shown_and_can_be_chosen_again(event: Event, activity: Any) -> None:
    await event.act(activity, "move", number=1, group="Ramps")
    await event.undo(activity, "move", LATER, number=1)
    assert list(await columns(event, activity)) == ["Ideas", "Worries"]
    places = (await event.organise(activity))["shown"][0]["places"]
    assert [str(place["label"]) for place in places] == ["No place chosen", "Worries", "Ramps"]


async def test_moving_a_note_twice_to_the_same_place_leaves_one_line_and_undo_still_leads_back(
    event: Event, activity: Any
) -> None:
    for at in (NOON, LATER):
        await event.act(activity, "move", at, number=1, to="worries")
    assert len(await log(event, activity)) == 1
    await event.undo(activity, "move", LATER, number=1)
    assert (await columns(event, activity))["Ideas"] == [1, 2, 3]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Choose a place, or name a new group"),
        ({"to": "worries", "group": "Ramps"}, "Choose a place, or name a new group, not both"),
        ({"to": "nowhere"}, "Choose from the places on this page"),
        ({"group": "x" * 81}, "Write 80 characters or fewer; you wrote 81"),
    ],
)
async def test_a_mistake_in_moving_is_told_and_moves_nothing(
    event: Event, activity: Any, fields: dict[str, str], sentence: str
) -> None:
    with pytest.raises(Refused) as caught:
        await event.act(activity, "move", NOON, number=1, **fields)
    assert (str(caught.value), await log(event, activity)) == (sentence, [])


async def test_an_author_who_changes_a_moved_note_leaves_it_where_it_is(event: Event, activity: Any) -> None:
    await event.act(activity, "move", number=1, group="Ramps")
    (_, _, entry) = await event.own(activity)
    assert entry.fields["column"] == ["ideas"]
    await event.send(activity, {"note": "One more", "column": "ideas", "change": "1"}, at=LATER)
    assert (await columns(event, activity))["Ramps"] == [1]


async def test_a_moved_note_sent_again_is_the_same_note(event: Event, activity: Any) -> None:
    await event.act(activity, "move", number=1, group="Ramps")
    await event.send(activity, {"note": "One", "column": "ideas"}, at=LATER)
    assert (await event.results(activity))["notes"] == 3


async def test_a_place_that_is_gone_from_the_block_hides_no_note(event: Event, activity: Any) -> None:
    await event.act(activity, "move", number=1, to="worries")
    after = declared(board, columns=["Ideas"], review="no")
    assert await columns(event, after) == {"Ideas": [1, 2, 3]}


async def test_a_board_without_columns_gets_groups(event: Event) -> None:
    activity = declared(board, review="no")
    for text in ("One", "Two"):
        await event.send(activity, {"note": text})
    await event.act(activity, "move", number=2, group="Ramps")
    assert await columns(event, activity) == {"": [1], "Ramps": [2]}
    await event.act(activity, "move", LATER, number=2, to="notes")
    assert await log(event, activity) == [("move", "2", "Ramps"), ("move", "2", "Without a group")]


async def test_a_pinned_note_comes_first_and_the_others_keep_their_order(event: Event, activity: Any) -> None:
    await event.act(activity, "pin", number=3)
    assert (await columns(event, activity))["Ideas"] == [3, 1, 2]
    await event.act(activity, "unpin", LATER, number=3)
    assert (await columns(event, activity))["Ideas"] == [1, 2, 3]
    await event.undo(activity, "unpin", LATER + timedelta(minutes=1), number=3)
    assert (await columns(event, activity))["Ideas"] == [3, 1, 2]
    assert [what for what, _, _ in await log(event, activity)] == ["pin", "unpin", "undo unpin"]


async def test_new_words_are_neither_pinned_nor_answered(event: Event, activity: Any) -> None:
    for action in ("pin", "answered"):
        await event.act(activity, action, number=1)
    await event.send(activity, {"note": "Other words", "column": "ideas", "change": "1"}, at=LATER)
    notes = (await event.results(activity))["columns"][0]["notes"]
    assert [(note["pinned"], note["answered"]) for note in notes] == [(False, False)] * 3


async def test_a_question_is_answered_and_opened_again(event: Event) -> None:
    activity = declared(board, review="no", preset="questions")
    await event.send(activity, {"note": "Who pays?"})
    await event.act(activity, "answered", number=1)
    assert (await event.results(activity))["columns"][0]["notes"][0]["answered"] is True
    await event.undo(activity, "answered", LATER, number=1)
    assert (await event.results(activity))["columns"][0]["notes"][0]["answered"] is False


@pytest.mark.parametrize("action", ["move", "pin", "answered"])
async def test_a_withdrawn_note_cannot_be_arranged(event: Event, activity: Any, action: str) -> None:
    await event.withdraw(activity)
    with pytest.raises(Refused):
        await event.act(activity, action, number=3, to="worries")
    assert await log(event, activity) == []


async def test_what_is_published_holds_no_group_without_a_published_note(event: Event, activity: Any) -> None:
    await event.act(activity, "move", number=1, group="Ramps")
    published = board.publishable(await event.results(activity))
    assert [column["text"] for column in published["columns"]] == ["Ideas", "Worries"]
