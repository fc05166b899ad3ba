"""A person at the keyboard: Tab, arrows, Space, Enter and letters, by what has the focus and nothing else."""

import time
from dataclasses import dataclass
from typing import Any, Protocol

MOST_STOPS = 300
PATIENCE = 3  # seconds
# Choices are told apart by their whole name; other controls may be called by the start of theirs.
NAMED_BY_START = ("link", "button", "textbox", "combobox")


@dataclass(frozen=True)
class Focus:
    """What has the focus, by what a screen reader would say of it."""

    role: str
    name: str
    id: str = ""
    value: str = ""
    is_checked: bool = False


class Hands(Protocol):
    """What a browser must be able to do for a person."""

    asks_before_sending_again: bool
    """At a Reload of the answer to a form."""

    def open(self, url: str) -> None: ...
    def press(self, *keys: str) -> None: ...
    def press_and_wait(self, *keys: str) -> None: ...
    def press_twice(self, key: str, milliseconds: int) -> None: ...
    def focus(self) -> Focus: ...
    def ask(self, function: str) -> Any: ...
    def back(self) -> None: ...
    def forward(self) -> None: ...
    def reload(self) -> None: ...
    def forget_cookies(self) -> None: ...


class CannotReach(AssertionError):
    """The keyboard does not get there."""


class Person:
    """Uses a site by keyboard alone."""

    def __init__(self, hands: Hands, origin: str, browser: str = "chromium") -> None:
        self.hands = hands
        self.origin = origin
        self.browser = browser

    def open(self, path: str) -> None:
        self.hands.open(self.origin + path if path.startswith("/") else path)

    @property
    def title(self) -> str:
        return str(self.hands.ask("() => document.title"))

    @property
    def heading(self) -> str:
        """The h1."""
        return str(self.hands.ask("() => document.querySelector('h1').innerText"))

    @property
    def path(self) -> str:
        return str(self.hands.ask("() => location.pathname + location.search"))

    @property
    def text(self) -> str:
        """All words of the main part."""
        return " ".join(str(self.hands.ask("() => document.querySelector('main').innerText")).split())

    def focus_at(self, place: str) -> Focus:
        """What has the focus; a link to a part of the page brings it there a moment after the press."""
        deadline = time.monotonic() + PATIENCE
        while (focus := self.hands.focus()).id != place and time.monotonic() < deadline:
            time.sleep(0.05)
        return focus

    def tab_to(self, name: str, key: str = "Tab") -> Focus:
        """Press Tab until what is called so has the focus."""
        met: list[str] = []
        for _ in range(MOST_STOPS):
            self.hands.press(key)
            focus = self.hands.focus()
            if is_called(focus, name):
                return focus
            met.append(focus.name)
            if met.count(focus.name) > 6 and focus.name:
                break
        raise CannotReach(f"Tab does not reach “{name}” on {self.path} ({self.title}); it met {met[-40:]}")

    def choose(self, name: str) -> None:
        """Choose a radio button or tick a box. Tab goes to a group, arrows move in it."""
        groups: list[str] = []
        for _ in range(MOST_STOPS):
            self.hands.press("Tab")
            focus = self.hands.focus()
            if focus.role in ("radio", "checkbox") and self._take(focus, name):
                return
            groups.append(f"{focus.role} {focus.name}")
        raise CannotReach(f"no choice “{name}” on {self.path}; Tab met {groups[-40:]}")

    def _take(self, focus: Focus, name: str) -> bool:
        if focus.role == "checkbox":
            if is_called(focus, name):
                self.hands.press("Space")
            return is_called(focus, name)
        first = focus
        while not is_called(focus, name):
            self.hands.press("ArrowDown")
            focus = self.hands.focus()
            if focus == first or focus.id == first.id:
                return False
        if not focus.is_checked:
            self.hands.press("Space")
        return True

    def fill(self, name: str, text: str) -> None:
        """Go to a text field and write."""
        self.tab_to(name)
        self.hands.press(*text)

    def press_button(self, name: str) -> None:
        """Go to a button or a link, press Enter and wait for the next page."""
        self.tab_to(name)
        self.hands.press_and_wait("Enter")


def is_called(focus: Focus, name: str) -> bool:
    return focus.name == name or (focus.role in NAMED_BY_START and focus.name.startswith(name))
