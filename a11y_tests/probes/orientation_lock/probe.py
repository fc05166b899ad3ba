"""Holds the window upright and sideways: is text turned with it, or gone?"""

from typing import Any

from a11y_tests import witness
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called, follow

PROBE = probe_at(__file__)
# The same width, so that nothing but the orientation differs.
SIDEWAYS, UPRIGHT = (640, 600), (640, 680)
FREE = ("any", "natural")


def run(page: Page) -> list[Finding]:
    seen = held_both_ways(page)
    found = [turned(value) for value in seen["turned"]]
    found += [hidden(value) for value in seen["hidden"]]
    locks = [lock for lock in witness.orientation_locks(page) if lock not in FREE]
    if locks:
        root = page.find("html")
        found.append(PROBE.finding(root, f"orientation: a script locks the screen to “{locks[0]}”", act=[]))
    return found


def held_both_ways(page: Page) -> dict[str, Any]:
    try:
        for name, (width, height), angle in (("sideways", SIDEWAYS, 90), ("upright", UPRIGHT, 0)):
            kind = "landscapePrimary" if name == "sideways" else "portraitPrimary"
            page.cdp.call(
                "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False,
                screenOrientation={"type": kind, "angle": angle},
            )  # fmt: skip
            follow(page)
            page.ask("name => cc.hold(name)", name)
        seen: dict[str, Any] = page.ask("() => cc.heldBothWays()")
    finally:
        page.browser.set_viewport(page.browser.width, page.browser.height)
    return seen


def turned(value: dict[str, Any]) -> Finding:
    place = Element.from_json(value["element"])
    message = f"orientation: {called(place)} with the text “{value['text']}” is turned by a quarter when the screen is"
    return PROBE.finding(place, f"{message} turned, so that it can be read one way only")


def hidden(value: dict[str, Any]) -> Finding:
    place = Element.from_json(value["element"])
    if value["isSure"]:
        message = f"orientation: when the screen is held {value['way']} the page is replaced by “{value['text']}”"
        return PROBE.finding(place, message, act=[])
    question = (
        f"orientation: when the screen is held {value['way']} most of the text is gone. Is it there in another way?"
    )
    return PROBE.finding(None, question, level="review", act=[])
