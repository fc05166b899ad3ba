"""What people say about notes of others, through the server: agreeing, taking it back, reporting, looking for new ones."""

import re
from html import unescape

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from participation_api.conftest import Clock
from participation_api.test_answers import send as post
from participation_api.test_organise import BOARD, DEMO, buttons, heading, notes, notices, press, title

RESULTS = "/take-part/demo/board/results/"
AGREE, REPORT = "/take-part/demo/board/do/agree/", "/take-part/demo/board/do/report/"
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def board(ana: TestClient, clock: Clock) -> TestClient:
    """Two notes that everyone sees."""
    notes(ana, "One", "Two")
    for number in (1, 2):
        press(ana, ana.get(BOARD), f"Show note {number}")
    clock.pass_by(seconds=1)
    return ana


def words(page: Response) -> list[str]:
    return [button.words for button in buttons(page)]


def agree(browser: TestClient, number: int) -> Response:
    """As a browser does: the POST again after a 307, then the page that the 303 leads to."""
    answer = browser.post(AGREE, data={"entry": str(number), "order": ""})
    if answer.status_code == 307:
        answer = browser.post(answer.headers["location"], data={"entry": str(number), "order": ""})
    assert answer.status_code == 303
    return browser.get(answer.headers["location"].split("#")[0])


@pytest.mark.requirement("NB-01", "NB-03")
def test_agreeing_says_so_at_the_note_and_offers_the_way_back(board: TestClient) -> None:
    assert words(board.get(RESULTS))[:2] == ["I agree, note 1", "I agree, note 2"]
    page = agree(board, 2)
    assert notices(page) == ["You agree with note 2."]
    assert words(page)[:2] == ["I agree, note 1", "Take back my agreement, note 2"]
    assert "1 person agrees." in page.text
    page = press(board, page, "Take back my agreement, note 2")
    assert notices(page) == ["Your agreement with note 2 is taken back."]
    assert words(page)[:2] == ["I agree, note 1", "I agree, note 2"]


@pytest.mark.requirement("CF-02")
def test_the_receipt_names_agreements_also_of_somebody_who_has_sent_nothing(board: TestClient) -> None:
    receipt = RESULTS.replace("results", "receipt")
    agree(board, 2)
    page = board.get(receipt)
    assert heading(page) == "What you said about the entries of others"
    link = f'<a href="{RESULTS}#board-board-entry-2">You agree with note 2.</a>'
    assert (link in page.text, "sent nothing" in page.text) == (True, False)
    # On another device, by the private link.
    (private,) = re.findall(r'<a href="http://testserver([^"]*/mine/[^"]*)"', page.text)
    board.cookies.clear()
    page = press(board, board.get(private), "Open what I sent")
    assert link in page.text
    press(board, board.get(RESULTS), "Take back my agreement, note 2")
    assert heading(board.get(receipt)) == "Nothing is recorded from this device"


@pytest.mark.requirement("NB-05")
def test_the_page_opens_at_the_note_which_can_take_the_focus(board: TestClient) -> None:
    post(board, AGREE, entry="2")
    answer = board.post(AGREE, data={"entry": "2"})
    assert answer.headers["location"] == f"{RESULTS}?done=agree&entry=2#board-board-entry-2"
    assert '<li class="note" id="board-board-entry-2" tabindex="-1">' in board.get(RESULTS).text


@pytest.mark.requirement("CF-03")
def test_a_first_press_without_a_cookie_is_repeated_with_one_and_counts_once(board: TestClient) -> None:
    answer = board.post(AGREE, data={"entry": "1"})
    assert (answer.status_code, answer.headers["location"]) == (307, f"{AGREE}?cookie=sent")
    assert "agrees" not in board.get(RESULTS).text
    for _ in range(2):
        assert board.post(answer.headers["location"], data={"entry": "1"}).status_code == 303
    assert "1 person agrees." in board.get(RESULTS).text


def test_a_browser_that_refuses_the_cookie_is_told_and_nothing_counts(board: TestClient) -> None:
    answer = board.post(f"{AGREE}?cookie=sent", data={"entry": "1"})
    assert (answer.status_code, heading(answer)) == (
        400, "Your browser refused the cookie; your answer was not saved",
    )  # fmt: skip
    assert words(answer) == ["Send it without a cookie"]


