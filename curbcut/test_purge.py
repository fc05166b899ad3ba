"""`curbcut purge`: the promise of every form is kept on its date, and the command says what it removed."""

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from curbcut.__main__ import main
from participation_api.app import create_app
from participation_api.conftest import Clock, make_site, sign_in
from participation_api.manifest import load_manifest
from participation_api.purging import KEPT, STORED, purge, tables
from participation_api.settings import Settings
from participation_api.test_organise import press, send


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A session with two answers, a note that was shown, a request for the floor and a chosen room."""
    monkeypatch.setenv("CURBCUT_DATABASE_URL", f"sqlite:///{tmp_path}/c.sqlite3")
    settings = Settings(make_site(tmp_path / "site"), tmp_path / "c.sqlite3", tmp_path / "results")
    with TestClient(create_app(settings, Clock()), follow_redirects=False) as browser:
        sign_in(browser, "Ana")
        send(browser, "lunch", choice="soup")
        send(browser, "lunch", choice="salad")
        send(browser, "board", note="Zebra crossing", column="ideas", lang="en")
        press(browser, browser.get("/organise/demo/board/"), "Show note 1")
        send(browser, "floor", mode="speak", place="room")
        send(browser, "rooms", room="blue-room")
    return tmp_path


def retain_until(folder: Path, day: str) -> None:
    path = folder / "site/take-part/manifest.json"
    content = json.loads(path.read_text())
    content["sessions"][0]["retention"] = day
    path.write_text(json.dumps(content))


def run(folder: Path, *options: str) -> int:
    return main(["purge", *options, "--site", str(folder / "site")])


def left(folder: Path) -> int:
    connection = sqlite3.connect(folder / "c.sqlite3")
    try:
        return sum(connection.execute(f"select count(*) from {table}").fetchone()[0] for table in tables())
    finally:
        connection.close()


REMOVED = "2 answers, 1 note, 1 choice of a room, 1 request for the floor"


def test_before_the_date_nothing_is_removed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    retain_until(folder, "2999-01-01")
    before = left(folder)
    assert run(folder) == 0
    assert capsys.readouterr().out == "No session is past its retention date.\n"
    assert left(folder) == before


def test_after_the_date_everything_that_people_sent_is_removed_and_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    retain_until(folder, "2020-01-31")
    assert run(folder) == 0
    assert capsys.readouterr().out == f"demo: kept until 2020-01-31; removed: 1 line of the log, {REMOVED}\n"
    assert left(folder) == 0
    assert b"Zebra crossing" not in b"".join(path.read_bytes() for path in folder.glob("c.sqlite3*"))
    assert run(folder) == 0
    assert capsys.readouterr().out == "demo: kept until 2020-01-31; nothing was left\n"


def test_a_dry_run_removes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    retain_until(folder, "2020-01-31")
    before = left(folder)
    assert run(folder, "--dry-run") == 0
    assert capsys.readouterr().out.startswith("Nothing is removed: this only shows what would be.\ndemo: kept until")
    assert left(folder) == before


def test_the_day_itself_still_belongs_to_the_promise(folder: Path) -> None:
    retain_until(folder, "2027-01-31")
    manifest = load_manifest(folder / "site/take-part/manifest.json")
    assert purge(folder / "c.sqlite3", manifest, date(2027, 1, 31)) == []
    assert [str(one)[:4] for one in purge(folder / "c.sqlite3", manifest, date(2027, 2, 1))] == ["demo"]


def test_a_session_without_a_page_is_named_and_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "site/take-part/manifest.json"
    path.write_text(path.read_text().replace('"id": "demo"', '"id": "other"'))
    before = left(folder)
    assert run(folder) == 0
    assert capsys.readouterr().out == (
        f"demo: no page is there that says until when it is kept; left: 1 line of the log, {REMOVED}\n"
    )
    assert left(folder) == before


def test_only_what_participants_did_not_send_outlives_the_date() -> None:
    assert sorted(KEPT) == ["activity_state", "organiser_link", "wording"]
    assert {"ballot", "closing_tally", "moderation_log", "note", "room_choice", "turn"} <= set(tables())


def test_what_is_erased_is_named_in_plain_words_whatever_the_table() -> None:
    assert sorted(STORED) == sorted(tables())
