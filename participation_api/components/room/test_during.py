"""While the rooms run: the end, its warnings, and what does not work, told to those whom it is for."""

from datetime import timedelta
from typing import Any

import pytest

from participation_api.components import room
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.contract import Refused
from participation_api.components.room.ending import next_warning, warning
from participation_api.components.schedule import Moment, State

END = NOON + timedelta(minutes=20)


@pytest.fixture
def activity() -> Any:
    blue = {"text": "Blue", "captions": "yes", "sign_language": "ASL", "phone": "+1 555 0100"}
    return declared(room, rooms=[blue, "Green"], ends_at="2026-12-01T15:20+03:00", way_back="https://meet.example/all")


async def told(event: Event, activity: Any, minutes: float = 0) -> list[tuple[str, str, str]]:
    found = await room.notices(event.store, activity, NOON + timedelta(minutes=minutes))
    return [(str(notice.sentence), f"{notice.at:%H:%M}" if notice.at else "", notice.part) for notice in found]


@pytest.mark.parametrize(
    ("before_end", "said"),
    [
        (6.1, None), (5.1, None), (5, "The breakout rooms end in 5 minutes."),
        (4.5, "The breakout rooms end in 5 minutes."), (1, "The breakout rooms end in 1 minute."),
        (0.1, "The breakout rooms end in 1 minute."), (0, "The breakout rooms have ended. Come back to everyone."),
        (-29.9, "The breakout rooms have ended. Come back to everyone."), (-30, None),
    ],
)  # fmt: skip
def test_the_end_is_told_when_five_minutes_are_left_and_when_one_is(before_end: float, said: str | None) -> None:
    found = warning(END, END - timedelta(minutes=before_end))
    assert (found and str(found.sentence)) == said


def test_the_page_is_made_anew_for_each_text() -> None:
    at, texts = NOON, []
    while (changes_at := next_warning(END, at)) is not None:
        found = warning(END, changes_at)
        texts.append(str(found.sentence) if found else "")
        at = changes_at
    assert texts == [
        *(f"The breakout rooms end in {n} minutes." for n in (5, 4, 3, 2)), "The breakout rooms end in 1 minute.",
        "The breakout rooms have ended. Come back to everyone.", "",
    ]  # fmt: skip


@pytest.mark.requirement("BR-03")
async def test_the_receipt_names_the_room_its_end_and_the_way_back(event: Event, activity: Any) -> None:
    await event.send(activity, {"room": "blue"})
    (entry,) = await event.own(activity)
    assert str(entry.recorded) == "Your room is recorded: Blue, until 15:20 UTC+3"
    assert (str(entry.facts[-1].leads_to), entry.facts[-1].address) == ("Back to everyone", "https://meet.example/all")


async def test_an_organiser_sets_the_end_and_takes_it_back(event: Event, activity: Any) -> None:
    await event.act(activity, "set_end", number="end", end_minutes=5)
    assert await told(event, activity) == [("The breakout rooms end in 5 minutes.", "15:05", "")]
    await event.undo(activity, "set_end", number="end")
    assert await told(event, activity) == []
    with pytest.raises(Refused, match=r"^Choose how many minutes from the list$"):
        await event.act(activity, "set_end", number="end", end_minutes=7)


async def test_what_fails_is_told_to_its_room_and_then_that_it_works_again(event: Event, activity: Any) -> None:
    await event.act(activity, "fail", number="blue.captions")
    fails = "In the room “Blue” the captions have stopped. The organisers know."
    assert await told(event, activity) == [(fails, "12:00", "blue")]
    form = await room.form_context(event.store, activity)
    assert "; the captions have stopped" in str(activity.options(form["taken"], form["failing"])[0]["facts"])
    await event.act(activity, "mend", NOON + timedelta(minutes=2), number="blue.captions")
    works = ("In the room “Blue” the captions work again.", "12:02", "blue")
    assert await told(event, activity, 11.9) == [works]
    assert works not in await told(event, activity, 12)
    assert await room.next_notice(event.store, activity, NOON + timedelta(minutes=2)) == NOON + timedelta(minutes=12)


async def test_undo_of_failing_and_of_mending(event: Event, activity: Any) -> None:
    await event.act(activity, "fail", number="blue.phone")
    await event.act(activity, "mend", NOON + timedelta(minutes=2), number="blue.phone")
    await event.undo(activity, "mend", number="blue.phone")
    assert [sentence for sentence, *_ in await told(event, activity, 3)] == [
        "The phone of the room “Blue” does not work. The organisers know."
    ]
    await event.undo(activity, "fail", number="blue.phone")
    assert await told(event, activity, 3) == []


@pytest.mark.parametrize("entry", ["green.captions", "blue.lift", "red.captions", ""])
async def test_what_was_never_promised_cannot_fail(event: Event, activity: Any, entry: str) -> None:
    with pytest.raises(Refused, match=r"^There is no such thing in these rooms"):
        await event.act(activity, "fail", number=entry)


async def test_it_fails_once_however_often_it_is_said(event: Event, activity: Any) -> None:
    await event.act(activity, "fail", number="blue.captions")
    with pytest.raises(Refused, match=r"^Nothing was done: something was changed since"):
        await event.act(activity, "fail", NOON + timedelta(minutes=1), number="blue.captions")
    assert len(await event.store.rows("select * from room_failure")) == 1


@pytest.mark.requirement("LV-05")
async def test_live_updates_say_the_end_at_five_minutes_at_one_and_when_it_comes(event: Event, activity: Any) -> None:
    await event.send(activity, {"room": "blue"})
    open_moment = Moment(State.OPEN)
    said = []
    for minutes in (10, 4.9, 3.5, 2.5, 1.5, 0.5, -1):
        found = await room.personal(event.store, activity, open_moment, END - timedelta(minutes=minutes))
        said += [(minutes, str(one.sentence), one.is_urgent) for one in found.values()]
    assert said == [
        (4.9, "The breakout rooms end in 5 minutes.", True), (0.5, "The breakout rooms end in 1 minute.", True),
        (-1, "The breakout rooms have ended. Come back to everyone.", True),
    ]  # fmt: skip
