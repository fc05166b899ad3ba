"""An organiser's whole session by keyboard alone, scripts blocked, heard through: make, open, moderate, close, publish,
freeze, export, build again. What is heard is the browser's accessibility tree, in its order."""

import csv
import io
import json
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from a11y_tests.browser import Browser
from a11y_tests.live_site import free_port, start, wait_for
from a11y_tests.own_pages.golden_tree import as_text
from a11y_tests.own_pages.hands import ChromiumHands
from a11y_tests.own_pages.keyboard import Person
from a11y_tests.test_live_updates import Someone
from a11y_tests.tree import full_tree
from curbcut.__main__ import main
from participation_api.organiser_links import add_link

pytestmark = [
    pytest.mark.browser,
    pytest.mark.requirement("R1", "AU-01", "AU-09", "PG-06"),
    pytest.mark.criterion("2.1.1", "2.4.2", "2.4.3", "3.3.4", "4.1.2"),
]
CONFIG = """site_name: Test site
site_url: http://127.0.0.1:8000/
theme: {name: material, font: false}
plugins: [curbcut]
strict: true
markdown_extensions: [pymdownx.superfences]
"""
SESSION = """---
title: One hour
kind: session
retention: 2099-01-31
access: {captions: "yes", sign_languages: "no", spoken_languages: English, room: "no", phone: "no", documents: "no",
  breaks: "no", contact: "The help desk, or the phone at the door", requests_by: not decided yet}
---

## Take part

```poll
id: lunch
question: Which lunch?
choises: [Soup, Salad]
```

```board
id: notes
question: What should we note?
```

```queue
id: floor
question: Do you want the floor?
```
"""
LUNCH, NOTES, FLOOR = (f"/organise/hour/{name}/" for name in ("lunch", "notes", "floor"))


class Organiser(Person):
    """Works with the keys, and hears the page."""

    def heard(self) -> list[str]:
        assert isinstance(self.hands, ChromiumHands)
        return [line.strip() for line in as_text(full_tree(self.hands.cdp)).splitlines()]

    def hears(self, *lines: str) -> None:
        """These are in the tree, in this order."""
        found = self.heard()
        place = 0
        for line in lines:
            assert line in found[place:], f"not heard (after line {place}): {line}\n" + "\n".join(found)
            place = found.index(line, place) + 1

    def does(self, button: str, heading: str) -> None:
        """Press it: then the h1 says the result and has the focus, and what is heard next is Undo."""
        self.press_button(button)
        self.hears(f"title: {self.title}", f'heading "{heading}" (level 1)')
        assert self.hands.focus().id == "content"
        self.hands.press("Tab")
        focus = self.hands.focus()
        assert (focus.role, focus.name[:4]) == ("button", "Undo"), focus

    def downloads(self, link: str, folder: Path) -> bytes:
        """Enter on the link; what the browser has stored."""
        before = {*folder.iterdir()}
        self.tab_to(link)
        self.hands.press("Enter")
        deadline = time.monotonic() + 15
        while not (found := [one for one in folder.iterdir() if one not in before and one.suffix != ".crdownload"]):
            assert time.monotonic() < deadline, f"“{link}” gave no file"
            time.sleep(0.05)
        return found[0].read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "docs" / "sessions").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("# Home\n\nWelcome.\n")
    (tmp_path / "docs" / "sessions" / "hour.md").write_text(SESSION)
    (tmp_path / "downloads").mkdir()
    return tmp_path


@pytest.fixture
def build(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> "Build":
    monkeypatch.chdir(folder)
    return Build(folder, capsys)


class Build:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys

    def __call__(self) -> tuple[int, str]:
        status = main(["build", "--config", str(self.folder / "mkdocs.yml")])
        return status, self.capsys.readouterr().err

    @property
    def page(self) -> str:
        return (self.folder / "site" / "sessions" / "hour" / "index.html").read_text()


@pytest.fixture
def hands(folder: Path) -> Iterator[ChromiumHands]:
    with Browser() as browser:
        browser.cdp.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(folder / "downloads"))
        yield ChromiumHands(browser)


def test_an_hour_from_the_first_line_to_the_frozen_page(folder: Path, build: Build, hands: ChromiumHands) -> None:
    _make(folder, build)
    database, port = folder / "instance" / "c.sqlite3", free_port()
    process = start(folder / "site", database, port)
    try:
        wait_for(f"http://127.0.0.1:{port}", process)
        chair = Organiser(hands, f"http://127.0.0.1:{port}")
        _sign_in(chair, database)
        _open(chair)
        _people_take_part(port)
        _moderate(chair)
        _close_and_publish(chair)
        _take_along(chair, folder / "downloads")
        _freeze(chair)
        _leave(chair)
    finally:
        _stop(process)
    _stands_without_a_server(build)


def _make(folder: Path, build: Build) -> None:
    """A mistake is one sentence with its place; put right, the site is built."""
    source = folder / "docs" / "sessions" / "hour.md"
    line = SESSION[: SESSION.index("choises")].count("\n") + 1
    assert build()[0] == 1
    status, said = build()
    wanted = f"docs/sessions/hour.md:{line}: poll 'lunch': 'choises' is not a known key; did you mean 'choices'?"
    assert (status, wanted in said) == (1, True), said
    source.write_text(SESSION.replace("choises", "choices"))
    assert build()[0] == 0


