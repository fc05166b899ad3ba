"""Pretends that the device is shaken and tilted, and looks for controls that do the same or turn that off."""

import re
from typing import Any

from a11y_tests.effects import Effects, watching
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
MOVE = """type => {
  const at = (x, angle) => type === "devicemotion"
    ? new DeviceMotionEvent(type, {
        acceleration: { x, y: x, z: x }, interval: 16,
        accelerationIncludingGravity: { x, y: x, z: x + 9.8 },
        rotationRate: { alpha: angle, beta: angle, gamma: angle } })
    : new DeviceOrientationEvent(type, { alpha: angle, beta: angle, gamma: angle });
  for (const [x, angle] of [[0, 0], [30, 60], [-30, -60], [30, 60], [-30, -60], [25, 45]]) dispatchEvent(at(x, angle));
}"""
SWITCH = re.compile(
    r"motion|mov(e|ing|ement)|shak|tilt|gyro|sensor|rotat|react|bewegung|mouvement|movimiento", re.IGNORECASE
)


def run(page: Page) -> list[Finding]:
    found = []
    for candidate in page.collected[PROBE.id]:
        finding = judged(page, candidate)
        found += [finding] if finding else []
    return found


def judged(page: Page, candidate: dict[str, Any]) -> Finding | None:
    root = Element.from_json(candidate["element"], candidate["frame"])
    moved = after_moving(page, candidate)
    if moved is None or not (moved.is_seen or moved.leaves or moved.dialogs or moved.states):
        return None
    controls = [Element.from_json(value, root.frame) for value in candidate["controls"]]
    message = "motion: moving the device changes the page"
    switches = [control for control in controls if SWITCH.search(control.name)]
    if not controls:
        return PROBE.finding(root, f"{message}; no control does the same, and nothing turns that off")
    if any(turns_off(page, candidate, switch) for switch in switches[:3]):
        if len(controls) > len(switches):
            return None
        return PROBE.finding(root, f"{message}, and no control does the same", act=["7677a9"])
    if switches:
        question = f"{message}. Does {switches[0]} turn that off, or do the same?"
        return PROBE.finding(root, question, level="review")
    return PROBE.finding(root, f"{message}, and nothing on the page turns that off", act=["c249d5"])


def after_moving(page: Page, candidate: dict[str, Any], switch: Element | None = None) -> Effects | None:
    page.fresh()
    page.ensure_tree()
    frame = candidate["frame"]
    if switch is not None:
        here = page.again(switch)
        if here is None:
            return None
        with page.staying():
            page.click(here)
    page.is_touched = True
    with watching(page, frame) as seen:
        for kind in candidate["types"]:
            page.ask_page(MOVE, kind, frame=frame)
    return seen.effects


def turns_off(page: Page, candidate: dict[str, Any], switch: Element) -> bool:
    effects = after_moving(page, candidate, switch)
    return effects is not None and not (effects.is_seen or effects.leaves or effects.dialogs or effects.states)
