"""Compares what a control says about itself with what one sees after it was pressed once and again."""

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
    if press.dialog or press.again is None or press.effects.leaves or press.is_told_by_name or not press.is_beside:
        return None
    return wrong(press) or silent(press)


def wrong(press: Press) -> Finding | None:
    """It tells a state, and the state does not change with what is shown."""
    told = press.told.get("aria-expanded")
    if told not in ("true", "false") or changes(press, "aria-expanded"):
        return None
    if not is_toggle(press):
        return None
    message = f"state: {called(press.element)} goes on saying aria-expanded “{told}” when it shows and hides something"
    return PROBE.finding(press.element, message)


def silent(press: Press) -> Finding | None:
    """It shows and hides what stands beside it, and tells no state."""
    if any(name in press.told for name in (*STATES, "popovertarget")) or not is_toggle(press):
        return None
    if any(change.name in STATES for change in press.effects.states):
        return None
    message = f"state: {called(press.element)} shows and hides what follows it, and does not tell which (aria-expanded)"
    return PROBE.finding(press.element, message)


def is_toggle(press: Press) -> bool:
    """Pressing it again takes away what pressing it has shown."""
    if press.again is None:
        return False
    hidden = {element.ref for element in press.again.hidden}
    is_back = any(element.ref in hidden for element in press.effects.shown)
    return is_back or (press.again.removed > 0 and press.again.removed >= len(press.effects.shown))


def changes(press: Press, name: str) -> bool:
    return any(change.name == name for change in press.effects.states)
