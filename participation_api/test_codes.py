"""One person, one vote: a code opens the form, counts once in whatever way it is typed, and leads to nobody."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.conftest import Clock, make_site, sign_in
from participation_api.settings import Settings
from participation_api.test_organise import DEMO, buttons, heading, press, title

VOTE: dict[str, dict[str, Any]] = {
    "vote": {"id": "vote", "question": "Accept?", "choices": ["Yes", "No"], "one_vote": "codes", "state": "open"},
    "both": {
        "id": "both", "kind": "questions", "question": "Two things?", "one_vote": "codes", "state": "open",
        "questions": [{"id": name, "question": name, "choices": ["Yes", "No"]} for name in ("a", "b")],
    },
    "lunch": {"id": "lunch", "question": "Which lunch?", "choices": ["Soup", "Salad"], "state": "open"},
}  # fmt: skip
HERE, RECEIPT = "/take-part/demo/vote/", "/take-part/demo/vote/receipt/"
BOTH, ORGANISE = "/take-part/demo/both/", f"{DEMO}vote/"
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    site = make_site(tmp_path / "site", VOTE)
    return Settings(site=site, database=tmp_path / "test.sqlite3", results=tmp_path / "results")


@pytest.fixture
def browser(settings: Settings, clock: Clock) -> Iterator[TestClient]:
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        yield browser


def made(browser: TestClient, count: int = 3, activity: str = "vote") -> list[str]:
    """Codes, made as the button of an organiser makes them."""
    sign_in(browser, "Ana")
    page = press(browser, browser.get(f"{DEMO}{activity}/codes/"), "Make the codes", count=str(count))
    return re.findall(r'<bdi class="join-code" dir="ltr">(.*?)</bdi>', page.text)


def vote(browser: TestClient, path: str = HERE, **fields: str) -> Response:
    answer = browser.post(path, data=fields, headers=FORM)
    if answer.status_code == 307:
        answer = browser.post(answer.headers["location"], data=fields, headers=FORM)
    return browser.get(answer.headers["location"]) if answer.status_code == 303 else answer


def tally(browser: TestClient) -> dict[str, int]:
    service = browser.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", "vote")
    found = browser.portal.call(live.component.results, service.store, live.activity)  # type: ignore[union-attr]
    return {choice["id"]: choice["count"] for choice in found["choices"]}


@pytest.mark.requirement("FM-12")
@pytest.mark.criterion("3.3.8")
def test_a_code_counts_in_whatever_way_its_digits_are_typed_and_only_once(browser: TestClient) -> None:
    (code, *_) = made(browser)
    assert re.fullmatch(r"\d{3} \d{3} \d{3}", code)
    bare = code.replace(" ", "")
    arabic = "".join(chr(0x660 + int(digit)) for digit in bare)
    wide = "".join(chr(0xFF10 + int(digit)) for digit in bare)
    for typed in (code, bare, f" {code.replace(' ', '-')} ", arabic, wide, "\u2009".join(bare)):
        browser.cookies.clear()
        assert heading(vote(browser, code=typed, choice="yes")) == "Your answer is recorded"
    assert tally(browser) == {"yes": 1, "no": 0}


@pytest.mark.requirement("CF-02", "CF-03")
def test_a_used_code_changes_its_own_answer_on_any_device(browser: TestClient) -> None:
    first, second, _ = made(browser)
    vote(browser, code=first, choice="yes")
    # Another code on the same device is another person.
    vote(browser, code=second, choice="yes")
    browser.cookies.clear()
    page = vote(browser, code=first, choice="no")
    assert (heading(page), tally(browser)) == ("Your answer is recorded", {"yes": 1, "no": 1})


def test_the_receipt_changes_and_withdraws_without_the_code(browser: TestClient) -> None:
    (code, *_) = made(browser)
    vote(browser, code=code, choice="yes")
    form = browser.get(f"{HERE}?change=ballot")
    assert 'name="code"' not in form.text
    assert heading(vote(browser, **{**buttons(form)[0].fields, "choice": "no"})) == "Your answer is recorded"
    assert tally(browser) == {"yes": 0, "no": 1}
    press(browser, browser.get(f"{HERE}withdraw/?entry=ballot"), "Withdraw it")
    assert tally(browser) == {"yes": 0, "no": 0}


@pytest.mark.requirement("ER-01", "ER-03", "ER-05")
@pytest.mark.criterion("3.3.1", "3.3.3")
def test_a_wrong_code_is_told_and_the_answer_is_kept(browser: TestClient) -> None:
    page = vote(browser, code="123 456 789", choice="yes")
    assert (page.status_code, title(page)[:6]) == (422, "Error:")
    sentence = "Check the digits of your code; there is no code 123 456 789"
    assert f'<a href="#poll-vote-code">{sentence}</a>' in page.text
    assert ('value="123 456 789"' in page.text, page.text.count(" checked")) == (True, 1)
    assert "set-cookie" not in page.headers


@pytest.mark.parametrize(
    "fields",
    [
        {}, {"change": "ballot"}, {"change": "ballot", "person": "x"}, {"person": "x"}, {"code": "", "change": "x"},
        {"code": "000000000"}, {"code": "1" * 10_000}, {"code": "<b>"}, {"code": "½²"},
    ],
)  # fmt: skip
def test_nobody_answers_without_a_code(browser: TestClient, fields: dict[str, str]) -> None:
    made(browser)
    page = vote(browser, **fields, choice="yes")
    assert (page.status_code, 'id="poll-vote-code-error"' in page.text) == (422, True)
    assert tally(browser) == {"yes": 0, "no": 0}


def test_the_cookie_of_something_else_is_no_code(browser: TestClient) -> None:
    vote(browser, "/take-part/demo/lunch/", choice="soup")
    other = made(browser, activity="both")[0]
    vote(browser, BOTH, **{"code": other, "a.choice": "yes", "b.choice": "no", "checked": "yes"})
    values = {cookie.name: cookie.value for cookie in browser.cookies.jar}
    for name in ("curbcut", "curbcut-code"):
        headers = {"cookie": f"curbcut-code={values[name]}"}
        answer = browser.post(HERE, data={"choice": "yes", "change": "ballot"}, headers=headers)
        assert answer.status_code == 422
    assert tally(browser) == {"yes": 0, "no": 0}


def test_a_code_is_for_one_activity(browser: TestClient) -> None:
    (code, *_) = made(browser)
    answer = browser.post(BOTH, data={"code": code, "a.choice": "yes", "b.choice": "no"})
    assert (answer.status_code, "there is no code" in answer.text) == (422, True)


def test_voting_with_a_code_leaves_what_else_was_sent_from_the_device(browser: TestClient) -> None:
    vote(browser, "/take-part/demo/lunch/", choice="soup")
    vote(browser, code=made(browser)[0], choice="yes")
    assert heading(browser.get("/take-part/demo/lunch/receipt/")) == "Your answer is recorded"


def test_finishing_on_a_device_forgets_the_code_too(browser: TestClient) -> None:
    vote(browser, code=made(browser)[0], choice="yes")
    assert heading(browser.get(RECEIPT)) == "Your answer is recorded"
    browser.post("/take-part/finish/", headers=FORM)
    assert heading(browser.get(RECEIPT)) == "Nothing is recorded from this device"


def test_a_browser_without_cookies_is_told_that_nothing_was_counted(browser: TestClient) -> None:
    (code, *_) = made(browser)
    answer = browser.post(f"{HERE}?cookie=sent", data={"code": code, "choice": "yes"})
    assert (answer.status_code, tally(browser)) == (400, {"yes": 0, "no": 0})


@pytest.mark.requirement("FM-12")
def test_the_personal_link_fills_in_the_code_and_is_kept_by_no_cache(browser: TestClient) -> None:
    (code, *_) = made(browser)
    page = browser.get(f"{HERE}?code={code.replace(' ', '')}")
    assert (f'value="{code}"' in page.text, page.headers["cache-control"]) == (True, "private, no-cache")
    assert "<b>" not in browser.get(f"{HERE}?code=<b>").text


def test_the_check_page_carries_the_code_and_a_wrong_one_is_told_before_it(browser: TestClient) -> None:
    (code, *_) = made(browser, activity="both")
    answers = {"a.choice": "yes", "b.choice": "no"}
    page = browser.post(BOTH, data={"code": "111111111", **answers})
    assert (page.status_code, '<a href="#questions-both-code">' in page.text) == (422, True)
    page = browser.post(BOTH, data={"code": code, **answers})
    assert heading(page) == "Check your answers"
    assert f'<input type="hidden" name="code" value="{code}">' in page.text


@pytest.mark.requirement("ER-08")
def test_after_the_end_a_code_gets_its_answer_back(browser: TestClient, clock: Clock) -> None:
    (code, *_) = made(browser)
    press(browser, browser.get(ORGANISE), "Close now")
    clock.pass_by(days=8)
    answer = browser.post(HERE, data={"code": code, "choice": "yes"})
    assert (answer.status_code, heading(answer)) == (409, "This is closed")
    assert '<pre class="given-back" dir="auto" lang="">\nYes</pre>' in answer.text


def test_guessing_is_stopped_for_the_one_who_guesses(browser: TestClient) -> None:
    for number in range(200):
        browser.post(HERE, data={"code": f"{number:09}", "choice": "yes"})
    answer = browser.post(HERE, data={"code": "999999999", "choice": "yes"})
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "5")


# Organisers


def test_the_sheet_shows_each_code_in_groups_with_its_link_once(browser: TestClient) -> None:
    sign_in(browser, "Ana")
    page = press(browser, browser.get(f"{ORGANISE}codes/"), "Make the codes", count="٣")
    assert heading(page) == "Print these codes now: Accept?"
    found = re.findall(r'<bdi class="join-code" dir="ltr">(.*?)</bdi>', page.text)
    links = [unescape(link) for link in re.findall(r'<a href="([^"]*[?]code=\d+)">', page.text)]
    assert links == [f"http://testserver{HERE}?code={code.replace(' ', '')}" for code in found]
    assert len(set(found)) == 3
    assert page.headers["cache-control"] == "no-store"
    later = browser.get(f"{ORGANISE}codes/")
    assert "3 codes are made so far." in later.text
    assert found[0] not in later.text


def test_a_double_press_makes_the_codes_once(browser: TestClient) -> None:
    sign_in(browser, "Ana")
    page = browser.get(f"{ORGANISE}codes/")
    first, second = (press(browser, page, "Make the codes", count="2") for _ in range(2))
    assert first.text == second.text
    assert "2 codes are made so far." in browser.get(f"{ORGANISE}codes/").text
    assert browser.get(f"{DEMO}log/").text.count("Make codes for Accept?") == 1


@pytest.mark.parametrize("count", ["", "0", "1001", "x", "9" * 400])
def test_a_number_of_codes_that_is_none_is_told(browser: TestClient, count: str) -> None:
    sign_in(browser, "Ana")
    page = press(browser, browser.get(f"{ORGANISE}codes/"), "Make the codes", count=count)
    assert (page.status_code, title(page)[:6]) == (422, "Error:")
    assert '<a href="#poll-vote-count">Enter how many codes to make, from 1 to 1000</a>' in page.text


def test_only_who_organises_makes_codes_and_only_where_there_are_some(browser: TestClient) -> None:
    assert browser.get(f"{ORGANISE}codes/").status_code == 403
    sign_in(browser, "Rosa", "rapporteur")
    assert browser.get(f"{ORGANISE}codes/").status_code == 403
    sign_in(browser, "Ana")
    assert browser.get(f"{DEMO}lunch/codes/").status_code == 404


def test_no_file_and_no_table_leads_from_a_code_to_its_answer(browser: TestClient, settings: Settings) -> None:
    (code, *_) = made(browser)
    vote(browser, code=code, choice="yes")
    bare = code.replace(" ", "")
    for path in (ORGANISE, f"{DEMO}log/", f"{ORGANISE}answers.csv", f"{ORGANISE}answers.json", RECEIPT, HERE):
        assert bare not in browser.get(path).text.replace(" ", "")
    everything = b"".join(path.read_bytes() for path in settings.database.parent.glob("test.sqlite3*"))
    assert bare.encode() not in everything
    service = browser.app.state.service  # type: ignore[attr-defined]
    kept, ballots = (
        browser.portal.call(service.store.rows, f"select * from {table}")  # type: ignore[union-attr]
        for table in ("vote_code", "ballot")
    )
    values = [{value for row in rows for value in row.values()} for rows in (kept, ballots)]
    assert values[0] & values[1] == {"demo", "vote"}


@pytest.mark.requirement("AU-09")
def test_codes_are_cancelled_at_once_with_the_number_of_those_not_used_and_come_back_with_undo(
    browser: TestClient,
) -> None:
    first, second, third = made(browser)
    vote(browser, code=first, choice="yes")
    page = press(browser, browser.get(f"{ORGANISE}codes/"), "Cancel these 3 codes: Accept?")
    assert heading(page) == "3 codes are cancelled: Accept?"
    assert buttons(page)[0].words == "Undo “Cancel the codes for Accept?”"
    assert "2 of them were not used." in page.text
    browser.cookies.delete("curbcut-code")
    answer = vote(browser, code=second, choice="no")
    sentence = f"The code {second} is cancelled. Ask the organisers for another one"
    assert (answer.status_code, f'<a href="#poll-vote-code">{sentence}</a>' in answer.text) == (422, True)
    assert tally(browser) == {"yes": 1, "no": 0}, "what was answered stays"
    assert heading(press(browser, page, "Undo")) == "Codes for: Accept?"
    assert heading(vote(browser, code=third, choice="no")) == "Your answer is recorded"
    log = browser.get(f"{DEMO}log/").text
    assert (log.count("Cancel the codes for Accept?"), "Undone: Cancel the codes for Accept?" in log) == (2, True)


def test_only_the_codes_that_the_page_named_are_cancelled_and_only_once(browser: TestClient) -> None:
    made(browser)
    before = browser.get(f"{ORGANISE}codes/")
    (later,) = made(browser, 1)
    press(browser, before, "Cancel these 3 codes")
    page = press(browser, before, "Cancel these 3 codes")
    assert "1 code is made so far." in page.text
    assert heading(vote(browser, code=later, choice="yes")) == "Your answer is recorded"
    page = press(browser, page, "Cancel this 1 code")
    # Which of the two sets the answer came from, nobody knows.
    assert "At least 0 of them were not used." in page.text
    assert browser.get(f"{DEMO}log/").text.count("Cancel the codes") == 2


def test_a_sheet_that_is_loaded_again_does_not_bring_its_cancelled_codes_back(browser: TestClient) -> None:
    sign_in(browser, "Ana")
    page = browser.get(f"{ORGANISE}codes/")
    (code,) = re.findall(r'<bdi class="join-code" dir="ltr">(.*?)</bdi>', press(browser, page, "Make", count="1").text)
    press(browser, browser.get(f"{ORGANISE}codes/"), "Cancel this 1 code")
    assert heading(press(browser, page, "Make", count="1")) == "Codes for: Accept?"
    assert vote(browser, code=code, choice="yes").status_code == 422


@pytest.mark.requirement("RS-07")
def test_the_page_does_not_tell_how_many_have_answered_a_sensitive_poll(tmp_path: Path, clock: Clock) -> None:
    site = make_site(tmp_path / "other", {"vote": {**VOTE["vote"], "sensitive": "yes"}})
    with TestClient(create_app(Settings(site, tmp_path / "c.sqlite3"), clock), follow_redirects=False) as browser:
        vote(browser, code=made(browser)[0], choice="yes")
        page = press(browser, browser.get(f"{ORGANISE}codes/"), "Cancel these 3 codes")
        assert heading(page) == "3 codes are cancelled: Accept?"
        assert "not used" not in page.text


def test_who_may_not_act_cancels_no_codes(browser: TestClient) -> None:
    made(browser)
    newest = next(one for one in buttons(browser.get(f"{ORGANISE}codes/")) if one.words.startswith("Cancel")).fields
    sign_in(browser, "Rosa", "rapporteur")
    assert browser.post(f"{ORGANISE}codes/cancel/", data=newest).status_code == 403
    sign_in(browser, "Ana")
    assert browser.post(f"{DEMO}lunch/codes/cancel/", data=newest).status_code == 404
    assert "3 codes are made so far." in browser.get(f"{ORGANISE}codes/").text
