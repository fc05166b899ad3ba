"""Every event handler of a page with its source, asked from the browser once and handed over to our library."""

from pathlib import Path
from typing import Any

from a11y_tests import witness
from a11y_tests.cdp import CdpError
from a11y_tests.page import Page

Row = dict[str, Any]
LONGEST_SOURCE = 6000
DOCUMENT, WINDOW = -1, -2
MOST_SHADOWS = 40
# Trees inside trees are left out.
SHADOWS = '[...document.querySelectorAll("*")].filter(element => element.shadowRoot)'
COUNT_SHADOWS = f"() => {SHADOWS}.length"

# jQuery and React put one listener of their own in place of the page's handlers; this looks behind it.
FRAMEWORKS = (Path(__file__).parent / "own_world" / "frameworks.js").read_text(encoding="utf-8")


def hand_over_handlers(page: Page) -> int:
    """Make `cc.handlers` work in every frame; `hand_over_tree` goes first. Returns how many there are."""
    return sum(_hand_over(page, frame) for frame in range(len(page.frames.ids)))


def _hand_over(page: Page, frame: int) -> int:
    rows = _listeners(page, frame, "document") + _listeners(page, frame, "window")
    for number in range(min(page.ask(COUNT_SHADOWS, frame=frame), MOST_SHADOWS)):
        rows += _listeners(page, frame, f"({SHADOWS})[{number}].shadowRoot")
    if rows:
        behind = page.ask_page(FRAMEWORKS, LONGEST_SOURCE, frame=frame)
        rows = [row for row in rows if not _is_stand_in(row)] + behind if behind else rows
    state = witness.state(page, frame)
    page.shared["has_timers"] = bool(state["timers"]) or page.shared.get("has_timers", False)
    page.shared["is_drawing"] = state["isDrawing"] or page.shared.get("is_drawing", False)
    page.ask("(rows, state) => cc.takeHandlers(rows, state)", rows, state, frame=frame)
    return len(rows)


def _is_stand_in(row: Row) -> bool:
    """A listener of jQuery or React that only passes the event on."""
    return ".event.dispatch" in row["source"] or row["source"].endswith("{ [native code] }")


def _listeners(page: Page, frame: int, what: str) -> list[Row]:
    """Asked in the page's own world: elsewhere Chromium tells nothing unless pierce=True, with which version 149
    crashes at the next load of a page that has frames."""
    world = page.frames.context(frame, of_page=True)
    try:
        target = page.cdp.call("Runtime.evaluate", expression=what, contextId=world, objectGroup="handlers")["result"]
        where = {"objectId": target["objectId"]}
        listed = page.cdp.call("DOMDebugger.getEventListeners", **where, depth=-1)["listeners"]
        own = page.cdp.call("DOM.describeNode", **where)["node"]["backendNodeId"] if what == "document" else None
    except CdpError:
        return []  # the frame went away
    page.cdp.post("Runtime.releaseObjectGroup", objectGroup="handlers")
    return [_row(listener, own) for listener in listed]


def _row(listener: Row, document: int | None) -> Row:
    node = listener.get("backendNodeId", WINDOW)
    return {
        "node": DOCUMENT if node == document else node,
        "type": listener["type"],
        "source": listener.get("handler", {}).get("description", "")[:LONGEST_SOURCE],
        "selector": "",
    }
