"""Names, roles and descriptions as Chromium computes them, handed to our library in the page."""

from collections.abc import Iterator
from typing import Any

from a11y_tests.cdp import Cdp, CdpError
from a11y_tests.frames import Frames

Node = dict[str, Any]
UNEXPOSED_ROLES = frozenset({"none", "generic", "InlineTextBox", "StaticText"})


def full_tree(cdp: Cdp, frame_id: str = "") -> list[Node]:
    """The browser's accessibility tree of one frame (of the page itself unless told)."""
    which: dict[str, Any] = {"frameId": frame_id} if frame_id else {}
    nodes: list[Node] = cdp.call("Accessibility.getFullAXTree", **which)["nodes"]
    return nodes


def hand_over_tree(cdp: Cdp, frames: Frames) -> None:
    """Make `cc.name`, `cc.role` … work in every frame; a page that changes meanwhile is read again, twice at most."""
    frames.refresh()
    for number, frame_id in enumerate(frames.ids):
        for _ in range(3):
            elements = elements_of(cdp, frame_id)
            rows = tree_rows(full_tree_or_none(cdp, frame_id), elements)
            tags, numbers = [tag for tag, _ in elements], [node for _, node in elements]
            if frames.call("(...all) => cc.takeTree(...all)", tags, rows, numbers, frame=number):
                break


def full_tree_or_none(cdp: Cdp, frame_id: str) -> list[Node]:
    try:
        return full_tree(cdp, frame_id)
    except CdpError:
        return []  # a frame with no document yet


def elements_of(cdp: Cdp, frame_id: str) -> list[tuple[str, int]]:
    """Tag and browser's number of each element of a frame, in the order of `cc.walk`."""
    root = cdp.call("DOM.getDocument", depth=-1, pierce=True)["root"]
    document = next((inner for owner, inner in _documents(root) if owner == frame_id), root)
    return list(_elements(document))


def _documents(node: Node) -> Iterator[tuple[str, Node]]:
    """Each document in a frame, with the frame's id, which stands at the element that holds the frame."""
    if "contentDocument" in node:
        yield node.get("frameId", ""), node["contentDocument"]
    for child in _inside(node):
        yield from _documents(child)


def _inside(node: Node) -> Iterator[Node]:
    yield from node.get("shadowRoots", ())
    if "contentDocument" in node:
        yield node["contentDocument"]
    yield from node.get("children", ())


def _elements(node: Node) -> Iterator[tuple[str, int]]:
    for root in node.get("shadowRoots", ()):
        if root.get("shadowRootType") == "open":
            yield from _elements(root)
    for child in node.get("children", ()):
        if child["nodeType"] == 1:
            yield child["localName"], child["backendNodeId"]
            yield from _elements(child)


def tree_rows(nodes: list[Node], elements: list[tuple[str, int]]) -> list[Node]:
    """For each element that is in the tree: its index, role, name, where the name is from, description and states."""
    index_of = {number: index for index, (_, number) in enumerate(elements)}
    rows = []
    for node in nodes:
        role = value(node, "role")
        index = index_of.get(node.get("backendDOMNodeId", -1))
        if index is None or node.get("ignored") or role in UNEXPOSED_ROLES:
            continue
        rows.append({"index": index, "role": role, "name": value(node, "name"), "nameFrom": name_source(node),
                     "description": value(node, "description")})  # fmt: skip
    return rows


def value(node: Node, key: str) -> str:
    return str(node.get(key, {}).get("value", ""))


def name_source(node: Node) -> str:
    """ "contents", "attribute", "relatedElement", "placeholder" or "title"; empty where there is no name."""
    for source in node.get("name", {}).get("sources", ()):
        if "value" in source and not source.get("superseded"):
            return str(source.get("nativeSource") or source.get("attribute") or source["type"])
    return ""
