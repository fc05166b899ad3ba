"""What a real screen reader says on eight journeys is what a person once read in the golden files.

After a change that is meant: `pytest a11y_tests/test_transcripts.py --update-golden`, and read the difference as somebody
who sees nothing. The wording belongs to the versions in the head of each file.
"""

import os
from collections.abc import Iterator

import pytest

from a11y_tests.conftest import Golden
from a11y_tests.journeys_to_hear import JOURNEYS, SIGN_IN, Journey
from a11y_tests.live_site import LiveSite, live_site
from a11y_tests.reader import Cell, Reader, ReaderProblem, missing_packages, pair_of
from a11y_tests.reader.steps import Step, read_step
from a11y_tests.reader.transcript import as_text, pair_and_text, with_head
from participation_api.organiser_links import add_link

FOLDERS = {"chromium": "transcripts", "firefox": "transcripts-firefox"}
BROWSERS = [
    pytest.param("chromium", marks=pytest.mark.voice),
    pytest.param("firefox", marks=pytest.mark.voice_firefox),
]
JOURNEYS_AND_NAMES = [pytest.param(name, journey, id=name) for name, journey in JOURNEYS.items()]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveSite]:
    """A site where nobody but the fixed answers has been."""
    with live_site(tmp_path_factory.mktemp("heard")) as live:
        yield live


@pytest.fixture(autouse=True)
def is_installed(request: pytest.FixtureRequest) -> None:
    """Without a screen reader nothing was heard: that is never a pass, and in continuous integration a failure."""
    if "browser_name" not in request.fixturenames:
        return
    missing = missing_packages(request.getfixturevalue("browser_name"))
    if missing:
        words = f"NOT HEARD: no screen reader spoke, because these packages are missing: {', '.join(missing)}"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(words)


def heard(live: LiveSite, journey: Journey, browser: str) -> list[Cell]:
    """A second try only where the desktop did not come up, never where something else was said."""
    for is_last in (False, True):
        try:
            with Reader() as reader:
                return _walk(reader, live, journey, browser)
        except ReaderProblem:
            if is_last:
                raise
    raise AssertionError("unreachable")


def _walk(reader: Reader, live: LiveSite, journey: Journey, browser: str) -> list[Cell]:
    url = sign_in_link(live) if journey.is_organiser else live.origin + journey.path
    with reader.open(url, browser) as reading:
        for step in SIGN_IN if journey.is_organiser else ():
            reading.do(step)
        return [cell for step in journey.steps for cell in reading.do(step)]


def sign_in_link(live: LiveSite) -> str:
    """For one session, so that no other one stands in the list."""
    return f"{live.origin}/organise/in/{add_link(live.database, 'owner', 'the chair', 1, 'state-organised')}"


@pytest.mark.browser
@pytest.mark.requirement("ER-02", "ER-03", "ER-04", "ER-06", "RS-01", "CF-01", "AU-09")
@pytest.mark.criterion("1.3.1", "2.4.2", "3.3.1", "4.1.2", "4.1.3")
@pytest.mark.parametrize("browser_name", BROWSERS)
@pytest.mark.parametrize(("name", "journey"), JOURNEYS_AND_NAMES)
def test_journey_sounds_as_it_was_read(
    name: str, journey: Journey, browser_name: str, stage: LiveSite, golden: Golden
) -> None:
    file = f"{FOLDERS[browser_name]}/{name}.txt"
    pair, text = pair_of(browser_name), as_text(heard(stage, journey, browser_name))
    if golden.is_update:
        golden.differs(file, with_head(pair, text))
    if not (golden.folder / file).exists():
        pytest.fail(f"{file} has not been written yet: run with --update-golden, and read it")
    file_text = (golden.folder / file).read_text(encoding="utf-8")
    read_with, expected = pair_and_text(file_text)
    versions = f"heard with {pair}; read in {file} with {read_with}"
    if pair != read_with and text != expected:
        # The wording belongs to the version: another one's is no fault of the pages, and no proof of them either.
        pytest.skip(f"NOT HEARD ALIKE: {versions}. Read what it says now, and renew the file with --update-golden")
    assert text == expected, versions


def test_every_golden_transcript_belongs_to_a_journey(golden: Golden) -> None:
    known = golden.known("transcripts*/*.txt")
    assert {file.partition("/")[2].removesuffix(".txt") for file in known} - set(JOURNEYS) == set()


def test_what_a_page_says_at_its_load_and_the_clock_are_left_out() -> None:
    cells = [
        Cell("Tab", ("leaving panel.", "Send my answer push button.")),
        Cell("page:Enter", ("Loading.", "Your answer is recorded"), "Your answer is recorded – Lunch"),
        Cell("ArrowDown", ("Counted: 22 November 2026, 21:24 UTC+3",)),
        Cell("Space", ()),
    ]
    text = (
        "[Tab]\n  leaving panel.\n  Send my answer push button.\n"
        "[page:Enter]\n  → Your answer is recorded – Lunch\n"
        "[ArrowDown]\n  Counted: (day), (time) UTC+3\n"
        "[Space]\n"
    )
    assert as_text(cells) == text
    pair = "Orca 43.1 and Chromium 156.0"
    assert pair_and_text(with_head(pair, text)) == (pair, text)


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("Tab", Step("Tab", "Tab")),
        ("Shift+Tab", Step("Shift+Tab", "shift+Tab")),
        ("H", Step("H", "shift+H")),
        ("type:Ask us: now", Step("type:Ask us: now", text="Ask us: now")),
        ("page:Enter", Step("page:Enter", "Return", opens_page=True)),
        ("Tab until Send it", Step("Tab until Send it", "Tab", until="Send it")),
    ],
)
def test_a_step_is_a_key_a_text_or_a_key_until_words(words: str, step: Step) -> None:
    assert read_step(words) == step