def test_only_who_agrees_sees_the_way_back(board: TestClient, clock: Clock) -> None:
    agree(board, 1)
    clock.pass_by(seconds=1)
    kept = dict(board.cookies)
    board.cookies.clear()
    board.app.state.service.cache.note_change("demo", at_once=True)  # type: ignore[attr-defined]
    page = board.get(RESULTS)
    assert (words(page)[0], "1 person agrees." in page.text) == ("I agree, note 1", True)
    board.cookies.update(kept)
    page = board.get(RESULTS)
    assert (words(page)[0], page.headers["cache-control"]) == ("Take back my agreement, note 1", "no-store")
    assert "Finish on this device" in page.text


def test_no_address_claims_an_agreement_that_is_not_there(board: TestClient) -> None:
    assert notices(board.get(f"{RESULTS}?done=agree&entry=1")) == ["Your agreement with note 1 is taken back."]
    assert notices(board.get(f"{RESULTS}?done=nothing&entry=<b>")) == []


@pytest.mark.parametrize("entry", ["", "0", "x", "1 or 1=1", "9" * 40, "<b>"])
def test_an_entry_that_is_no_number_is_no_address(board: TestClient, entry: str) -> None:
    for path in (AGREE, f"{AGREE}undo"):
        assert board.post(path, data={"entry": entry}).status_code == 404


def test_a_note_that_was_hidden_meanwhile_takes_no_agreement(board: TestClient) -> None:
    agree(board, 2)
    press(board, board.get(BOARD), "Hide note 1", reason="It names a person")
    answer = board.post(AGREE, data={"entry": "1"})
    assert (answer.status_code, "Note 1 is not shown any more. Your agreement was not counted." in answer.text) == (
        409, True,
    )  # fmt: skip


@pytest.mark.requirement("ER-08")
def test_when_nothing_is_taken_any_more_the_buttons_are_gone_and_a_press_says_why(
    board: TestClient, clock: Clock
) -> None:
    page = board.get(RESULTS)
    agree(board, 2)
    press(board, board.get(BOARD), "Close now")
    clock.pass_by(days=8)
    assert [each for each in words(board.get(RESULTS)) if "gree" in each] == ["Take back my agreement, note 2"]
    answer = press(board, page, "I agree, note 1")
    assert (answer.status_code, heading(answer)) == (409, "This is closed")
    assert notices(press(board, board.get(RESULTS), "Take back")) == ["Your agreement with note 2 is taken back."]


def test_agreeing_is_no_answer_of_ones_own(board: TestClient) -> None:
    agree(board, 1)
    assert "You have already sent something here." not in board.get("/take-part/demo/board/").text


def test_kinds_without_entries_of_others_have_no_such_address(board: TestClient) -> None:
    for path in ("/take-part/demo/lunch/do/agree", "/take-part/demo/board/do/nothing", "/take-part/demo/x/do/agree"):
        assert board.post(path, data={"entry": "1"}).status_code == 404
    assert board.get(AGREE).headers["location"] == RESULTS


# Reporting


def report(browser: TestClient, number: int = 1, **fields: str) -> Response:
    """On the page of the form, as somebody who has no cookie."""
    page = browser.get(f"{REPORT}?entry={number}")
    answer = browser.post(REPORT, data={**buttons(page)[0].fields, **fields}, headers=FORM)
    return browser.get(answer.headers["location"].split("#")[0]) if answer.status_code == 303 else answer


@pytest.mark.requirement("NB-01", "CF-01")
def test_reporting_needs_no_cookie_and_says_what_happens(board: TestClient) -> None:
    page = report(board, reason="person", text="She is my friend.")
    assert (heading(page), title(page)) == (
        "Note 1 is reported", "Note 1 is reported – Demo session – Test site",
    )  # fmt: skip
    assert "Until then the note stays where it is." in page.text
    assert "curbcut" not in board.cookies
    page = board.get(BOARD)
    assert title(page).startswith("1 waiting – ")
    assert re.findall("<h2>(.*?)</h2>", page.text)[:1] == ["Reported: 1 note"]
    assert "She is my friend." in page.text


def test_who_reported_reads_what_was_decided_and_the_log_says_who_decided(board: TestClient) -> None:
    page = board.get(f"{REPORT}?entry=1")
    answer = board.post(REPORT, data={**buttons(page)[0].fields, "reason": "other"}, headers=FORM)
    address = answer.headers["location"].split("#")[0]
    assert heading(press(board, board.get(BOARD), "Keep note 1")) == "Note 1 stays"
    assert heading(board.get(address)) == "Note 1 stays"
    assert "Keep note 1 (What should we note?)" in board.get(f"{DEMO}log/").text
    for wrong in (address.replace("entry=1", "entry=2"), address[:-1], f"{address}x", f"{REPORT}?entry=1&told=x"):
        assert board.get(wrong).status_code == 404