def _sign_in(chair: Organiser, database: Path) -> None:
    chair.open(f"/organise/in/{add_link(database, 'owner', 'Ana', days=1)}")
    chair.hears('heading "Sign in to organise" (level 1)', 'button "Sign in"')
    chair.press_button("Sign in")
    chair.hears('heading "Organise: you are signed in" (level 1)', 'link "One hour"')
    chair.press_button("One hour")
    chair.hears(
        'heading "Organise: One hour" (level 1)', "“Nothing waits for you.”",
        'heading "Which lunch?" (level 2)', "“Poll: not open yet.”", 'button "Open: Which lunch?"',
    )  # fmt: skip


def _open(chair: Organiser) -> None:
    for page, question in ((LUNCH, "Which lunch?"), (NOTES, "What should we note?"), (FLOOR, "Do you want the floor?")):
        chair.open("/organise/hour/")
        chair.does(f"Open: {question}", f"“{question}” is open")
        assert chair.path.startswith(page)
    chair.hears('heading "Say this aloud" (level 2)', "“Do you want the floor?”")


def _people_take_part(port: int) -> None:
    for choice, note, tick in (("soup", "Wider paths", "yes"), ("soup", "Ben is ill", "yes"), ("salad", "Only here", "")):
        one = Someone(port)
        assert one.post("/take-part/hour/lunch/", choice=choice) == 303
        ticked = {"may_publish": tick} if tick else {}
        assert one.post("/take-part/hour/notes/", note=note, lang="en", **ticked) == 303
        assert one.post("/take-part/hour/floor/", mode="speak", place="room") == 303


def _moderate(chair: Organiser) -> None:
    """What waits is said first, in the title and on the page."""
    chair.open("/organise/hour/")
    assert chair.title.startswith("6 waiting – ")
    chair.hears("“6 waiting.”", 'link "Review 3 notes: What should we note?"')
    chair.press_button("Review 3 notes")
    chair.hears("“3 notes waiting for review. 0 notes shown. 0 notes hidden.”", 'button "Show note 1"')
    chair.does("Show note 1", "Note 1 is shown now")
    chair.does("Show note 3", "Note 3 is shown now")
    chair.fill("Reason for hiding note 2", "It tells of somebody's health")
    chair.does("Hide note 2", "Note 2 is hidden now")
    chair.hears("“0 notes waiting for review. 2 notes shown. 1 note hidden.”")
    chair.open(FLOOR)
    chair.does("Call the next speaker: number 1", "Number 1 has the floor now")
    chair.does("Turn done: number 1", "The turn of number 1 is done")


def _close_and_publish(chair: Organiser) -> None:
    chair.open(LUNCH)
    chair.does("Close now, without waiting", "“Which lunch?” is closed")
    chair.does("Publish the results", "The results of “Which lunch?” are published")
    chair.open("/take-part/hour/lunch/results/")
    chair.hears('heading "Results: Which lunch?" (level 1)', "“3 answers. Most chosen: Soup, 2 of 3.”")
    cells = [line for line in chair.heard() if re.match(r'(rowheader|cell|gridcell) "', line)]
    assert [re.findall(r'"([^"]*)"', line)[0] for line in cells][:6] == [
        "Soup", "2", "2", "2 of 3 (67 %)", "Salad", "1"
    ]  # fmt: skip


def _take_along(chair: Organiser, folder: Path) -> None:
    chair.open("/organise/hour/")
    chair.press_button("After the session: One hour")
    chair.hears(
        'heading "After the session: One hour" (level 1)', 'heading "Report" (level 2)',
        'link "Report for Word (DOCX)"', 'heading "Download the answers" (level 2)',
        'link "Answers as a table (CSV) : Which lunch?"', 'heading "Keep the results" (level 2)',
    )  # fmt: skip
    report = Document(io.BytesIO(chair.downloads("Report for Word (DOCX)", folder)))
    headings = [line.text for line in report.paragraphs if line.style and str(line.style.name).startswith("Heading")]
    assert headings[0] == "Report: One hour"
    assert {"Which lunch?", "What should we note?", "Do you want the floor?"} <= {*headings}
    table = chair.downloads("Answers as a table (CSV) : Which lunch?", folder).decode("utf-8-sig")
    assert sorted(row["choices"] for row in csv.DictReader(io.StringIO(table))) == ["Salad", "Soup", "Soup"]
    notes = json.loads(chair.downloads("Answers, results and times (JSON) : What should we note?", folder))
    assert sorted(row["text"] for row in notes["answers"]) == ["Only here", "Wider paths"]


def _freeze(chair: Organiser) -> None:
    chair.press_button("Freeze the results: One hour")
    chair.hears('heading "Freeze the results: One hour" (level 1)', 'button "Freeze the results"')
    chair.does("Freeze the results", "The results are frozen: One hour")
    chair.hears('heading "Results that are kept" (level 2)', "“Which lunch?”")


def _leave(chair: Organiser) -> None:
    chair.open("/organise/hour/log/")
    said = [line.strip("“”") for line in chair.heard() if line.startswith("“")]
    cells = " ".join([*chair.heard(), *said])
    for done in ("Freeze the results", "Publish the results: Which lunch?", "Hide note 2", "It tells of somebody's health"):
        assert done in cells, cells
    chair.press_button("Sign out")
    chair.hears('heading "You are signed out" (level 1)')


def _stop(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    process.communicate(timeout=20)


def _stands_without_a_server(build: Build) -> None:
    """The next build prints the results where the forms were."""
    assert build()[0] == 0
    assert "Most chosen: Soup, 2 of 3." in build.page
    assert "Wider paths" in build.page
    assert [text for text in ("<form", "Ben is ill", "Only here") if text in build.page] == []
