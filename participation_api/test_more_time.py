"""Who needs longer is counted: sent ahead, sent hours after the form was opened, sent afterwards."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.components.markup import elements_of
from participation_api.conftest import Clock, make_site, sign_in
from participation_api.settings import Settings
from participation_api.test_answers import send
from participation_api.test_now_page import change
from participation_api.test_organise import heading, press

LUNCH, BOARD, FLOOR = (f"/take-part/demo/{name}/" for name in ("lunch", "board", "floor"))
LATER: dict[str, dict[str, Any]] = {
    "lunch": {"id": "lunch", "question": "Which lunch?", "choices": ["Soup", "Salad"], "prepare": "yes",
              "opens_at": "2026-12-01T14:00Z"},
    "board": {"id": "board", "question": "What should we note?", "prepare": "yes", "review": "no"},
    "floor": {"id": "floor", "question": "Do you want the floor?", "prepare": "yes"},
    "rooms": {"id": "rooms", "question": "Which room?", "rooms": ["Blue", "Green"]},
}  # fmt: skip


@pytest.fixture(autouse=True)
def _pages_are_always_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("participation_api.cache.LEAST_AGE", 0)


@pytest.fixture
def ahead(settings: Settings, site: Path, clock: Clock) -> Iterator[TestClient]:
    make_site(site, LATER)
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        yield browser


def words(page: str) -> str:
    return " ".join(next(elements_of(page).all("main")).text.split())


@pytest.mark.requirement("FM-13")
@pytest.mark.criterion("2.2.1", "2.2.3")
def test_who_needs_three_hours_is_counted_and_the_result_says_how(client: TestClient, clock: Clock) -> None:
    send(client, LUNCH, choice="soup")
    client.cookies.clear()
    form = client.get(LUNCH)
    change(client, clock, "lunch", "closed")
    clock.pass_by(hours=3)
    receipt = press(client, form, "Send my answer", choice="salad")
    assert heading(receipt) == "Your answer is recorded"
    assert "It arrived after the closing and is counted apart." in receipt.text
    change(client, clock, "lunch", "published")
    for page in (f"{LUNCH}results/", "/take-part/demo/", "/take-part/demo/screen/?item=lunch", "/sessions/demo/"):
        assert "In the session: 1. Afterwards: 1. Together: 2." in words(client.get(page).text), page


def test_what_is_sent_ahead_is_kept_and_counts_from_the_opening_on(ahead: TestClient, clock: Clock) -> None:
    page = ahead.get(LUNCH)
    assert "Poll: not open yet. Opens: 1 December 2026, 14:00 UTC. You can send yours now." in words(page.text)
    receipt = press(ahead, page, "Send my answer", choice="soup")
    assert heading(receipt) == "Your answer is recorded"
    assert "What you sent is kept, and counts from the opening on." in words(receipt.text)
    assert "counted apart" not in receipt.text
    press(ahead, ahead.get(f"{LUNCH}?change=ballot"), "Send my answer", choice="salad")
    clock.pass_by(hours=2, minutes=5)
    change(ahead, clock, "lunch", "closed", "published")
    assert "Most chosen: Salad, 1 of 1" in words(ahead.get(f"{LUNCH}results/").text)


def test_a_note_sent_ahead_is_seen_by_nobody_before_the_opening(ahead: TestClient, clock: Clock) -> None:
    assert send(ahead, BOARD, note="Prepared words") == 303
    for page in (BOARD, f"{BOARD}results/", "/take-part/demo/", "/take-part/demo/screen/?item=board"):
        assert "Prepared words" not in ahead.get(page, headers={"cookie": ""}).text
    change(ahead, clock, "board", "open")
    assert "Prepared words" in ahead.get(f"{BOARD}results/").text


def test_a_text_for_the_queue_waits_when_the_moderator_opens_it(ahead: TestClient, clock: Clock) -> None:
    assert send(ahead, FLOOR, mode="read-aloud", place="online", text="Prepared words") == 303
    assert "number 1" not in words(ahead.get("/take-part/demo/").text)
    sign_in(ahead, "Ana")
    change(ahead, clock, "floor", "open")
    assert "Read this text aloud, word for word: Prepared words" in words(ahead.get("/organise/demo/floor/").text)


def test_without_the_key_nothing_is_taken_ahead(ahead: TestClient) -> None:
    assert ahead.post("/take-part/demo/rooms/", data={"room": "blue"}).status_code == 409
