"""A board: several notes from each person, read before they are shown, numbered for ever."""

import json
from datetime import timedelta
from typing import Any

from participation_api.components import board
from participation_api.components.conftest import NOON, Event, declared


def a_board(**entry: Any) -> Any:
    return declared(board, **entry)


def shown(results: dict[str, Any]) -> list[tuple[int, str]]:
    return [(note["number"], note["text"]) for column in results["columns"] for note in column["notes"]]


async def test_a_note_waits_until_a_moderator_shows_it(event: Event) -> None:
    activity = a_board()
    await event.send(activity, {"note": "Ask us first", "lang": "fr"})
    column = {"id": "notes", "text": "", "count": 0, "notes": []}
    assert await event.results(activity) == {"columns": [column], "notes": 0, "afterwards": 0, "waiting": 1}
    (waiting,) = (await event.organise(activity))["waiting"]
    await event.act(activity, "show", number=1, seen=waiting["seen"])
    note = {
        "number": 1, "text": "Ask us first", "lang": "fr", "at": "2026-12-01T12:00:00.000000+00:00", "late": False,
        "may_publish": False, "agree": 0, "pinned": False, "answered": False,
        "shown_at": "2026-12-01T12:00:00.000000+00:00",
    }  # fmt: skip
    column = {"id": "notes", "text": "", "count": 1, "notes": [note]}
    assert await event.results(activity) == {"columns": [column], "notes": 1, "afterwards": 0, "waiting": 0}


async def test_without_review_a_note_is_shown_at_once(event: Event) -> None:
    activity = a_board(review="no")
    await event.send(activity, {"note": "Ask us first"})
    assert shown(await event.results(activity)) == [(1, "Ask us first")]


async def test_notes_stand_in_their_columns_in_the_order_of_their_numbers(event: Event) -> None:
    activity = a_board(columns=["Works", "Missing"], review="no")
    for text, column in (("First", "missing"), ("Second", "works"), ("Third", "missing")):
        await event.send(activity, {"note": text, "column": column})
    columns = (await event.results(activity))["columns"]
    assert [(column["text"], column["count"]) for column in columns] == [("Works", 1), ("Missing", 2)]
    assert [note["number"] for note in columns[1]["notes"]] == [1, 3]


async def test_two_people_with_the_same_words_have_two_notes(event: Event) -> None:
    activity = a_board(review="no")
    for participant in ("a", "b"):
        await event.send(activity, {"note": "Ask us first"}, participant)
    assert shown(await event.results(activity)) == [(1, "Ask us first"), (2, "Ask us first")]


async def test_a_number_is_never_given_twice(event: Event) -> None:
    activity = a_board(review="no")
    for text in ("One", "Two"):
        await event.send(activity, {"note": text})
    await event.withdraw(activity, number=0)
    await event.send(activity, {"note": "Three"})
    assert shown(await event.results(activity)) == [(1, "One"), (3, "Three")]


async def test_notes_after_the_session_are_counted_apart(event: Event) -> None:
    activity = a_board(review="no")
    await event.send(activity, {"note": "In time"})
    closed_at = NOON + timedelta(hours=1)
    await event.send(activity, {"note": "Three hours later"}, "b", NOON + timedelta(hours=4), late=True)
    results = await event.results(activity, closed_at)
    assert (results["notes"], results["afterwards"]) == (2, 1)
    # Opened again, and closed after it: the session saw both.
    assert [(await event.results(activity, at))["afterwards"] for at in (None, NOON + timedelta(hours=5))] == [0, 0]


async def test_nothing_of_another_activity_is_read(event: Event) -> None:
    ours, theirs = a_board(review="no"), a_board(session="other", review="no")
    await event.send(ours, {"note": "Ours"})
    assert (await event.results(theirs))["notes"] == 0
    assert await board.participants(event.store, theirs) == []


async def test_the_export_has_every_note_that_stands_and_no_key(event: Event) -> None:
    activity = a_board(columns=["Works", "Missing"])
    await event.send(activity, {"note": "Good\nidea", "column": "works", "lang": "en", "may_publish": "yes"}, "key-a")
    await event.send(activity, {"note": "A name", "column": "missing"}, "key-b")
    await event.act(activity, "hide", number=2, reason="It names somebody")
    rows = await board.export(event.store, activity)
    assert rows == [
        {
            "number": 1, "column": "Works", "text": "Good\nidea", "lang": "en", "status": "waiting",
            "at": "2026-12-01T12:00:00.000000+00:00", "late": False, "may_publish": True,
            "agree": 0, "pinned": False, "answered": False,
        }
    ]  # fmt: skip
    assert "key-a" not in json.dumps(rows)


async def test_a_column_that_is_no_longer_declared_is_named_with_its_notes(event: Event) -> None:
    before, after = a_board(columns=["Works", "Missing"]), a_board(columns=["Works", "Next"])
    for text in ("One", "Two"):
        await event.send(before, {"note": text, "column": "missing"})
    assert await board.dropped(event.store, after) == [("missing", 2)]


async def test_a_mended_column_keeps_its_notes(event: Event) -> None:
    before = a_board(columns=["Wroks", "Missing"], review="no")
    after = a_board(columns=[{"text": "Works", "was": "Wroks"}, "Missing"], review="no")
    await event.send(before, {"note": "One", "column": "wroks"})
    assert await board.dropped(event.store, after) == []
    assert (await event.results(after))["columns"][0]["text"] == "Works"
