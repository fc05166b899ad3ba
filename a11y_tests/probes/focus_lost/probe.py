"""Presses controls by keyboard and asks where the focus is when they have gone."""

import re

from a11y_tests.findings import Finding
from a11y_tests.lost_focus import LostFocus
from a11y_tests.page import Page
from a11y_tests.pressing import SHARED, Press, presses
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called

__all__ = ["PROBE", "SHARED", "run"]
PROBE = probe_at(__file__)
FATES = {
    "gone": "goes when it is pressed",
    "disabled": "is disabled when it is pressed",
    "moved": "goes to another place when it is pressed",
    "renewed": "is written anew when it is pressed",
}
# Closing is the end of what was there; where the way goes on is the page's own affair.
CLOSES = re.compile(
    r"\b(close|dismiss|hide|accept|agree|reject|decline|got it|ok|okay|undo|no thanks)\b"
    r"|\b(schließen|ausblenden|fermer|cerrar)\b"
    r"|^[×✕✖x]$",
    re.IGNORECASE,
)


def run(page: Page) -> list[Finding]:
    found = [judged(press, press.lost) for press in presses(page, page.collected[PROBE.id]) if press.lost]
    return [finding for finding in found if finding]


def judged(press: Press, lost: LostFocus) -> Finding | None:
    name = called(press.element)
    what = f"focus lost: {name} {FATES[lost.fate]}, and the keyboard focus is on nothing then"
    if lost.back_to:
        return PROBE.finding(press.element, f"{what}; the next Tab goes back to {called(lost.back_to)}")
    if lost.is_sending:
        return None  # what comes in place of a form is its answer, and other probes look at that
    if lost.at == 0 and not is_item(press, lost):
        return None  # where there was nothing before it, the top of the page is the right place
    if lost.fate == "gone" and not press.effects.dialogs:
        if is_item(press, lost):
            return PROBE.finding(press.element, f"{what}, while the others of its kind stay")
        if lost.is_replaced and not press.effects.announced and not CLOSES.search(lost.name):
            return PROBE.finding(press.element, f"{what}, when another step takes the place of this one without a word")
    question = f"{what}. Do people with a screen reader find where to go on?"
    return PROBE.finding(press.element, question, level="review")


def is_item(press: Press, lost: LostFocus) -> bool:
    """One of several of its kind has gone with what it stood beside, and the others are still there."""
    effects = press.effects
    went = effects.removed + len(effects.hidden) - len(effects.shown) + len(effects.announced)
    return 1 <= lost.left == lost.alike - 1 and went >= 2
