"""Makes the window narrow: is a part of the text beside it, cut off or gone?"""

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called, cut_off, measure, run_together

PROBE = probe_at(__file__)
MOST = 15


def run(page: Page) -> list[Finding]:
    measure(page)
    found = [*sideways(page), *cut(page), *over_one_another(page), *gone(page)]
    return found[:MOST]


def sideways(page: Page) -> list[Finding]:
    found = []
    for value in page.shared.get("sideways", ()):
        place = Element.from_json(value["culprit"])
        message = (
            f"reflow: at a width of 320 pixels one must scroll sideways to read “{value['text']}” in {called(place)}"
        )
        if value["isSure"]:
            found.append(PROBE.finding(place, message))
        else:
            found.append(PROBE.finding(place, f"{message}. Could the long word be broken?", level="review"))
    return found


def cut(page: Page) -> list[Finding]:
    found = []
    for place, text, is_shortened in cut_off(page, "wide", "narrow"):
        message = f"reflow: at a width of 320 pixels the text “{text}” is cut off in {called(place)}"
        if is_shortened:
            found.append(PROBE.finding(place, f"{message}. Can the whole be had somewhere?", level="review"))
        else:
            found.append(PROBE.finding(place, message))
    return found


def over_one_another(page: Page) -> list[Finding]:
    return [
        PROBE.finding(place, f"reflow: at a width of 320 pixels the text of {called(place)} lies over other text")
        for place in run_together(page, "wide", "narrow")
    ]


def gone(page: Page) -> list[Finding]:
    places = [Element.from_json(value) for value in page.shared.get("gone", ())]
    return [
        PROBE.finding(place, f"reflow: at a width of 320 pixels {called(place)} is gone, and nothing brings it back")
        for place in places
    ]
