"""Notes and turns in the hands of an organiser: shown, hidden, called, put back; each at once, each with Undo."""

import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from participation_api.components import board
from participation_api.components.contract import Write
from participation_api.components.words import say
from participation_api.conftest import sign_in
from participation_api.database import Unavailable
from participation_api.test_organise import (
    BOARD,
    DEMO,
    FLOOR,
    LUNCH,
    buttons,
    heading,
    notes,
    notices,
    press,
    send,
    speakers,
    title,
)


@pytest.mark.requirement("NB-03")
def test_notes_wait_oldest_first_and_every_control_names_its_note(ana: TestClient) -> None:
    notes(ana, "One", "Two")
    page = ana.get(BOARD)
    assert title(page).startswith("2 waiting – What should we note? – ")
    assert [button.words for button in buttons(page)][:6] == [
        "Show note 1", "Hide note 1", "Move note 1", "Show note 2", "Hide note 2", "Move note 2",
    ]  # fmt: skip
    assert "Reason for hiding note 2" in page.text


def test_a_note_is_shown_at_once_and_undo_hides_it_again(ana: TestClient) -> None:
    notes(ana, "Ask us first")
    results = "/take-part/demo/board/results/"
    assert "Ask us first" not in ana.get(results).text
    page = press(ana, ana.get(BOARD), "Show note 1")
    assert (heading(page), buttons(page)[0].words) == ("Note 1 is shown now", "Undo “Show note 1”")
    assert "Ask us first" in ana.get(results).text
    page = press(ana, page, "Undo")
    assert heading(page) == "Undone: Show note 1"
    assert "Ask us first" not in ana.get(results).text


def test_a_hidden_note_is_gone_at_once_and_can_be_shown_again(ana: TestClient) -> None:
    notes(ana, "John Smith is ill")
    results = "/take-part/demo/board/results/"
    page = press(ana, ana.get(BOARD), "Show note 1")
    assert "John Smith is ill" in ana.get(results).text
    page = press(ana, page, "Hide note 1", reason="It names a person")
    assert heading(page) == "Note 1 is hidden now"
    assert "John Smith is ill" not in ana.get(results).text
    assert "Hidden. The reason: It names a person" in page.text
    page = press(ana, page, "Show note 1 again")
    assert heading(page) == "Note 1 is shown again"
    page = press(ana, page, "Undo")
    assert "John Smith is ill" not in ana.get(results).text


@pytest.mark.requirement("ER-01", "ER-05", "ER-06")
def test_hiding_needs_a_reason_and_the_error_is_at_its_field(ana: TestClient) -> None:
    notes(ana, "One", "Two")
    page = press(ana, ana.get(BOARD), "Hide note 2", reason=" ")
    assert (page.status_code, title(page)[:5]) == (422, "Error")
    assert '<a href="#board-board-reason-2">Enter the reason; the author of the note sees it</a>' in page.text
    assert 'aria-describedby="board-board-reason-2-hint board-board-reason-2-error"' in page.text
    assert "board-board-reason-error" not in page.text


def test_a_reason_that_is_too_long_is_kept_in_its_field(ana: TestClient) -> None:
    notes(ana, "One")
    page = press(ana, ana.get(BOARD), "Hide note 1", reason="x" * 301)
    assert (page.status_code, f'value="{"x" * 301}"' in page.text) == (422, True)


def test_a_note_that_another_moderator_has_hidden_is_not_shown_from_an_old_page(ana: TestClient) -> None:
    notes(ana, "A name")
    old = ana.get(BOARD)
    press(ana, ana.get(BOARD), "Hide note 1", reason="It names a person")
    page = press(ana, old, "Show note 1")
    assert (page.status_code, heading(page)) == (409, "Nothing was changed")
    assert notices(page) == ["Meanwhile: Hide note 1 (What should we note?) – Ana, 12:00 UTC"]
    assert "A name" not in ana.get("/take-part/demo/board/results/").text


