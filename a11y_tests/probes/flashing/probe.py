"""Looks at what changes quickly, moment by moment, and counts the flashes and how large they are."""

from collections.abc import Sequence
from typing import Any

from PIL import Image

from a11y_tests import witness
from a11y_tests.animated_picture import animation_at
from a11y_tests.findings import Element, Finding
from a11y_tests.flashes import flashing_part
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.time_lapse import stirrers

PROBE = probe_at(__file__)
# A quarter of ten degrees of the field of view, as WCAG puts it into pixels.
LEAST_AREA = 341 * 256 / 4
WIDEST, HIGHEST = 1024, 768
SECOND = 1.2
# Stops the animation at a part of its time; two rounds, since every other one may run backwards.
STOP_AT = """(element, number, part) => {
  const animation = element.getAnimations()[number], timing = animation?.effect.getComputedTiming();
  if (!animation) return 0;
  animation.pause();
  animation.currentTime = (timing.delay ?? 0) + part * timing.duration;
  return timing.duration / 1000;
}"""
PLAY = "(element, number) => element.getAnimations()[number]?.play()"
BOX = """element => {
  const isPage = element === document.documentElement;
  const box = isPage ? { left: 0, top: 0, width: innerWidth, height: innerHeight } : cc.visibleBox(element);
  let [x, y] = [box.left + scrollX, box.top + scrollY];
  for (let view = window; view !== view.parent; view = view.parent) {
    const outer = view.frameElement?.getBoundingClientRect();
    if (!outer) break;
    x += outer.left + view.parent.scrollX - view.scrollX; y += outer.top + view.parent.scrollY - view.scrollY;
  }
  return [Math.max(x, 0), Math.max(y, 0), box.width, box.height];
}"""
Pictures = tuple[Sequence[Image.Image], Sequence[float]]


def run(page: Page) -> list[Finding]:
    return [finding for candidate in page.collected[PROBE.id] if (finding := judged(page, candidate))]


def judged(page: Page, candidate: dict[str, Any]) -> Finding | None:
    element = Element.from_json(candidate["element"], candidate["frame"])
    here = page.again(element)
    if here is None:
        return None
    element = here
    x, y, width, height = page.ask_about(element, BOX)
    place = (x, y, min(width, WIDEST), min(height, HIGHEST))
    shots = pictures(page, candidate, element, place)
    if shots is None or flashing_part(*shots) * place[2] * place[3] < LEAST_AREA:
        return None
    name = "the page" if element.tag == "html" else f"<{element.tag}{' id=' + element.id if element.id else ''}>"
    return PROBE.finding(element, f"flashing: {name} flashes more than three times in a second, in a large area")


def pictures(
    page: Page, candidate: dict[str, Any], element: Element, place: tuple[float, float, float, float]
) -> Pictures | None:
    """A little more than a second of it: pictures, and when each is shown."""
    if candidate["kind"] == "animation":
        return of_animation(page, element, candidate["number"], place)
    if candidate["kind"] == "picture":
        return of_picture(page, element, candidate["url"])
    return of_script(page, max(candidate["delay"] / 1000, 0.03), place, element.frame)


def of_animation(
    page: Page, element: Element, number: int, place: tuple[float, float, float, float]
) -> Pictures | None:
    parts = (0.01, 0.26, 0.51, 0.76, 0.99, 1.01, 1.26, 1.51, 1.76, 1.99)
    shots, duration = [], 0.0
    for part in parts:
        duration = page.ask_about(element, STOP_AT, number, part)
        shots.append(page.picture(*place))
    page.ask_about(element, PLAY, number)
    if not duration:
        return None  # it has come to its end
    rounds = max(1, int(SECOND / (2 * duration)) + 1)
    return shots * rounds, [(2 * turn + part) * duration for turn in range(rounds) for part in parts]


def of_picture(page: Page, element: Element, url: str) -> Pictures | None:
    animation = animation_at(page, element.frame, url)
    if animation is None or sum(animation.durations) / len(animation.durations) > 1 / 6:
        return None
    shots: list[Image.Image] = []
    times: list[float] = []
    now, turn = 0.0, 0
    while now < 2 * SECOND and turn < animation.loops and len(shots) < 400:
        for frame, duration in zip(animation.frames, animation.durations, strict=True):
            shots.append(frame)
            times.append(now)
            now += duration
        turn += 1
    return shots, times


def of_script(page: Page, delay: float, place: tuple[float, float, float, float], frame: int) -> Pictures | None:
    """Lets time pass from one tick of the quickest timer to the next; the page is loaded anew by who comes next."""
    page.ask("() => cc.stirred()", frame=frame)
    witness.let_pass(page, 4 * delay, hold=True)
    if not any(len(each.looks) > 1 for each in stirrers(page, frame)):
        return None
    shots, times = [page.picture(*place)], [0.0]
    for number in range(1, 13):
        witness.let_pass(page, delay, hold=True)
        shots.append(page.picture(*place))
        times.append(number * delay)
    return shots, times
