"""`curbcut export`: the same files that organisers download."""

import csv
import io
import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from curbcut.__main__ import main
from participation_api.app import create_app
from participation_api.conftest import Clock, make_site
from participation_api.settings import Settings
from participation_api.test_organise import send


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CURBCUT_DATABASE_URL", f"sqlite:///{tmp_path}/c.sqlite3")
    settings = Settings(make_site(tmp_path / "site"), tmp_path / "c.sqlite3", tmp_path / "results")
    with TestClient(create_app(settings, Clock()), follow_redirects=False) as browser:
        send(browser, "lunch", choice="soup")
    return tmp_path


def run(folder: Path, *options: str) -> int:
    return main(["export", *options, "--site", str(folder / "site"), "--to", str(folder / "out")])


def test_a_table_of_the_answers_and_one_of_the_states_come_for_one_activity(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "demo", "lunch") == 0
    answers, states = (folder / "out" / f"demo-lunch-{name}.csv" for name in ("answers", "states"))
    assert capsys.readouterr().out == f"{answers}\n{states}\n"
    rows = list(csv.DictReader(io.StringIO(answers.read_bytes().decode("utf-8-sig"))))
    assert [row["choices"] for row in rows] == ["Soup"]
    assert answers.read_bytes().count(b"\r\n") == 2


def test_json_comes_for_every_activity_of_the_session(folder: Path) -> None:
    assert run(folder, "demo", "--format", "json") == 0
    files = sorted((folder / "out").iterdir())
    assert [file.name for file in files] == [
        f"demo-{name}-answers.json" for name in ("board", "floor", "lunch", "needs", "rooms")
    ]
    lunch = json.loads(files[2].read_text(encoding="utf-8"))
    assert [answer["choices"] for answer in lunch["answers"]] == ["Soup"]


def test_what_is_not_there_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "nothing") == 1
    assert capsys.readouterr().err == "There is no session 'nothing'; there is demo\n"
    assert run(folder, "demo", "tea") == 1
    assert capsys.readouterr().err == "There is no activity 'tea'; there is lunch, needs, board, rooms, floor\n"
