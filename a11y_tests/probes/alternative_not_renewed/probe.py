"""Pictures that a press has changed while their alternative stayed as it was (F20)."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from a11y_tests.effects import Change
from a11y_tests.findings import Finding, shortened
from a11y_tests.page import Page
from a11y_tests.pressing import SHARED, Press, presses
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called

__all__ = ["PROBE", "SHARED", "run"]
PROBE = probe_at(__file__)
# The same picture otherwise: larger, in other colours, with the mouse over it; or another of the same sense.
SAME = re.compile(
    r"zoom|large|bigger|small|enlarge|full|size|theme|dark|light|colou?rs?\b|contrast|refresh|reload|new (code|image)"
    r"|play|pause|mute"
    r"|vergrößer|hell|dunkel|agrandir|ampliar",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(next|prev(ious)?|forward|another|other|weiter|nächste|suivante?|siguiente)\b|[›»→‹«←]", re.IGNORECASE
)
VARIANT = re.compile(
    r"[-_.@]?(\d{3,}(x\d+)?w?|\d+x|x?[sml]|xl|thumb(nail)?|small|medium|large|big|full|hd|orig(inal)?|dark|light|night|day"
    r"|on|off|hover|active|bw|grey|gray|colou?r|blur(red)?|preview|placeholder|lowres|hires)(?=$|[-_.@])",
    re.IGNORECASE,
)


def run(page: Page) -> list[Finding]:
    found: dict[str, Finding] = {}
    for press in presses(page, page.collected[PROBE.id]):
        for change in changed_pictures(press):
            if change.element.selector not in found:
                found[change.element.selector] = judged(press, change)
    return list(found.values())


def changed_pictures(press: Press) -> Iterator[Change]:
    renamed = {change.element.ref for change in press.effects.states if change.name in ("alt", "aria-label")}
    for change in press.effects.states:
        is_picture = change.name == "background" or (change.name == "src" and change.element.tag == "img")
        if is_picture and change.element.ref not in renamed:
            is_told = re.search(r"[^\W\d_]{2}", change.element.name)
            if is_told and change.before and change.after and not is_inside(press, change):
                yield change


def is_inside(press: Press, change: Change) -> bool:
    """A sign in the control that was pressed: what it tells is the control's state."""
    return press.element.selector in change.element.selector or press.told.get("name", "") == change.element.name


def judged(press: Press, change: Change) -> Finding:
    what = f"alternative: {called(press.element)} changes the picture, and its alternative"
    what = f"{what} “{shortened(change.element.name)}” stays as it was"
    if is_other(press, change):
        return PROBE.finding(change.element, what)
    return PROBE.finding(change.element, f"{what}. Does it fit both?", level="review")


def is_other(press: Press, change: Change) -> bool:
    one, other = (plain(address) for address in (change.before, change.after))
    name = press.told.get("name", "")
    is_known = one and other and one != other
    return bool(is_known or OTHER.search(name)) and not SAME.search(name)


def plain(address: str) -> str:
    """The name of the file, without what tells apart the sizes and colours of one picture; "" for data."""
    parts = urlsplit(re.sub(r'^url\("?|"?\)$', "", address))
    if parts.scheme in ("data", "blob"):
        return ""
    return VARIANT.sub("", PurePosixPath(parts.path).stem).casefold() or parts.path
