"""Swipes and pinches each candidate on a fresh page; what moves only then, and by nothing else, needs fingers."""

import time
from collections.abc import Sequence

from a11y_tests.effects import let_scripts_act
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called

PROBE = probe_at(__file__)
Point = tuple[float, float]
FAR = 90
# Where everything in it stands, and what it says.
BOXES = """async element => {
  await cc.still();
  return JSON.stringify([element, ...element.querySelectorAll("*")].slice(0, 60).map(part => {
    const box = part.getBoundingClientRect();
    return [box.left, box.top, box.width, box.height].map(Math.round).concat(cc.ownText(part), part.currentSrc ?? "");
  }));
}"""
FINGERS = "(element, fingers, isLifted) => cc.fingers(element, fingers, isLifted)"
# Each gesture: where its fingers are set down beside the middle, and how far they go.
GESTURES: dict[str, Sequence[tuple[Point, Point]]] = {
    "swiping to the left": [((40, 0), (-FAR, 0))],
    "swiping up": [((0, 40), (0, -FAR))],
    "pulling two fingers apart": [((-20, 0), (-FAR, 0)), ((20, 0), (FAR, 0))],
}


def run(page: Page) -> list[Finding]:
    found = []
    for value in page.collected[PROBE.id]:
        place = Element.from_json(value["element"], value["frame"])
        for gesture, fingers in GESTURES.items():
            started = time.monotonic()
            if changes(page, place, fingers) and not changes(page, place, (), time.monotonic() - started):
                message = f"gesture: {gesture} changes {called(place)}, and no button or other single press does so"
                found.append(PROBE.finding(place, message))
                break
    return found


def changes(page: Page, element: Element, fingers: Sequence[tuple[Point, Point]], seconds: float = 0) -> bool:
    """Whether anything in it stands elsewhere after the gesture; without fingers, after so many seconds untouched."""
    here = page.afresh(element)
    if here is None:
        return False
    before = page.ask_about(here, BOXES)
    if fingers:
        page.is_touched = True
        page.ask_about(here, FINGERS, fingers, False)
        page.ask_about(here, FINGERS, fingers, True)
    else:
        page.cdp.listen(seconds)
    let_scripts_act(page, element.frame)
    # What springs back when the finger is lifted has done nothing.
    return bool(page.ask_about(here, BOXES) != before)
