"""`curbcut organiser-link`: what it prints signs in at a running server, for the session and the time that were asked."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from curbcut.__main__ import main
from participation_api.app import create_app
from participation_api.conftest import make_site
from participation_api.settings import Settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CURBCUT_DATABASE_URL", f"sqlite:///{tmp_path}/c.sqlite3")
    make_site(tmp_path / "site")
    return tmp_path


def run(folder: Path, *options: str) -> int:
    return main(["organiser-link", *options, "--site", str(folder / "site")])


def test_the_link_that_is_printed_signs_in_while_the_server_runs(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(folder / "site", folder / "c.sqlite3")
    with TestClient(create_app(settings), follow_redirects=False) as browser:
        assert run(folder, "Ana", "--address", "http://testserver") == 0
        link = capsys.readouterr().out.strip()
        assert browser.post(link).status_code == 303
        assert browser.get("/organise/demo/").status_code == 200
        assert run(folder, "Ana", "--revoke") == 0
        assert capsys.readouterr().out == "Links of Ana that no longer work: 1\n"
        assert browser.get("/organise/demo/").status_code == 403
        assert run(folder, "Ben", "--address", "http://testserver") == 0
        browser.post(capsys.readouterr().out.strip())
        log = browser.get("/organise/demo/log/").text
        for done in ("Make a link for Ana", "End the link of Ana", "Make a link for Ben"):
            assert f"<td>{done}</td>" in log


def test_a_session_that_is_not_there_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "Ana", "--session", "nothing") == 1
    assert capsys.readouterr().err == "There is no session 'nothing'; there is demo\n"


def test_revoking_makes_no_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CURBCUT_DATABASE_URL", f"sqlite:///{tmp_path}/instance/c.sqlite3")
    assert main(["organiser-link", "Ana", "--revoke"]) == 0
    assert capsys.readouterr().out == "Links of Ana that no longer work: 0\n"
    assert not (tmp_path / "instance").exists()
