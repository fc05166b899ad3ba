"""A person with a screen reader on a page: what is pressed, and what is heard after it."""

import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType

from a11y_tests.reader.browsers import command_of
from a11y_tests.reader.desktop import Desktop, wait_until
from a11y_tests.reader.needs import ReaderProblem
from a11y_tests.reader.orca import QUIET_SECONDS, QUIET_SECONDS_OF_A_PAGE, Orca
from a11y_tests.reader.steps import Step, read_step

MOST_PRESSES = 60
MOST_TRIES = 2
KEY_SECONDS = 2
LOAD_SECONDS = 60
AFTER_TITLE = (" — Mozilla Firefox", " - Chromium")


@dataclass(frozen=True)
class Cell:
    """`said` after `step`; `page` is the title of the page that came, if one did."""

    step: str
    said: tuple[str, ...]
    page: str = ""


class Reader:
    """Orca, ready to hear one page after the other."""

    def __init__(self) -> None:
        self.desktop = Desktop()
        try:
            self.orca = Orca(self.desktop)
        except BaseException:
            self.desktop.close()
            raise
        self._browsers = 0

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.desktop.close()

    @contextmanager
    def open(self, url: str, browser: str = "chromium", *, is_loopback_only: bool = True) -> "Iterator[Reading]":
        """A browser with a new profile at this address, until the block ends."""
        self._browsers += 1
        profile = self.desktop.folder / f"profile-{self._browsers}"
        profile.mkdir(mode=0o700)
        reading = Reading(self.desktop, self.orca)
        started: list[subprocess.Popen[bytes]] = []

        def start() -> None:
            started.append(self.desktop.start("browser", command_of(browser, profile, url, is_loopback_only)))
            reading.focus_window()

        try:
            reading.first = reading.load("(the page opens)", start)
            yield reading
        finally:
            for process in started:
                self.desktop.end(process)
            self.orca.settle()

    def hear(self, url: str, steps: Iterable[str], browser: str = "chromium") -> list[Cell]:
        """All that is heard at each step, from a new browser on."""
        with self.open(url, browser) as reading:
            return [cell for step in steps for cell in reading.do(step)]


class Reading:
    """One browser with one page at a time; `first` is what was said while the first page came."""

    def __init__(self, desktop: Desktop, orca: Orca) -> None:
        self.desktop = desktop
        self.orca = orca
        self.first = Cell("", ())

    @property
    def title(self) -> str:
        """The title of the window that has the keyboard, without the browser's name; empty before it has one."""
        title = self._xdotool("getwindowfocus", "getwindowname")
        return next((title.removesuffix(end) for end in AFTER_TITLE if title.endswith(end)), title)

    def do(self, words: str) -> list[Cell]:
        """Carry out a step: one cell for each press."""
        step = read_step(words)
        if step.opens_page:
            return [self.load(step.words, lambda: self._press(step))]
        if not step.until:
            return [self._cell(step)]
        cells: list[Cell] = []
        while not any(step.until in text for cell in cells[-1:] for text in cell.said):
            if len(cells) == MOST_PRESSES:
                heard = " / ".join(text for cell in cells[-5:] for text in cell.said)
                raise ReaderProblem(f"“{step.words}”: not said after {MOST_PRESSES} presses; at the end: {heard}")
            cells.append(self._cell(Step(words.partition(" until ")[0], step.key)))
        return cells

    def load(self, words: str, act: Callable[[], object]) -> Cell:
        """What comes while a page loads is told apart: title, focus and summary race there."""
        said, loaded, title = len(self.orca.utterances()), self.orca.pages_loaded(), self.title
        act()
        # Orca does not hear of the end of every load; a new title is as good.
        wait_until(
            lambda: self.orca.pages_loaded() > loaded or self.title not in (title, ""),
            f"“{words}”: no page came",
            LOAD_SECONDS,
        )
        self.orca.settle(QUIET_SECONDS_OF_A_PAGE)
        return Cell(words, self._said_since(said), self.title)

    def focus_window(self) -> None:
        """There is no window manager, so the keyboard is given to the window by hand."""
        window = wait_until(
            lambda: self._xdotool("search", "--onlyvisible", "--name", ".").split(),
            f"the browser opened no window: {self.desktop.printed('browser')}",
        )
        self._xdotool("windowfocus", "--sync", window[-1])

    def _cell(self, step: Step) -> Cell:
        said, title = len(self.orca.utterances()), self.title
        self._press(step)
        if step.is_say_all:
            wait_until(lambda: self._has_said_all(said), f"“{step.words}” did not end")
        self.orca.settle(QUIET_SECONDS)
        if self.title != title:
            self.orca.settle(QUIET_SECONDS_OF_A_PAGE)
            return Cell(step.words, self._said_since(said), self.title)
        return Cell(step.words, self._said_since(said))

    def _press(self, step: Step) -> None:
        """A press that nothing on the desktop has answered in any way was lost on its way, and is repeated once."""
        for _ in range(MOST_TRIES):
            size, seen = self.orca.size(), self.orca.keys_seen()
            if step.text:
                self._xdotool("type", "--delay", "40", step.text)
            else:
                self._xdotool("key", "--clearmodifiers", step.key)
            wanted = seen + max(1, len(step.text))
            deadline = time.monotonic() + KEY_SECONDS
            while self.orca.keys_seen() < wanted and time.monotonic() < deadline:
                time.sleep(0.02)
            if self.orca.size() != size:
                return

    def _has_said_all(self, start: int) -> bool:
        return any(kind == "all said" for kind, _ in self.orca.utterances()[start:])

    def _said_since(self, start: int) -> tuple[str, ...]:
        return tuple(text.strip() for kind, text in self.orca.utterances()[start:] if kind == "said" and text.strip())

    def _xdotool(self, *arguments: str) -> str:
        command = ["xdotool", *arguments]
        done = subprocess.run(command, env=self.desktop.environment, capture_output=True, text=True, timeout=60)
        if "No such key name" in done.stderr:
            raise ReaderProblem(f"there is no key “{arguments[-1]}”")
        return done.stdout.strip()
