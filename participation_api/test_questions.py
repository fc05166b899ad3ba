"""Several questions on one form, through the server: checked, mended, sent, changed; nothing is kept before."""

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
from participation_api.test_organise import DEMO, heading, press, title

FORM: dict[str, Any] = {
    "id": "later", "kind": "questions", "question": "How was it?", "state": "open",
    "questions": [
        {"id": "pace", "question": "How was the pace?", "choices": ["Slow", "Right"], "other": "yes"},
        {"id": "helped", "question": "What helped?", "choices": ["Captions", "Breaks"], "multiple": "yes",
         "optional": "yes"},
        {"id": "word", "question": "Which word?", "method": "words", "optional": "yes"},
    ],
}  # fmt: skip
HERE, RECEIPT, RESULTS = (f"/take-part/demo/later/{page}" for page in ("", "receipt/", "results/"))
GOOD = {"pace.choice": "slow", "helped.choice": ["captions", "breaks"], "word.words": "Trust <b>"}


@pytest.fixture
def browser(tmp_path: Path, clock: Clock) -> Iterator[TestClient]:
    site = make_site(tmp_path / "site", {"later": FORM})
    settings = Settings(site=site, database=tmp_path / "test.sqlite3", results=tmp_path / "results")
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        yield browser


def hidden(page: Response) -> dict[str, list[str]]:
    """What the page carries."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(.*?)" value="(.*?)">', page.text):
        found.setdefault(unescape(name), []).append(unescape(value))
    return found


def send(browser: TestClient, page: Response, **button: str) -> Response:
    """Press a button of the page on which answers are checked, and follow."""
    answer = browser.post(HERE, data={**hidden(page), **button})
    if answer.status_code == 307:
        answer = browser.post(answer.headers["location"], data={**hidden(page), **button})
    return browser.get(answer.headers["location"]) if answer.status_code == 303 else answer


def counts(browser: TestClient) -> dict[str, dict[str, int]]:
    service = browser.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", "later")
    found = browser.portal.call(live.component.results, service.store, live.activity)  # type: ignore[union-attr]
    return {
        part["id"]: {"": part["answers"], **{each["id"]: each["count"] for each in part["choices"]}}
        for part in found["questions"]
    }


NOTHING = {
    "pace": {"": 0, "slow": 0, "right": 0, "other": 0},
    "helped": {"": 0, "captions": 0, "breaks": 0},
    "word": {"": 0},
}


@pytest.mark.requirement("CF-05")
@pytest.mark.criterion("3.3.4", "3.3.6")
def test_all_answers_are_shown_once_more_and_nothing_is_kept_before_they_are_sent(browser: TestClient) -> None:
    page = browser.post(HERE, data=GOOD)
    assert (page.status_code, title(page)) == (200, "Check your answers – Demo session – Test site")
    assert "set-cookie" not in page.headers
    assert re.findall("<dt>(.*?)</dt>", page.text) == ["1. How was the pace?", "2. What helped?", "3. Which word?"]
    assert '<p lang="" dir="auto">Trust &lt;b&gt;</p>' in page.text
    assert (counts(browser), hidden(page)["helped.choice"]) == (NOTHING, ["captions", "breaks"])
    receipt = send(browser, page, checked="yes")
    assert heading(receipt) == "Your answers are recorded"
    assert "<p>What helped? Captions; Breaks</p>" in receipt.text
    assert counts(browser) == {
        "pace": {"": 1, "slow": 1, "right": 0, "other": 0},
        "helped": {"": 1, "captions": 1, "breaks": 1},
        "word": {"": 1},
    }


@pytest.mark.requirement("CF-05")
def test_change_names_the_answer_and_leads_to_its_field_with_everything_kept(browser: TestClient) -> None:
    page = browser.post(HERE, data=GOOD)
    buttons = re.findall(r'name="edit" value="(.*?)">(.*?)</button>', page.text)
    assert buttons[1] == (
        "questions-later-helped-choice",
        'Change answer 2<span class="vh"> (What helped?)</span>',
    )  # fmt: skip
    form = send(browser, page, edit="questions-later-helped-choice")
    focused = re.findall(r"<input[^>]* autofocus [^>]*>", form.text)
    assert [('value="captions"' in tag, " checked" in tag) for tag in focused] == [(True, True)]
    assert (form.status_code, title(form)) == (200, "Open: How was it? – Demo session – Test site")
    assert len(re.findall(" checked", form.text)) == 3
    assert 'value="Trust &lt;b&gt;"' in form.text
    assert "There is a problem" not in form.text
    assert counts(browser) == NOTHING


@pytest.mark.requirement("ER-01", "ER-03", "ER-05")
def test_every_error_is_told_with_its_question_and_every_value_is_kept(browser: TestClient) -> None:
    page = browser.post(HERE, data={"helped.choice": "nowhere", "word.words": "x" * 41})
    assert (page.status_code, title(page)[:6]) == (422, "Error:")
    assert [unescape(text) for text in re.findall(r'<li><a href="(#questions.*?)</a></li>', page.text)] == [
        '#questions-later-pace-choice">How was the pace? Choose one answer, or write another one',
        '#questions-later-helped-choice">What helped? Choose from the answers on this page',
        '#questions-later-word-words">Which word? Write 40 characters or fewer; you wrote 41',
    ]
    assert f'value="{"x" * 41}"' in page.text


def test_answers_that_were_changed_on_the_way_are_read_again(browser: TestClient) -> None:
    page = browser.post(HERE, data=GOOD)
    answer = browser.post(HERE, data={**hidden(page), "pace.choice": "nonsense", "checked": "yes"})
    assert (answer.status_code, counts(browser)) == (422, NOTHING)


@pytest.mark.requirement("CF-03")
def test_sending_twice_counts_once(browser: TestClient) -> None:
    page = browser.post(HERE, data=GOOD)
    for _ in range(2):
        assert heading(send(browser, page, checked="yes")) == "Your answers are recorded"
    assert counts(browser)["pace"][""] == 1


@pytest.mark.requirement("CF-02", "CF-03")
def test_other_answers_ask_who_is_sending_and_change_replaces_them_all(browser: TestClient) -> None:
    send(browser, browser.post(HERE, data=GOOD), checked="yes")
    page = send(browser, browser.post(HERE, data={"pace.choice": "right"}), checked="yes")
    assert heading(page) == "Change your answer, or is this another person?"
    # What was left out this time is gone.
    browser.post(HERE, data={**hidden(page), "change": "answers"})
    assert counts(browser) == NOTHING | {"pace": {"": 1, "slow": 0, "right": 1, "other": 0}}


def test_changing_from_the_receipt_passes_the_check_page_and_replaces(browser: TestClient) -> None:
    send(browser, browser.post(HERE, data=GOOD), checked="yes")
    form = browser.get(f"{HERE}?change=answers")
    assert len(re.findall(" checked", form.text)) == 3
    page = browser.post(HERE, data={**hidden(form), "pace.choice": "right"})
    assert heading(page) == "Check your answers"
    send(browser, page, checked="yes")
    assert counts(browser)["pace"] == {"": 1, "slow": 0, "right": 1, "other": 0}


def test_withdrawing_erases_every_answer(browser: TestClient) -> None:
    send(browser, browser.post(HERE, data=GOOD), checked="yes")
    page = browser.get("/take-part/demo/later/withdraw/?entry=answers")
    browser.post("/take-part/demo/later/withdraw/", data=hidden(page))
    assert counts(browser) == NOTHING
    assert heading(browser.get(RECEIPT)) == "Nothing is recorded from this device"


@pytest.mark.requirement("ER-08")
def test_answers_that_come_too_late_are_given_back_question_by_question(browser: TestClient, clock: Clock) -> None:
    page = browser.post(HERE, data=GOOD)
    sign_in(browser, "Ana")
    press(browser, browser.get(f"{DEMO}later/"), "Close now")
    clock.pass_by(days=8)
    answer = send(browser, page, checked="yes")
    assert (answer.status_code, heading(answer)) == (409, "This is closed")
    assert re.findall(r'<pre class="given-back".*?>\n(.*?)</pre>', answer.text, re.DOTALL) == [
        "How was the pace?\nSlow", "What helped?\nCaptions\nBreaks", "Which word?\nTrust &lt;b&gt;",
    ]  # fmt: skip


@pytest.mark.requirement("RS-01")
def test_each_question_has_its_sentence_and_its_table_and_nobody_else_reads_the_words(
    browser: TestClient, clock: Clock
) -> None:
    send(browser, browser.post(HERE, data=GOOD), checked="yes")
    sign_in(browser, "Ana")
    page = browser.get(f"{DEMO}later/")
    assert ("1 person answered. " in page.text, "Trust &lt;b&gt;" in page.text) == (True, True)
    press(browser, page, "Close now")
    press(browser, browser.get(f"{DEMO}later/"), "Publish")
    clock.pass_by(seconds=1)
    page = browser.get(RESULTS)
    assert re.findall("<h2>(.*?)</h2>", page.text) == ["How was the pace?", "What helped?", "Which word?"]
    assert (page.text.count("<table>"), "1 answer. Most chosen: Slow, 1 of 1." in page.text) == (2, True)
    public = "".join(browser.get(path).text for path in (RESULTS, HERE, "/take-part/demo/", "/take-part/demo/screen/"))
    assert "Trust" not in public
    assert "1 person wrote something. Only the organisers read it." in public


def test_no_row_of_the_export_joins_two_answers_of_one_person(browser: TestClient) -> None:
    send(browser, browser.post(HERE, data=GOOD), checked="yes")
    sign_in(browser, "Ana")
    lines = browser.get(f"{DEMO}later/answers.csv").content.decode("utf-8-sig").splitlines()
    assert lines[0] == "row,question,answer,late"
    assert sorted(line.split(",", 1)[1] for line in lines[1:]) == [
        "How was the pace?,Slow,no", "What helped?,Breaks; Captions,no", "Which word?,Trust <b>,no",
    ]  # fmt: skip


def test_a_long_form_is_read_whole(browser: TestClient) -> None:
    fields = {**GOOD, **{f"more-{number}": "x" for number in range(400)}}
    assert heading(browser.post(HERE, data=fields)) == "Check your answers"
