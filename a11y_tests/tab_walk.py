"""Every stop of the Tab key on a page, walked once (backwards too where it matters) and shared by all probes."""

from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Literal

from a11y_tests import witness
from a11y_tests.findings import Element
from a11y_tests.focus_look import FocusLook, looks_of
from a11y_tests.page import Page

MOST_STOPS = 400
# Scripts that listen for focus and keys often act a moment later; a person never presses Tab so soon again.
SOON_SECONDS = 0.2
LATE_SECONDS = 0.2
NEXT_FRAME = "() => new Promise(done => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 24); })"
FOCUS_EVENTS = {"blur", "focus", "focusin", "focusout", "keydown", "keyup"}
SCROLL_EVENTS = {"scroll", "scrollend"}
# Tab goes through the parts of these (day, month, year; play, mute) while the element as a whole keeps the focus.
WITH_PARTS = {"input", "video", "audio", "iframe", "frame", "object", "embed"}
MOST_PARTS = 15
MOST_AT_ONCE = 60
Key = Literal["Tab", "Shift+Tab"]
# left: Tab went through everything and out of the page; cycle: it goes round without leaving; limit: too many stops.
End = Literal["left", "cycle", "limit"]


@dataclass(frozen=True)
class Cover:
    """What lies over the whole of a stop."""

    element: Element
    position: str
    is_full: bool


@dataclass(frozen=True)
class Stop:
    """One element that had the focus after a press of Tab; box = left, top, width, height in its document."""

    element: Element
    box: tuple[float, float, float, float]
    is_seen: bool
    is_in_view: bool
    cover: Cover | None
    has_ring: bool
    tab_index: int

    @property
    def key(self) -> tuple[int, int]:
        return (self.element.frame, self.element.ref)


# Where a press of Tab has led: a stop, if to one, and whether the focus is in the page at all.
Place = tuple[Stop | None, bool]


@dataclass(frozen=True)
class Direction:
    """The stops of one key, in order; `cycle` holds those that the focus cannot leave with this key."""

    stops: tuple[Stop, ...]
    end: End
    cycle: tuple[Stop, ...] = ()
    # Elements that got the focus and lost it again within the same press.
    passed: tuple[Element, ...] = ()


@dataclass(frozen=True)
class TabWalk:
    forward: Direction
    backward: Direction | None
    tabbable: tuple[Element, ...]
    looks: dict[tuple[int, int], FocusLook]

    @property
    def stops(self) -> tuple[Stop, ...]:
        return self.forward.stops

    @property
    def unreached(self) -> list[Element]:
        """What should be a stop by its markup and was none."""
        walked = [*self.forward.stops, *(self.backward.stops if self.backward else ())]
        reached = {stop.key for stop in walked}
        return [element for element in self.tabbable if (element.frame, element.ref) not in reached]

    def look(self, stop: Stop) -> FocusLook:
        return self.looks[stop.key]


def walk(page: Page) -> TabWalk:
    """Walk an open page. It is reloaded first if it has been touched, and is put back afterwards where that is sure."""
    page.fresh()
    page.ensure_tree()
    tabbable = start(page)
    heard = listened(page)
    is_slow = bool(FOCUS_EVENTS & heard)
    at_once = 0 if is_slow or SCROLL_EVENTS & heard else len(tabbable) + 1
    # A page that goes elsewhere when something gets the focus could not be walked to its end.
    with page.staying() if is_slow else nullcontext():
        forward = go(page, "Tab", tabbable, at_once, is_slow)
        must_return = forward.end == "cycle" or has_layers(page)
        backward = go(page, "Shift+Tab", tabbable, at_once, is_slow) if must_return else None
        looks = looks_of(page, [(stop.key, stop.element, stop.has_ring) for stop in forward.stops])
    for frame in range(len(page.frames.ids)):
        page.ask("() => cc.endWalk()", frame=frame)
    if not is_slow:
        put_back(page)
    return TabWalk(forward, backward, tuple(tabbable), looks)


def put_back(page: Page) -> None:
    """The focus and the scrolling as before; the page counts as untouched where nothing else can have happened."""
    if page.shared.get("has_timers", True) or page.shared.get("is_drawing", True):
        return
    page.press("Tab")  # into the page again
    page.is_touched = not page.ask("() => cc.putBack()")


def start(page: Page) -> list[Element]:
    found: list[Element] = []
    for frame in range(len(page.frames.ids)):
        found += [Element.from_json(value, frame) for value in page.ask("() => cc.startWalk()", frame=frame)]
    return [element for element in found if element.tag not in ("iframe", "frame", "object", "embed")]


def go(page: Page, key: Key, tabbable: list[Element], at_once: int, is_slow: bool) -> Direction:
    """Press the key until the focus leaves the page, or goes round; the first presses may go `at_once`."""
    stops: list[Stop] = []
    passed: list[Element] = []
    visits: Counter[tuple[int, int]] = Counter()
    nowhere = stays = 0
    last: tuple[int, int] | None = None
    for stop, is_in_page in places(page, key, at_once, is_slow, passed):
        if stop is None:
            nowhere += 1
            # Out of the page; or on no element of it, again and again. (At first the focus may have been at the end.)
            if (stops and not is_in_page) or nowhere > 3:
                return Direction(tuple(stops), "left", passed=tuple(passed))
            continue
        stays = stays + 1 if last == stop.key else 0
        last = stop.key
        if stays and stays < MOST_PARTS and stop.element.tag in WITH_PARTS:
            continue
        visits[stop.key] += 1
        if visits[stop.key] == 1:
            stops.append(stop)
            if len(stops) == MOST_STOPS:
                break
        # A script may let go at the second press: only a stop that comes a fourth time is part of a cycle.
        elif visits[stop.key] == 4:
            cycle = tuple(each for each in stops if visits[each.key] >= 3)
            # A frame at the end of the page leads straight to the beginning: all stops in one round.
            end: End = "left" if len(cycle) == len(stops) > 1 and reaches_all(stops, tabbable) else "cycle"
            return Direction(tuple(stops), end, cycle if end == "cycle" else (), tuple(passed))
    return Direction(tuple(stops), "limit", passed=tuple(passed))


