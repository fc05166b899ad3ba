"""Looks closer at what may move: does it really, for more than five seconds, and does a control on the page end it?"""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from a11y_tests import witness
from a11y_tests.animated_picture import animation_at
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.time_lapse import SOON, Stirring, stirrers, time_lapse

PROBE = probe_at(__file__)
LONGEST = 5.0
DIGITS = re.compile(r"[\d\W_]+")
# A time, a countdown, how far something has come.
CLOCK = re.compile(
    r"\d\s*[:.h]\s*\d|%|\b(s|secs?|seconds?|min|mins|minutes?|hours?|days?|loading|progress)\b", re.IGNORECASE
)
IS_BESIDE_TEXT = """element => {
  const words = of => cc.words(of.innerText ?? "").length;
  const isClock = element.closest("time, progress, meter, [role=timer], [role=progressbar]");
  return words(document.body) > words(element) && !isClock;
}"""
HAS_NO_CONTROL = "() => !cc.elements.some(element => element.localName !== 'iframe' && cc.isFocusable(element))"


@dataclass(frozen=True)
class Moving:
    element: Element
    kind: str
    is_minor: bool = False
    url: str = ""
    counts: bool = False


def run(page: Page) -> list[Finding]:
    moving: dict[tuple[int, str], Moving] = {}
    for candidate in page.collected[PROBE.id]:
        for found in really_moving(page, candidate):
            moving.setdefault((found.element.frame, found.element.selector), found)
    return [finding for found in outermost(moving) if (finding := judged(page, found))]


def outermost(moving: dict[tuple[int, str], Moving]) -> list[Moving]:
    """What moves inside something that moves is not told again."""
    inner = {
        key
        for key in moving
        for other in moving
        if key != other and key[0] == other[0] and key[1].startswith(f"{other[1]} > ")
    }
    return [found for key, found in moving.items() if key not in inner]


def really_moving(page: Page, candidate: dict[str, Any]) -> list[Moving]:
    element = Element.from_json(candidate["element"], candidate["frame"])
    kind = candidate["kind"]
    if kind == "script":
        return moved_by_scripts(page, element.frame, is_drawing=candidate["isDrawing"])
    if kind == "picture" and not is_animated(page, element.frame, candidate["url"]):
        return []
    if kind == "video" and (candidate["hasControls"] or not plays(page, element, loops=candidate["loops"])):
        return []
    return [Moving(element, kind, bool(candidate.get("isMinor")), candidate.get("url", ""))]


def is_animated(page: Page, frame: int, url: str) -> bool:
    """The picture has frames that differ, and they go on for more than five seconds."""
    animation = animation_at(page, frame, url)
    return animation is not None and animation.seconds > LONGEST and animation.differs


def plays(page: Page, element: Element, *, loops: bool) -> bool:
    """The video has started by itself and goes on for more than five seconds."""
    here = page.again(element)
    place = here and page.ask_about(here, "element => [...document.querySelectorAll('*')].indexOf(element)")
    found = next((each for each in witness.media(page, element.frame) if each["index"] == place), None)
    if not found or not found["isPlaying"]:
        return False
    return loops or found["seconds"] is None or not 0 <= found["seconds"] <= LONGEST


def moved_by_scripts(page: Page, frame: int, *, is_drawing: bool) -> list[Moving]:
    """What a script changes again and again within half a minute, so that it looks three ways or to and fro."""
    history: dict[str, list[Stirring]] = defaultdict(list)
    for moment in time_lapse(page).moments:
        if moment.frame == frame and moment.seconds <= SOON[4]:
            for each in moment.stirring:
                history[each.element.selector].append(each)
    for each in drawn(page, frame) if is_drawing else ():
        history[each.element.selector].append(each)
    return [
        Moving(all_of_it[0].element, "script", is_minor=is_clock(all_of_it), counts=counts(all_of_it))
        for all_of_it in history.values()
        if changes_often(all_of_it) and not page_is_left(page, frame) and is_worth(page, all_of_it[0].element)
    ]


def changes_often(history: list[Stirring]) -> bool:
    """In two stretches of time or more, and not always to the same look."""
    return len(history) >= 2 and len({look for each in history for look in each.looks}) >= 2


def drawn(page: Page, frame: int) -> list[Stirring]:
    """What changes from picture to picture, both soon after loading and six seconds later."""
    page.fresh()
    page.hand_over_tree()
    page.ask("() => cc.stirred()", frame=frame)
    rounds: list[dict[str, Stirring]] = []
    for _ in range(2):
        page.cdp.listen(0.1)
        rounds.append({each.element.selector: each for each in stirrers(page, frame)})
        witness.let_pass(page, 6)
        page.cdp.listen(0.05)
        page.ask("() => cc.stirred()", frame=frame)
    return [each for one in rounds for key, each in one.items() if all(key in other for other in rounds)]


