"""What the buttons of a page do when they are pressed; pressed once, and shared by the probes about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from a11y_tests import witness
from a11y_tests.dialog_report import DialogReport, dialog_report
from a11y_tests.effects import Effects, effects_now, watching
from a11y_tests.findings import Element
from a11y_tests.lost_focus import LostFocus, lost_focus, remember
from a11y_tests.page import Page

# In all frames together; cc.pressables() gives eight of each frame.
MOST = 24
# A message that is gone again so soon cannot be read by everyone.
SOON = 20
# Does what has come into sight stand right after the control, or is it what the control says that it controls?
BELONGS = """(control, refs) => {
  const named = [...cc.byIds(control, "aria-controls"), ...cc.byIds(control, "aria-owns")];
  const layers = "[role=tooltip], [role=dialog], [role=menu], [role=listbox], [role=status], [role=alert]";
  const tips = cc.byIds(control, "aria-describedby");
  const isLayer = shown => cc.closest(shown, layers) || tips.some(part => cc.contains(part, shown));
  return refs.map(cc.byRef).filter(shown => !isLayer(shown)).some(shown =>
    named.some(part => cc.contains(part, shown) || cc.contains(shown, part)) ||
    [control, ...cc.ancestors(control).slice(0, 2)].some(up => up.nextElementSibling &&
      (up.nextElementSibling === shown || cc.contains(up.nextElementSibling, shown))));
}"""
CHOSEN = "element => element.isConnected ? cc.chosen(element) : []"
INSIDE = "(control, refs) => refs.filter(ref => cc.contains(control, cc.byRef(ref)))"
TOLD = """element => Object.fromEntries(["role", "aria-expanded", "aria-pressed", "aria-checked", "aria-selected",
  "aria-controls", "aria-haspopup", "popovertarget", "type"].map(name => [name, element.getAttribute(name)])
  .filter(([, value]) => value !== null).concat([["text", cc.text(element)], ["name", cc.name(element)]]))"""
FILL = "element => { if (element.form) cc.fillForm(element.form); }"


@dataclass(frozen=True)
class Press:
    """One control and what pressing it did: by Enter, or by the mouse where Enter did nothing."""

    element: Element
    effects: Effects
    is_by_mouse: bool = False
    later: Effects | None = None  # what changed by itself in the 20 seconds after
    dialog: DialogReport | None = None
    again: Effects | None = None  # pressing it a second time, where the first showed something
    is_beside: bool = False  # what it showed stands right after it, or is what it says that it controls
    told: Mapping[str, str] = field(default_factory=dict)  # what its attributes told before
    own: frozenset[int] = frozenset()  # the texts in the control itself that have changed
    # How the control and its peers looked with the focus there: before, after the press, after one more.
    looks: tuple[list[dict[str, Any]], ...] = ()
    lost: LostFocus | None = None  # pressed with the keyboard, it has gone and left the focus nowhere

    @property
    def is_told_by_name(self) -> bool:
        """The control is called otherwise afterwards: “Show”, “Hide”."""
        return bool(self.own)


SHARED = "pressing"


def presses(page: Page, candidates: Iterable[dict[str, Any]]) -> list[Press]:
    """Kept for all probes until another page is opened; the candidates are those of cc.pressables()."""
    if SHARED not in page.shared:
        elements = [Element.from_json(value["element"], value["frame"]) for value in candidates]
        page.shared[SHARED] = press_all(page, elements[:MOST])
    kept: list[Press] = page.shared[SHARED]
    return kept


def press_all(page: Page, elements: Sequence[Element]) -> list[Press]:
    found = []
    is_clean = True
    for element in elements:
        if not is_clean:
            page.reload()
            page.hand_over_tree()
        press = press_one(page, element)
        is_clean = press is None or is_like_before(press)
        found += [press] if press else []
    return found


def press_one(page: Page, element: Element) -> Press | None:
    here = page.again(element)
    if here is None or not page.ask_about(here, "element => cc.isSeen(element)"):
        return None
    page.is_touched = True
    page.ask_about(here, FILL)
    told = page.ask_about(here, TOLD)
    remember(page, here)
    page.focus(here)
    looks = [page.ask_about(here, CHOSEN)]
    effects = pressed(page, here, "Enter")
    looks.append(page.ask_about(here, CHOSEN))
    is_left_alone = effects.has_moved_focus and effects.is_focus_lost
    is_by_mouse = not effects.is_any and not is_marked(looks) and not is_left_alone
    if is_by_mouse:
        effects = pressed(page, here, "")
        looks[1] = page.ask_about(here, CHOSEN)
    refs = [change.element.ref for change in effects.texts]
    own = frozenset(page.ask_about(here, INSIDE, refs) if refs else ())
    dialog = dialog_report(page, here, effects) if effects.wholes else None
    if dialog or effects.leaves:
        return Press(here, effects, is_by_mouse, dialog=dialog, told=told, own=own)
    lost = None if is_by_mouse else lost_focus(page, here, effects)
    later = afterwards(page, element.frame) if effects.is_seen else None
    is_toggle = effects.wholes and not later and page.ask_about(here, "element => element.isConnected")
    is_beside = bool(is_toggle and page.ask_about(here, BELONGS, [element.ref for element in effects.shown]))
    again = pressed(page, here, "" if is_by_mouse else "Enter") if is_toggle or is_marked(looks) else None
    if again:
        looks.append(page.ask_about(here, CHOSEN))
    return Press(here, effects, is_by_mouse, later, None, again, is_beside, told, own, tuple(looks), lost)


def is_marked(looks: list[list[dict[str, Any]]]) -> bool:
    """The press has given the control another class and another look."""
    before, after = (look[0] if look else None for look in looks)
    if not before or not after:
        return False
    return bool(before["classes"] != after["classes"] and before["look"] != after["look"])


def pressed(page: Page, element: Element, key: str) -> Effects:
    if key:
        page.focus(element)
    with watching(page, element.frame) as seen:
        if key:
            page.press(key)
        else:
            page.click(element)
    return seen.effects


def afterwards(page: Page, frame: int) -> Effects | None:
    """What goes or comes by itself within twenty seconds, if a timer waits for that."""
    waiting = witness.waiting(page, frame)
    if not any(not timer["isInterval"] and timer["dueIn"] <= SOON * 1000 for timer in waiting):
        return None
    page.ask("() => cc.look()", frame=frame)
    with page.staying():
        witness.let_pass(page, SOON, [frame], hold=True)
        return effects_now(page, frame)


def is_like_before(press: Press) -> bool:
    """The next control can be pressed without loading the page anew."""
    effects = press.effects
    is_quiet = not effects.is_any or (len(effects.shown) <= 6 and not effects.hidden and not effects.removed)
    is_done = not press.dialog and not press.later and not press.again and not press.lost
    return is_quiet and is_done and not effects.leaves and not effects.dialogs
