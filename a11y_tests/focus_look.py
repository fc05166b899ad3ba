"""Whether an element looks different while it has the focus: its styles where they are plain, else pixels."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageChops

from a11y_tests.findings import Element
from a11y_tests.page import Page

# Differences that an eye does not see: rounding of colours, and single dots of smoothed edges.
LEAST_STEP = 12
LEAST_DOTS = 6
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class FocusLook:
    """How the element's looks change with the focus; `contrast` is between the changed dots before and after."""

    change: Literal["clear", "faint", "none", "unknown"]
    contrast: float = 21.0


def looks_of(page: Page, stops: Iterable[tuple[tuple[int, int], Element, bool]]) -> dict[tuple[int, int], FocusLook]:
    """The look of each stop; those whose styles prove a ring cost nothing, the others a screenshot each."""
    camera = Camera(page)
    # Tab has left the page by now; without this the page would not draw the focus that a script gives.
    page.cdp.call("Emulation.setFocusEmulationEnabled", enabled=True)
    looks = {key: FocusLook("clear") if has_ring else camera.look(element) for key, element, has_ring in stops}
    page.cdp.call("Emulation.setFocusEmulationEnabled", enabled=False)
    return looks


class Camera:
    """Takes one picture of the view with nothing focused, and small ones of each element with the focus."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._scroll: tuple[float, float] | None = None
        self._blurred: Image.Image | None = None

    def look(self, element: Element) -> FocusLook:
        offset = self._page.frame_offset(element.frame)
        if offset is None:
            return FocusLook("unknown")
        before = self._before(element)
        aim = self._page.ask_about(element, "element => cc.aim(element, true)")
        if not aim["isFocused"]:
            return FocusLook("unknown")
        box = self._in_view(aim["box"], offset)
        look = FocusLook("none")
        if box is not None:
            look = compared(before.crop(rounded(box)), self._picture(box))
        return look if look.change == "clear" else self._whole_view(element) if look.change == "none" else look

    def _whole_view(self, element: Element) -> FocusLook:
        """Nothing has changed at the element: is there a change anywhere in sight?"""
        focused = self._picture(self._view())
        self._page.ask_about(element, "element => cc.aim(element, false)")
        return compared(self._picture(self._view()), focused)

    def _before(self, element: Element) -> Image.Image:
        aim = self._page.ask_about(element, "element => cc.aim(element, false)")
        scroll = tuple(self._page.ask("() => [scrollX, scrollY]")) if element.frame else tuple(aim["scroll"])
        if self._blurred is None or scroll != self._scroll or element.frame:
            self._scroll = scroll
            self._blurred = self._picture(self._view())
        return self._blurred

    def _view(self) -> Box:
        return (0, 0, self._page.browser.width, self._page.browser.height)

    def _in_view(self, box: list[float], offset: tuple[float, float]) -> Box | None:
        left, top, right, bottom = (value + offset[index % 2] for index, value in enumerate(box))
        left, top = max(0, left), max(0, top)
        right, bottom = min(self._page.browser.width, right), min(self._page.browser.height, bottom)
        return (left, top, right, bottom) if right - left >= 1 and bottom - top >= 1 else None

    def _picture(self, box: Box) -> Image.Image:
        """A part of the view; screenshots count from the document's corner, views from the scrolled one."""
        left, top, right, bottom = rounded(box)
        x, y = self._scroll or (0, 0)
        return self._page.picture(left + x, top + y, right - left, bottom - top)


def rounded(box: Box) -> tuple[int, int, int, int]:
    left, top, right, bottom = box
    return int(left), int(top), int(right + 0.999), int(bottom + 0.999)


def compared(before: Image.Image, after: Image.Image) -> FocusLook:
    if before.size != after.size:
        return FocusLook("unknown")
    # The strongest channel's difference at each dot.
    red, green, blue = ImageChops.difference(before, after).split()
    strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    mask = strongest.point(lambda step: 255 if step >= LEAST_STEP else 0)
    dots = mask.histogram()[255]
    if dots < LEAST_DOTS:
        return FocusLook("none", 1.0)
    best = best_contrast(before, after, mask)
    return FocusLook("clear" if best >= 1.5 else "faint", best)


def best_contrast(before: Image.Image, after: Image.Image, mask: Image.Image) -> float:
    """The contrast that at least a few of the changed dots reach between their colour before and after."""
    box = mask.getbbox()
    if box is None:
        return 1.0
    old, new = before.crop(box).tobytes(), after.crop(box).tobytes()
    changed = (3 * dot for dot, is_changed in enumerate(mask.crop(box).tobytes()) if is_changed)
    pairs = Counter((old[start : start + 3], new[start : start + 3]) for start in changed)
    left = min(LEAST_DOTS, sum(pairs.values()))
    for ratio, count in sorted(((contrast(*pair), count) for pair, count in pairs.items()), reverse=True):
        left -= count
        if left <= 0:
            return ratio
    return 1.0


def contrast(one: bytes, other: bytes) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


LINEAR = [v / 255 / 12.92 if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in range(256)]


def luminance(color: bytes) -> float:
    red, green, blue = color
    return 0.2126 * LINEAR[red] + 0.7152 * LINEAR[green] + 0.0722 * LINEAR[blue]
