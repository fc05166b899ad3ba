"""What the keyboard meets on one of our pages: the skip link, and every stop of the Tab key."""

from dataclasses import dataclass, field
from itertools import islice

from a11y_tests.findings import Element
from a11y_tests.focus_look import FocusLook, looks_of
from a11y_tests.page import Page
from a11y_tests.tab_walk import MOST_STOPS, Stop, go, places, start

# The place where Tab begins stays where an element was removed that had the focus.
TO_THE_TOP = """place => {
  const mark = document.createElement("span");
  mark.tabIndex = -1;
  document.querySelector(place).prepend(mark);
  mark.focus();
  mark.remove();
}"""
AROUND = "() => [...document.body.children].map(each => each.localName === 'main' ? '' : each.outerHTML).join('')"
REFS_OUTSIDE_MAIN = "() => [...document.querySelectorAll('body > :not(main), body > :not(main) *')].map(cc.ref)"
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
    page.ask(TO_THE_TOP, "body")
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


@dataclass
class Memory:
    """What one browser has looked at before: the same at the same place of another page is not looked at again."""

    looks: dict[tuple[object, ...], FocusLook] = field(default_factory=dict)
    arounds: set[str] = field(default_factory=set)

    def knows_around(self, page: Page) -> bool:
        """Whether everything outside main was walked through on another page."""
        around = page.ask(AROUND)
        is_known = around in self.arounds
        self.arounds.add(around)
        return is_known


def stop_problems(page: Page, memory: Memory, *, only_main: bool) -> tuple[list[str], int]:
    """Every stop on the page, uncovered, with a name and with a look of its own; and how many stops there are."""
    page.hand_over_tree()
    tabbable = start(page)
    outside = set(page.ask(REFS_OUTSIDE_MAIN)) if only_main else set()
    page.ask(TO_THE_TOP, "main" if only_main else "body")
    stops, end = in_main(page, tabbable, outside) if only_main else whole_page(page, tabbable)
    known = {stop.key: (stop.element.html, stop.element.name, stop.box) for stop in stops}
    new = [stop for stop in stops if known[stop.key] not in memory.looks]
    looks = looks_of(page, [(stop.key, stop.element, stop.has_ring) for stop in new])
    memory.looks.update({known[key]: look for key, look in looks.items()})
    page.ask("() => cc.endWalk()")
    look = {stop.key: memory.looks[known[stop.key]] for stop in stops}
    problems = [f"{stop.element} {fault}" for stop in stops for fault in faults(stop, look[stop.key])]
    reached = {stop.element.ref for stop in stops} | outside
    problems += [f"Tab never reaches {element}" for element in tabbable if element.ref not in reached]
    problems += [] if end == "left" else [f"Tab does not leave the page: {end}"]
    return problems, len(stops)


def whole_page(page: Page, tabbable: list[Element]) -> tuple[tuple[Stop, ...], str]:
    walked = go(page, "Tab", tabbable, len(tabbable) + 1, is_slow=False)
    return walked.stops, walked.end


def in_main(page: Page, tabbable: list[Element], outside: set[int]) -> tuple[tuple[Stop, ...], str]:
    """From the beginning of main to the first stop after it."""
    stops: list[Stop] = []
    inside = sum(element.ref not in outside for element in tabbable)
    for stop, _ in islice(places(page, "Tab", inside + 1, is_slow=False, passed=[]), MOST_STOPS):
        if stop is None or stop.element.ref in outside:
            return tuple(stops), "left"
        stops.append(stop)
    return tuple(stops), "limit"


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
