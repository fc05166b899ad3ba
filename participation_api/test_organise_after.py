"""After the session: erasing asks first and says what it removed; what was withdrawn goes from what is frozen."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.conftest import Clock, make_site, sign_in
from participation_api.settings import Settings
from participation_api.test_freezing import freeze, publish
from participation_api.test_organise import buttons, heading, press, send

AFTER = "/organise/demo/after/"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "results" / "demo.json"


def past_retention(browser: TestClient, clock: Clock) -> None:
    clock.pass_by(days=62)
    sign_in_again(browser)


def sign_in_again(browser: TestClient, role: str = "owner") -> None:
    from participation_api.organiser_links import add_link

    service = browser.app.state.service  # type: ignore[attr-defined]
    token = add_link(service.settings.database, role, "Ana", 1, at=service.now())
    assert browser.post(f"/organise/in/{token}").status_code == 303


def test_nothing_is_erased_before_the_day_that_every_form_names(ana: TestClient) -> None:
    send(ana, "lunch", choice="soup")
    assert "They can be erased on the day after:" in ana.get(AFTER).text
    for answer in (ana.get(f"{AFTER}erase"), ana.post(f"{AFTER}erase", data={"sure": "yes"})):
        assert (answer.status_code, answer.headers["location"]) == (303, f"{AFTER}#content")
    assert "1 answer" in ana.get("/organise/demo/").text


@pytest.mark.requirement("AU-09")
@pytest.mark.criterion("3.3.4")
def test_erasing_asks_first_and_then_says_what_it_removed(ana: TestClient, clock: Clock) -> None:
    for _ in range(2):
        send(ana, "lunch", choice="soup")
    send(ana, "board", note="A name", column="ideas")
    past_retention(ana, clock)
    page = ana.get(f"{AFTER}erase")
    assert heading(page) == "Erase what people sent? Demo session"
    assert "<li>2 answers</li>\n<li>1 note</li>" in page.text
    assert "This cannot be undone. The results are not frozen: they go too." in page.text
    assert "A name" in json.dumps(rows(ana, "note"))
    done = press(ana, page, "Erase what people sent")
    assert heading(done) == "What people sent is erased: Demo session"
    assert "Erased: 2 answers, 1 note." in done.text
    assert (rows(ana, "ballot"), rows(ana, "note")) == ([], [])
    assert "Erase what people sent" in ana.get("/organise/demo/log/").text
    # Nothing is left in memory either.
    assert "0 answers" in ana.get("/organise/demo/").text
    assert "A name" not in ana.get("/take-part/demo/board/results/").text


def rows(browser: TestClient, table: str) -> list[dict[str, object]]:
    service = browser.app.state.service  # type: ignore[attr-defined]
    found: list[dict[str, object]] = browser.portal.call(service.store.rows, f"select * from {table}")  # type: ignore[union-attr]
    return found


def test_only_an_owner_erases(client: TestClient, clock: Clock) -> None:
    send(client, "lunch", choice="soup")
    clock.pass_by(days=62)
    for role in ("organiser", "rapporteur", "access"):
        sign_in_again(client, role)
        assert client.get(f"{AFTER}erase").status_code == 403
        assert client.post(f"{AFTER}erase", data={"sure": "yes"}).status_code == 403
        page = client.get(AFTER)
        assert ("Report for Word" in page.text) == (role != "access")
        assert [button.words for button in buttons(page)] == ["Sign out"]
    assert len(rows(client, "ballot")) == 1


def test_a_note_that_is_hidden_after_freezing_goes_from_the_file_and_the_page(
    ana: TestClient, file: Path
) -> None:
    for note in ("First", "Hide me", "Keep me"):
        send(ana, "board", note=note, column="ideas", lang="en", may_publish="yes")
    for number in (1, 2, 3):
        press(ana, ana.get("/organise/demo/board/"), f"Show note {number}")
    freeze(ana)
    frozen_at = json.loads(file.read_text())["frozen_at"]
    press(ana, ana.get("/organise/demo/board/"), "Hide note 2", reason="It names a person")
    assert "Hide me" not in file.read_text()
    kept = json.loads(file.read_text())
    assert [note["text"] for note in kept["activities"]["board"]["results"]["columns"][0]["notes"]] == [
        "First", "Keep me"
    ]  # fmt: skip
    assert kept["frozen_at"] == frozen_at
    assert "Hide me" not in ana.get("/take-part/demo/board/results/").text


def test_a_note_that_its_author_withdraws_after_freezing_is_nowhere(client: TestClient, tmp_path: Path) -> None:
    file = tmp_path / "results" / "demo.json"
    post(client, "/take-part/demo/board/", note="Mine", column="ideas", may_publish="yes")
    mine = dict(client.cookies)
    sign_in(client, "Ana")
    press(client, client.get("/organise/demo/board/"), "Show note 1")
    freeze(client)
    assert "Mine" in file.read_text()
    client.cookies.clear()
    client.cookies.update(mine)
    press(client, client.get("/take-part/demo/board/withdraw/?entry=1"), "Withdraw it")
    assert "Mine" not in file.read_text()
    assert "Mine" not in client.get("/sessions/demo/").text


def post(browser: TestClient, path: str, **data: str) -> None:
    answer = browser.post(path, data=data)
    while answer.status_code == 307:
        answer = browser.post(answer.headers["location"], data=data)
    assert answer.status_code == 303, answer.text


def test_words_that_fewer_than_three_people_wrote_are_not_kept_for_good(tmp_path: Path) -> None:
    words = {"id": "words", "question": "What helps?", "method": "words", "state": "open"}
    settings = Settings(make_site(tmp_path / "site", {"words": words}), tmp_path / "c.sqlite3", tmp_path / "results")
    file = tmp_path / "results" / "demo.json"
    with TestClient(create_app(settings, Clock()), follow_redirects=False) as browser:
        sign_in(browser, "Ana")
        for phrase in ("Time", "time", "TIME", "Benedikt", "Benedikt"):
            send(browser, "words", words=phrase)
        publish(browser, "words")
        freeze(browser)
        results = json.loads(file.read_text())["activities"]["words"]["results"]
        assert [(phrase["text"], phrase["count"]) for phrase in results["choices"]] == [("TIME", 3)]
        assert (results["answers"], results["left_out"]) == (5, 2)
        page = browser.get("/sessions/demo/").text
        assert "2 answers are not kept here, because fewer than 3 people wrote the same words." in page
        assert "Benedikt" not in page + file.read_text()
