"""What the browser tests share: one browser for the whole run, the probes' folder on loopback, and our own pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

from a11y_tests.browser import Browser
from a11y_tests.firefox import Firefox, firefox_path
from a11y_tests.live_site import LiveSite, live_site
from a11y_tests.own_pages.examples import example_snapshots
from a11y_tests.own_pages.hands import ChromiumHands, FirefoxHands
from a11y_tests.own_pages.keyboard import Person
from a11y_tests.own_pages.snapshots import Shelf, Snapshot, shelf_for, take_all
from a11y_tests.own_pages.visit import Visit, visit_all
from a11y_tests.page import Page
from a11y_tests.probe import PROBES
from a11y_tests.serve_folder import serving


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("curbcut", "the project's own pages")
    group.addoption("--update-golden", action="store_true", help="write the golden files anew in place of comparing")
    group.addoption("--pages", default="*", help="look only at pages whose name fits, such as 'choice/*'")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A screen reader that was not there must not go unnoticed among the dots."""
    reports = [each for each in terminalreporter.getreports("skipped") if "NOT HEARD" in str(each.longrepr)]
    if reports:
        terminalreporter.section("the screen reader was NOT heard", red=True)
    for report in reports:
        terminalreporter.line(str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def page(browser: Browser) -> Page:
    return Page(browser)


@pytest.fixture(scope="session")
def probes_address() -> Iterator[str]:
    with serving(PROBES) as address:
        yield address


@dataclass(frozen=True)
class OwnPages:
    """The running site, and every page and state of it as it was before any test did something there."""

    live: LiveSite
    shelf: Shelf
    snapshots: Sequence[Snapshot]
    is_whole: bool
    """False where only some pages were asked for."""


@pytest.fixture(scope="session")
def own_pages(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[OwnPages]:
    wanted = request.config.getoption("--pages")
    with live_site(tmp_path_factory.mktemp("site")) as live, shelf_for(live.site) as shelf:
        found = [*take_all(live, shelf), *example_snapshots(shelf)]
        snapshots = [snapshot for snapshot in found if fnmatch(snapshot.name, wanted)]
        yield OwnPages(live, shelf, snapshots, is_whole=wanted == "*")


@pytest.fixture(scope="session")
def live(own_pages: OwnPages) -> LiveSite:
    return own_pages.live


@pytest.fixture(scope="session")
def visits(own_pages: OwnPages) -> list[Visit]:
    """One visit of each page, made once for all tests that look at pages."""
    return visit_all(own_pages.snapshots)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> "Golden":
    return Golden(Path(__file__).parent / "golden", request.config.getoption("--update-golden"))


@dataclass(frozen=True)
class Golden:
    """Text files that hold what was right when a person last looked at it."""

    folder: Path
    is_update: bool

    def differs(self, name: str, text: str) -> bool:
        """Whether the text is not what the file holds; with --update-golden the file is written, and never differs."""
        file = self.folder / name
        if self.is_update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return not file.exists() or file.read_text(encoding="utf-8") != text

    def known(self, pattern: str) -> set[str]:
        return {file.relative_to(self.folder).as_posix() for file in self.folder.glob(pattern)}


@pytest.fixture(scope="session")
def chromium_hands() -> Iterator[ChromiumHands]:
    with Browser() as browser:
        yield ChromiumHands(browser)


@pytest.fixture(scope="session")
def firefox_hands(own_pages: OwnPages) -> Iterator[FirefoxHands]:
    if firefox_path() is None:
        pytest.skip("Firefox is not installed, so Firefox was NOT tried")
    with Firefox(are_scripts_blocked=True) as firefox:
        hands = FirefoxHands(firefox)
        # The first key after a cold start may be lost.
        hands.open(own_pages.live.origin)
        hands.press("Tab", "Enter")
        yield hands


@pytest.fixture(params=["chromium", "firefox"])
def person(request: pytest.FixtureRequest, live: LiveSite) -> Person:
    """Somebody who has never been here, in each of the two browsers."""
    hands = request.getfixturevalue(f"{request.param}_hands")
    hands.forget_cookies()
    return Person(hands, live.origin, request.param)
