"""Focus order: positive tabindex that jumps about in a form, and rows or columns that styles show in another order."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.tab_walk import Stop

PROBE = probe_at(__file__)
GROUP = "form, fieldset, nav, ul, ol, table, [role=group], [role=toolbar], [role=navigation], section, main, body"
# For each stop: its place in the HTML, its group, and the boxes that styles may move within their parents.
ASK = """(refs, group) => {
  const at = new Map(cc.elements.map((element, index) => [element, index]));
  const moves = element => {
    const own = cc.style(element), outer = cc.style(cc.parent(element));
    if (own.position === "absolute") return "absolute";
    if (/flex/.test(outer.display) && /reverse/.test(outer.flexDirection + outer.flexWrap)) return "reverse";
    if (/flex|grid/.test(outer.display) && own.order !== "0") return "order";
    if (/grid/.test(outer.display) && (own.gridRowStart !== "auto" || own.gridColumnStart !== "auto")) return "grid";
    return "";
  };
  return refs.map(ref => {
    const element = cc.byRef(ref), levels = [];
    for (let up = element; up && up !== document.body && levels.length < 6; up = cc.parent(up)) {
      const parent = cc.parent(up);
      if (!parent || parent.children.length < 3) continue;
      const box = cc.rect(up);
      levels.push({ parent: at.get(parent) ?? -1, child: at.get(up) ?? -1, moved: moves(up),
        box: [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY] });
    }
    return { index: at.get(element) ?? -1, group: at.get(cc.closest(element, group)) ?? -1, levels,
      isForm: !!cc.closest(element, "form, fieldset, [role=form]"), isRtl: cc.style(element).direction === "rtl" };
  });
}"""
Place = dict[str, Any]


def run(page: Page) -> list[Finding]:
    stops = [stop for stop in page.tab_walk.stops if stop.element.frame == 0 and stop.is_seen]
    if len(stops) < 3:
        return []
    places: list[Place] = page.ask(ASK, [stop.element.ref for stop in stops], GROUP)
    jumping = jumps(stops, places) if any(stop.tab_index > 0 for stop in stops) else []
    return jumping or moved(stops, places)


def jumps(stops: Sequence[Stop], places: Sequence[Place]) -> list[Finding]:
    """Groups in which a positive tabindex takes Tab to and fro against the HTML and against what is seen."""
    found = []
    for group in dict.fromkeys(place["group"] for place in places):
        members = [(stop, place) for stop, place in zip(stops, places, strict=True) if place["group"] == group]
        back = [number for number, (one, other) in enumerate(pairwise(members)) if is_back(one, other)]
        enough = 1 if any(place["isForm"] for _, place in members) else 2
        if len(members) >= 3 and len(back) >= enough and any(stop.tab_index > 0 for stop, _ in members):
            found.append(PROBE.finding(members[back[0]][0].element, jumping_sentence([stop for stop, _ in members])))
    return found


def is_back(one: tuple[Stop, Place], other: tuple[Stop, Place]) -> bool:
    """Tab goes from one to the other, though the other stands before it, in the HTML and to the eye."""
    if other[1]["index"] >= one[1]["index"]:
        return False
    left, top, _, height = one[0].box
    other_left, other_top, _, _ = other[0].box
    is_same_row = abs(other_top - top) < max(8, height / 2)
    return other_top < top if not is_same_row else (other_left < left) != one[1]["isRtl"]


def jumping_sentence(stops: Sequence[Stop]) -> str:
    names = ", ".join(str(stop.element) for stop in stops[:5])
    return f"keyboard focus order jumps about because of tabindex: Tab goes to {names}, not in the order of reading"


def moved(stops: Sequence[Stop], places: Sequence[Place]) -> list[Finding]:
    """Parents whose children are shown in another order than Tab takes."""
    by_parent: dict[int, dict[int, tuple[Element, Any, bool]]] = {}
    for stop, place in zip(stops, places, strict=True):
        for level in place["levels"]:
            children = by_parent.setdefault(level["parent"], {})
            children.setdefault(level["child"], (stop.element, level, place["isRtl"]))
    found: list[Finding] = []
    for children in by_parent.values():
        rows = list(children.values())
        if len(rows) >= 3 and any(level["moved"] for _, level, _ in rows):
            found += judged(rows)
    return found


def judged(rows: list[tuple[Element, Any, bool]]) -> list[Finding]:
    boxes = [level["box"] for _, level, _ in rows]
    kinds = {level["moved"] for _, level, _ in rows}
    if is_readable(boxes, is_rtl=rows[0][2]):
        return []
    sentence = (
        f"keyboard focus order differs from what is seen: Tab goes to {', '.join(str(row[0]) for row in rows[:5])}, "
        "which stand in another order on the screen"
    )
    # A row that is merely turned round, as some right-aligned bars are, may be harmless.
    is_turned_row = is_readable(boxes[::-1], is_rtl=rows[0][2]) and is_one_row(boxes)
    level = "review" if is_turned_row or "absolute" in kinds else "violation"
    return [PROBE.finding(rows[0][0], sentence, level=level)]  # type: ignore[arg-type]


def is_one_row(boxes: Sequence[Sequence[float]]) -> bool:
    return max(box[1] for box in boxes) < min(box[3] for box in boxes)


def is_readable(boxes: Sequence[Sequence[float]], *, is_rtl: bool) -> bool:
    """Row by row, or column by column: no step back in both ways of reading."""
    steps = list(pairwise(boxes))
    by_row = sum(not follows_in_rows(one, other, is_rtl) for one, other in steps)
    by_column = sum(not follows_in_columns(one, other, is_rtl) for one, other in steps)
    return min(by_row, by_column) == 0


def follows_in_rows(one: Sequence[float], other: Sequence[float], is_rtl: bool) -> bool:
    """Further along the same row, or lower."""
    if other[1] >= one[3] - 4:
        return True
    overlaps = other[1] < one[3] - 4 and other[3] > one[1] + 4
    return overlaps and (other[2] <= one[0] + 4 if is_rtl else other[0] >= one[2] - 4)


def follows_in_columns(one: Sequence[float], other: Sequence[float], is_rtl: bool) -> bool:
    """Further down the same column, or in a later column."""
    overlaps = other[0] < one[2] - 4 and other[2] > one[0] + 4
    if overlaps:
        return other[1] >= one[3] - 4
    return other[2] <= one[0] + 4 if is_rtl else other[0] >= one[2] - 4