def test_showing_a_note_twice_is_harmless(ana: TestClient) -> None:
    notes(ana, "One")
    page = ana.get(BOARD)
    press(ana, page, "Show note 1")
    again = press(ana, page, "Show note 1")
    assert (heading(again), buttons(again)[0].words) == ("Note 1 is shown now", "Undo “Show note 1”")
    undone = press(ana, again, "Undo")
    twice = press(ana, again, "Undo")
    assert heading(undone) == heading(twice) == "Undone: Show note 1"
    assert notices(twice) == ["It was done already. Pressing the button again changed nothing."]


def test_a_note_changed_while_it_was_read_is_not_shown(ana: TestClient) -> None:
    notes(ana, "Ask us fist")
    old = ana.get(BOARD)
    note = next(button for button in buttons(old) if button.words == "Show note 1")
    answer = ana.post(note.address, data={**note.fields, "seen": "2026-12-01T11:00:00.000000+00:00"})
    assert (answer.status_code, heading(answer)) == (409, "Nothing was changed")
    assert notices(answer) == ["Note 1 was changed or withdrawn after this page was made. Read it again"]


@pytest.mark.parametrize("number", ["", "99", "-1", "x", "9" * 400, "1 or 1=1"])
def test_a_note_that_is_not_there_is_refused(ana: TestClient, number: str) -> None:
    answer = ana.post(f"{BOARD}act/show", data={"number": number, "expected": "", "seen": ""})
    assert (answer.status_code, heading(answer)) == (409, "Nothing was changed")


def test_what_people_wrote_is_escaped_and_said_in_its_language(ana: TestClient) -> None:
    send(ana, "board", note="<b>اسألونا</b> {{ 1 }} & co", column="ideas", lang="ar")
    text = ana.get(BOARD).text
    assert 'lang="ar" dir="auto">&lt;b&gt;اسألونا&lt;/b&gt; {{ 1 }} &amp; co</p>' in text


def test_the_next_speaker_is_called_by_number_and_a_double_press_skips_nobody(ana: TestClient) -> None:
    speakers(ana, "Ben", "Cai", "Dina")
    page = ana.get(FLOOR)
    called = press(ana, page, "Call the next speaker: number 1")
    assert heading(called) == "Number 1 has the floor now"
    again = press(ana, page, "Call the next speaker: number 1")
    assert (heading(again), title(again)[:9]) == ("Number 1 has the floor now", "2 waiting")
    for _ in range(2):
        page = press(ana, called, "Call the next speaker: number 2")
    assert heading(page) == "Number 2 has the floor now"
    assert "1 person waiting to speak. 1 turn taken." in page.text


def test_undoing_a_call_gives_the_floor_back_to_who_had_it(ana: TestClient) -> None:
    speakers(ana, "Ben", "Cai")
    page = press(ana, ana.get(FLOOR), "Call the next speaker: number 1")
    page = press(ana, page, "Call the next speaker: number 2")
    page = press(ana, page, "Undo")
    assert heading(page) == "Undone: Call the next speaker: number 2"
    assert [button.words for button in buttons(page)][:3] == [
        "Turn done: number 1",
        "Call again: number 1",
        "Call the next speaker: number 2",
    ]


def test_a_turn_is_ended_called_again_moved_back_and_taken_back(ana: TestClient) -> None:
    speakers(ana, "Ben")
    page = press(ana, ana.get(FLOOR), "Call the next speaker")
    page = press(ana, page, "Turn done: number 1")
    assert heading(page) == "The turn of number 1 is done"
    page = press(ana, page, "Undo")
    page = press(ana, page, "Call again: number 1")
    assert heading(page) == "Number 1 was called a second time"
    page = press(ana, page, "Move back: number 1")
    assert heading(page) == "Number 1 is moved back, and stays in the queue"
    assert title(page).startswith("1 waiting")
    page = press(ana, page, "Undo")
    assert {"Turn done: number 1", "Move back: number 1"} <= {button.words for button in buttons(page)}


