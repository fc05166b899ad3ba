"""What an action changed: what came into sight or went, what was told to assistive technology, where the focus is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from a11y_tests import witness
from a11y_tests.findings import Element
from a11y_tests.page import Page
from a11y_tests.staying import Attempt

# A script may act a moment after the event; what it does within this time belongs to the action.
MOMENT = 0.5


@dataclass(frozen=True)
class Whole:
    """Something that came into sight as one: the topmost element, and the words in it."""

    element: Element
    text: str
    is_new: bool
    is_live: bool  # changes there are read out


@dataclass(frozen=True)
class Change:
    """Words that became other words, or a state such as aria-expanded that changed."""

    element: Element
    name: str
    before: str
    after: str
    is_live: bool = False


@dataclass(frozen=True)
class Effects:
    shown: tuple[Element, ...] = ()
    hidden: tuple[Element, ...] = ()
    removed: int = 0
    wholes: tuple[Whole, ...] = ()
    texts: tuple[Change, ...] = ()
    announced: tuple[str, ...] = ()  # the words of regions that are read out, seen or not
    states: tuple[Change, ...] = ()
    focus_before: Element | None = None
    focus_after: Element | None = None
    has_moved_focus: bool = False
    is_focus_lost: bool = False
    has_scrolled: bool = False
    has_new_address: bool = False
    attempts: tuple[Attempt, ...] = ()
    windows: tuple[str, ...] = ()
    dialogs: tuple[str, ...] = ()

    @property
    def is_seen(self) -> bool:
        """Something came into sight, went out of it, or reads differently."""
        return bool(self.shown or self.hidden or self.removed or self.texts)

    @property
    def leaves(self) -> bool:
        """The page tried to go elsewhere, or opened a window."""
        return bool(self.attempts or self.windows)

    @property
    def is_any(self) -> bool:
        """Anything but focus and scrolling."""
        return self.is_seen or self.leaves or bool(self.dialogs or self.states or self.has_new_address)


class Watching:
    """Filled in when the block of `watching` ends."""

    effects = Effects()


@contextmanager
def watching(page: Page, frame: int = 0) -> Iterator[Watching]:
    """`with watching(page) as seen: page.press("Enter")`; afterwards `seen.effects`. The page stays where it is."""
    seen = Watching()
    windows, dialogs = len(page.happened.windows), len(page.happened.dialogs)
    page.ask("() => cc.look()", frame=frame)
    with page.staying() as attempts:
        yield seen
        let_scripts_act(page, frame)
        found = page.ask("() => cc.effects()", frame=frame)
    happened = page.happened
    seen.effects = _effects(
        found, frame, tuple(attempts), tuple(happened.windows[windows:]), tuple(happened.dialogs[dialogs:])
    )


def effects_now(page: Page, frame: int = 0) -> Effects:
    """What has changed in the frame since the last `cc.look()`."""
    return _effects(page.ask("() => cc.effects()", frame=frame), frame)


def let_scripts_act(page: Page, frame: int = 0) -> None:
    """Timers of a moment go off at once."""
    if any(not timer["isInterval"] and timer["delay"] <= MOMENT * 1000 for timer in witness.waiting(page, frame)):
        witness.let_pass(page, MOMENT)


def _effects(
    found: dict[str, Any],
    frame: int,
    attempts: tuple[Attempt, ...] = (),
    windows: tuple[str, ...] = (),
    dialogs: tuple[str, ...] = (),
) -> Effects:
    def element(value: dict[str, Any] | None) -> Element | None:
        return Element.from_json(value, frame) if value else None

    def elements(values: list[dict[str, Any]]) -> tuple[Element, ...]:
        return tuple(Element.from_json(value, frame) for value in values)

    def change(value: dict[str, Any], name: str = "text") -> Change:
        texts = (str(value["before"] or ""), str(value["after"] or ""))
        place = Element.from_json(value["element"], frame)
        return Change(place, value.get("name", name), *texts, bool(value.get("isLive")))

    return Effects(
        shown=elements(found["shown"]),
        hidden=elements(found["hidden"]),
        removed=found["removed"],
        wholes=tuple(_whole(value, frame) for value in found["wholes"]),
        texts=tuple(map(change, found["changed"])),
        announced=tuple(found["announced"]),
        states=tuple(map(change, found["states"])),
        focus_before=element(found["focusBefore"]),
        focus_after=element(found["focusAfter"]),
        has_moved_focus=found["hasMovedFocus"],
        is_focus_lost=found["isFocusLost"],
        has_scrolled=found["hasScrolled"],
        has_new_address=found["hasNewAddress"],
        attempts=attempts,
        windows=windows,
        dialogs=dialogs,
    )


def _whole(value: dict[str, Any], frame: int) -> Whole:
    text, is_new, is_live = value.pop("text"), value.pop("isNew"), value.pop("isLive")
    return Whole(Element.from_json(value, frame), text, is_new, is_live)
