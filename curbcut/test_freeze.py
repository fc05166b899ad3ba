"""`curbcut freeze`: the file that the next build shows, from the answers in the database."""

import json
from pathlib import Path

import pytest

from curbcut.__main__ import main
from participation_api.conftest import make_site


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CURBCUT_DATABASE_URL", f"sqlite:///{tmp_path}/c.sqlite3")
    make_site(tmp_path / "site")
    return tmp_path


def run(folder: Path, session: str) -> int:
    return main(["freeze", session, "--site", str(folder / "site"), "--to", str(folder / "results")])


def test_it_writes_the_file_and_says_what_is_in_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "demo") == 0
    file = folder / "results" / "demo.json"
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{file}: the results of 2 of 5 activities."
    kept = json.loads(file.read_text())["activities"]
    assert [name for name, one in kept.items() if one["results"] is not None] == ["board", "floor"]


def test_a_session_that_is_not_there_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "nothing") == 1
    assert capsys.readouterr().err == "There is no session 'nothing'; there is demo\n"