def test_a_call_cannot_be_undone_after_the_turn_is_done(ana: TestClient) -> None:
    speakers(ana, "Ben")
    called = press(ana, ana.get(FLOOR), "Call the next speaker")
    press(ana, called, "Turn done")
    page = press(ana, called, "Undo")
    assert (page.status_code, heading(page)) == (409, "Nothing was changed")
    assert notices(page) == ["Meanwhile: Turn done: number 1 (Do you want the floor?) – Ana, 12:00 UTC"]


@pytest.mark.requirement("SQ-02", "SQ-05")
def test_how_somebody_takes_the_turn_stands_on_no_other_page(ana: TestClient) -> None:
    send(ana, "floor", mode="read-aloud", place="online", name="Amina", text="Ask us.", more_time="yes")
    text = ana.get(FLOOR).text
    assert all(words in text for words in ("Needs more time.", "Read this text aloud, word for word:", "Ask us."))
    pages = ["/take-part/demo/floor/results/", "/take-part/demo/", "/take-part/demo/screen/", "/sessions/demo/"]
    for page in (*pages, f"{FLOOR}answers.csv", f"{FLOOR}answers.json", f"{DEMO}log/"):
        text = ana.get(page).text
        assert "Needs more time" not in text
        assert "Ask us." not in text
        assert "read-aloud" not in text or 'type="radio"' in text


# When something cannot be done


def test_a_reason_that_could_not_be_saved_is_given_back(ana: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    notes(ana, "A name")
    page = ana.get(BOARD)
    monkeypatch.setattr(ana.app.state.service.writer, "save", unavailable)  # type: ignore[attr-defined]
    answer = press(ana, page, "Hide note 1", reason="It names <b>somebody</b>")
    assert (answer.status_code, heading(answer)) == (503, "Nothing was changed")
    assert notices(answer) == ["We could not save just now. Wait for some seconds, and try again."]
    assert '<pre class="given-back" dir="auto" lang="">\nIt names &lt;b&gt;somebody&lt;/b&gt;</pre>' in answer.text


@pytest.mark.parametrize("words", ["Close: Poll", "Undo"])
def test_a_state_that_could_not_be_saved_is_not_changed(
    ana: TestClient, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    page = ana.get(LUNCH)
    if words == "Undo":
        page = press(ana, page, "Close: Poll")
    state = re.findall("Poll: [a-z]+[.]", page.text)
    monkeypatch.setattr(ana.app.state.service.writer, "save", unavailable)  # type: ignore[attr-defined]
    answer = press(ana, page, words)
    assert (answer.status_code, heading(answer)) == (503, "Nothing was changed")
    assert re.findall("Poll: [a-z]+[.]", ana.get(LUNCH).text) == state


async def unavailable(write: Write) -> None:
    raise Unavailable("locked")


@pytest.mark.requirement("AU-09")
def test_only_what_cannot_be_undone_asks_first(ana: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for_ever = replace(board.ACTIONS["show"], undo=None, asks_first=say("Show note {entry} for ever?", entry=""))
    monkeypatch.setattr(board, "ACTIONS", {**board.ACTIONS, "show": for_ever})
    notes(ana, "One")
    page = press(ana, ana.get(BOARD), "Show note 1")
    assert (page.status_code, heading(page)) == (200, "Show note 1 for ever?")
    assert "1 note waiting for review" in ana.get(BOARD).text
    page = press(ana, page, "Show note 1")
    assert (heading(page), buttons(page)[0].words) == ("Note 1 is shown now", "Hide note 1")


def test_a_rapporteur_does_not_see_how_people_take_their_turns(ana: TestClient) -> None:
    send(ana, "floor", mode="sign", place="room", name="Ben", more_time="yes")
    assert "Needs more time." in ana.get(FLOOR).text
    sign_in(ana, "Saionara", "rapporteur")
    text = ana.get(FLOOR).text.split("<h2>Say this aloud</h2>")[0]
    assert ("Ben" in text, "I sign" in text, "Needs more time." in text) == (True, False, False)
