"""Focus visible: at each stop of Tab something in sight must look different from before."""

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.tab_walk import Stop

PROBE = probe_at(__file__)
NATIVE = {"a", "button", "input", "select", "textarea", "summary"}


def run(page: Page) -> list[Finding]:
    walk = page.tab_walk
    is_passed = any(stop.is_seen or walk.look(stop).change != "none" for stop in walk.stops)
    found = [finding for stop in walk.stops for finding in judged(page, stop, is_passed)]
    unreached = {(element.frame, element.ref) for element in walk.unreached}
    return found + [refuses(each) for each in unique(walk.forward.passed) if (each.frame, each.ref) in unreached]


def judged(page: Page, stop: Stop, is_passed: bool) -> list[Finding]:
    """People who see go by an unseen stop only on their way to something that they see."""
    look = page.tab_walk.look(stop)
    if look.change == "none" and not stop.is_seen and not is_passed:
        question = f"keyboard focus goes to {stop.element}, which cannot be seen. Does anyone who sees come there?"
        return [PROBE.finding(stop.element, question, level="review", act=[])]
    if look.change == "none":
        return [PROBE.finding(stop.element, sentence(stop))]
    if look.change == "faint":
        question = f"the focus mark of {stop.element} is faint (contrast {look.contrast:.1f}:1): can it be seen?"
        return [PROBE.finding(stop.element, question, level="review", wcag=["1.4.11"], act=[])]
    return []


def sentence(stop: Stop) -> str:
    if not stop.is_seen or not stop.is_in_view:
        return f"keyboard focus goes to {stop.element}, which cannot be seen, and nothing shows where the focus is"
    return f"{stop.element} shows no visible focus: nothing changes when it gets the keyboard focus"


def refuses(element: Element) -> Finding:
    sentence = (
        f"{element} gives the keyboard focus away as soon as it gets it, so it can be neither seen nor used there"
    )
    return PROBE.finding(element, sentence, wcag=["2.4.7", "2.1.1", "3.2.1"])


def unique(elements: tuple[Element, ...]) -> list[Element]:
    return list({element.ref: element for element in elements if element.tag in NATIVE}.values())
