"""Polls of every method through the server: what is sent, moderated, published, and never shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.conftest import Clock, make_site, sign_in
from participation_api.settings import Settings
from participation_api.test_organise import DEMO, heading, press, send

POLLS: dict[str, dict[str, Any]] = {
    "helped": {
        "id": "helped", "question": "Has somebody helped you?", "choices": ["Often", "Once", "Never"],
        "sensitive": "yes", "state": "open",
    },
    "order": {
        "id": "order", "question": "What comes first?", "choices": ["Food", "Sleep", "Work"], "method": "ranking",
        "state": "open",
    },
    "word": {"id": "word", "question": "Which word?", "method": "words", "state": "open"},
}  # fmt: skip
HELPED, WORD = f"{DEMO}helped/", f"{DEMO}word/"
PUBLIC = ("/sessions/demo/", "/take-part/demo/", "/take-part/demo/screen/")


@pytest.fixture
def ana(tmp_path: Path, clock: Clock) -> Iterator[TestClient]:
    site = make_site(tmp_path / "site", POLLS)
    settings = Settings(site=site, database=tmp_path / "test.sqlite3", results=tmp_path / "results")
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        sign_in(browser, "Ana")
        yield browser


def pages(browser: TestClient, activity: str) -> str:
    own = (f"/take-part/demo/{activity}/", f"/take-part/demo/{activity}/results/")
    return "".join(browser.get(path).text for path in (*PUBLIC, *own))


@pytest.mark.requirement("RS-07")
def test_a_sensitive_poll_shows_the_same_one_table_to_everyone_and_takes_nothing_while_published(
    ana: TestClient, clock: Clock
) -> None:
    for choice, times in (("often", 7), ("once", 5)):
        for _ in range(times):
            send(ana, "helped", choice=choice)
    assert "7" not in ana.get(f"{HELPED}answers.csv").text.split("\n", 1)[1]
    press(ana, ana.get(HELPED), "Close now")
    clock.pass_by(hours=1)
    # Who needs longer is in the same count as all others.
    send(ana, "helped", choice="never")
    assert "10 answers or more" not in pages(ana, "helped")
    press(ana, ana.get(HELPED), "Publish")
    clock.pass_by(seconds=1)
    assert "10 answers or more. Most chosen: Often, 7." in ana.get("/take-part/demo/helped/results/").text
    rows = ana.get(f"{HELPED}answers.csv").content.decode("utf-8-sig").splitlines()[1:]
    assert sorted(row.split(",", 1)[1] for row in rows) == ["Never,hidden", "Often,7", "Once,hidden"]
    assert '"count": 5' not in ana.get(f"{HELPED}answers.json").text
    late = ana.post("/take-part/demo/helped/", data={"choice": "never"})
    assert (late.status_code, "Never" in late.text) == (409, True)
    # Opened again, it takes answers that its one count leaves out: both sides read so before.
    assert "This count stays the only one." in ana.get(HELPED).text
    press(ana, ana.get(HELPED), "Open again")
    clock.pass_by(seconds=1)
    form = ana.get("/take-part/demo/helped/").text
    assert "were counted already, and that count stays. What you send now is kept and not counted." in form


def test_people_see_words_only_when_they_are_published_and_never_a_hidden_phrase(ana: TestClient, clock: Clock) -> None:
    for phrase in ("Trust", " trust", "Ana is ill"):
        send(ana, "word", words=phrase)
    assert "Trust" not in pages(ana, "word")
    page = press(ana, ana.get(WORD), "Hide phrase 2", reason="It names a person")
    assert heading(page) == "Phrase 2 is hidden now"
    press(ana, ana.get(WORD), "Close now")
    press(ana, ana.get(WORD), "Publish")
    clock.pass_by(seconds=1)
    shown = pages(ana, "word")
    assert ("Trust" in shown, "Ana is ill" in shown) == (True, False)
    page = press(ana, ana.get(WORD), "Show phrase 2 again")
    page = press(ana, page, "Undo")
    assert heading(page) == "Undone: Show phrase 2 again"
    assert "Ana is ill" not in pages(ana, "word")


@pytest.mark.requirement("ER-05")
def test_the_summary_leads_to_the_place_where_an_answer_stands_twice(ana: TestClient) -> None:
    answer = ana.post("/take-part/demo/order/", data={"first": "food", "second": "food"})
    sentence = "You chose “Food” twice. Choose another answer for the 2nd place"
    assert (answer.status_code, answer.text.count(sentence)) == (422, 2)
    assert f'<a href="#poll-order-second">{sentence}</a>' in answer.text
    assert answer.text.count('<option value="food" selected>') == 2
