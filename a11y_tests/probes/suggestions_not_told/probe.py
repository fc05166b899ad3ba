"""Types a few letters and looks for things to click that appear under the field without a word about them."""

from typing import Any

from a11y_tests.effects import Effects, watching
from a11y_tests.findings import Element, Finding
from a11y_tests.handlers import hand_over_handlers
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called

PROBE = probe_at(__file__)
# What of the field tells of a list now: also what a script has set on typing, on the field or around it.
TELLS = """field => ["role", "aria-expanded", "aria-controls", "aria-owns", "aria-activedescendant",
  "aria-haspopup", "list"].some(name => field.hasAttribute(name)) || !!cc.closest(field, "[role=combobox]")"""
# Of what has appeared, the things to click close under the field that have no role of their own and take no focus.
CHOICES = """(field, refs) => {
  cc.refresh();
  const TYPES = ["click", "mousedown", "mouseup", "pointerdown", "pointerup"];
  const NATIVE = "a, button, input, select, textarea, label, summary, [role], [tabindex], [aria-live], output, td";
  const box = cc.rect(field), shown = refs.map(cc.byRef).filter(element => element?.isConnected && cc.isSeen(element));
  const isClose = element => { const one = cc.rect(element);
    if (one.top < box.top || one.top > box.bottom + 400) return false;
    return one.left < box.right + 40 && one.right > box.left - 200; };
  const list = shown.map(element => cc.closest(element, "ul, ol, [class], [id]") ?? element);
  const isUnder = element => { const one = cc.rect(element); return one.top >= box.top && one.top - box.bottom < 60; };
  const isClicked = element => cc.nearHandlers(element, ...TYPES).some(({ target }) => !cc.contains(target, field));
  const isTold = element => cc.closest(element, NATIVE) || cc.liveRegion(element) || element.querySelector(NATIVE);
  const choices = shown.filter(element => isClose(element) && isClicked(element) && cc.hasLetters(cc.text(element)));
  if (!choices.length || !choices.some(isUnder) && !list.some(isUnder)) return null;
  return { count: choices.length, untold: choices.filter(element => !isTold(element)).length,
    place: cc.element(choices[0]), words: cc.text(choices[0]).slice(0, 40) };
}"""


def run(page: Page) -> list[Finding]:
    return [finding for candidate in page.collected[PROBE.id] if (finding := tried(page, candidate))]


def tried(page: Page, candidate: dict[str, Any]) -> Finding | None:
    for start in candidate["starts"]:
        field = page.afresh(Element.from_json(candidate["element"], candidate["frame"]))
        if field is None:
            return None
        page.focus(field)
        with watching(page, field.frame) as seen:
            page.type(start)
        if seen.effects.shown and not seen.effects.leaves:
            return judged(page, field, seen.effects)
    return None


def judged(page: Page, field: Element, effects: Effects) -> Finding | None:
    if effects.announced or page.ask_about(field, TELLS):
        return None
    page.hand_over_tree()
    hand_over_handlers(page)
    choices = page.ask_about(field, CHOICES, [element.ref for element in effects.shown])
    if not choices or choices["untold"] < choices["count"]:
        return None
    message = f"suggestions: “{choices['words']}” and more to choose appears when one types into {called(field)}"
    return PROBE.finding(field, f"{message}, and neither the field nor the list tells it (no combobox, no role)")
