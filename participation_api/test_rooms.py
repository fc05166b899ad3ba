"""Breakout rooms on the server: any room in three pages, notices for those in the room, changing after the closing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.conftest import Clock, make_site, sign_in
from participation_api.settings import Settings
from participation_api.test_answers import send
from participation_api.test_now_page import change, main
from participation_api.test_organise import heading, press, title

HERE = "/take-part/demo/rooms/"
BLUE = {
    "text": "Blue", "topic": "Paths", "captions": "yes", "sign_language": "International Sign", "board": "board",
    "places": "2",
}  # fmt: skip
ROOMS: dict[str, dict[str, Any]] = {
    "rooms": {
        "id": "rooms", "question": "Which room?", "state": "open", "rooms": [BLUE, {"text": "Green"}],
        "ends_at": "2026-12-01T12:30Z", "way_back": "https://meet.example/all",
    },
    "board": {"id": "board", "question": "Notes?", "state": "open"},
}  # fmt: skip


@pytest.fixture(autouse=True)
def _pages_are_always_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("participation_api.cache.LEAST_AGE", 0)


@pytest.fixture
def client(settings: Settings, site: Path, clock: Clock) -> Iterator[TestClient]:
    make_site(site, ROOMS)
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        yield browser


@pytest.mark.requirement("BR-01", "BR-02", "CF-01")
@pytest.mark.criterion("3.2.2", "3.2.5")
def test_any_room_asks_then_shows_the_room_and_only_then_is_it_chosen(client: TestClient) -> None:
    form = client.get(HERE)
    asks = press(client, form, "Choose this room", room="any")
    assert heading(asks) == "What must your room have?"
    shown = press(client, asks, "Find a room", must="captions", sign_language="International Sign", language="")
    assert heading(shown) == "The room “Blue” fits"
    assert "Nothing is chosen yet" in shown.text
    assert "0 people" not in client.get("/take-part/demo/").text
    assert client.get(f"{HERE}receipt/").text.count("Nothing is recorded from this device")
    kept = press(client, shown, "Choose this room: Blue")
    assert title(kept) == "Your room is recorded: Blue, until 12:30 UTC – Demo session – Test site"
    assert '<a href="https://meet.example/all">Back to everyone</a>' in kept.text
    assert '<a href="/take-part/demo/board/">Notes of the room “Blue”</a>' in kept.text


def test_what_somebody_needs_stands_in_no_address_and_is_not_kept(client: TestClient) -> None:
    asks = press(client, client.get(HERE), "Choose this room", room="any")
    shown = press(client, asks, "Find a room", must="captions", sign_language="International Sign")
    assert str(shown.url.query) in ("", "b''")
    assert shown.headers["cache-control"] == "private, no-cache"
    assert not client.cookies
    again = press(client, shown, "Change what the room must have")
    assert 'value="captions" checked' in again.text
    assert '<option value="International Sign" selected>' in again.text


def test_no_room_fits_and_each_says_why(client: TestClient) -> None:
    asks = press(client, client.get(HERE), "Choose this room", room="any")
    found = press(client, asks, "Find a room", must=["captions", "writing"], sign_language="", language="")
    assert heading(found) == "No room fits now"
    text = " ".join(main_text(found.text).split())
    assert "Blueits places are kept for people who need its interpreter; you can choose it yourself." in text
    assert "Greenno captions; no way to take part in writing only." in text


def main_text(page: str) -> str:
    from participation_api.components.markup import elements_of

    return next(elements_of(page).all("main")).text


@pytest.mark.requirement("BR-03")
def test_the_room_is_changed_after_the_choice_has_closed(client: TestClient, clock: Clock) -> None:
    send(client, HERE, room="blue")
    change(client, clock, "rooms", "closed")
    receipt = client.get(f"{HERE}receipt/").text
    assert '?change=room">Change' in receipt
    moved = press(client, client.get(f"{HERE}?change=room"), "Choose this room", room="green")
    assert heading(moved) == "Your room is recorded: Green, until 12:30 UTC"


def test_after_the_closing_nobody_chooses_a_first_room(client: TestClient, clock: Clock) -> None:
    send(client, "/take-part/demo/board/", note="Hello")
    change(client, clock, "rooms", "closed")
    assert client.post(HERE, data={"room": "green", "change": "room"}).status_code == 409


@pytest.mark.criterion("2.2.1", "2.2.4")
def test_the_now_page_the_screen_and_the_receipt_say_that_the_rooms_end(client: TestClient, clock: Clock) -> None:
    send(client, HERE, room="blue")
    pages = ("/take-part/demo/", "/take-part/demo/screen/", f"{HERE}receipt/")
    assert not any("Important now" in client.get(page).text for page in pages)
    clock.pass_by(minutes=25, seconds=1)
    for page in pages:
        assert "The breakout rooms end in 5 minutes." in main_text(client.get(page).text)
    clock.pass_by(minutes=4)
    assert "The breakout rooms end in 1 minute. (12:30 UTC)" in main(client).text


def test_what_an_organiser_marks_is_told_to_the_room_at_once_and_undone_at_once(client: TestClient) -> None:
    send(client, HERE, room="green")
    sign_in(client, "Ana")
    told = press(client, client.get("/organise/demo/rooms/"), "Tell everyone that it does not work: captions")
    assert heading(told) == "Everyone in the room is told that it does not work: captions, room “Blue”"
    said = "In the room “Blue” the captions have stopped. The organisers know."
    assert said in main(client).text
    assert said not in client.get(f"{HERE}receipt/").text, "this person is in another room"
    undone = press(client, told, "Undo “Tell everyone that it does not work: captions, room “Blue””")
    assert heading(undone).startswith("Undone: ")
    assert said not in main(client).text
    works = press(client, undone, "Set the end of the rooms", end_minutes="5")
    assert heading(works) == "The end of the rooms is set"
    assert "The breakout rooms end in 5 minutes." in main(client).text
