"""What comes into sight when controls are pressed: is it a message, and would a screen reader say it?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from a11y_tests.effects import watching
from a11y_tests.findings import Element, Finding, shortened
from a11y_tests.page import Page
from a11y_tests.pressing import SHARED, Press, presses
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called
from a11y_tests.words_of_messages import SAYS_HOW_IT_WENT

__all__ = ["PROBE", "SHARED", "run"]
PROBE = probe_at(__file__)
LONGEST, SHORT = 200, 100
# What such a control shows is asked for, and comes right after it.
DISCLOSING = re.compile(
    r"show|hide|more|less|menu|open|expand|collapse|details|toggle|next|previous|prev\b|view|read|theme|language|edit|why"
    r"|what|how|help|info|filter|options|settings|\?|mehr|weniger|zeigen|öffnen|weiter|zurück|plus|suivant|más",
    re.IGNORECASE,
)
STATES = ("aria-expanded", "aria-controls", "aria-haspopup", "aria-pressed", "aria-selected", "popovertarget")


@dataclass(frozen=True)
class Text:
    element: Element
    words: str
    is_live: bool


def run(page: Page) -> list[Finding]:
    found: dict[str, Finding] = {}
    candidates = page.collected[PROBE.id]
    for finding in filtered(page, [each for each in candidates if each.get("isTyped")]):
        found.setdefault(finding.selector, finding)
    for press in presses(page, [each for each in candidates if not each.get("isTyped")]):
        if is_told(press):
            continue
        for text in messages(press):
            if judgement := judged(press, text):
                found.setdefault(judgement.selector, judgement)
    return list(found.values())


def filtered(page: Page, candidates: Iterable[dict[str, Any]]) -> Iterator[Finding]:
    """Typing into a field takes things away, and the number of what is left is not announced."""
    for candidate in candidates:
        field = page.afresh(Element.from_json(candidate["element"], candidate["frame"]))
        if field is None:
            continue
        page.is_touched = True
        page.focus(field)
        with watching(page, field.frame) as seen:
            page.press("z", "q")
        effects = seen.effects
        if effects.announced or effects.leaves or not (effects.hidden or effects.removed):
            continue
        for change in effects.texts:
            if not change.is_live and is_new_count(change.before, change.after):
                what = f"status message: “{shortened(change.after)}” appears after typing into {called(field)}"
                yield PROBE.finding(change.element, f"{what}, but is not announced (no role status)")


def is_new_count(before: str, after: str) -> bool:
    """“3 objects”, then “no objects” or “0 objects”."""
    nouns = [set(re.findall(r"[^\W\d_]{4,}", text.casefold())) for text in (before, after)]
    is_counted = bool(re.search(r"\d", before)) and bool(re.search(r"\d|\bno\b|\bnone\b", after, re.IGNORECASE))
    return is_counted and before != after and bool(nouns[0] & nouns[1]) and not nouns[1] & {"characters", "letters"}


def is_told(press: Press) -> bool:
    """It needs no message, or the message reaches people: by focus, a dialog, a region that is read out."""
    effects = press.effects
    moved = effects.focus_after is not None and effects.focus_after.ref != press.element.ref and effects.has_moved_focus
    return bool(
        press.dialog or effects.leaves or effects.dialogs or effects.announced or moved or effects.has_new_address
    )


def messages(press: Press) -> Iterable[Text]:
    effects = press.effects
    for whole in effects.wholes:
        yield Text(whole.element, whole.text, whole.is_live)
    for change in effects.texts:
        if change.element.ref not in press.own:
            yield Text(change.element, change.after, change.is_live)


def judged(press: Press, text: Text) -> Finding | None:
    if text.is_live or len(text.words) > LONGEST or not re.search(r"[^\W\d_]{2}", text.words):
        return None
    is_asked_for = any(name in press.told for name in STATES) or DISCLOSING.search(press.told.get("name", ""))
    says = bool(SAYS_HOW_IT_WENT.search(text.words)) and not is_question(text.words)
    message = f"status message: “{shortened(text.words)}” appears after pressing {called(press.element)}"
    if says and not is_asked_for:
        return PROBE.finding(text.element, f"{message}, but is not announced (no role status or alert, no focus)")
    if len(text.words) > SHORT or is_asked_for:
        return None
    return PROBE.finding(
        text.element, f"{message} and is not announced. Does it say how the action went?", level="review"
    )


def is_question(words: str) -> bool:
    """Asks for something: a part of the form that opens, not a message."""
    return words.rstrip().endswith("?")