def places(page: Page, key: Key, at_once: int, is_slow: bool, passed: list[Element]) -> Iterator[Place]:
    """Where the focus is after each press; the first presses may be sent without waiting for the one before."""
    if at_once and len(page.frames.ids) == 1:
        yield from pressed_at_once(page, key, at_once, passed)
    was_somewhere = False
    while True:
        page.press(key)
        if is_slow:
            let_scripts_follow(page)
        stop, is_in_page = current(page, passed, is_slow)
        if is_slow and was_somewhere and stop is None and not is_in_page:
            # Before the walk ends: a script that takes the focus back may be late on a busy machine.
            page.cdp.listen(LATE_SECONDS)
            stop, is_in_page = current(page, passed, is_slow)
        was_somewhere = stop is not None
        yield stop, is_in_page


def pressed_at_once(page: Page, key: Key, presses: int, passed: list[Element]) -> Iterator[Place]:
    """A page whose scripts do not listen cannot tell quick presses from slow ones; most of a press is waiting for it.

    Each place is noted when the key comes up again, before the next press is read: 1 to 3 ms a stop in place of 12."""
    was_somewhere = False
    while presses > 0:
        count = min(presses, MOST_AT_ONCE)
        presses -= count
        page.ask("() => cc.noteStops()")
        page.press(*[key] * count)
        noted = page.ask("() => cc.notedStops()")
        for number, state in enumerate(noted, start=1):
            place = place_of(state, 0, state["isInPage"], passed)
            was_somewhere = was_somewhere or place[0] is not None
            is_out = was_somewhere and place == (None, False)
            if is_out and number < count:
                go_out(page, key)  # the presses that were left have led in again
            yield place
            if is_out:
                return


def go_out(page: Page, key: Key) -> None:
    """Press the key until the focus is out of the page."""
    for _ in range(MOST_STOPS):
        page.press(key)
        if not page.ask("() => document.hasFocus()"):
            return


def reaches_all(stops: list[Stop], tabbable: list[Element]) -> bool:
    reached = {stop.key for stop in stops}
    return all((element.frame, element.ref) in reached for element in tabbable)


def current(page: Page, passed: list[Element], is_slow: bool) -> Place:
    """The stop that has the focus now, in whichever frame it is, and whether the focus is in the page at all.

    When Tab leaves a page nothing in it is focused any more. An element that is all the same was focused by a script:
    it takes the focus back, whether the browser's window gives it already or only at the next Tab."""
    state = page.ask("() => cc.stop()")
    frame = 0
    if state["element"] and state["isFrame"]:
        for number in range(1, len(page.frames.ids)):
            inner = page.ask("() => cc.stop()", frame=number)
            if inner["element"] and inner["isInPage"] and not inner["isFrame"]:
                state, frame = inner, number
                break
    is_taken_back = is_slow and not page.happened.windows
    return place_of(state, frame, state["isInPage"] or is_taken_back, passed)


def place_of(state: dict[str, Any], frame: int, is_stop: bool, passed: list[Element]) -> Place:
    if not state["element"] or not is_stop:
        passed += [Element.from_json(value, 0) for value in state["passed"]]
        return None, bool(state["isInPage"])
    return stop_of(state, frame), True


def let_scripts_follow(page: Page) -> None:
    """Wait for the next picture; timers that scripts have set for a moment later go off at once."""
    page.ask(NEXT_FRAME)
    for frame in range(len(page.frames.ids)):
        due = [timer["dueIn"] / 1000 for timer in witness.waiting(page, frame) if timer["delay"] <= 1000 * SOON_SECONDS]
        if due:
            witness.let_pass(page, min(max(due), SOON_SECONDS), [frame])


def listened(page: Page) -> set[str]:
    """What the page's scripts listen for, in any frame."""
    return {kind for frame in range(len(page.frames.ids)) for kind in page.all_listened(frame)}


def stop_of(state: dict[str, Any], frame: int) -> Stop:
    cover = state.get("cover")
    return Stop(
        element=Element.from_json(state["element"], frame),
        box=tuple(state.get("box", (0, 0, 0, 0))),
        is_seen=state.get("isSeen", True),
        is_in_view=state.get("isInView", True),
        cover=Cover(Element.from_json(cover["element"], frame), cover["position"], cover["isFull"]) if cover else None,
        # A frame of its own kind (a plug-in, a frame with nothing to focus) shows nothing that we could judge.
        has_ring=state.get("hasRing", True),
        tab_index=state.get("tabIndex", 0),
    )


def has_layers(page: Page) -> bool:
    """Something stays in place while the page scrolls, and may cover a stop that is reached from below."""
    return bool(page.ask("() => cc.elements.some(element => ['fixed', 'sticky'].includes(cc.style(element).position))"))
