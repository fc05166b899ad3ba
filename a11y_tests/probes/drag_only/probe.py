"""Pulls small things along that a script may let follow the mouse, such as the thumb of a slider made of boxes."""

import time
from typing import Any

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called

PROBE = probe_at(__file__)
FAR = (20, 40)
# Where it stands in what holds it, and whether that has stayed where it was.
PLACE = """element => {
  const box = element.getBoundingClientRect(), outer = element.parentElement.getBoundingClientRect();
  const edges = [outer.left, outer.top, outer.width, outer.height].map(Math.round).join();
  return [Math.round(box.left - outer.left), Math.round(box.top - outer.top), edges];
}"""
FAR_ON_TRACK = """element => {
  const box = element.getBoundingClientRect(), outer = element.parentElement.getBoundingClientRect();
  const isLeft = box.left + box.width / 2 < outer.left + outer.width / 2;
  return [outer.left + outer.width * (isLeft ? 0.85 : 0.15), outer.top + outer.height / 2];
}"""


def run(page: Page) -> list[Finding]:
    found = []
    for value, plain in zip(page.collected[PROBE.id], PROBE.collected(page), strict=True):
        if not value.get("isPulled"):
            found.append(plain)
        elif not follows(page, value):
            continue
        elif value.get("isSlider"):
            place = Element.from_json(value["element"], value["frame"])
            if not moves_by_press(page, value):
                message = f"dragging: the mouse moves {called(place)} only by dragging; a press on its track fails"
                found.append(PROBE.finding(place, message, wcag=["2.5.7"]))
        else:
            place = Element.from_json(value["element"], value["frame"])
            what = f"dragging: {called(place)} follows the mouse, and nothing else can move it"
            message = f"{what}: no key, no button, no field"
            found = [other for other in found if other.selector != plain.selector]
            found.append(PROBE.finding(place, message, wcag=["2.5.7", "2.1.1"]))
    return found


def follows(page: Page, value: dict[str, Any]) -> bool:
    """It moves within its track while the button of the mouse is held down, and only then."""
    here = page.afresh(Element.from_json(value["element"], value["frame"]))
    if here is None:
        return False
    x, y = page.point_at(here)  # scrolls, if need be
    started = time.monotonic()
    before = page.ask_about(here, PLACE)
    for step in FAR:
        page.move_mouse(x + step, y)
    if page.ask_about(here, PLACE) != before:
        return False  # it moves by itself, or by pointing
    page.move_mouse(x, y)
    mouse(page, "mousePressed", x, y)
    for step in FAR:
        page.cdp.call("Input.dispatchMouseEvent", type="mouseMoved", x=x + step, y=y, button="left", buttons=1)
    mouse(page, "mouseReleased", x + FAR[-1], y)
    after = page.ask_about(here, PLACE)
    if after[2] != before[2] or abs(after[0] - before[0]) < FAR[0] / 2:
        return False
    return not drifts(page, here, time.monotonic() - started)


def drifts(page: Page, element: Element, seconds: float) -> bool:
    """Left alone on a fresh page, it goes elsewhere within that time."""
    here = page.afresh(element)
    if here is None:
        return True
    page.point_at(here)
    before = page.ask_about(here, PLACE)
    page.cdp.listen(seconds)
    return bool(page.ask_about(here, PLACE) != before)


def moves_by_press(page: Page, value: dict[str, Any]) -> bool:
    """A press on what holds it, far from where it is, brings it there."""
    here = page.afresh(Element.from_json(value["element"], value["frame"]))
    if here is None:
        return True
    page.point_at(here)
    before = page.ask_about(here, PLACE)
    x, y = page.ask_about(here, FAR_ON_TRACK)
    left, top = page.frame_offset(here.frame) or (0, 0)
    for kind in ("mousePressed", "mouseReleased"):
        mouse(page, kind, x + left, y + top)
    page.settle()
    return bool(page.ask_about(here, PLACE) != before)


def mouse(page: Page, kind: str, x: float, y: float) -> None:
    page.cdp.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
