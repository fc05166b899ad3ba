"""Presses the mouse down on each candidate, moves away and lets go there: has something happened all the same?"""

from a11y_tests.effects import Effects, watching
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called

PROBE = probe_at(__file__)
AWAY = 3.0


def run(page: Page) -> list[Finding]:
    found = []
    for candidate in page.collected[PROBE.id]:
        place = Element.from_json(candidate["element"], candidate["frame"])
        if page.happened.windows or page.again(place) is None:
            page.reload()
            page.hand_over_tree()
        here = page.again(place)
        finding = here and judged(page, here, bool(candidate["isByTouch"]))
        found += [finding] if finding else []
    return found


def judged(page: Page, element: Element, is_by_touch: bool) -> Finding | None:
    effects = pressed_and_left(page, element, is_by_touch)
    acts = bool(
        effects.leaves or effects.dialogs or effects.removed or effects.hidden or effects.shown or effects.texts
    )
    if not acts:
        return None
    if effects.leaves or effects.dialogs:
        page.reload()
        page.hand_over_tree()
    elif effects.shown and is_taken_back(page, element, effects, is_by_touch):
        return None
    how = "touched" if is_by_touch else "pressed"
    message = f"pointer: {called(element)} acts as soon as it is {how} (down-event), and sliding away does not stop it"
    return PROBE.finding(element, message)


def is_taken_back(page: Page, element: Element, effects: Effects, is_by_touch: bool) -> bool:
    """What has been opened closes again: by a second press, or by Escape."""
    shown = {each.ref for each in effects.shown}
    if not page.ask_about(element, "element => element.isConnected && cc.isSeen(element)"):
        return False
    again = pressed_and_left(page, element, is_by_touch)
    if shown & {each.ref for each in again.hidden} or again.removed:
        return True
    with watching(page, element.frame) as seen:
        page.press("Escape")
    return bool(shown & {each.ref for each in seen.effects.hidden} or seen.effects.removed)


def pressed_and_left(page: Page, element: Element, is_by_touch: bool) -> Effects:
    x, y = page.point_at(element)
    with watching(page, element.frame) as seen:
        if is_by_touch:
            touch(page, "touchStart", (x, y))
            touch(page, "touchMove", (AWAY, AWAY))
            touch(page, "touchEnd")
        else:
            mouse(page, "mousePressed", x, y)
            mouse(page, "mouseMoved", AWAY, AWAY)
            mouse(page, "mouseReleased", AWAY, AWAY)
    return seen.effects


def mouse(page: Page, kind: str, x: float, y: float) -> None:
    page.is_touched = True
    page.cdp.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)


def touch(page: Page, kind: str, *points: tuple[float, float]) -> None:
    page.is_touched = True
    page.cdp.call("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": x, "y": y} for x, y in points])
