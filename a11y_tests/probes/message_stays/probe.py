"""Which messages disappear by themselves within twenty seconds, with what was in them?"""

import re
from collections.abc import Iterable

from a11y_tests.effects import Effects, Whole
from a11y_tests.findings import Element, Finding, shortened
from a11y_tests.page import Page
from a11y_tests.pressing import SHARED, Press, presses
from a11y_tests.probe import probe_at
from a11y_tests.words_of_messages import ERROR

__all__ = ["PROBE", "SHARED", "run"]
PROBE = probe_at(__file__)
LEAST_WORDS = 3
PASSING = re.compile(r"\b(loading|wait|searching|sending|saving|moment|lädt|chargement|cargando)\b", re.IGNORECASE)
CONTROLS = ("button", "a", "input", "select", "textarea")


def run(page: Page) -> list[Finding]:
    found: dict[str, Finding] = {}
    for press in presses(page, page.collected[PROBE.id]):
        for whole in gone(press):
            finding = judged(press, whole)
            if finding:
                found.setdefault(finding.selector, finding)
    return list(found.values())


def gone(press: Press) -> Iterable[Whole]:
    """What the press has shown and twenty seconds later is not there."""
    if press.later is None:
        return
    hidden = {element.ref for element in press.later.hidden}
    for whole in [*press.effects.wholes, *changed(press.effects)]:
        inside = [element.ref for element in press.effects.shown if is_in(element, whole.element)]
        refs = {whole.element.ref, *inside}
        if refs & hidden or (press.later.removed and whole.is_new):
            yield whole


def changed(effects: Effects) -> list[Whole]:
    """Words that came into an element that was in sight already."""
    return [Whole(change.element, change.after, False, change.is_live) for change in effects.texts]


def is_in(element: Element, whole: Element) -> bool:
    return element.selector == whole.selector or element.selector.startswith(f"{whole.selector} > ")


def judged(press: Press, whole: Whole) -> Finding | None:
    words = whole.text
    if len(words.split()) < LEAST_WORDS or PASSING.search(words):
        return None
    message = f"vanishing message: “{shortened(words)}” disappears by itself within 20 seconds (time limit)"
    has_control = any(is_in(element, whole.element) and element.tag in CONTROLS for element in press.effects.shown)
    if has_control:
        return PROBE.finding(whole.element, f"{message}, with what can be pressed in it")
    if ERROR.search(words):
        return PROBE.finding(whole.element, f"{message}, though it says what went wrong")
    return PROBE.finding(whole.element, f"{message}. Can it be read elsewhere afterwards?", level="review")
