"""A board: several notes from each person, read before they are shown, numbered for ever."""

import json
from datetime import timedelta
from typing import Any

import pytest

from participation_api.components import board
from participation_api.components.board import Note
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.contract import DeclarationError, FieldErrors, Refused
from participation_api.components.language_names import languages_to_choose

LATER = NOON + timedelta(minutes=1)


def a_board(**entry: Any) -> Any:
    return declared(board, **entry)


def errors(activity: Any, **fields: list[str]) -> dict[str, str]:
    found = board.read_form(activity, fields)
    assert isinstance(found, FieldErrors)
    return {name: str(sentence) for name, sentence in found.sentences.items()}


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
        "may_publish": False,
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


async def test_the_same_note_again_is_the_same_entry(event: Event) -> None:
    activity = a_board()
    for _ in range(2):
        await event.send(activity, {"note": "Ask us first"})
    assert [entry.id for entry in await event.own(activity)] == ["1"]


async def test_sending_a_note_again_puts_its_language_and_permission_right(event: Event) -> None:
    activity = a_board()
    await event.send(activity, {"note": "Fragt uns", "lang": "en", "may_publish": "yes"})
    await event.send(activity, {"note": "Fragt uns", "lang": "de"}, at=LATER)
    (entry,) = await event.own(activity)
    assert (entry.lang, entry.fields["may_publish"]) == ("de", [])


async def test_two_people_with_the_same_words_have_two_notes(event: Event) -> None:
    activity = a_board(review="no")
    for participant in ("a", "b"):
        await event.send(activity, {"note": "Ask us first"}, participant)
    assert shown(await event.results(activity)) == [(1, "Ask us first"), (2, "Ask us first")]


async def test_a_person_sees_all_their_own_notes_newest_first_and_nobody_elses(event: Event) -> None:
    activity = a_board()
    for text, participant in (("One", "a"), ("Two", "b"), ("Three", "a")):
        await event.send(activity, {"note": text}, participant)
    assert [(entry.id, entry.text, str(entry.status), str(entry.name)) for entry in await event.own(activity)] == [
        ("3", "Three", "Note 3. A moderator reads it before others can see it.", "note 3"),
        ("1", "One", "Note 1. A moderator reads it before others can see it.", "note 1"),
    ]


async def test_a_number_is_never_given_twice(event: Event) -> None:
    activity = a_board(review="no")
    for text in ("One", "Two"):
        await event.send(activity, {"note": text})
    await event.withdraw(activity, number=0)
    await event.send(activity, {"note": "Three"})
    assert shown(await event.results(activity)) == [(1, "One"), (3, "Three")]


async def test_a_withdrawn_note_leaves_only_its_number_in_the_database(event: Event) -> None:
    activity = a_board()
    await event.send(activity, {"note": "Ask us first", "lang": "fr", "may_publish": "yes"})
    await event.withdraw(activity)
    (row,) = await event.store.rows("select * from note")
    kept = {name: row[name] for name in ("number", "participant", "text", "lang", "may_publish", "status", "digest")}
    assert kept == {
        "number": 1, "participant": "", "text": "", "lang": "", "may_publish": 0, "status": "withdrawn",
        "digest": "withdrawn-1",
    }  # fmt: skip
    assert (await event.own(activity), await board.export(event.store, activity)) == ([], [])


async def test_nobody_can_withdraw_anothers_note(event: Event) -> None:
    activity = a_board()
    await event.send(activity, {"note": "Ask us first"})
    (entry,) = await event.own(activity)
    await event.save(board.withdraw(activity, entry, "somebody else", NOON))
    assert [entry.text for entry in await event.own(activity)] == ["Ask us first"]


async def test_a_changed_note_keeps_its_number_and_is_read_again(event: Event) -> None:
    activity = a_board()
    await event.send(activity, {"note": "Ask us fist"})
    await event.act(activity, "show", number=1, seen=(await event.organise(activity))["waiting"][0]["seen"])
    await event.send(activity, {"note": "Ask us first", "change": "1"}, at=LATER)
    assert [(entry.id, entry.text) for entry in await event.own(activity)] == [("1", "Ask us first")]
    assert (await event.results(activity))["waiting"] == 1


async def test_changing_nothing_of_a_note_does_not_send_it_back_to_review(event: Event) -> None:
    activity = a_board()
    await event.send(activity, {"note": "Ask us first"})
    await event.act(activity, "show", number=1, seen=(await event.organise(activity))["waiting"][0]["seen"])
    await event.send(activity, {"note": "Ask us first", "change": "1", "lang": "en"}, at=LATER)
    assert shown(await event.results(activity)) == [(1, "Ask us first")]


