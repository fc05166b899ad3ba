"""Compares what a control says about itself with what one sees after it was pressed once and again."""

from typing import Any

from a11y_tests.findings import Finding
from a11y_tests.page import Page
from a11y_tests.pressing import SHARED, Press, presses
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called

__all__ = ["PROBE", "SHARED", "run"]
PROBE = probe_at(__file__)
STATES = ("aria-expanded", "aria-pressed", "aria-checked", "aria-selected")


def run(page: Page) -> list[Finding]:
    return [finding for press in presses(page, page.collected[PROBE.id]) if (finding := judged(press))]


def judged(press: Press) -> Finding | None:
    if press.dialog or press.effects.leaves or press.is_told_by_name:
        return None
    if press.again is None or not press.is_beside:
        return marked(press)
    return wrong(press) or silent(press) or marked(press)


def wrong(press: Press) -> Finding | None:
    """It tells a state, and the state does not change with what is shown."""
    told = press.told.get("aria-expanded")
    if told not in ("true", "false") or not is_toggle(press):
        return None
    if changes(press, "aria-expanded"):
        return turned_round(press, told)
    message = f"state: {called(press.element)} goes on saying aria-expanded “{told}” when it shows and hides something"
    return PROBE.finding(press.element, message)


def turned_round(press: Press, told: str) -> Finding | None:
    """It said that it was open when it was closed: the press has shown something, and hidden nothing."""
    if told != "true" or press.effects.hidden or not press.effects.shown:
        return None
    message = f"state: {called(press.element)} tells the state the wrong way round: aria-expanded is “true” while what"
    return PROBE.finding(press.element, f"{message} it shows is hidden")


def silent(press: Press) -> Finding | None:
    """It shows and hides what stands beside it, and tells no state."""
    if any(name in press.told for name in (*STATES, "popovertarget")) or not is_toggle(press):
        return None
    if any(change.name in STATES for change in press.effects.states):
        return None
    message = f"state: {called(press.element)} shows and hides what follows it, and does not tell which (aria-expanded)"
    return PROBE.finding(press.element, message)


def marked(press: Press) -> Finding | None:
    """Only its looks tell that it is pressed, or that it is the chosen one of several."""
    if len(press.looks) < 2 or not press.looks[0] or not press.looks[1]:
        return None
    if any(change.name in (*STATES, "aria-current") for change in press.effects.states):
        return None
    before, after = press.looks[0], press.looks[1]
    if before[0]["words"] != after[0]["words"] or before[0]["name"] != after[0]["name"]:
        return None
    if after[0]["says"]:
        return stays(press)
    if before[0]["classes"] == after[0]["classes"] or before[0]["look"] == after[0]["look"]:
        return None
    if press.again is not None and is_pressed_and_released(press):
        message = f"state: {called(press.element)} looks pressed or not, and does not tell which (aria-pressed)"
        return PROBE.finding(press.element, message)
    if press.effects.shown and press.effects.hidden and was_other(before[1:], after[1:]):
        message = f"state: only looks tell that {called(press.element)} is the chosen one among those beside it"
        return PROBE.finding(press.element, f"{message} (aria-selected, aria-current or aria-pressed)")
    return None


def stays(press: Press) -> Finding | None:
    """On or off to the eye by turns, and its attribute has said the same all along."""
    name = next((name for name in ("aria-checked", "aria-pressed") if press.told.get(name) in ("true", "false")), None)
    if name is None or not is_pressed_and_released(press):
        return None
    message = f"state: {called(press.element)} looks on and off by turns and goes on saying {name}"
    return PROBE.finding(press.element, f"{message} “{press.told[name]}”")


def is_pressed_and_released(press: Press) -> bool:
    """A second press has put back class and looks, and nothing else was there to see of the first."""
    if press.again is None or press.effects.is_seen or press.again.is_seen:
        return False
    if len(press.looks) < 3 or not press.looks[2]:
        return False
    before, _, released = (look[0] for look in press.looks)
    return bool(before["classes"] == released["classes"] and before["look"] == released["look"])


def was_other(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> bool:
    """Another of them has lost the class and the looks of the chosen one."""
    now = {each["ref"]: each for each in after}
    return not any(each["says"] for each in after) and any(
        each["classes"] != now[each["ref"]]["classes"] and each["look"] != now[each["ref"]]["look"]
        for each in before
        if each["ref"] in now
    )


def is_toggle(press: Press) -> bool:
    """Pressing it again takes away what pressing it has shown, and brings nothing new in its place."""
    if press.again is None:
        return False
    # One thing in place of another, and then a third: a row of slides, not something that opens and closes.
    if {element.ref for element in press.again.shown} - {element.ref for element in press.effects.hidden}:
        return False
    hidden = {element.ref for element in press.again.hidden}
    is_back = any(element.ref in hidden for element in press.effects.shown)
    return is_back or (press.again.removed > 0 and press.again.removed >= len(press.effects.shown))


def changes(press: Press, name: str) -> bool:
    return any(change.name == name for change in press.effects.states)
