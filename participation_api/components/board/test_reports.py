"""Reporting a note: moderators read it first, decide, and the person who told reads what was decided."""

from datetime import timedelta
from typing import Any

import pytest

from participation_api.components import board
from participation_api.components.board import reports
from participation_api.components.board.reports import Report
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.contract import FieldErrors, Refused

LATER = NOON + timedelta(minutes=1)


@pytest.fixture
async def activity(event: Event) -> Any:
    activity = declared(board, review="no")
    await event.send(activity, {"note": "Ms N is ill"}, "author")
    return activity


async def tell(event: Event, activity: Any, who: str = "a", text: str = "") -> None:
    await event.save(reports.report(activity, "1", Report("person", text), who, NOON))


async def outcome(event: Event, activity: Any, who: str = "a") -> str:
    told = await reports.outcome(event.store, activity, "1", who)
    return str(told[0]) if told else ""


def test_a_report_needs_a_reason_and_has_a_length() -> None:
    activity: Any = declared(board)
    found = reports.read(activity, {"reason": ["x"], "text": ["x" * 501]})
    assert isinstance(found, FieldErrors)
    assert {name: str(sentence) for name, sentence in found.sentences.items()} == {
        "reason": "Choose what is wrong with the note",
        "text": "Write 500 characters or fewer; you wrote 501",
    }


async def test_moderators_see_reported_notes_apart_with_every_reason_and_no_name(event: Event, activity: Any) -> None:
    await tell(event, activity, "a", "She is my friend.")
    await tell(event, activity, "b")
    found = await event.organise(activity)
    (note,) = found["reported"]
    reason = "It names somebody, or tells something about their health"
    assert [(str(told["reason"]), told["text"]) for told in note["reports"]] == [
        (reason, "She is my friend."),
        (reason, ""),
    ]
    assert (found["waits"], found["shown"], str(found["to_do"])) == (1, [], "Review 1 note")
    assert [str(sentence) for sentence in found["numbers"]][:1] == ["1 note reported"]
    # It stays where it is until a moderator decides.
    assert (await event.results(activity))["notes"] == 1


async def test_telling_the_same_twice_is_one_report(event: Event, activity: Any) -> None:
    for _ in range(2):
        await tell(event, activity)
    assert len((await event.organise(activity))["reported"][0]["reports"]) == 1


async def test_who_reported_a_note_reads_that_it_is_hidden(event: Event, activity: Any) -> None:
    await tell(event, activity)
    assert await outcome(event, activity) == "Note 1 is reported"
    await event.act(activity, "hide", number=1, reason="It names somebody")
    assert await outcome(event, activity) == "Note 1 is hidden"
    assert (await event.organise(activity))["waits"] == 0


async def test_who_reported_a_note_reads_that_it_stays_and_undo_opens_the_report_again(
    event: Event, activity: Any
) -> None:
    await tell(event, activity)
    await event.act(activity, "keep", LATER, number=1)
    assert (await outcome(event, activity), (await event.organise(activity))["waits"]) == ("Note 1 stays", 0)
    await event.undo(activity, "keep", LATER + timedelta(minutes=1), number=1)
    assert (await outcome(event, activity), (await event.organise(activity))["waits"]) == ("Note 1 is reported", 1)
    assert [row["what"] for row in (await event.organise(activity))["log"]] == ["undo keep", "keep"]


async def test_pressing_keep_twice_leaves_one_line_in_the_log(event: Event, activity: Any) -> None:
    await tell(event, activity)
    for at in (NOON, LATER):
        await event.act(activity, "keep", at, number=1)
    assert [row["what"] for row in (await event.organise(activity))["log"]] == ["keep"]


async def test_showing_a_reported_note_again_decides_about_its_reports(event: Event, activity: Any) -> None:
    await tell(event, activity)
    await event.act(activity, "hide", number=1, reason="It names somebody")
    await event.act(activity, "restore", LATER, number=1, seen="2026-12-01T12:00:00.000000+00:00")
    assert (await outcome(event, activity), (await event.organise(activity))["waits"]) == ("Note 1 stays", 0)


async def test_withdrawing_a_note_erases_what_was_told_about_it(event: Event, activity: Any) -> None:
    await tell(event, activity, text="It says that Ms N is ill")
    await event.withdraw(activity, "author")
    assert [row["text"] for row in await event.store.rows("select text from note_report")] == [""]
    assert await outcome(event, activity) == "Note 1 is withdrawn"
    assert (await event.organise(activity))["waits"] == 0


async def test_a_note_that_nobody_sees_cannot_be_reported(event: Event, activity: Any) -> None:
    await event.act(activity, "hide", number=1, reason="It names somebody")
    with pytest.raises(Refused, match="There is nothing left to report"):
        await tell(event, activity)


async def test_nobody_reads_what_was_decided_about_a_report_of_somebody_else(event: Event, activity: Any) -> None:
    await tell(event, activity)
    assert await outcome(event, activity, "b") == ""
