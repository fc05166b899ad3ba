"""`curbcut report`: the same files that organisers download."""

from pathlib import Path

import pytest
from docx import Document
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
    return main(["report", *options, "--site", str(folder / "site"), "--to", str(folder / "out")])


def test_a_word_file_and_markdown_say_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "demo") == 0
    word, text = (folder / "out" / f"demo-report.{kind}" for kind in ("docx", "md"))
    assert capsys.readouterr().out == f"{word}\n{text}\n"
    headings = [line.text for line in Document(str(word)).paragraphs if line.style and "Heading" in str(line.style.name)]
    assert headings == [line.lstrip("# ") for line in text.read_text().split("\n") if line.startswith("#")]
    assert "1 answer. Most chosen: Soup, 1 of 1." in text.read_text()


def test_a_session_that_is_not_there_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "domo") == 1
    assert capsys.readouterr().err == "There is no session 'domo'; there is demo\n"
