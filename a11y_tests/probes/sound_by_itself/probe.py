"""Which sound has started by itself, for how long, and does a control on the page stop it?"""

import re
from typing import Any

from a11y_tests import witness
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
MEASURE = (PROBE.folder.parent / "media_alternative" / "measure.js").read_text(encoding="utf-8")
LONGEST = 3.0
PATIENCE = 1.5
# Read aloud, so many letters take more than three seconds.
SPOKEN_LETTERS = 60
PART = re.compile(r"#t=(?:npt:)?(\d*\.?\d*)(?:,(\d+\.?\d*))?$")
CONTROLS = r"""() => cc.elements.filter(element => cc.isSeen(element) && cc.isExposed(element) &&
  /\b(pause|stop|mute|unmute|silence|sound|volume|audio|music|quiet|play)\b/i
    .test(cc.name(element) || cc.text(element)) &&
  element.matches("button, input, a[href], summary, [role=button], [role=switch], [role=checkbox], [role=slider]"))
  .map(cc.element)"""
HAS_CONTROLS = "element => element.controls && cc.isSeen(element)"


def run(page: Page) -> list[Finding]:
    found = []
    for candidate in page.collected[PROBE.id]:
        element = Element.from_json(candidate["element"], candidate["frame"])
        found += of_script(page, element) if candidate["index"] < 0 else of_element(page, element, candidate["index"])
    return found


def of_element(page: Page, element: Element, index: int) -> list[Finding]:
    here = page.again(element)
    if here is None or page.ask_about(here, HAS_CONTROLS):
        return []
    sound = next((each for each in heard(page, element.frame) if each["index"] == index), None)
    if sound is None or not is_long(sound) or is_silent(page, element.frame, sound):
        return []
    return judged(page, element, f"<{element.tag}> plays sound", sound, index)


def of_script(page: Page, root: Element) -> list[Finding]:
    """Sound that a script plays without an element in the page, or that it has read aloud."""
    sounds = [each for each in heard(page, root.frame) if each["isStartedByScript"] and is_long(each)]
    for sound in [each for each in sounds if each["index"] < 0][:1]:
        return judged(page, root, f"a script plays sound ({sound['source'].rsplit('/', 1)[-1][:60]})", sound, -1)
    for sound in sounds[:1]:
        which = "index => cc.element(document.querySelectorAll('*')[index])"
        place = Element.from_json(page.ask(which, sound["index"], frame=root.frame), root.frame)
        if not page.ask_about(place, HAS_CONTROLS):
            return judged(page, place, f"a script plays the sound of <{place.tag}>", sound, sound["index"])
    if sum(map(len, witness.spoken(page, root.frame))) > SPOKEN_LETTERS and not controls(page, root.frame):
        message = "sound: a script has the page read aloud by itself, and no control on the page stops it"
        return [PROBE.finding(root, message)]
    return []


def heard(page: Page, frame: int) -> list[dict[str, Any]]:
    """Audible media, once what is being loaded has loaded."""

    for _ in range(10):
        waited_for = [each for each in witness.media(page, frame) if each["isPlaying"] and not each["hasPlayed"]]
        if not waited_for or all(each["hasFailed"] for each in waited_for):
            break
        page.cdp.listen(PATIENCE / 10)
    return [each for each in witness.media(page, frame) if not each["isMuted"] and each["hasSound"]]


def is_silent(page: Page, frame: int, sound: dict[str, Any]) -> bool:
    """The file can be read here, and has no sound in it or only silence."""
    file = page.ask(MEASURE, sound["source"], True, frame=frame, within=20)
    return not file["error"] and file["sounds"] is False


def is_long(sound: dict[str, Any]) -> bool:
    part = PART.search(sound["source"])
    if part and part[2]:
        return float(part[2]) - float(part[1] or 0) > LONGEST
    seconds = sound["seconds"]
    return bool(sound["loops"]) or seconds is None or not 0 <= seconds <= LONGEST


def judged(page: Page, element: Element, what: str, sound: dict[str, Any], index: int) -> list[Finding]:
    message = f"sound: {what} by itself for more than three seconds"
    if sound["hasFailed"] or sound["seconds"] is None or not (sound["hasPlayed"] or sound["isPlaying"]):
        question = f"{message}, if it can be loaded (it could not be here). Is there a control that stops it?"
        return [PROBE.finding(element, question, level="review")]
    switches = controls(page, element.frame)
    if any(silences(page, switch, index) for switch in switches[:3]):
        return []
    if switches:
        return [PROBE.finding(element, f"{message}. Does {switches[0]} stop it?", level="review")]
    return [PROBE.finding(element, f"{message}, and no control on the page stops it")]


def controls(page: Page, frame: int) -> list[Element]:
    page.hand_over_tree()
    return [Element.from_json(value, frame) for value in page.ask(CONTROLS, frame=frame)]


def silences(page: Page, switch: Element, index: int) -> bool:
    there = page.again(switch)
    if there is None:
        return False
    witness.keep_playing(page, switch.frame)
    with page.staying():
        page.click(there)
        page.settle()
    sound = next((each for each in witness.media(page, switch.frame) if each["index"] == index), None)
    return sound is None or sound["isMuted"] or not sound["isPlaying"]
