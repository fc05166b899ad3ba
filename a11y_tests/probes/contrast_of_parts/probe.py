"""Text over pictures: looks at the pixels behind the text with the text made invisible."""

from collections.abc import Sequence
from typing import Any

from PIL import Image

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
MOST_PICTURES = 8
SMALL_PART = 0.1
HIDE = """() => {
  const style = document.createElement("style");
  style.id = "curbcut-hide-text";
  style.textContent = "*, *::before, *::after { " +
    "-webkit-text-fill-color: transparent !important; text-shadow: none !important; " +
    "text-decoration-color: transparent !important; transition: none !important; caret-color: transparent !important }";
  document.documentElement.append(style);
  return [scrollX, scrollY];
}"""
# Only what is in view is painted.
BRING = """element => {
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element.getBoundingClientRect();
  return [box.left + scrollX, box.top + scrollY, box.width, box.height];
}"""
SHOW = """([x, y]) => {
  document.getElementById("curbcut-hide-text")?.remove();
  scrollTo({ left: x, top: y, behavior: "instant" });
}"""


def run(page: Page) -> list[Finding]:
    known = page.collected.get(PROBE.id, [])
    decided = [finding for finding, one in zip(PROBE.collected(page), known, strict=True) if "picture" not in one]
    return [*decided, *over_pictures(page, [one for one in known if "picture" in one and one["frame"] == 0])]


def over_pictures(page: Page, candidates: list[dict[str, Any]]) -> list[Finding]:
    if not candidates:
        return []
    scrolled = page.ask(HIDE)
    try:
        pictures = [candidate for candidate in candidates if "lines" not in candidate][:MOST_PICTURES]
        gradients = [candidate for candidate in candidates if "lines" in candidate][:MOST_PICTURES]
        judged = [judge(page, candidate) for candidate in (*pictures, *gradients)]
    finally:
        page.ask(SHOW, scrolled)
    return [finding for finding in judged if finding]


def judge(page: Page, candidate: dict[str, Any]) -> Finding | None:
    element = Element.from_json(candidate["element"], candidate["frame"])
    if "lines" in candidate:
        return over_gradient(page, element, candidate)
    x, y, width, height = page.ask_about(element, BRING)
    picture = page.picture(x, y, min(width, 800), min(height, 200))
    contrasts = sorted(contrasts_with(picture, candidate["color"][:3]))
    needed, best = candidate["needed"], contrasts[int(len(contrasts) * 0.9)]
    if contrasts[len(contrasts) // 2] >= needed:
        return None
    if best < needed * 0.95:
        return PROBE.finding(
            element,
            f"text {candidate['msg']} has hardly more than {best:.1f} to 1 contrast with the picture behind it; "
            f"{needed:g} to 1 is needed",
        )
    return PROBE.finding(element, f"Can the text {candidate['msg']} be read over its picture?", level="review")


def over_gradient(page: Page, element: Element, candidate: dict[str, Any]) -> Finding | None:
    """Each letter needs the contrast: a part of a line as wide as one, or a tenth of it, must not fall short."""
    page.ask_about(element, BRING)
    for x, y, width, height in candidate["lines"]:
        contrasts = contrasts_with(page.picture(x, y, width, height), candidate["color"][:3])
        too_low = [each for each in contrasts if each < candidate["needed"] * 0.97]
        if len(too_low) > len(contrasts) * max(SMALL_PART, height / 2 / width):
            return PROBE.finding(
                element,
                f"text {candidate['msg']} has down to {min(too_low):.1f} to 1 contrast with the gradient behind it; "
                f"{candidate['needed']:g} to 1 is needed under every letter",
            )
    return None


def contrasts_with(picture: Image.Image, color: list[float]) -> list[float]:
    """The contrast of the colour with each of some hundred points of the picture."""
    points = picture.resize((24, 12), Image.Resampling.NEAREST).tobytes()
    text = luminance(color)
    grounds = [luminance(points[start : start + 3]) for start in range(0, len(points), 3)]
    return [(max(text, ground) + 0.05) / (min(text, ground) + 0.05) for ground in grounds]


def luminance(color: Sequence[float]) -> float:
    red, green, blue = (linear(value / 255) for value in color[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
