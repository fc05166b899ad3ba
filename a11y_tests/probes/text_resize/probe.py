"""Enlarges the page to twice its size: is text cut off, written over, or does it not grow at all?"""

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called, cut_off, measure, run_together

PROBE = probe_at(__file__)
MOST = 15


def run(page: Page) -> list[Finding]:
    measure(page)
    return [*cut(page), *over_one_another(page), *not_growing(page)][:MOST]


def cut(page: Page) -> list[Finding]:
    found = []
    for place, text, is_shortened in cut_off(page, "wide", "double"):
        message = f"text resize: enlarged to 200 % the text “{text}” is cut off in {called(place)}"
        if is_shortened:
            found.append(PROBE.finding(place, f"{message}. Can the whole be had somewhere?", level="review", act=[]))
        else:
            found.append(PROBE.finding(place, message))
    return found


def over_one_another(page: Page) -> list[Finding]:
    return [
        PROBE.finding(place, f"text resize: enlarged to 200 % the text of {called(place)} lies over other text", act=[])
        for place in run_together(page, "wide", "double")
    ]


def not_growing(page: Page) -> list[Finding]:
    """Sizes that depend on the window alone do not grow however far one zooms."""
    found = []
    for value in page.ask("() => cc.fixedText()"):
        place = Element.from_json(value["element"])
        message = f"text resize: the text of {called(place)} does not grow when one zooms (size in parts of the window)"
        found.append(PROBE.finding(place, message, act=[]))
    return found
