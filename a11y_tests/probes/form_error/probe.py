"""Judges what a form says when it is sent empty or wrong: in words, at which field, tied to it, and told."""

from collections.abc import Iterator
from typing import Any

from a11y_tests.findings import Element, Finding, shortened
from a11y_tests.form_tries import SHARED, FormTry, Text, form_tries, is_about_input, left
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.words_of_messages import SAYS_NOTHING

__all__ = ["PROBE", "SHARED", "run"]
PROBE = probe_at(__file__)
ANY_FORM = {"your", "this", "that", "with", "enter", "please", "field", "form", "votre", "bitte", "ihre", "ihren"}


def run(page: Page) -> list[Finding]:
    candidates = page.collected[PROBE.id]
    to_send = [each for each in candidates if not each.get("isLeft")]
    found = [finding for done in form_tries(page, to_send) for finding in judged(done)]
    if page.can_submit:
        found += [finding for each in candidates if each.get("isLeft") for finding in left_wrong(page, each)]
    return list({(finding.selector, finding.msg): finding for finding in found}.values())


def judged(done: FormTry) -> list[Finding]:
    if any(field.is_said_by_browser for field in done.fields):
        return []
    if done.effects.dialogs and not done.errors:
        return by_dialog(done)
    if not done.texts:
        return without_words(done)
    if not done.errors:
        return []  # it was accepted, or something else has opened
    return [*which_field(done), *says_nothing(done), *untied(done), *lost(done)]


def left_wrong(page: Page, candidate: dict[str, Any]) -> Iterator[Finding]:
    """Fields that get another colour when they are left with a wrong value, and with a right one do not."""
    wrong, right = (left(page, candidate, way) for way in ("wrong", "right"))
    if wrong is None or right is None or wrong.effects.is_seen or wrong.effects.announced:
        return
    fine = {field.element.ref for field in right.fields if not field.is_coloured}
    for field in wrong.fields:
        if field.is_coloured and not field.is_told_anew and not field.is_said_by_browser and field.element.ref in fine:
            message = f"error: when {field.element} is left with a wrong value, colour alone marks it"
            yield PROBE.finding(field.element, f"{message}; no text says what is wrong", wcag=["3.3.1", "1.4.1"])
            return


def sent(done: FormTry) -> str:
    return f"when the form is sent {'empty' if done.way == 'empty' else 'with wrong values'} ({done.submit})"


def by_dialog(done: FormTry) -> list[Finding]:
    """The browser's own message box says it, and is gone when it is closed: at least it names the field."""
    words = " ".join(done.effects.dialogs)
    if not is_about_input(words) or moves_to_field(done) or len(done.fields) < 2:
        return []
    plain = f" {words.casefold()} "
    is_named = any(len(field.label) > 2 and field.label.casefold() in plain for field in done.fields)
    if is_named or any(part in plain for field in done.fields for part in field.label.split() if len(part) > 3):
        return []
    message = f"error: {sent(done)}, a message box says “{shortened(words)}”, which names no field"
    return [PROBE.finding(done.box, message)]


def without_words(done: FormTry) -> list[Finding]:
    coloured = [field for field in done.fields if field.is_coloured]
    if any(field.is_told_anew for field in done.fields) or done.effects.wholes or done.effects.hidden:
        return []  # a sign has come, or a picture
    if coloured:
        message = f"error: {sent(done)}, colour alone marks {coloured[0].element}; no text says what is wrong"
        return [PROBE.finding(coloured[0].element, message, wcag=["3.3.1", "1.4.1"])]
    is_needed = len(done.fields) > 1 or any(field.is_required for field in done.fields)
    is_silent = not done.effects.has_moved_focus and not done.effects.announced
    if done.works_when_right and is_silent and is_needed:
        message = f"error: {sent(done)}, nothing happens and nothing says why; filled in well it works"
        return [PROBE.finding(done.box, message)]
    return []


def which_field(done: FormTry) -> list[Finding]:
    """One text for the whole form, and only colours, or nothing, tell the field."""
    texts = done.errors
    if len(done.fields) < 2 or moves_to_field(done) or any(field.is_invalid for field in done.fields):
        return []
    if any(text.near or text.tied or text.named or text.linked for text in texts) or names_part(done):
        return []
    if any(field.is_told_anew for field in done.fields):
        return []
    coloured = any(field.is_coloured for field in done.fields)
    how = "only colour shows which fields are meant" if coloured else "it does not say which field is meant"
    message = f"error: {sent(done)}, the text “{shortened(texts[0].words)}” appears, and {how}"
    return [PROBE.finding(texts[0].element, message, wcag=["3.3.1", "1.4.1"] if coloured else ["3.3.1"])]


def names_part(done: FormTry) -> bool:
    words = " ".join(text.words for text in done.errors).casefold()
    return any(part in words for field in done.fields for part in telling_parts(field.label))


def telling_parts(label: str) -> list[str]:
    """The words of a label that tell it from other fields; “your” stands in any message."""
    return [part for part in label.casefold().split() if len(part) > 3 and part not in ANY_FORM]


def says_nothing(done: FormTry) -> list[Finding]:
    return [
        PROBE.finding(text.element, f"error text “{shortened(text.words)}” does not say what is wrong or what to do")
        for text in done.errors
        if SAYS_NOTHING.match(text.words) and text.near and not says_more(done, text)
    ]


def says_more(done: FormTry, text: Text) -> bool:
    """Another text says it for the same field."""
    return any(
        other is not text and not SAYS_NOTHING.match(other.words) and {*text.near} & {*other.near, *other.linked}
        for other in done.errors
    )


def untied(done: FormTry) -> list[Finding]:
    """Text beside a field that belongs to no field, and that nobody is told of."""
    if done.effects.announced or any(text.has_focus for text in done.texts) or any(text.linked for text in done.errors):
        return []
    for text in done.errors:
        if text.is_live or text.tied:
            continue
        if text.near and not any(done.fields[number].is_told_anew for number in text.near):
            name = done.fields[text.near[0]].element
            message = f"error text “{shortened(text.words)}” is not tied to {name} (aria-describedby) and not announced"
            return [PROBE.finding(text.element, message, wcag=["3.3.1", "1.3.1"])]
        if not text.near and not moves_to_field(done) and not any(field.is_invalid for field in done.fields):
            message = f"error text “{shortened(text.words)}” appears and is not announced (no role alert, no focus)"
            return [PROBE.finding(text.element, message, wcag=["4.1.3"])]
    return []


def lost(done: FormTry) -> list[Finding]:
    gone = [field for field in done.fields if field.is_lost and "password" not in field.label]
    if not gone:
        return []
    question = f"error: {sent(done)}, the value of {gone[0].element} is lost. Must it be entered again?"
    return [PROBE.finding(gone[0].element, question, level="review", wcag=["3.3.7"])]


def moves_to_field(done: FormTry) -> bool:
    after = done.effects.focus_after
    return after is not None and any(is_same(after, field.element) for field in done.fields)


def is_same(one: Element, other: Element) -> bool:
    return one.ref == other.ref
