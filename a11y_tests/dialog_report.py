"""What a dialog does for people who use the keyboard: focus goes in, stays in, Escape closes, focus comes back."""

from dataclasses import dataclass

from a11y_tests.effects import Effects, watching
from a11y_tests.findings import Element
from a11y_tests.page import Page

MOST_TABS = 12
WHERE = """dialog => {
  const active = cc.active();
  const isNowhere = !active || active === document.body || active === document.documentElement || !document.hasFocus();
  return isNowhere ? "nowhere" : cc.contains(dialog, active) ? "inside" : "outside";
}"""


@dataclass(frozen=True)
class DialogReport:
    element: Element
    is_modal: bool
    has_role: bool
    controls: int
    focus_goes_in: bool = True
    next_tab_goes_in: bool = True
    leak: Element | None = None  # something behind the dialog that Tab has reached
    closes_by_escape: bool = True
    closes_by: Element | None = None  # the control in it that closes it by Enter
    focus_after: Element | None = None
    is_focus_lost: bool = False
    is_named: bool = True
    mouse_closer: bool = False  # there is something that looks like the way to close it and takes no focus


def dialog_report(page: Page, opener: Element, opened: Effects) -> DialogReport | None:
    """None where no dialog has opened. Leaves the page changed."""
    refs = [whole.element.ref for whole in opened.wholes]
    value = page.ask_about(opener, "(opener, refs) => cc.dialogAmong(refs, opener)", refs)
    if not value:
        return None
    is_modal, has_role, controls = value.pop("isModal"), value.pop("hasRole"), value.pop("controls")
    is_named = value.pop("isNamed")
    dialog = Element.from_json(value, opener.frame)
    goes_in = where(page, dialog) == "inside"
    next_goes_in, leak = tabbed(page, dialog, goes_in, controls, is_modal=is_modal)
    by_escape, closer, effects = closed(page, dialog)
    return DialogReport(
        dialog,
        is_modal,
        has_role,
        controls,
        goes_in,
        next_goes_in,
        leak,
        by_escape,
        closer,
        effects.focus_after if effects else None,
        bool(effects and effects.is_focus_lost and focus_stays_lost(page, opener, is_modal=is_modal)),
        is_named,
        not by_escape and closer is None and page.ask_about(dialog, "dialog => cc.hasMouseCloser(dialog)"),
    )


def where(page: Page, dialog: Element) -> str:
    return str(page.ask_about(dialog, WHERE))


def tabbed(page: Page, dialog: Element, goes_in: bool, controls: int, *, is_modal: bool) -> tuple[bool, Element | None]:
    """Does the next Tab go in; and what behind a modal dialog does Tab, or Shift+Tab from its beginning, reach?"""
    page.press("Tab")
    first = where(page, dialog)
    has_been_inside = goes_in or first == "inside"
    if not is_modal or not has_been_inside:
        return first == "inside", None
    for keys in (["Tab"] * min(controls + 2, MOST_TABS), ["Shift+Tab"] * 2):
        page.ask_about(dialog, "dialog => cc.firstIn(dialog)?.focus()")
        for key in keys:
            page.press(key)
            if leak := reached_behind(page, dialog):
                return first == "inside", leak
    return first == "inside", None


def reached_behind(page: Page, dialog: Element) -> Element | None:
    """What has the focus now, if it can be seen and is not in the dialog."""
    if where(page, dialog) != "outside":
        return None
    reached = Element.from_json(page.ask("() => cc.element(cc.active())", frame=dialog.frame), dialog.frame)
    is_real = page.ask_about(reached, "element => cc.isSeen(element) && !cc.closest(element, 'dialog[open]')")
    return reached if is_real else None


def closed(page: Page, dialog: Element) -> tuple[bool, Element | None, Effects | None]:
    """Is it closed by Escape, else by which of its controls; and what happened when it was."""
    page.ask_about(dialog, "dialog => { if (!cc.contains(dialog, cc.active())) cc.firstIn(dialog)?.focus(); }")
    effects = key_effects(page, dialog, "Escape")
    if is_closed(page, dialog):
        return True, None, effects
    for value in page.ask_about(dialog, "dialog => (cc.refresh(), cc.closersIn(dialog))"):
        closer = Element.from_json(value, dialog.frame)
        page.focus(closer)
        effects = key_effects(page, dialog, "Enter")
        if is_closed(page, dialog):
            return False, closer, effects
    return False, None, None


def key_effects(page: Page, dialog: Element, key: str) -> Effects:
    with watching(page, dialog.frame) as seen:
        page.press(key)
    return seen.effects


def is_closed(page: Page, dialog: Element) -> bool:
    return not page.ask_about(dialog, "dialog => dialog.isConnected && cc.isSeen(dialog)")


def focus_stays_lost(page: Page, opener: Element, *, is_modal: bool) -> bool:
    """From where the focus was lost, Tab does not lead to the opener; nor right past it, if the page stayed in use.

    Chromium goes on from where the dialog stood. Who was shut in there has to be brought back to where they were."""
    nearby = """(opener, isModal) => {
      const all = cc.elements.filter(cc.isTabbable), place = all.indexOf(opener), at = all.indexOf(cc.active());
      return place >= 0 ? at === place || (!isModal && at === place + 1) : false;
    }"""
    page.press("Tab")
    return not page.ask_about(opener, nearby, is_modal)