async def test_a_hidden_note_does_not_come_back_by_changing_it_on_a_board_without_review(event: Event) -> None:
    activity = a_board(review="no")
    await event.send(activity, {"note": "A name"})
    await event.act(activity, "hide", number=1, reason="It names somebody")
    for text in ("The same name", "The name again"):
        await event.send(activity, {"note": text, "change": "1"}, at=LATER)
    assert shown(await event.results(activity)) == []
    assert (await event.results(activity))["waiting"] == 1


async def test_a_note_that_is_gone_cannot_be_changed(event: Event) -> None:
    with pytest.raises(Refused, match=r"^Note 7 is no longer here to change. Send it as a new note$"):
        await event.send(a_board(), {"note": "Ask us first", "change": "7"})


async def test_a_note_is_not_changed_into_a_copy_of_another_one(event: Event) -> None:
    activity = a_board()
    await event.send(activity, {"note": "One"})
    await event.send(activity, {"note": "Two"})
    with pytest.raises(Refused, match=r"^You have already sent a note with these words"):
        await event.send(activity, {"note": "One", "change": "2"})
    assert [entry.text for entry in await event.own(activity)] == ["Two", "One"]


async def test_notes_after_the_session_are_counted_apart(event: Event) -> None:
    activity = a_board(review="no")
    await event.send(activity, {"note": "In time"})
    await event.send(activity, {"note": "Three hours later"}, "b", late=True)
    results = await event.results(activity)
    assert (results["notes"], results["afterwards"]) == (2, 1)


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


def test_an_empty_form_says_what_to_do() -> None:
    assert errors(a_board(columns=["Works", "Missing"])) == {"column": "Choose one column", "note": "Enter a note"}


@pytest.mark.parametrize("nothing", ["", "  \n ", "\u200b\u200b", "\x00\x07"])
def test_a_note_with_nothing_to_see_is_no_note(nothing: str) -> None:
    assert errors(a_board(), note=[nothing]) == {"note": "Enter a note"}


def test_a_long_note_is_told_how_long_it_is() -> None:
    assert errors(a_board(limit="20"), note=["x" * 23]) == {"note": "Write 20 characters or fewer; you wrote 23"}


def test_line_ends_count_as_one_character_and_the_text_is_kept_whole() -> None:
    note = board.read_form(a_board(limit="7"), {"note": ["a\r\n\r\nb\tc"]})
    assert note == Note("a\n\nb\tc", "notes")


def test_an_unknown_column_or_language_is_refused() -> None:
    found = errors(a_board(columns=["Works", "Missing"]), note=["x"], column=["9"], lang=["tlh"])
    assert found == {"column": "Choose from the columns on this page", "lang": "Choose a language from the list"}


def test_the_languages_begin_with_none_the_sessions_own_and_the_six_of_the_united_nations() -> None:
    activity = a_board()
    assert [option["value"] for option in activity.language_options][:7] == ["", "en", "ar", "zh", "fr", "ru", "es"]


def test_the_sessions_own_language_is_offered_even_if_the_list_lacks_it() -> None:
    languages = languages_to_choose("mt")
    assert list(languages.items())[:2] == [("mt", "Malti"), ("ar", "العربية")]


@pytest.mark.parametrize(
    ("entry", "key", "sentence"),
    [
        ({"limit": "5000"}, "limit", "'limit' is '5000'; it must be a whole number from 1 to 4000"),
        ({"review": "perhaps"}, "review", "'review' is 'perhaps'; it must be yes or no"),
        ({"columns": ["One", "one"]}, "columns.2.text", "'columns' has 'one' twice; each must differ"),
        ({"columns": ["١"]}, "columns.1.text", "'١' has no letters from a to z; give it an 'id' of its own"),
        ({"columns": [{"texts": "One"}]}, "columns.1.texts", "'texts' is not a known key; did you mean 'text'?"),
        ({"columns": [["One"]]}, "columns.1", "'columns.1' must be a text, or id, text, was"),
        ({"columns": list("abcdefghijklm")}, "columns", "'columns' has 13; a board has 12 or fewer"),
    ],
)
def test_a_mistake_in_a_board_is_named(entry: dict[str, Any], key: str, sentence: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        a_board(**entry)
    assert (caught.value.key, str(caught.value)) == (key, sentence)
