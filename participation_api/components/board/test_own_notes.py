"""One person's own notes: sent again, changed, withdrawn."""

from datetime import timedelta
from typing import Any

import pytest

from participation_api.components import board
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.contract import Refused

LATER = NOON + timedelta(minutes=1)


def a_board(**entry: Any) -> Any:
    return declared(board, **entry)


def shown(results: dict[str, Any]) -> list[tuple[int, str]]:
    return [(note["number"], note["text"]) for column in results["columns"] for note in column["notes"]]


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


async def test_a_person_sees_all_their_own_notes_newest_first_and_nobody_elses(event: Event) -> None:
    activity = a_board()
    for text, participant in (("One", "a"), ("Two", "b"), ("Three", "a")):
        await event.send(activity, {"note": text}, participant)
    assert [(entry.id, entry.text, str(entry.status), str(entry.name)) for entry in await event.own(activity)] == [
        ("3", "Three", "Note 3. A moderator reads it before others can see it.", "note 3"),
        ("1", "One", "Note 1. A moderator reads it before others can see it.", "note 1"),
    ]


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
