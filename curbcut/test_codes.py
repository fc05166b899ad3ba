"""`curbcut codes`: what it prints is taken by the server, and a mistake is said in one sentence."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from curbcut.__main__ import main
from participation_api.app import create_app
from participation_api.conftest import make_site
from participation_api.settings import Settings

VOTE = {"id": "vote", "question": "Accept?", "choices": ["Yes", "No"], "one_vote": "codes", "state": "open"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CURBCUT_DATABASE_URL", f"sqlite:///{tmp_path}/c.sqlite3")
    make_site(tmp_path / "site", {"vote": VOTE, "lunch": {**VOTE, "id": "lunch", "one_vote": ""}})
    return tmp_path


def run(folder: Path, *options: str) -> int:
    return main(["codes", *options, "--site", str(folder / "site")])


def test_codes_are_made_while_the_server_runs_and_each_link_opens_the_form(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with TestClient(create_app(Settings(folder / "site", folder / "c.sqlite3")), follow_redirects=False) as browser:
        assert run(folder, "demo", "vote", "--count", "3", "--address", "http://testserver") == 0
        lines = [line.split("  ") for line in capsys.readouterr().out.splitlines()]
        assert len({code for code, _ in lines}) == 3
        code, link = lines[0]
        assert f'value="{code}"' in browser.get(link).text
        again = browser.post(link.split("?")[0], data={"code": code, "choice": "yes"})
        assert browser.post(again.headers["location"], data={"code": code, "choice": "yes"}).status_code == 303


@pytest.mark.parametrize(
    ("activity", "sentence"),
    [
        ("nothing", "There is no 'demo nothing'; there is demo vote, demo lunch"),
        ("lunch", "docs/sessions/demo.md:5: write 'one_vote: codes' into the block, then build the site again"),
    ],
)
def test_a_poll_that_takes_no_codes_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], activity: str, sentence: str
) -> None:
    assert run(folder, "demo", activity, "--count", "3") == 1
    assert capsys.readouterr().err.strip() == sentence
