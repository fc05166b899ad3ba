"""Keyboard trap: Tab goes round among a few stops, and no other way out works either."""

import re
from collections.abc import Iterator

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.tab_walk import Stop, let_scripts_follow

PROBE = probe_at(__file__)
DIALOG = "dialog, [role=dialog], [role=alertdialog], [aria-modal=true]"
NAMED_KEY = re.compile(
    r"\b((?:(?:ctrl|control|alt|shift|option)\s*\+\s*)*(?:esc(?:ape)?|f\d\d?|[a-z]))\b", re.IGNORECASE
)
SAYS_KEY = re.compile(r"\b(?:press|hit|use|type|with|key|escape|esc)\b", re.IGNORECASE)


def run(page: Page) -> list[Finding]:
    cycle = page.tab_walk.forward.cycle
    if not cycle:
        return []
    place = in_order(cycle)
    way_out = next((way for way, is_out in tries(page, cycle) if is_out), None)
    if way_out is None:
        return [PROBE.finding(place, trapped(cycle))]
    return [
        PROBE.finding(place, f"{trapped(cycle)}; only {way_out} leads out: does the page say so?", level="review")
    ] * (way_out in ("Shift+Tab", "Escape", "an arrow key"))


def in_order(cycle: tuple[Stop, ...]) -> Element:
    return cycle[0].element


def trapped(cycle: tuple[Stop, ...]) -> str:
    if len(cycle) == 1:
        return f"keyboard focus is trapped: Tab does not lead out of {cycle[0].element}"
    names = ", ".join(str(stop.element) for stop in cycle[:3])
    return f"keyboard focus is trapped: Tab goes round among {len(cycle)} elements ({names}) and leads nowhere else"


def tries(page: Page, cycle: tuple[Stop, ...]) -> Iterator[tuple[str, bool]]:
    """Each way out, tried from a fresh page: what it is called, and whether it leads out."""
    is_dialog = all(in_dialog(page, stop.element) for stop in cycle)
    words = str(page.ask("() => document.body?.innerText ?? ''"))
    for key in named_keys(words):
        yield f"{key}, as the page says", leads_out(page, cycle, [key])
    for element in buttons(cycle):
        yield f"the button {element}", leads_out(page, cycle, ["Enter"], at=element)
    yield "Escape" if not is_dialog else "Escape, as in every dialog", leads_out(page, cycle, ["Escape"])
    yield "Shift+Tab", leads_out(page, cycle, [], key="Shift+Tab")
    yield "an arrow key", leads_out(page, cycle, ["ArrowDown", "ArrowRight"])


def in_dialog(page: Page, element: Element) -> bool:
    here = page.again(element)
    return here is not None and bool(page.ask_about(here, f"element => !!cc.closest(element, {DIALOG!r})"))


def buttons(cycle: tuple[Stop, ...]) -> list[Element]:
    """Buttons are pressed in dialogs and traps alike; links are not, since they leave the page."""
    return [stop.element for stop in cycle if stop.element.role == "button" and stop.element.tag != "a"]


def named_keys(words: str) -> list[str]:
    """Keys that sentences of the page speak of: "Press Ctrl + M to leave" gives Control+m."""
    found: list[str] = []
    for sentence in re.split(r"[.!?\n]", words):
        if SAYS_KEY.search(sentence):
            found += [normal(match) for match in NAMED_KEY.findall(sentence) if len(match) > 1 or match.isupper()]
    return list(dict.fromkeys(found))[:6]


def normal(name: str) -> str:
    parts = [part.strip() for part in name.split("+")]
    longer = {"ctrl": "Control", "control": "Control", "alt": "Alt", "option": "Alt", "shift": "Shift", "esc": "Escape"}
    last = parts[-1].lower()
    key = "Escape" if last.startswith("esc") else last.upper() if last.startswith("f") and len(last) > 1 else last
    return "+".join([*(longer[part.lower()] for part in parts[:-1]), key])


def leads_out(
    page: Page, cycle: tuple[Stop, ...], keys: list[str], key: str = "Tab", at: Element | None = None
) -> bool:
    """Put the focus into the cycle of a fresh page, press the keys, go on with Tab: is the focus ever elsewhere?"""
    page.fresh()
    start = page.again(at or cycle[0].element)
    if start is None:
        return False
    page.focus(start)
    inside = {stop.element.selector for stop in cycle}
    outside = 0
    with page.staying() as attempts:
        for pressed in keys:
            page.press(pressed)
            let_scripts_follow(page)
        page.wait_for_attempts()
        if attempts:
            return True  # away from this page, and so out of the trap
        for _ in range(2 * len(cycle) + 3):
            page.press(key)
            let_scripts_follow(page)
            outside += focused_selector(page, start.frame) not in inside
    # A script may put the focus back a moment later: outside for most of the presses, not only in passing.
    return outside > len(cycle)


def focused_selector(page: Page, frame: int) -> str:
    return str(
        page.ask("() => { const element = cc.active(); return element ? cc.selector(element) : ''; }", frame=frame)
    )
