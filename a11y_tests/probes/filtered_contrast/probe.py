"""Measures the colour of text under filters: its ground without letters, then painted over in their colour."""

from typing import Any

from PIL import Image

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.probes.contrast_of_parts.probe import HIDE, SHOW, luminance

PROBE = probe_at(__file__)
# The middle of the first line of its letters, once it is in view.
LINE = """element => {
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const node = [...element.childNodes].find(child => child.nodeType === 3 && child.data.trim());
  if (!node) return null;
  const range = document.createRange();
  range.selectNodeContents(node);
  const box = [...range.getClientRects()].find(({ width, height }) => width > 8 && height > 8);
  if (!box) return null;
  return [box.left + scrollX, box.top + scrollY + box.height * 0.25, Math.min(box.width, 200), box.height / 2];
}"""
PAINT = "(element, colour) => element.style.setProperty('box-shadow', `inset 0 0 0 999px ${colour}`, 'important')"
UNPAINT = """(element, was) => was === null ? element.removeAttribute("style") : element.setAttribute("style", was)"""
# Half a step of eight bits in each colour.
ROUNDING = 0.97


def run(page: Page) -> list[Finding]:
    candidates = [each for each in page.collected[PROBE.id] if each["frame"] == 0]
    if not candidates:
        return []
    scrolled = page.ask(HIDE)
    try:
        found = [judged(page, candidate) for candidate in candidates]
    finally:
        page.ask(SHOW, scrolled)
    return [finding for finding in found if finding]


def judged(page: Page, candidate: dict[str, Any]) -> Finding | None:
    element = Element.from_json(candidate["element"], candidate["frame"])
    line = page.ask_about(element, LINE)
    if line is None:
        return None
    ground = one_colour(page.picture(*line))
    if ground is None:
        return None
    was = page.ask_about(element, "element => element.getAttribute('style')")
    page.ask_about(element, PAINT, candidate["color"])
    try:
        text = one_colour(page.picture(*line))
    finally:
        page.ask_about(element, UNPAINT, was)
    if text is None:
        return None
    one, other = luminance(ground), luminance(text)
    contrast = (max(one, other) + 0.05) / (min(one, other) + 0.05)
    if contrast >= candidate["needed"] * ROUNDING:
        return None
    what = f"text {candidate['msg']} has a contrast of {contrast:.1f} to 1 under the {candidate['by']} that changes it"
    return PROBE.finding(element, f"{what}; {candidate['needed']:g} to 1 is needed")


def one_colour(picture: Image.Image) -> bytes | None:
    """Red, green and blue of a picture that has only one colour."""
    return picture.tobytes()[:3] if len(picture.getcolors(maxcolors=4) or ()) == 1 else None
