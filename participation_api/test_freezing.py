"""Freezing: what everyone could see is kept in a file, nothing more is taken, and it can be taken back."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from participation_api.conftest import sign_in
from participation_api.test_organise import buttons, heading, press, send

FREEZE = "/organise/demo/freeze/"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "results" / "demo.json"


def publish(browser: TestClient, activity: str) -> None:
    page = press(browser, browser.get(f"/organise/demo/{activity}/"), "Close now")
    press(browser, page, "Publish")


def freeze(browser: TestClient) -> None:
    press(browser, browser.get(FREEZE), "Freeze the results")


def test_published_results_are_kept_and_others_are_closed_without(ana: TestClient, file: Path) -> None:
    send(ana, "lunch", choice="soup")
    send(ana, "needs", choice="captions")
    publish(ana, "lunch")
    freeze(ana)
    kept = json.loads(file.read_text())
    assert (kept["version"], kept["session"], kept["frozen_at"][:10]) == (1, "demo", "2026-12-01")
    lunch = kept["activities"]["lunch"]
    assert lunch["state"] == "published"
    assert lunch["declaration"]["question"] == "Which lunch?"
    assert [choice["count"] for choice in lunch["results"]["choices"]] == [1, 0, 0]
    assert (kept["activities"]["needs"]["state"], kept["activities"]["needs"]["results"]) == ("closed", None)


def test_notes_are_kept_only_where_their_author_ticked_it(ana: TestClient, file: Path) -> None:
    send(ana, "board", note="Keep me", column="ideas", lang="en", may_publish="yes")
    send(ana, "board", note="Only for the room", column="ideas", lang="en")
    for number in ("1", "2"):
        press(ana, ana.get("/organise/demo/board/"), f"Show note {number}")
    freeze(ana)
    results = json.loads(file.read_text())["activities"]["board"]["results"]
    assert [[note["text"] for note in column["notes"]] for column in results["columns"]] == [["Keep me"], []]
    assert (results["notes"], results["columns"][0]["count"], results["waiting"]) == (1, 1, 0)
    assert "Only for the room" not in file.read_text()


def test_names_in_the_queue_are_not_kept(ana: TestClient, file: Path) -> None:
    send(ana, "floor", mode="speak", place="room", name="Benedikt")
    freeze(ana)
    assert "Benedikt" not in file.read_text()


def test_nothing_is_taken_after_freezing_also_no_late_answer(ana: TestClient) -> None:
    publish(ana, "lunch")
    freeze(ana)
    for activity in ("lunch", "needs"):
        answer = ana.post(f"/take-part/demo/{activity}/", data={"choice": "soup"})
        assert (answer.status_code, heading(answer)) == (409, "This is closed")
        assert "<form" not in ana.get(f"/take-part/demo/{activity}/").text
    assert [button.words for button in buttons(ana.get("/organise/demo/"))] == ["Sign out"]


def test_the_session_page_shows_them_with_the_download_and_the_way_to_ask_for_removal(ana: TestClient) -> None:
    send(ana, "lunch", choice="soup")
    publish(ana, "lunch")
    freeze(ana)
    page = ana.get("/sessions/demo/").text
    assert "1 of 1 (100 %)" in page
    assert '<a href="/results/demo.json">Download the results of the session (JSON)</a>' in page
    assert '<a href="#access-to-this-session">How to reach the organisers</a>' in page


def test_freezing_is_undone_by_the_first_control(ana: TestClient, file: Path) -> None:
    freeze(ana)
    page = ana.get(FREEZE)
    assert heading(page) == "The results are frozen: Demo session"
    assert buttons(page)[0].words == "Undo “Freeze the results”"
    press(ana, page, "Undo")
    assert not file.exists()
    assert '<form class="activity-form"' in ana.get("/take-part/demo/lunch/").text
    log = ana.get("/organise/demo/log/").text
    assert "Undone: Freeze the results" in log


def test_a_second_press_freezes_nothing_again(ana: TestClient, file: Path) -> None:
    page = ana.get(FREEZE)
    press(ana, page, "Freeze the results")
    first = file.read_text()
    press(ana, page, "Freeze the results")
    assert file.read_text() == first


def test_who_only_looks_has_no_button_and_cannot_freeze(client: TestClient, file: Path) -> None:
    sign_in(client, "Rae", "rapporteur")
    assert [button.words for button in buttons(client.get(FREEZE))] == ["Sign out"]
    assert client.post(FREEZE, data={"sure": "yes"}).status_code == 403
    assert not file.exists()


@pytest.mark.requirement("AU-08")
@pytest.mark.criterion("3.1.2")
def test_every_copy_of_a_note_keeps_its_language(ana: TestClient, file: Path) -> None:
    send(ana, "board", note="الوقت قصير", column="worries", lang="ar", may_publish="yes")
    press(ana, ana.get("/organise/demo/board/"), "Show note 1")
    freeze(ana)
    (note,) = json.loads(file.read_text())["activities"]["board"]["results"]["columns"][1]["notes"]
    assert (note["text"], note["lang"]) == ("الوقت قصير", "ar")
    assert 'lang="ar" dir="auto">الوقت قصير' in ana.get("/sessions/demo/").text
    exported = json.loads(ana.get("/organise/demo/board/answers.json").text)
    assert '"lang": "ar"' in json.dumps(exported)