def page_is_left(page: Page, frame: int) -> bool:
    """Pages that go elsewhere by themselves are another barrier."""
    return any(departure.frame == frame for departure in time_lapse(page).departures)


def is_worth(page: Page, element: Element) -> bool:
    here = page.again(element)
    return here is not None and bool(page.ask_about(here, "element => cc.isMovingPart(element)"))


def is_clock(history: list[Stirring]) -> bool:
    """Only its digits change: a clock, a countdown, a number of messages."""
    texts = {each.text for each in history}
    return len(texts) > 1 and len({DIGITS.sub("", text) for text in texts}) == 1


def counts(history: list[Stirring]) -> bool:
    """A number that grows or shrinks, and tells no time."""
    return not any(CLOCK.search(each.text) for each in history)


def nothing_can_stop_it(page: Page, moving: Moving) -> bool:
    """News beside other text, on a page where nothing whatever can be pressed."""
    here = page.again(moving.element) if moving.counts else None
    if here is None or not page.ask_about(here, IS_BESIDE_TEXT):
        return False
    return all(page.ask(HAS_NO_CONTROL, frame=frame) for frame in range(len(page.frames.ids)))


SENTENCES = {
    "animation": "moves or blinks by itself for more than five seconds (animation)",
    "svg": "moves by itself for more than five seconds (animation in the drawing)",
    "picture": "is an animated picture (GIF or the like) that moves for more than five seconds",
    "video": "is a video that plays by itself for more than five seconds",
    "marquee": "is text that moves across the page (marquee)",
    "script": "moves or changes by itself again and again (carousel, ticker, moving text)",
}


def judged(page: Page, moving: Moving) -> Finding | None:
    message = f"{called(moving.element)} {SENTENCES[moving.kind]}"
    if stops_under_reduced_motion(page, moving):
        question = f"{message}; it stops only if the person's system asks for less motion. Is there a way to pause it?"
        return PROBE.finding(moving.element, question, level="review")
    here = page.again(moving.element)
    if here and page.ask_about(here, "element => cc.hasCloser(element)"):
        return None
    frame = moving.element.frame
    listed = page.ask("() => (cc.refresh(), cc.pausers().map(cc.element))", frame=frame)
    controls = [Element.from_json(value, frame) for value in listed]
    if controls:
        return None if stops(page, moving, controls[0]) else doubt(moving, message, f"Does {controls[0]} stop it?")
    if moving.is_minor and not nothing_can_stop_it(page, moving):
        return doubt(moving, message, "Is it in the way of reading, and is there a way to pause it?")
    return PROBE.finding(moving.element, f"{message}, and nothing on the page pauses, stops or hides it")


def doubt(moving: Moving, message: str, question: str) -> Finding:
    return PROBE.finding(moving.element, f"{message}. {question}", level="review")


def called(element: Element) -> str:
    return str(element) if element.name else f"<{element.tag}{' id=' + element.id if element.id else ''}>"


def stops_under_reduced_motion(page: Page, moving: Moving) -> bool:
    here = page.again(moving.element)
    if moving.kind not in ("animation", "svg") or here is None:
        return False
    with page.media(prefers_reduced_motion="reduce"):
        return not page.ask_about(here, "element => cc.isAnimating(element)")


def stops(page: Page, moving: Moving, control: Element) -> bool:
    """After the control was used, it moves no more."""
    page.fresh()
    page.hand_over_tree()
    switch = page.again(control)
    if switch is None:
        return False
    with page.staying():
        page.click(switch)
        page.settle()
    here = page.again(moving.element)
    if here is None or not page.ask_about(here, "element => cc.isRendered(element)"):
        return True
    if moving.kind == "video":
        return not plays(page, here, loops=True)
    if moving.kind == "picture":
        changed = "(element, url) => (element.currentSrc || getComputedStyle(element).backgroundImage).includes(url)"
        return not page.ask_about(here, changed, moving.url)
    if moving.kind != "script":
        return not page.ask_about(here, "element => cc.isAnimating(element)")
    page.ask("() => cc.stirred()", frame=here.frame)
    witness.let_pass(page, 31)
    page.cdp.listen(0.05)
    return all(each.element.selector != here.selector for each in stirrers(page, here.frame))
