"""Taken from Tab: a control with a negative tabindex that is of use to the mouse."""

from a11y_tests.effects import watching
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)


def run(page: Page) -> list[Finding]:
    found = []
    for value in page.collected.get(PROBE.id, ()):
        element = Element.from_json(value["element"], value["frame"])
        if not value["needsPress"] or does_something(page, element):
            found.append(
                PROBE.finding(element, f"{element} cannot be reached with the keyboard: tabindex takes it from Tab")
            )
    return found


def does_something(page: Page, element: Element) -> bool:
    page.fresh()
    page.hand_over_tree()
    here = page.again(element)
    if here is None:
        return False
    page.point_at(here)
    with watching(page, element.frame) as seen:
        page.click(here)
    return seen.effects.is_any
