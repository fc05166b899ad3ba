"""Nobody types twice: whatever happens to a form, its text comes back whole."""

import sqlite3
from typing import Any
from urllib.parse import urlencode

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.components.markup import elements_of
from participation_api.database import Unavailable
from participation_api.settings import Settings
from participation_api.test_answers import send
from participation_api.test_organise import heading

BOARD, FLOOR, LUNCH = (f"/take-part/demo/{name}/" for name in ("board", "floor", "lunch"))
FORM = {"content-type": "application/x-www-form-urlencoded"}
pytestmark = [pytest.mark.requirement("ER-01", "ER-08"), pytest.mark.criterion("3.3.1")]


def back(answer: Response) -> list[str]:
    return [element.raw_text for element in elements_of(answer.text).all("pre")]


def test_a_form_that_is_not_utf_8_comes_back_with_a_sign_for_what_cannot_be_read(client: TestClient) -> None:
    answer = client.post(BOARD, content=b"note=Caf%E9+au+lait&column=ideas", headers=FORM)
    assert answer.status_code == 400
    assert "\nCaf\ufffd au lait" in back(answer)


def test_a_form_with_too_many_fields_comes_back(client: TestClient) -> None:
    body = urlencode([("note", "My words"), *((f"x{n}", "") for n in range(600))])
    answer = client.post(BOARD, content=body, headers=FORM)
    assert (answer.status_code, back(answer)) == (400, ["\nMy words"])


def test_a_form_that_is_too_long_comes_back_whole(client: TestClient) -> None:
    text = "long words " * 7000
    answer = client.post(BOARD, data={"note": text, "column": "ideas"})
    assert answer.status_code == 413
    assert [found.strip() for found in back(answer)] == ["Ideas", text.strip()]


def test_when_the_database_cannot_be_read_the_text_comes_back_with_a_button(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(client, BOARD, note="First", column="ideas")
    service: Any = client.app.state.service  # type: ignore[attr-defined]
    monkeypatch.setattr(service.store, "rows", _cannot)
    service._answered.clear()
    answer = client.post(BOARD, data={"note": " My\nwords", "column": "ideas"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "\n My\nwords" in back(answer)
    assert "Send it again" in answer.text
    page = client.get("/take-part/demo/board/receipt/")
    assert (page.status_code, heading(page)) == (503, "This page cannot be shown just now")


async def _cannot(*_: object) -> None:
    raise Unavailable("disk I/O error")


def test_after_a_fault_of_ours_the_text_comes_back(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with TestClient(create_app(settings), raise_server_exceptions=False, follow_redirects=False) as browser:
        service: Any = browser.app.state.service  # type: ignore[attr-defined]
        monkeypatch.setattr(service.limits, "may_begin", _breaks)
        answer = browser.post(FLOOR, data={"mode": "written", "place": "online", "text": "My words"})
    assert answer.status_code == 500
    assert back(answer) == ["\nIn writing only", "\nOnline", "\nMy words"]


def _breaks(_: str) -> bool:
    raise sqlite3.ProgrammingError


def test_a_closed_queue_gives_back_the_chosen_way_and_the_text(client: TestClient) -> None:
    service: Any = client.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", "floor")
    from participation_api.components.schedule import Change, State

    client.portal.call(service.states.change, live, Change(State.DRAFT, service.now()))  # type: ignore[union-attr]
    answer = client.post(FLOOR, data={"mode": "sign", "place": "room-interpreter", "more_time": "yes", "name": "Ana"})
    assert [text.strip() for text in back(answer)] == [
        "I sign", "In the room, through an interpreter", "I need more time", "Ana",
    ]  # fmt: skip


def test_spaces_and_empty_lines_before_a_note_are_kept(client: TestClient) -> None:
    send(client, BOARD, note="\n  A poem\n    begins here\n", column="ideas")
    service: Any = client.app.state.service  # type: ignore[attr-defined]
    rows = client.portal.call(service.store.rows, "select text from note")  # type: ignore[union-attr]
    assert [row["text"] for row in rows] == ["\n  A poem\n    begins here"]


def test_what_an_address_takes_is_named(client: TestClient) -> None:
    assert client.post("/sessions/demo/").headers["allow"] == "GET, HEAD"
    assert set(client.delete(LUNCH).headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_the_page_for_a_lost_form_says_nothing_of_the_kind_once_it_was_sent(client: TestClient) -> None:
    assert "Your answer has not been sent yet" in client.get(f"{LUNCH}?cookie=sent").text
    send(client, LUNCH, choice="soup")
    again = client.get(f"{LUNCH}?cookie=sent")
    assert (again.status_code, again.headers["location"]) == (303, f"{LUNCH}receipt/")
