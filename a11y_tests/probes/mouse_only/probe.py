"""Mouse only: click each candidate, see what changes, then look whether any key does the same."""

from dataclasses import replace
from typing import Any

from a11y_tests.effects import Change, Effects, watching
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.pressing import CHOSEN
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
MOST_OTHERS = 4
CLICK, DOUBLE, NOTHING = "click", "double click", "nothing"
KEYS = ("Enter", "Space")
# Controls near the element that may do the same: those in the three boxes around it.
OTHERS = """element => {
  const around = cc.ancestors(element).slice(0, 3).filter(up => up !== document.body && up.localName !== "html");
  const outer = around.at(-1);
  return !outer ? [] : cc.elements.filter(other => cc.contains(outer, other) && cc.isTabbable(other) &&
    other.matches("a[href], button, summary, input[type=checkbox], [role=button], [role=link]")).map(cc.element);
}"""


def run(page: Page) -> list[Finding]:
    found = []
    for value in page.collected.get(PROBE.id, ()):
        element = Element.from_json(value["element"], value["frame"])
        finding = judged(page, element, is_reached=value["isReached"], clicks=value.get("clicks", 1))
        found += [finding] if finding else []
    return found


def judged(page: Page, element: Element, *, is_reached: bool, clicks: int) -> Finding | None:
    click = CLICK if clicks == 1 else DOUBLE
    by_mouse = effects(page, element, click)
    if by_mouse is None or not by_mouse.is_any or not is_certain(page, element, by_mouse, click):
        return None
    if is_reached:
        by_keys = [effects(page, element, key) for key in KEYS]
        if any(seen is None or seen.is_any for seen in by_keys):
            return None
        sentence = f"{called(element)} reacts to the mouse but not to the keyboard (Enter and Space do nothing)"
        return PROBE.finding(element, sentence)
    others = [Element.from_json(value, element.frame) for value in ask_others(page, element)]
    if any(same(by_mouse, effects(page, other, "Enter")) for other in others[:MOST_OTHERS]):
        return None
    return PROBE.finding(element, f"{called(element)} works with the mouse only: the keyboard cannot reach it")


def is_certain(page: Page, element: Element, by_mouse: Effects, click: str) -> bool:
    """The page does not do it by itself, and a second click does the same."""
    idle = effects(page, element, NOTHING)
    if idle is not None and not idle.is_any:
        page.is_touched = False  # as good as loaded anew
    return (idle is None or not same(by_mouse, idle)) and same(by_mouse, effects(page, element, click))


def called(element: Element) -> str:
    """By its words, since such an element mostly has no name of its own."""
    return (
        f"<{element.tag}> “{element.name}”"
        if element.name
        else f"<{element.tag}{' id=' + element.id if element.id else ''}>"
    )


def effects(page: Page, element: Element, action: str = CLICK) -> Effects | None:
    """What a click (or a key with the focus on it) does on a fresh page; None when the element is not there."""
    here = page.afresh(element)
    if here is None:
        return None
    if action in KEYS:
        page.focus(here)
    else:
        page.point_at(here)
    looks = [page.ask_about(here, CHOSEN)] if action not in KEYS else []
    with watching(page, element.frame) as seen:
        if action in KEYS:
            page.press(action)
        elif action in (CLICK, DOUBLE):
            page.click(here, 2 if action == DOUBLE else 1)
    looks.append(page.ask_about(here, CHOSEN) if looks else [])
    return with_looks(seen.effects, here, looks)


def with_looks(effects: Effects, element: Element, looks: list[list[dict[str, Any]]]) -> Effects:
    """The thing that was clicked looks otherwise now, by a class that the click has given to it."""
    before, after = (look[0] if look else None for look in looks) if len(looks) == 2 else (None, None)
    if not before or not after or not before["isPressable"]:
        return effects
    if before["classes"] == after["classes"] or before["look"] == after["look"]:
        return effects
    change = Change(element, "looks", before["look"], after["look"])
    return replace(effects, states=(*effects.states, change))


def ask_others(page: Page, element: Element) -> list[dict[str, object]]:
    here = page.afresh(element)
    found: list[dict[str, object]] = page.ask_about(here, OTHERS) if here else []
    return found


def same(one: Effects, other: Effects | None) -> bool:
    return other is not None and other.is_any and marks(one) == marks(other)


def marks(effects: Effects) -> tuple[object, ...]:
    """By which two effects are compared: what is shown and hidden, and where the page tried to go."""
    return (
        {element.selector for element in effects.shown},
        {element.selector for element in effects.hidden},
        [attempt.url for attempt in effects.attempts],
        effects.dialogs,
    )
