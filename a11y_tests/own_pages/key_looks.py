"""What the keyboard meets on one of our pages: the skip link, and every stop of the Tab key."""

from a11y_tests.focus_look import FocusLook, looks_of
from a11y_tests.page import Page
from a11y_tests.tab_walk import Stop, go, start

LookedAt = dict[tuple[object, ...], FocusLook]
# The place where Tab begins stays where an element was removed that had the focus.
TO_THE_TOP = """() => {
  const mark = document.createElement("span");
  mark.tabIndex = -1;
  document.body.prepend(mark);
  mark.focus();
  mark.remove();
}"""
NEXT_STOP = """target => {
  const start = document.getElementById(target), now = cc.active();
  if (!start) return ["the skip link leads nowhere"];
  cc.refresh();
  const next = cc.elements.filter(cc.isTabbable).find(each => start.compareDocumentPosition(each) & 4);
  const isSame = next === now || next?.name && next.name === now.name;
  return isSame ? [] : [`after the skip link, Tab goes to ${now.textContent.trim().slice(0, 40)}`];
}"""


def skip_link_problems(page: Page) -> list[str]:
    """First Tab, Enter, Tab: the skip link, its target, and the first stop after it."""
    is_error = page.ask("() => !!document.getElementById('error-summary')")
    page.ask(TO_THE_TOP)
    page.press("Tab")
    link = page.ask("() => (cc.forgetStyles(), { text: cc.active().textContent, isSeen: cc.isSeen(cc.active()) })")
    page.press("Enter")
    target = page.ask("() => cc.active().id")
    page.press("Tab")
    wanted = ("Skip to main content", "error-summary" if is_error else "content")
    problems = [] if (link["text"], target) == wanted else [f"“{link['text']}” leads to #{target}, not to #{wanted[1]}"]
    problems += [] if link["isSeen"] else ["the skip link is not seen with the focus"]
    problems += page.ask(NEXT_STOP, target)
    return problems


def stop_problems(page: Page, looked_at: LookedAt) -> tuple[list[str], int]:
    """Every stop on the page, uncovered, with a name and with a look of its own; and how many stops there are.

    `looked_at` holds what was seen before: the same link at the same place of another page needs no second picture.
    """
    page.hand_over_tree()
    tabbable = start(page)
    page.ask(TO_THE_TOP)
    walked = go(page, "Tab", tabbable, is_slow=False)
    known = {stop.key: (stop.element.html, stop.element.name, stop.box) for stop in walked.stops}
    new = [stop for stop in walked.stops if known[stop.key] not in looked_at]
    looks = looks_of(page, [(stop.key, stop.element, stop.has_ring) for stop in new])
    looked_at.update({known[key]: look for key, look in looks.items()})
    page.ask("() => cc.endWalk()")
    look = {stop.key: looked_at[known[stop.key]] for stop in walked.stops}
    problems = [f"{stop.element} {fault}" for stop in walked.stops for fault in faults(stop, look[stop.key])]
    reached = {stop.key for stop in walked.stops}
    problems += [f"Tab never reaches {element}" for element in tabbable if (element.frame, element.ref) not in reached]
    problems += [] if walked.end == "left" else [f"Tab does not leave the page: {walked.end}"]
    return problems, len(walked.stops)


def faults(stop: Stop, look: FocusLook) -> list[str]:
    found = {
        "is not seen": not stop.is_seen,
        "is out of view": not stop.is_in_view,
        f"is covered by {stop.cover and stop.cover.element.selector}": stop.cover is not None,
        "has no name": not stop.element.name.strip(),
        f"shows no clear focus ({look.change})": look.change != "clear",
        f"has tabindex {stop.tab_index}": stop.tab_index > 0,
    }
    return [fault for fault, is_so in found.items() if is_so]
