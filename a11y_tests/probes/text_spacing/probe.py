"""Puts more space between lines, words and letters: is text cut off or written over?"""

from a11y_tests.findings import Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called, cut_off, measure, run_together

PROBE = probe_at(__file__)
MOST = 15
WITH = "text spacing: with more space between lines, words and letters"


def run(page: Page) -> list[Finding]:
    measure(page)
    found = []
    for place, text, is_shortened in cut_off(page, "wide", "spaced"):
        message = f"{WITH} the text “{text}” is cut off in {called(place)}"
        if is_shortened:
            found.append(PROBE.finding(place, f"{message}. Can the whole be had somewhere?", level="review"))
        else:
            found.append(PROBE.finding(place, message))
    for place in run_together(page, "wide", "spaced"):
        found.append(PROBE.finding(place, f"{WITH} the text of {called(place)} lies over other text"))
    return found[:MOST]
