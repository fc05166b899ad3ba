"""Every event handler of a page with its source, asked from the browser once and handed over to our library."""

from pathlib import Path
from typing import Any

from a11y_tests.cdp import CdpError
from a11y_tests.page import Page

Row = dict[str, Any]
LONGEST_SOURCE = 6000
DOCUMENT, WINDOW = -1, -2

# jQuery and React put one listener of their own in place of the page's handlers; this looks behind it.
FRAMEWORKS = (Path(__file__).parent / "own_world" / "frameworks.js").read_text(encoding="utf-8")


def hand_over_handlers(page: Page) -> int:
    """Make `cc.handlers` work in every frame; `hand_over_tree` goes first. Returns how many there are."""
    return sum(_hand_over(page, frame) for frame in range(len(page.frames.ids)))


def _hand_over(page: Page, frame: int) -> int:
    rows = _listeners(page, frame, "document", of_page=False) + _listeners(page, frame, "window", of_page=True)
    if rows:
        behind = page.ask_page(FRAMEWORKS, LONGEST_SOURCE, frame=frame)
        rows = [row for row in rows if not _is_stand_in(row)] + behind if behind else rows
    page.ask("rows => cc.takeHandlers(rows)", rows, frame=frame)
    return len(rows)


def _is_stand_in(row: Row) -> bool:
    """A listener of jQuery or React that only passes the event on."""
    return ".event.dispatch" in row["source"] or row["source"].endswith("{ [native code] }")


def _listeners(page: Page, frame: int, what: str, *, of_page: bool) -> list[Row]:
    """The window's listeners are known in the page's own world only, those of nodes in any."""
    world = page.frames.context(frame, of_page=of_page)
    try:
        target = page.cdp.call("Runtime.evaluate", expression=what, contextId=world, objectGroup="handlers")["result"]
        where = {"objectId": target["objectId"]}
        listed = page.cdp.call("DOMDebugger.getEventListeners", **where, depth=-1, pierce=True)["listeners"]
        root = WINDOW if of_page else page.cdp.call("DOM.describeNode", **where)["node"]["backendNodeId"]
    except CdpError:
        return []  # the frame went away
    page.cdp.post("Runtime.releaseObjectGroup", objectGroup="handlers")
    return [_row(listener, root) for listener in listed]


def _row(listener: Row, root: int) -> Row:
    node = listener.get("backendNodeId", root)
    return {
        "node": DOCUMENT if node == root and root != WINDOW else node,
        "type": listener["type"],
        "source": listener.get("handler", {}).get("description", "")[:LONGEST_SOURCE],
        "selector": "",
    }
