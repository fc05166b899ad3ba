"""Where the keyboard focus is left by a control that goes, moves or is disabled because it was pressed."""

from dataclasses import dataclass
from typing import Any

from a11y_tests import witness
from a11y_tests.effects import Effects
from a11y_tests.findings import Element
from a11y_tests.page import Page

REMEMBER = "element => cc.rememberStops(element)"
LOST = "element => cc.lostFocus(element)"
BACK = "element => cc.goneBackTo(element)"
# A script that waits for the end of a movement, and moves the focus then, is in time.
IN_TIME = 1.5


@dataclass(frozen=True)
class LostFocus:
    fate: str  # gone, disabled, moved, renewed
    at: int  # how many stops of Tab stood before the control
    alike: int  # how many controls of its kind there were
    left: int  # … and are now
    name: str
    is_replaced: bool  # headings or fields have gone, and others have come
    is_sending: bool  # it sends a form
    back_to: Element | None = None  # the next Tab goes back to this, which stood before the control


def remember(page: Page, control: Element) -> None:
    """Before the press."""
    page.ask_about(control, REMEMBER)


def lost_focus(page: Page, control: Element, effects: Effects) -> LostFocus | None:
    """After the press: None where the focus is somewhere, or the control is where it was. Presses Tab."""
    if not effects.is_focus_lost or effects.leaves:
        return None
    if not page.ask_about(control, LOST):
        return None
    waiting = [timer for timer in witness.waiting(page, control.frame) if not timer["isInterval"]]
    if any(timer["dueIn"] <= IN_TIME * 1000 for timer in waiting):
        witness.let_pass(page, IN_TIME)
    page.settle()
    value: dict[str, Any] | None = page.ask_about(control, LOST)
    if not value:
        return None
    page.press("Tab")
    back = page.ask_about(control, BACK)
    return LostFocus(
        fate=value["fate"],
        at=value["at"],
        alike=value["alike"],
        left=value["left"],
        name=value["name"],
        is_replaced=value["isReplaced"],
        is_sending=value["isSending"],
        back_to=Element.from_json(back, control.frame) if back else None,
    )
