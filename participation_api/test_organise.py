"""Organisers' pages through their doors: every button acts at once, says what it did, can be undone and pressed twice."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.conftest import Clock, make_site, sign_in
from participation_api.settings import Settings

DEMO = "/organise/demo/"
LUNCH, BOARD, FLOOR = f"{DEMO}lunch/", f"{DEMO}board/", f"{DEMO}floor/"


@dataclass(frozen=True)
class Button:
    words: str
    address: str
    fields: dict[str, str]


def buttons(page: Response) -> list[Button]:
    found = []
    for form in re.findall(r"<main>.*</main>", page.text, re.DOTALL)[0].split("<form")[1:]:
        address = re.findall(r'action="([^"]*)"', form)[0]
        fields = {
            name: unescape(value) for name, value in re.findall(r'type="hidden" name="(.*?)" value="(.*?)"', form)
        }
        words = unescape(re.sub(r"<[^>]*>", "", re.findall(r"<button.*?</button>", form, re.DOTALL)[0]))
        found.append(Button(words, address, fields))
    return found


def press(browser: TestClient, page: Response, words: str, **typed: str | list[str]) -> Response:
    """Press the button whose words begin so, and follow to the page that says what happened."""
    button = next(button for button in buttons(page) if button.words.startswith(words))
    # A browser says what it sends also where the form has no field.
    headers = {"content-type": "application/x-www-form-urlencoded"}
    sent = {**button.fields, **typed}
    answer = browser.post(button.address, data=sent, headers=headers)
    if answer.status_code == 307:
        answer = browser.post(answer.headers["location"], data=sent, headers=headers)
    return browser.get(answer.headers["location"].split("#")[0]) if answer.status_code == 303 else answer


def heading(page: Response) -> str:
    return unescape(page.text.split('<h1 id="content" tabindex="-1">')[1].split("</h1>")[0])


def title(page: Response) -> str:
    return unescape(page.text.split("<title>")[1].split("</title>")[0])


def notices(page: Response) -> list[str]:
    return [unescape(text) for text in re.findall(r'<p class="notice">(.*?)</p>', page.text)]


def send(browser: TestClient, activity: str, **fields: object) -> None:
    """As another person each time: without the cookies of this browser, which are given back to it."""
    kept = dict(browser.cookies)
    browser.cookies.clear()
    path = f"/take-part/demo/{activity}/"
    again = browser.post(path, data=fields)
    assert browser.post(again.headers["location"], data=fields).status_code == 303
    browser.cookies.clear()
    browser.cookies.update(kept)


def notes(browser: TestClient, *texts: str) -> None:
    for text in texts:
        send(browser, "board", note=text, column="ideas", lang="en")


def speakers(browser: TestClient, *names: str) -> None:
    for name in names:
        send(browser, "floor", mode="speak", place="room", name=name)


@pytest.mark.requirement("R1")
def test_title_of_the_session_begins_with_what_waits(ana: TestClient) -> None:
    notes(ana, "One", "Two")
    speakers(ana, "Ben")
    page = ana.get(DEMO)
    assert title(page) == "3 waiting – Organise: Demo session – Test site"
    assert "2 notes waiting for review. 0 notes shown. 0 notes hidden." in page.text
    assert "1 person waiting to speak. 0 turns taken." in page.text


def test_where_nothing_waits_the_page_says_so(ana: TestClient) -> None:
    page = ana.get(DEMO)
    assert title(page) == "Organise: Demo session – Test site"
    assert "Nothing waits for you." in page.text


def test_a_session_lists_every_activity_with_its_state_its_numbers_and_the_next_button(ana: TestClient) -> None:
    send(ana, "lunch", choice="soup")
    page = ana.get(DEMO)
    assert "<p>1 answer. </p>" in page.text
    assert [button.words for button in buttons(page)] == [
        "Close: Which lunch?",
        "Close: What do you need?",
        "Close: What should we note?",
        "Close: Which room do you want?",
        "Close: Do you want the floor?",
        "Sign out",
    ]


def test_an_unknown_session_or_activity_is_a_page_of_its_own(ana: TestClient) -> None:
    for page in ("/organise/other/", "/organise/other/log/", f"{DEMO}nothing/", f"{LUNCH}answers.exe"):
        assert ana.get(page).status_code == 404
    answer = ana.post(f"{DEMO}nothing/act/hide", data={"reason": "My text"})
    assert (answer.status_code, "My text" in answer.text) == (404, True)


@pytest.mark.requirement("AU-09")
def test_every_change_of_state_is_said_in_the_title_and_the_h1(ana: TestClient, clock: Clock) -> None:
    page, said = ana.get(DEMO), []
    steps = ["Close: Which lunch?", "Close now", "Publish", "Take the results back", "Publish", "Open again"]
    for words in steps:
        clock.pass_by(seconds=10)
        page = press(ana, page, words)
        said.append(heading(page))
        assert title(page) == f"{heading(page)} – Demo session – Test site"
    assert said == [
        "“Which lunch?” is closing",
        "“Which lunch?” is closed",
        "The results of “Which lunch?” are published",
        "The results of “Which lunch?” are not published any more",
        "The results of “Which lunch?” are published",
        "“Which lunch?” is open again",
    ]


def test_a_draft_can_be_opened(tmp_path: Path, clock: Clock) -> None:
    draft = {"id": "lunch", "question": "Which lunch?", "choices": ["Soup", "Salad"]}
    site = make_site(tmp_path / "site", {"lunch": draft})
    with TestClient(create_app(Settings(site, tmp_path / "c.sqlite3"), clock), follow_redirects=False) as browser:
        sign_in(browser, "Ana")
        page = press(browser, browser.get(DEMO), "Open: Which lunch?")
        assert heading(page) == "“Which lunch?” is open"
        page = press(browser, page, "Undo")
        assert heading(page) == "Undone. “Which lunch?” is not open yet"


@pytest.mark.parametrize("words", ["Close", "Close now", "Set an end"])
@pytest.mark.requirement("AU-09")
def test_undo_is_the_first_control_and_takes_the_change_back(ana: TestClient, words: str) -> None:
    page = press(ana, ana.get(LUNCH), words, minutes="5")
    controls = re.findall(r"<(?:a|button|input|select|textarea)\b[^>]*>", page.text.split("</h1>")[1])
    shown = [control for control in controls if 'type="hidden"' not in control]
    assert (shown[0], buttons(page)[0].words[:6]) == ('<button type="submit" class="secondary">', "Undo “")
    page = press(ana, page, "Undo")
    assert heading(page) == "Undone. “Which lunch?” is open"
    assert buttons(page)[0].words == "Close: Poll"


def test_the_address_after_a_change_leads_to_the_h1(ana: TestClient) -> None:
    answer = ana.post(f"{LUNCH}state/close", data={"expected": "open@"})
    path, _, query = answer.headers["location"].partition("?")
    assert (path, query[:14], query[-8:]) == (LUNCH, "done=close&at=", "#content")


def test_undo_twice_does_nothing_and_says_so(ana: TestClient) -> None:
    closing = press(ana, ana.get(LUNCH), "Close")
    press(ana, closing, "Undo")
    page = press(ana, closing, "Undo")
    assert heading(page) == "Undone. “Which lunch?” is open"
    assert notices(page) == ["It was done already. Pressing the button again changed nothing."]


def test_a_double_press_does_it_once_and_still_offers_undo(ana: TestClient) -> None:
    page = ana.get(LUNCH)
    press(ana, page, "Close")
    again = press(ana, page, "Close")
    assert heading(again) == "“Which lunch?” is closing"
    assert notices(again) == ["It was done already. Pressing the button again changed nothing."]
    assert buttons(again)[0].words == "Undo “Close: Poll”"
    assert ana.get(f"{DEMO}log/").text.count("<td>Close: Which lunch?</td>") == 1


def test_a_button_of_an_old_page_changes_nothing_and_tells_what_happened_meanwhile(ana: TestClient) -> None:
    old = ana.get(LUNCH)
    press(ana, ana.get(LUNCH), "Close now")
    sign_in(ana, "Ben")
    page = press(ana, old, "Close: Poll")
    assert (page.status_code, heading(page)) == (409, "Nothing was changed")
    assert notices(page) == [
        "The page was made before something else happened. Now: “Which lunch?” is closed.",
        "Meanwhile: Close now, without waiting: Which lunch? – Ana, 12:00 UTC",
    ]
    assert "Poll: closed." in page.text


def test_undo_of_an_old_page_does_not_take_back_what_came_after(ana: TestClient) -> None:
    closing = press(ana, ana.get(LUNCH), "Close")
    press(ana, closing, "Close now")
    page = press(ana, closing, "Undo")
    assert (page.status_code, heading(page)) == (409, "Nothing was changed")
    assert "Poll: closed." in ana.get(LUNCH).text


def test_the_clock_alone_makes_a_page_old(ana: TestClient, clock: Clock) -> None:
    closing = press(ana, ana.get(LUNCH), "Close")
    clock.pass_by(minutes=3)
    page = press(ana, closing, "Close now")
    assert (page.status_code, heading(page)) == (409, "Nothing was changed")


def test_a_page_opened_again_later_does_not_say_what_is_no_longer_so(ana: TestClient, clock: Clock) -> None:
    answer = ana.post(f"{LUNCH}state/close", data={"expected": "open@"})
    clock.pass_by(minutes=3)
    page = ana.get(answer.headers["location"])
    assert heading(page) == "“Which lunch?” is closed"
    press(ana, page, "Publish")
    page = ana.get(answer.headers["location"])
    assert heading(page) == "Which lunch?"
    assert notices(page) == ["Meanwhile: Publish the results: Which lunch? – Ana, 12:03 UTC"]


def test_an_address_cannot_claim_what_was_not_done(ana: TestClient) -> None:
    page = ana.get(f"{LUNCH}?done=publish&at=2026-12-01T12:00:00.000000%2B00:00&again=yes")
    assert (heading(page), notices(page), buttons(page)[0].words) == ("Which lunch?", [], "Close: Poll")


def test_opening_the_address_of_a_button_leads_to_the_activity(ana: TestClient) -> None:
    for path in ("state/close", "state/undo", "act/show", "act/show/undo"):
        answer = ana.get(LUNCH + path)
        assert (answer.status_code, answer.headers["location"]) == (303, f"{LUNCH}#content")


def test_time_is_added_to_the_end_that_is_set(ana: TestClient) -> None:
    page = press(ana, ana.get(LUNCH), "Set an end", minutes="10")
    assert (heading(page), "1 December 2026, 12:10 UTC" in page.text) == ("“Which lunch?” has a new end", True)
    page = press(ana, page, "Add time", minutes="5")
    assert "1 December 2026, 12:15 UTC" in page.text
    page = press(ana, page, "Undo")
    assert (heading(page), "1 December 2026, 12:10 UTC" in page.text) == ("Undone. “Which lunch?” is open", True)


def test_time_can_be_added_while_it_is_closing(ana: TestClient, clock: Clock) -> None:
    page = press(ana, ana.get(LUNCH), "Close")
    page = press(ana, page, "Add time", minutes="5")
    clock.pass_by(minutes=7)
    assert "Poll: closing." in ana.get(LUNCH).text
    clock.pass_by(minutes=1)
    assert "Poll: closed." in ana.get(LUNCH).text


@pytest.mark.parametrize("minutes", ["", "0", "-5", "7", "9" * 400, "five"])
@pytest.mark.requirement("ER-01", "ER-05")
def test_minutes_that_are_not_offered_are_refused_at_their_field(ana: TestClient, minutes: str) -> None:
    page = press(ana, ana.get(LUNCH), "Set an end", minutes=minutes)
    assert (page.status_code, title(page)) == (422, "Error: Which lunch? – Demo session – Test site")
    assert '<a href="#poll-lunch-minutes">Choose how many minutes from the list</a>' in page.text
    assert 'aria-describedby="poll-lunch-minutes-error"' in page.text


@pytest.mark.parametrize("name", ["nothing", "undo%20close", "OPEN"])
def test_an_unknown_change_is_not_made(ana: TestClient, name: str) -> None:
    assert ana.post(f"{LUNCH}state/{name}", data={"expected": "open@"}).status_code == 404


def test_a_change_is_seen_by_everyone_at_once(ana: TestClient) -> None:
    assert "Poll: open." in ana.get("/take-part/demo/lunch/").text
    press(ana, ana.get(LUNCH), "Close now")
    assert "Poll: closed." in ana.get("/take-part/demo/lunch/").text


def test_changes_outlive_a_restart(settings: Settings, clock: Clock) -> None:
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        sign_in(browser, "Ana")
        page = press(browser, browser.get(LUNCH), "Close")
        press(browser, page, "Add time", minutes="60")
    clock.pass_by(minutes=30)
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        sign_in(browser, "Ana")
        assert "Poll: closing." in browser.get(LUNCH).text


def test_the_figure_of_the_session_is_fixed_when_it_is_closed(ana: TestClient, clock: Clock) -> None:
    send(ana, "lunch", choice="soup")
    page = press(ana, ana.get(LUNCH), "Close now")
    clock.pass_by(hours=3)
    send(ana, "lunch", choice="salad")
    press(ana, page, "Publish")
    assert "In the session: 1. Afterwards: 1. Together: 2." in ana.get("/take-part/demo/lunch/results/").text


def test_what_came_late_is_counted_with_all_others_once_it_was_opened_and_closed_again(
    ana: TestClient, clock: Clock
) -> None:
    """The receipt, the table and the figure say the same after each closing, and after Undo."""
    page = press(ana, ana.get(LUNCH), "Close now")
    clock.pass_by(minutes=3)
    # The organiser answers too, so that the same browser sees the receipt.
    again = ana.post("/take-part/demo/lunch/", data={"choice": "salad"}).headers["location"]
    assert ana.post(again, data={"choice": "salad"}).status_code == 303
    assert _late(ana) == (True, "yes")
    page = press(ana, page, "Open again")
    assert _late(ana) == (False, "no")
    page = press(ana, page, "Undo")
    assert _late(ana) == (True, "yes")
    page = press(ana, press(ana, page, "Open again"), "Close now")
    assert _late(ana) == (False, "no")
    assert "In the session: 1. Afterwards: 0. Together: 1." in press(ana, page, "Publish").text


def _late(browser: TestClient) -> tuple[bool, str]:
    """What its author reads, and what stands in the table of answers."""
    said = "It arrived after the closing and is counted apart." in browser.get("/take-part/demo/lunch/receipt/").text
    return said, browser.get(f"{LUNCH}answers.csv").text.strip().rpartition(",")[2]
