"""What moderators do to notes: what they read is what they show, and the log says who did what, when and why."""

from datetime import timedelta
from typing import Any

import pytest

from participation_api.components import board
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.contract import Refused

LATER = NOON + timedelta(minutes=1)
SEEN = "2026-12-01T12:00:00.000000+00:00"


@pytest.fixture
async def activity(event: Event) -> Any:
    """A board on which one note waits."""
    activity = declared(board)
    await event.send(activity, {"note": "Ask Ms N first"})
    return activity


async def status(event: Event, activity: Any) -> str:
    found = await event.organise(activity)
    return next(name for name in ("waiting", "shown", "hidden") if found[name])


async def log(event: Event, activity: Any) -> list[tuple[str, str, str, str]]:
    rows = reversed((await event.organise(activity))["log"])
    return [(row["who"], row["what"], row["entry"], row["why"]) for row in rows]


async def test_showing_and_undoing_it_leave_two_lines_in_the_log(event: Event, activity: Any) -> None:
    await event.act(activity, "show", number=1, seen=SEEN)
    assert await status(event, activity) == "shown"
    await event.undo(activity, "show", LATER, number=1)
    assert await status(event, activity) == "waiting"
    assert await log(event, activity) == [("Jessa", "show", "1", ""), ("Jessa", "undo show", "1", "")]


async def test_words_that_were_changed_since_they_were_read_are_not_shown(event: Event, activity: Any) -> None:
    await event.send(activity, {"note": "Ask Ms N. She lives at …", "change": "1"}, at=LATER)
    sentence = r"^Note 1 was changed or withdrawn after this page was made. Read it again$"
    with pytest.raises(Refused, match=sentence):
        await event.act(activity, "show", number=1, seen=SEEN)
    assert (await status(event, activity), await log(event, activity)) == ("waiting", [])


async def test_the_author_of_a_hidden_note_reads_why(event: Event, activity: Any) -> None:
    await event.act(activity, "hide", number=1, reason="It names somebody")
    (entry,) = await event.own(activity)
    assert str(entry.status) == "Note 1. A moderator has hidden it. The reason: It names somebody"
    assert await log(event, activity) == [("Jessa", "hide", "1", "It names somebody")]


@pytest.mark.parametrize("before", ["waiting", "shown"])
async def test_undoing_a_hiding_gives_the_note_the_status_it_had(event: Event, activity: Any, before: str) -> None:
    if before == "shown":
        await event.act(activity, "show", number=1, seen=SEEN)
    await event.act(activity, "hide", LATER, number=1, reason="It names somebody")
    await event.undo(activity, "hide", LATER, number=1)
    assert await status(event, activity) == before


async def test_a_hidden_note_is_restored_and_hidden_again_by_undo(event: Event, activity: Any) -> None:
    await event.act(activity, "hide", number=1, reason="It names somebody")
    await event.act(activity, "restore", LATER, number=1, seen=SEEN)
    assert await status(event, activity) == "shown"
    await event.undo(activity, "restore", LATER, number=1)
    assert await status(event, activity) == "hidden"
    assert [what for _, what, _, _ in await log(event, activity)] == ["hide", "restore", "undo restore"]


async def test_pressing_hide_twice_hides_once_and_undo_still_works(event: Event, activity: Any) -> None:
    for at in (NOON, LATER):
        await event.act(activity, "hide", at, number=1, reason="It names somebody")
    assert len(await log(event, activity)) == 1
    await event.undo(activity, "hide", LATER, number=1)
    assert await status(event, activity) == "waiting"


async def test_hiding_needs_a_reason(event: Event, activity: Any) -> None:
    with pytest.raises(Refused, match=r"^Enter the reason; the author of the note sees it$"):
        await event.act(activity, "hide", number=1, reason=" ")
    assert await status(event, activity) == "waiting"


async def test_a_reason_has_a_length(event: Event, activity: Any) -> None:
    with pytest.raises(Refused, match=r"^Write 300 characters or fewer; you wrote 301$"):
        await event.act(activity, "hide", number=1, reason="x" * 301)


@pytest.mark.parametrize("action", ["show", "hide", "restore"])
async def test_a_withdrawn_note_cannot_be_moderated(event: Event, activity: Any, action: str) -> None:
    await event.withdraw(activity)
    with pytest.raises(Refused, match=r"^Note 1 was"):
        await event.act(activity, action, number=1, seen=SEEN, reason="It names somebody")
    assert await log(event, activity) == []


@pytest.mark.parametrize("number", ["", "one", "1; drop table note", "9" * 400])
async def test_a_number_that_is_none_is_refused(event: Event, activity: Any, number: str) -> None:
    with pytest.raises(Refused, match=r"^There is no note"):
        await event.act(activity, "show", number=number, seen=SEEN)
