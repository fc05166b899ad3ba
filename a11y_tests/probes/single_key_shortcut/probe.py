"""Presses single keys with the focus on the page, sees what happens, then looks for a way to turn that off."""

from a11y_tests.effects import Effects, let_scripts_act, watching
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789/?.,+-=[];'*#!"
MOST_SIGNS = 8
ASIDE = ("F2", "F6")
SWITCH_NAMES = r"short.?cut|hot.?key|key.?binding|single.?key|keyboard (command|control|navigation)|\bkeys\b"
SETTINGS = r"settings|preferences|options|configur|accessibility(?! statement)|einstellung|préférence|ajustes"
# Gives the focus to the page itself, or to something in it that is no field.
START = """isInside => {
  window.focus();
  cc.active()?.blur();
  const isNoField = element => cc.isTabbable(element) && !element.matches("input, textarea, select");
  if (isInside) cc.elements.find(isNoField)?.focus();
  cc.stirred();
}"""
SWITCHES = """names => cc.elements.filter(element => cc.isSeen(element) &&
    element.matches("button, input, select, a[href], summary, [role=button], [role=switch], [role=checkbox]") &&
    new RegExp(names, "i").test(cc.name(element) + " " + (cc.closest(element, "fieldset, label")?.textContent ?? "")))
  .map(cc.element)"""
# Where the frame stands in the page, to take its picture.
PLACE = """() => {
  window.frameElement?.scrollIntoView({ behavior: "instant", block: "nearest" });
  const box = window.frameElement?.getBoundingClientRect();
  if (!box) return [scrollX, scrollY, 800, 600];
  return [box.left + parent.scrollX, box.top + parent.scrollY, box.width, box.height];
}"""


def run(page: Page) -> list[Finding]:
    found = []
    for candidate in page.collected[PROBE.id]:
        root = Element.from_json(candidate["element"], candidate["frame"])
        finding = judged(page, root, candidate["signs"], bool(candidate["needsFocusInside"]))
        found += [finding] if finding else []
    return found


def judged(page: Page, root: Element, signs: list[str], is_inside: bool) -> Finding | None:
    sign = working_sign(page, root.frame, signs, is_inside)
    if sign is None:
        return None
    message = f"keyboard shortcut: the single key “{sign}” acts on the whole page"
    switches = [Element.from_json(found, root.frame) for found in page.ask(SWITCHES, SWITCH_NAMES, frame=root.frame)]
    if any(turns_off(page, switch, sign, is_inside) for switch in switches):
        return None
    # What has been used and changes nothing is no way out; where a link or the settings lead is for a person to see.
    links = [switch for switch in switches if switch.tag in ("a", "select")]
    links += [Element.from_json(found, root.frame) for found in page.ask(SWITCHES, SETTINGS, frame=root.frame)]
    if links:
        question = f"{message}. Can {links[0]} turn such shortcuts off or change them?"
        return PROBE.finding(root, question, level="review")
    return PROBE.finding(root, f"{message}, and nothing on the page turns it off or changes it")


def working_sign(page: Page, frame: int, signs: list[str], is_inside: bool) -> str | None:
    """The first key that does something which a person notices."""
    start(page, frame, is_inside)
    if not signs or len(signs) > MOST_SIGNS:
        signs = stirring_signs(page, frame, signs or list(SIGNS))
        if signs:
            reload(page)
            start(page, frame, is_inside)
    return next((sign for sign in signs[:MOST_SIGNS] if is_noticed(page, frame, sign)), None)


def start(page: Page, frame: int, is_inside: bool) -> None:
    page.ask(START, is_inside, frame=frame)
    page.press(*ASIDE)  # what any key does (marking that the keyboard is used) does not count
    page.ask("() => cc.stirred()", frame=frame)


def stirring_signs(page: Page, frame: int, signs: list[str]) -> list[str]:
    """Keys after which anything at all in the page is different."""
    found = []
    with page.staying() as attempts:
        for sign in signs:
            before = (len(attempts), len(page.happened.dialogs), len(page.happened.windows))
            page.press(sign)
            let_scripts_act(page, frame)
            has_stirred = page.ask("() => cc.stirred()", frame=frame)
            if has_stirred or before != (len(attempts), len(page.happened.dialogs), len(page.happened.windows)):
                found.append(sign)
    return found


def is_noticed(page: Page, frame: int, sign: str) -> bool:
    place = page.ask(PLACE, frame=frame)
    before = page.picture(*place)
    with watching(page, frame) as seen:
        page.press(sign)
    return is_effect(seen.effects) or before.tobytes() != page.picture(*place).tobytes()


def is_effect(effects: Effects) -> bool:
    focused = effects.has_moved_focus and effects.focus_after is not None
    return effects.is_seen or effects.leaves or bool(effects.dialogs) or effects.has_scrolled or focused


def turns_off(page: Page, switch: Element, sign: str, is_inside: bool) -> bool:
    """After the switch was used, the key does nothing any more."""
    reload(page)
    there = page.again(switch)
    if there is None or there.tag in ("a", "select"):
        return False
    with page.staying():
        page.click(there)
    start(page, switch.frame, is_inside)
    return not is_noticed(page, switch.frame, sign)


def reload(page: Page) -> None:
    page.reload()
    page.hand_over_tree()
