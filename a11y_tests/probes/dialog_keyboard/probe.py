"""Opens dialogs by keyboard and follows the focus until they are closed."""

from a11y_tests.dialog_report import DialogReport
from a11y_tests.findings import Finding
from a11y_tests.page import Page
from a11y_tests.pressing import SHARED, Press, presses
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called

__all__ = ["PROBE", "SHARED", "run"]
PROBE = probe_at(__file__)


def run(page: Page) -> list[Finding]:
    found: dict[str, list[Finding]] = {}
    for press in presses(page, page.collected[PROBE.id]):
        if press.dialog:
            found.setdefault(press.dialog.element.selector, judged(press, press.dialog))
    return [finding for findings in found.values() for finding in findings]


def judged(press: Press, dialog: DialogReport) -> list[Finding]:
    if not dialog.controls and not dialog.has_role:
        return []  # a sign that something is going on, such as a veil while loading
    name = f"the dialog opened by {called(press.element)}"
    return [*entering(name, dialog), *staying(name, dialog), *leaving(name, dialog), *telling(name, dialog)]


def entering(name: str, dialog: DialogReport) -> list[Finding]:
    if dialog.focus_goes_in:
        return []
    if dialog.is_modal:
        message = f"dialog: the keyboard focus does not move into {name}; it stays behind it"
        return [PROBE.finding(dialog.element, message)]
    if dialog.next_tab_goes_in:
        return []
    question = f"dialog: the keyboard focus does not move into {name}. Does one find the way in, and notice it at all?"
    return [PROBE.finding(dialog.element, question, level="review")]


def staying(name: str, dialog: DialogReport) -> list[Finding]:
    if dialog.leak is None:
        return []
    message = f"dialog: Tab leaves {name} while it is open and goes to {called(dialog.leak)} behind it (focus)"
    return [PROBE.finding(dialog.element, message)]


def leaving(name: str, dialog: DialogReport) -> list[Finding]:
    found = []
    if not dialog.closes_by_escape and dialog.closes_by is None:
        found.append(unclosed(name, dialog))
    elif not dialog.closes_by_escape:
        question = f"dialog: Escape does not close {name}, only {called(dialog.closes_by or dialog.element)} does"
        asked = f"{question}. Is there a reason for that?"
        found.append(PROBE.finding(dialog.element, asked, level="review", wcag=["2.1.1"]))
    if dialog.is_focus_lost:
        message = f"dialog: when {name} is closed the keyboard focus is lost; it does not come back to what opened it"
        found.append(PROBE.finding(dialog.element, message))
    return found


def unclosed(name: str, dialog: DialogReport) -> Finding:
    if dialog.mouse_closer:
        message = f"dialog: {name} cannot be closed with the keyboard: Escape does nothing, and its close button is for"
        return PROBE.finding(dialog.element, f"{message} the mouse only", wcag=["2.1.1"])
    question = f"dialog: Escape does not close {name}. How is it closed with the keyboard?"
    return PROBE.finding(dialog.element, question, level="review", wcag=["2.1.2"])


def telling(name: str, dialog: DialogReport) -> list[Finding]:
    if dialog.has_role and not dialog.is_named:
        message = f"dialog: {name} has no name that says what it is about (aria-labelledby)"
        return [PROBE.finding(dialog.element, message, wcag=["4.1.2"])]
    if dialog.has_role or not dialog.is_modal:
        return []
    question = f"dialog: {name} covers the page but has no role that says so. Is it a dialog (role, name)?"
    return [PROBE.finding(dialog.element, question, level="review", wcag=["4.1.2"])]
