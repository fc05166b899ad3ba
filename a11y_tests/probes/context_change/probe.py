"""Gives each candidate the focus, or another value by keyboard, and sees whether the page goes, opens or jumps."""

from a11y_tests.effects import Effects, watching
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called

PROBE = probe_at(__file__)
# By which keys a person gives the field another value.
KEYS = """element => {
  const type = element.getAttribute("role") ?? (element.localName === "input" ? element.type : element.localName);
  if (type === "radio" && element.checked) return ["ArrowDown"];
  if (/^(checkbox|switch|radio)$/.test(type)) return ["Space"];
  if (type === "select" && element.options) {
    const free = [...element.options].filter(option => !option.disabled);
    return [element.selectedIndex >= 0 && free.at(-1)?.selected && !element.multiple ? "ArrowUp" : "ArrowDown"];
  }
  if (type === "listbox") return ["ArrowDown"];
  if (/^(range)$/.test(type)) return [element.value === element.max ? "ArrowLeft" : "ArrowRight"];
  if (/^(date|time|month|week|datetime-local|color)$/.test(type)) return ["ArrowUp"];
  const sign = /^(number|tel)$/.test(type) || /numeric|decimal|tel/.test(element.inputMode) ? "1" : "a";
  return Array(element.maxLength > 0 && element.maxLength <= 6 ? element.maxLength : 2).fill(sign);
}"""
IS_CONTROL = "element => element.matches('a[href], button, input, select, textarea, summary')"
IS_SAME_WIDGET = """(element, ref) => {
  const other = cc.byRef(ref), role = element.getAttribute("role");
  return cc.contains(element, other) || (element.type === "radio" && other.type === "radio") ||
    (role && other.getAttribute("role") === role);
}"""
IS_FIELD_TO_FIELD = """(element, ref) => {
  const other = cc.byRef(ref), isTyped = field => field.matches("textarea, input") && cc.isTextField(field);
  return isTyped(element) && isTyped(other) && element.maxLength !== 1 && other.maxLength !== 1 &&
    !!cc.name(element) && !!cc.name(other) && cc.name(element) !== cc.name(other);
}"""
IS_MODAL = "refs => !!cc.dialogAmong(refs, null)?.isModal"


def run(page: Page) -> list[Finding]:
    with page.in_front():
        return list(found_in(page).values())


def found_in(page: Page) -> dict[str, Finding]:
    found: dict[str, Finding] = {}
    for candidate in sorted(page.collected[PROBE.id], key=lambda each: each["on"] == "input"):
        place = Element.from_json(candidate["element"], candidate["frame"])
        if place.selector in found or candidate["isTold"]:
            continue  # the focus alone changes the page; or people know what will happen
        here = page.again(place)
        if here is None:
            continue
        finding = on_focus(page, here) if candidate["on"] == "focus" else on_input(page, here, candidate["isLeft"])
        if finding:
            found[place.selector] = finding
    return found


def on_focus(page: Page, element: Element) -> Finding | None:
    effects = tried(page, element, [])
    sure, asked = what_changed(page, element, effects)
    if not sure and jumps(page, element, effects):
        sure = f"the focus jumps to {effects.focus_after}"
    elif asked and effects.has_moved_focus and effects.focus_after and effects.focus_after.ref != element.ref:
        sure = asked
    put_back(page, effects)
    return judged(element, f"change on focus: when {called(element)} gets the focus", sure, asked, "3.2.1")


def on_input(page: Page, element: Element, is_left: bool) -> Finding | None:
    effects = tried(page, element, page.ask_about(element, KEYS))
    sure, asked = what_changed(page, element, effects)
    after = effects.focus_after
    if not sure and after and after.ref != element.ref and is_elsewhere(page, element, after):
        sure, asked = jumped(page, element, after)
    elif not sure and is_left:
        # Scripts that listen for the end of the change hear it when the field is left.
        with watching(page, element.frame) as seen:
            page.press("Tab")
        effects = seen.effects
        sure, asked = what_changed(page, element, effects)
    put_back(page, effects)
    return judged(element, f"change on input: when the value of {called(element)} is changed", sure, asked, "3.2.2")


def put_back(page: Page, effects: Effects) -> None:
    is_away = effects.has_moved_focus and effects.is_focus_lost
    if effects.leaves or effects.dialogs or effects.has_new_address or effects.hidden or effects.removed or is_away:
        page.reload()
        page.hand_over_tree()


def judged(element: Element, when: str, sure: str, asked: str, number: str) -> Finding | None:
    if sure:
        return PROBE.finding(element, f"{when}, {sure}", wcag=[number])
    if asked:
        return PROBE.finding(element, f"{when}, {asked}. Is that expected there?", level="review", wcag=[number])
    return None


def tried(page: Page, element: Element, keys: list[str]) -> Effects:
    """The element gets the focus and the keys."""
    with watching(page, element.frame) as seen:
        page.focus(element)
        page.press(*keys)
    return seen.effects


def jumps(page: Page, element: Element, effects: Effects) -> bool:
    """The element did not keep the focus; parts of a widget pass it on to each other."""
    after = effects.focus_after
    if after is None or after.ref == element.ref or not page.ask_about(element, IS_CONTROL):
        return False
    return bool(page.ask_about(element, "(element, ref) => !cc.contains(element, cc.byRef(ref))", after.ref))


def jumped(page: Page, element: Element, after: Element) -> tuple[str, str]:
    """On to another field that has a name of its own; boxes for one sign each are one field to most people."""
    message = f"the focus jumps to {after}"
    is_other_field = page.ask_about(element, IS_FIELD_TO_FIELD, after.ref)
    return (message, "") if is_other_field else ("", message)


def is_elsewhere(page: Page, element: Element, after: Element) -> bool:
    """Radio buttons of a group, and the parts of a widget, pass the focus on to each other."""
    return not page.ask_about(element, IS_SAME_WIDGET, after.ref)


def what_changed(page: Page, element: Element, effects: Effects) -> tuple[str, str]:
    """What surely is another context, and what may be one."""
    own = page.frames.ids[element.frame]
    gone = [attempt for attempt in effects.attempts if attempt.frame_id == own]
    sure = asked = ""
    if gone:
        sure = "the form is sent" if gone[0].method == "POST" else f"the page goes elsewhere ({short(gone[0].url)})"
    elif effects.windows:
        sure = f"a new window opens ({short(effects.windows[0])})"
    elif effects.dialogs:
        asked = f"a message of the browser opens (“{effects.dialogs[0][:60]}”)"
    elif effects.wholes and page.ask(IS_MODAL, [each.element.ref for each in effects.wholes], frame=element.frame):
        asked = "a dialog opens over the page"
    return sure, asked


def short(url: str) -> str:
    return url.split("?")[0][-60:] or "a new page"
