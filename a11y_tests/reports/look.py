"""A look at a page that has just been judged: what reports show of it, without what participants wrote."""

import base64
import io
import threading
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from a11y_tests.cdp import CdpError
from a11y_tests.findings import Element
from a11y_tests.frames import ScriptError
from a11y_tests.page import NotLoaded, Page
from a11y_tests.reports.privacy import MARK, without_words

Row = dict[str, Any]
Box = tuple[float, float, float, float]
AROUND, LEAST_WIDE, MOST_WIDE, MOST_HIGH = 32, 320, 640, 320
PICTURES_A_RULE, PICTURES_A_RUN = 3, 120
FRAME, HALO, COVER = "#8c1414", "#ffffff", "#565d61"


class Look:
    """Called with each judged page; keeps count of the pictures over all pages, since they make a report heavy."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._taken: Counter[str] = Counter()

    def __call__(self, page: Page, rows: Iterable[Row]) -> dict[str, Any]:
        """Title, kinds of content, and the rows as reports may show them; nothing when the page has gone."""
        try:
            page.fresh()
            page.hand_over_tree()
            return self._look(page, list(rows))
        except (CdpError, ScriptError, NotLoaded):
            return {}

    def _look(self, page: Page, rows: list[Row]) -> dict[str, Any]:
        seen = [page.ask(script(), _selectors(rows, frame), MARK, frame=frame) for frame in range(len(page.frames.ids))]
        written = [text for each in seen for text in each["written"]]
        covers = [box for frame, each in enumerate(seen) for box in _moved(page, frame, each["covers"])]
        shown = []
        for row in rows:
            frame, selector = split_selector(row["selector"])
            place = seen[frame]["places"].get(selector) if frame < len(seen) else None
            shown.append(self._row(page, row, frame, place, written, covers))
        content = sorted({kind for each in seen for kind in each["content"]})
        title = without_words(seen[0]["title"], written)
        return {"title": title, "content": content, "hidden": sum(each["hidden"] for each in seen), "rows": shown}

    def _row(self, page: Page, row: Row, frame: int, place: Row | None, written: list[str], covers: list[Box]) -> Row:
        is_own = bool(place and (place["isHidden"] or MARK in place["html"]))
        html = place["html"] if place else row["html"]
        kept = {
            **row,
            "msg": without_words(row["msg"], written, is_own_place=is_own),
            "html": without_words(html, written),
        }
        if place and place["box"] and self._may_take(row):
            name = without_words(_name(place), written, is_own_place=is_own)
            for box in _moved(page, frame, [place["box"]]):
                kept["picture"] = _picture(page, box, covers, name)
        return kept

    def _may_take(self, row: Row) -> bool:
        with self._lock:
            if row["level"] == "advice" or self._taken[row["rule"]] >= PICTURES_A_RULE:
                return False
            if self._taken.total() >= PICTURES_A_RUN:
                return False
            self._taken[row["rule"]] += 1
            return True


@cache
def script() -> str:
    return (Path(__file__).parent / "look.js").read_text(encoding="utf-8")


def split_selector(selector: str) -> tuple[int, str]:
    """ "(frame 2) #x" gives (2, "#x")."""
    if not selector.startswith("(frame "):
        return 0, selector
    number, _, rest = selector.removeprefix("(frame ").partition(") ")
    return int(number), rest


def _selectors(rows: list[Row], frame: int) -> list[str]:
    return [selector for number, selector in (split_selector(row["selector"]) for row in rows) if number == frame]


def _name(place: Row) -> str:
    """What a picture shows, in words: its name or its text, else its kind alone."""
    name = MARK if place["isHidden"] else place["name"]
    return str(Element("", name=name, role=place["role"], tag=place["tag"])).removesuffix(" without a name")


def _moved(page: Page, frame: int, boxes: Iterable[Any]) -> list[Box]:
    """Boxes of a frame in coordinates of the page; none when the frame is not shown."""
    offset = page.frame_offset(frame)
    if offset is None:
        return []
    scroll = page.ask("() => [scrollX, scrollY]") if frame else (0, 0)
    return [(x + offset[0] + scroll[0], y + offset[1] + scroll[1], w, h) for x, y, w, h in boxes]


def _picture(page: Page, box: Box, covers: list[Box], name: str) -> Row:
    """The place with what stands around it; a frame marks it, and what people wrote is painted over."""
    beside = max(AROUND, (LEAST_WIDE - box[2]) / 2)
    left, top = max(0, box[0] - beside), max(0, box[1] - AROUND)
    width = min(MOST_WIDE, box[0] + box[2] + beside - left)
    height = min(MOST_HIGH, box[1] + box[3] + AROUND - top)
    # What is out of view is not drawn.
    page.ask("(x, y) => scrollTo({ left: x, top: y, behavior: 'instant' })", left, max(0, top - AROUND))
    image = page.picture(left, top, width, height)
    draw = ImageDraw.Draw(image)
    for x, y, w, h in covers:
        draw.rectangle((x - left, y - top, x - left + w, y - top + h), fill=COVER)
    corner = (box[0] - left - 4, box[1] - top - 4, box[0] - left + box[2] + 3, box[1] - top + box[3] + 3)
    draw.rectangle(corner, outline=HALO, width=5)
    draw.rectangle((corner[0] + 1, corner[1] + 1, corner[2] - 1, corner[3] - 1), outline=FRAME, width=3)
    return {"data": _png(image), "width": image.width, "height": image.height, "what": name}


def _png(image: Image.Image) -> str:
    file = io.BytesIO()
    image.quantize(64).save(file, "PNG", optimize=True)
    return base64.b64encode(file.getvalue()).decode()
