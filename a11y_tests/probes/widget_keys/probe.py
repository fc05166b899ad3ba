"""Presses the keys that belong to each role and looks whether anything moves or changes."""

from collections.abc import Sequence
from typing import Any

from a11y_tests.effects import let_scripts_act, watching
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called

PROBE = probe_at(__file__)
ARROWS = ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp")
OTHERS = ("Home", "End", "PageUp", "PageDown")
# What keys may change in a part or a list of parts.
STATE = """(box, refs) => {
  const names = ["activedescendant", "selected", "checked", "valuenow", "valuetext", "expanded", "current", "pressed"];
  const of = element => names.map(name => element.getAttribute(`aria-${name}`))
    .concat(element.className, element.value ?? "", element.textContent);
  const active = cc.active();
  return JSON.stringify([active && active !== document.body ? cc.ref(active) : -1, location.href, of(box),
    ...refs.map(cc.byRef).map(of)]);
}"""
# The part of a list that Tab reaches, else the list itself.
ENTRY = """(box, refs) => {
  const items = refs.map(cc.byRef), tabbable = items.filter(cc.isTabbable);
  const entry = tabbable[0] ?? (cc.isTabbable(box) ? box : null) ??
    cc.all("[aria-activedescendant]").find(cc.isTabbable) ?? null;
  const inside = cc.elements.filter(element => cc.contains(box, element) && cc.isTabbable(element));
  return { entry: entry && cc.element(entry), reached: Math.max(tabbable.length, inside.length) };
}"""
IS_OPEN = "box => (cc.forgetStyles(), cc.isSeen(box))"
IS_INSIDE = """box => {
  const active = cc.active();
  const pointed = active?.getAttribute("aria-activedescendant");
  return !!active && (cc.contains(box, active) || !!pointed && box.contains(document.getElementById(pointed)));
}"""
NOUNS = {"tablist": "tabs", "listbox": "options", "radiogroup": "radio buttons", "tree": "entries of the tree"}


def run(page: Page) -> list[Finding]:
    found = []
    for candidate in page.collected[PROBE.id]:
        here = page.again(Element.from_json(candidate["element"], candidate["frame"]))
        if here is None:
            page.reload()
            page.hand_over_tree()
            here = page.again(Element.from_json(candidate["element"], candidate["frame"]))
        finding = here and judged(page, here, candidate)
        found += [finding] if finding else []
    return found


def judged(page: Page, element: Element, candidate: dict[str, Any]) -> Finding | None:
    role = candidate["role"]
    if role == "opens":
        return of_opener(page, element, Element.from_json(candidate["list"], element.frame))
    if candidate["items"]:
        items = [item for each in candidate["items"] if (item := page.again(Element.from_json(each, element.frame)))]
        return of_list(page, element, role, items)
    if role in ("slider", "spinbutton"):
        return of_value(page, element, role)
    return of_single(page, element, role)


def of_list(page: Page, box: Element, role: str, items: Sequence[Element]) -> Finding | None:
    """Where Tab does not reach every part, the arrow keys have to."""
    refs = [item.ref for item in items]
    entry = page.ask_about(box, ENTRY, refs)
    if entry["reached"] >= len(items):
        return None
    name, noun = f"the {role} “{box.name}”" if box.name else f"the {role}", NOUNS.get(role, "menu entries")
    if entry["entry"] is None:
        message = f"keyboard: Tab reaches none of the {len(items)} {noun} of {name}"
        return PROBE.finding(box, message)
    start = Element.from_json(entry["entry"], box.frame)
    if any(answers(page, box, start, key, refs) for key in (*ARROWS, *OTHERS[:2])):
        return None
    message = f"keyboard: the arrow keys do not move among the {noun} of {name}, and Tab reaches only one of them"
    return PROBE.finding(box, message)


def of_opener(page: Page, button: Element, found: Element) -> Finding | None:
    """The button opens the list by keyboard, and then some key goes into it."""
    ways: tuple[tuple[str, ...], ...] = ((), ("ArrowDown",), ("Tab",))
    for way in ways:
        here, box = page.again(button), page.again(found)
        if here is None or box is None or goes_in(page, here, box, way):
            return None
        page.reload()
        page.hand_over_tree()
    message = f"keyboard: {called(button)} opens a menu, and neither Tab nor the arrow keys reach anything in it"
    return PROBE.finding(button, message)


def goes_in(page: Page, button: Element, box: Element, way: tuple[str, ...]) -> bool:
    """True also where Enter does not open it: then nothing is sure."""
    page.is_touched = True
    page.focus(button)
    for key in ("Enter", *way):
        page.press(key)
        let_scripts_act(page, box.frame)
        if page.ask_about(box, IS_INSIDE) or (key == "Enter" and not page.ask_about(box, IS_OPEN)):
            return True
    return False


def of_value(page: Page, element: Element, role: str) -> Finding | None:
    if any(answers(page, element, element, key, []) for key in (*ARROWS, *OTHERS)):
        return None
    return PROBE.finding(element, f"keyboard: no arrow key changes the value of {called(element)} ({role})")


def answers(page: Page, box: Element, start: Element, key: str, refs: Sequence[int]) -> bool:
    """Something moves or changes when the key is pressed there."""
    with page.staying() as attempts:
        page.focus(start)
        let_scripts_act(page, box.frame)
        before = page.ask_about(box, STATE, refs)
        page.press(key)
        let_scripts_act(page, box.frame)
        if attempts or page.ask_about(box, STATE, refs) != before:
            return True
        page.cdp.listen(0.02)
        return bool(page.ask_about(box, STATE, refs) != before)


def of_single(page: Page, element: Element, role: str) -> Finding | None:
    """What a click does, Enter (a link), Space (a tick box) or both (a button) do."""
    if not does(page, element, ""):
        return None
    keys = {"link": ("Enter",), "button": ("Enter", "Space")}.get(role, ("Space",))
    works = [key for key in keys if does(page, element, key)]
    if len(works) == len(keys):
        return None
    if works or (role in ("checkbox", "switch") and does(page, element, "Enter")):
        missing = next(key for key in keys if key not in works)
        question = f"keyboard: {called(element)} ({role}) does not answer to {missing}. Do people find the other key?"
        return PROBE.finding(element, question, level="review")
    message = f"keyboard: {called(element)} has the role {role} and does not answer to {' and '.join(keys)}"
    return PROBE.finding(element, f"{message}, only to the mouse")


def does(page: Page, element: Element, key: str) -> bool:
    """The key, or a click, has an effect; the page is loaded anew where it has gone too far."""
    here = page.again(element)
    if here is None or not page.ask_about(here, "element => cc.isSeen(element)"):
        page.reload()
        page.hand_over_tree()
        here = page.again(element)
    if here is None:
        return False
    if key:
        page.focus(here)
    with watching(page, here.frame) as seen:
        if key:
            page.press(key)
        else:
            page.click(here)
    effects = seen.effects
    moved = effects.focus_after is not None and effects.focus_after.ref != here.ref and effects.has_moved_focus
    if effects.is_any:
        page.reload()
        page.hand_over_tree()
    return effects.is_any or moved
