"""What forms do when they are sent empty, or with wrong values: tried once, by keyboard, on this machine only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from a11y_tests.effects import Effects, watching
from a11y_tests.findings import Element
from a11y_tests.page import Page
from a11y_tests.words_of_messages import SAYS_NO_ANSWER, SAYS_WHAT_IS_WRONG

SHARED = "form_tries"
LONGEST = 600
PREPARE = """(box, way, submit) => {
  cc.refresh();
  if (!cc.fillAs(box, way)) return "nothing to get wrong";
  if (cc.isLeftToBrowser(box, cc.byRef(submit))) return "left to the browser";
  cc.active()?.blur();
  cc.noteFields(box);
  return "";
}"""


FILL_AND_NOTE = "(box, way) => (cc.refresh(), cc.fillAs(box, way) && (cc.active()?.blur(), cc.noteFields(box)))"
LEAVABLE = """box => cc.fields().filter(field => field.form === box && cc.isTextField(field) && cc.isTabbable(field))
  .slice(0, 5).map(cc.element)"""


@dataclass(frozen=True)
class Field:
    """One field, and what is different about it after the form was sent."""

    element: Element
    label: str
    is_coloured: bool
    is_invalid: bool
    is_told_anew: bool
    is_lost: bool
    is_said_by_browser: bool
    is_required: bool


@dataclass(frozen=True)
class Text:
    """Words that came when the form was sent; the numbers are those of the fields that they stand beside and so on."""

    element: Element
    words: str
    near: tuple[int, ...]
    tied: tuple[int, ...]
    named: tuple[int, ...]
    linked: tuple[int, ...]
    is_live: bool
    has_focus: bool  # it, something in it or what holds it


@dataclass(frozen=True)
class FormTry:
    box: Element
    submit: Element
    way: str
    effects: Effects
    fields: tuple[Field, ...]
    texts: tuple[Text, ...]
    works_when_right: bool | None = None  # asked only where nothing at all happened

    @property
    def errors(self) -> tuple[Text, ...]:
        """What the form says about what was entered."""
        return tuple(text for text in self.texts if is_about_input(text.words))

    @property
    def marked(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.is_coloured or field.is_invalid)


def is_about_input(words: str) -> bool:
    return bool(SAYS_WHAT_IS_WRONG.search(words)) and not SAYS_NO_ANSWER.search(words)


def form_tries(page: Page, candidates: Iterable[dict[str, Any]]) -> list[FormTry]:
    """For each form the first try that it refuses; kept for all probes until another page is opened."""
    if SHARED not in page.shared:
        page.shared[SHARED] = [done for each in candidates if (done := refused(page, each))] if page.can_submit else []
    kept: list[FormTry] = page.shared[SHARED]
    return kept


def refused(page: Page, candidate: dict[str, Any]) -> FormTry | None:
    for way in ("empty", "wrong"):
        done = tried(page, candidate, way)
        if done is None or done.effects.leaves:
            continue
        if done.effects.is_any or done.effects.has_moved_focus or done.marked:
            return done
        right = tried(page, candidate, "right")
        works = right is not None and (right.effects.is_any or right.effects.leaves)
        return FormTry(done.box, done.submit, way, done.effects, done.fields, done.texts, works)
    return None


def tried(page: Page, candidate: dict[str, Any], way: str) -> FormTry | None:
    page.fresh()
    page.ensure_tree()
    frame = candidate["frame"]
    box = page.again(Element.from_json(candidate["element"], frame))
    submit = page.again(Element.from_json(candidate["submit"], frame))
    if box is None or submit is None:
        return None
    page.is_touched = True
    if page.ask_about(box, PREPARE, way, submit.ref):
        return None
    page.focus(submit)
    with watching(page, frame) as seen:
        page.press("Enter")
    effects = seen.effects
    texts = list(new_texts(submit, effects))
    now = page.ask("refs => cc.fieldsNow(refs)", [place.ref for place, _ in texts], frame=frame)
    return FormTry(
        box, submit, way, effects, tuple(fields_of(now["fields"], frame)), tuple(texts_of(texts, now["texts"]))
    )


def left(page: Page, candidate: dict[str, Any], way: str) -> FormTry | None:
    """The form filled in, and each of its fields left by Tab; nothing is sent."""
    page.fresh()
    page.ensure_tree()
    frame = candidate["frame"]
    box = page.again(Element.from_json(candidate["element"], frame))
    if box is None:
        return None
    page.is_touched = True
    if not page.ask_about(box, FILL_AND_NOTE, way):
        return None
    with watching(page, frame) as seen:
        for value in page.ask_about(box, LEAVABLE):
            page.focus(Element.from_json(value, frame))
            page.press("Tab")
    now = page.ask("refs => cc.fieldsNow(refs)", [], frame=frame)
    return FormTry(box, box, way, seen.effects, tuple(fields_of(now["fields"], frame)), ())


def new_texts(submit: Element, effects: Effects) -> Iterator[tuple[Element, str]]:
    for whole in effects.wholes:
        if whole.text and len(whole.text) < LONGEST:
            yield whole.element, whole.text
    for change in effects.texts:
        if change.after and not change.element.selector.startswith(submit.selector):
            yield change.element, change.after


def fields_of(rows: list[dict[str, Any]], frame: int) -> Iterator[Field]:
    for row in rows:
        place = Element.from_json(row["element"], frame)
        yield Field(
            place, row["label"], row["isColoured"], row["isInvalid"], row["isToldAnew"], row["isLost"],
            row["isSaidByBrowser"], row["isRequired"],
        )  # fmt: skip


def texts_of(texts: list[tuple[Element, str]], rows: list[dict[str, Any]]) -> Iterator[Text]:
    for (place, words), row in zip(texts, rows, strict=True):
        near, tied, named, linked = (tuple(row[name]) for name in ("near", "tied", "named", "linked"))
        yield Text(place, words, near, tied, named, linked, row["isLive"], row["hasFocus"])