@pytest.mark.requirement("ER-01", "ER-03", "ER-05")
def test_a_report_without_a_reason_keeps_its_text(board: TestClient) -> None:
    page = report(board, text="She is <my> friend.")
    assert (page.status_code, title(page)[:22]) == (422, "Error: Report note 1 –")
    assert '<a href="#board-board-reason">Choose what is wrong with the note</a>' in page.text
    assert "She is &lt;my&gt; friend.</textarea>" in page.text


def test_a_double_press_is_one_report(board: TestClient) -> None:
    page = board.get(f"{REPORT}?entry=1")
    for _ in range(2):
        board.post(REPORT, data={**buttons(page)[0].fields, "reason": "hurts"}, headers=FORM)
    assert "Reported by 1 person:" in board.get(BOARD).text


def test_the_text_of_a_report_comes_back_if_the_note_is_gone(board: TestClient) -> None:
    page = board.get(f"{REPORT}?entry=1")
    press(board, board.get(BOARD), "Hide note 1", reason="It names a person")
    answer = board.post(REPORT, data={**buttons(page)[0].fields, "reason": "hurts", "text": "My words"}, headers=FORM)
    assert (answer.status_code, heading(answer)) == (409, "This is not shown any more")
    assert '<pre class="given-back" dir="auto" lang="">\nMy words</pre>' in answer.text
    for entry in ("1", "7", "x"):
        assert board.get(f"{REPORT}?entry={entry}").status_code == 404


# Looking


@pytest.mark.requirement("NB-06")
def test_new_notes_come_by_a_link_that_says_how_many_and_leads_to_each(board: TestClient, clock: Clock) -> None:
    page = board.get(RESULTS)
    link = unescape(re.findall(r'<a href="([^"]*)">Show new notes</a>', page.text)[0])
    assert notices(board.get(link)) == ["There is no new note."]
    notes(board, "Three")
    press(board, board.get(BOARD), "Show note 3")
    clock.pass_by(seconds=1)
    text = board.get(link).text
    assert '<p class="notice">1 new note: <a href="#board-board-entry-3">Note 3</a></p>' in text
    assert "refresh" not in page.headers
    assert "<meta http-equiv" not in text


@pytest.mark.parametrize("since", ["x", "2026", "9999-99-99T00:00", "2026-12-01T12:00:00", "0001-01-01T00:00:00+14:00"])
def test_a_time_that_no_page_of_ours_wrote_asks_for_nothing(board: TestClient, since: str) -> None:
    answer = board.get(RESULTS, params={"since": since, "order": "<b>"})
    assert (answer.status_code, notices(answer)) == (200, [])


@pytest.mark.requirement("NB-05")
def test_a_moved_note_has_the_focus_says_where_it_is_and_offers_undo_there(board: TestClient) -> None:
    page = board.get(BOARD)
    button = next(each for each in buttons(page) if each.words == "Move note 2")
    answer = board.post(button.address, data={**button.fields, "group": "Paths <b>"}, headers=FORM)
    assert answer.headers["location"].endswith("#board-board-entry-2")
    page = board.get(answer.headers["location"].split("#")[0])
    assert heading(page) == "Note 2 is moved to “Paths <b>”"
    assert notices(page) == ["Note 2 is moved to “Paths <b>”."]
    at = page.text.index('id="board-board-entry-2" tabindex="-1"')
    assert at < page.text.index("Undo “Move note 2”")
    assert "Paths &lt;b&gt; (1 note)</h2>" in board.get(RESULTS).text
    page = press(board, page, "Undo")
    assert heading(page) == "Undone: Move note 2"
    assert "Paths" not in board.get(RESULTS).text
    assert "Paths &lt;b&gt;" in board.get(f"{DEMO}log/").text


@pytest.mark.requirement("ER-01", "ER-05", "ER-06")
def test_a_mistake_in_moving_opens_the_form_with_what_was_typed(board: TestClient) -> None:
    page = press(board, board.get(BOARD), "Move note 2", to="worries", group="Ramps")
    assert (
        page.status_code,
        '<a href="#board-board-to-2">Choose a place, or name a new group, not both</a>' in page.text,
    ) == (422, True)
    assert ('<option value="worries" selected>' in page.text, 'value="Ramps"' in page.text) == (True, True)
    assert page.text.count("<details open>") == 1
