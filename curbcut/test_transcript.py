"""`curbcut transcript` says what is missing before it starts anything."""

from pathlib import Path

import pytest

from a11y_tests.reader import Cell
from curbcut import transcript
from curbcut.__main__ import main


def test_missing_programs_are_named_with_the_command_that_brings_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(transcript, "missing_packages", lambda browser: ["orca", "xvfb"])
    assert main(["transcript", "http://127.0.0.1:1/", "Tab"]) == 2
    assert capsys.readouterr().err == (
        "The screen reader cannot be heard: programs are missing.\n"
        "On Debian or Ubuntu: sudo apt-get install --no-install-recommends orca xvfb\n"
        "On other systems there is no way yet.\n"
    )


def test_what_is_no_address_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcript", "example"]) == 2
    assert capsys.readouterr().err == (
        "example is neither an address that begins with http://, https:// or file://, nor a file\n"
    )


def test_a_file_will_do_for_its_address(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.touch()
    assert transcript.address_of(str(page)) == f"file://{page}"


def test_a_cell_shows_key_page_and_speech() -> None:
    cell = Cell("page:Enter", ("Loading.  Please wait.",), "Lunch")
    assert transcript.lines_of(cell) == ["[page:Enter]", "  → Lunch", "  Loading.  Please wait."]
