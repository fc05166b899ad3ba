"""The accessibility tree as text that a person can read: what a screen reader is given, in its order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Node = Mapping[str, Any]
# These add nothing to what is read: boxes, and the pieces of a line.
TRANSPARENT = frozenset({"none", "generic", "InlineTextBox", "ListMarker", "LineBreak", "LayoutTable", "LayoutTableRow",
                         "LayoutTableCell", "LabelText", "Legend", "RootWebArea", "DescriptionListDetail"})  # fmt: skip
# States that a screen reader says, each by how it is said; false ones only where a control always has the state.
STATES = ("checked", "expanded", "selected", "disabled", "invalid", "required", "readonly", "multiline", "level")
SAID_WHEN_FALSE = {"checked", "expanded"}
TIME = re.compile(r"\b\d{1,2} [A-Z][a-z]+ 20\d\d, \d\d:\d\d UTC(?:[+−]\d+(?::\d\d)?)?|\b\d\d:\d\d UTC(?:[+−]\d+)?")

RANDOM = re.compile(
    r"(?<=127\.0\.0\.1:)\d+|(?<=/without-cookies/)[\w-]+|(?<=/organise/in/)[\w-]+"
    r"|(?<=code=)\d{9}|\b\d{3} \d{3} \d{3}\b"
)


def as_text(nodes: Sequence[Node], root_role: str = "main") -> str:
    """The title, and everything inside the first node with the role, one line each, indented by depth."""
    by_id = {node["nodeId"]: node for node in nodes}
    page = next(node for node in nodes if role(node) == "RootWebArea")
    start = next((node for node in nodes if role(node) == root_role and not node.get("ignored")), page)
    lines = [f"title: {name(page)}", *_lines(start, by_id, 0)]
    return RANDOM.sub("(…)", TIME.sub("(time)", "\n".join(lines))) + "\n"


def _lines(node: Node, by_id: Mapping[str, Node], depth: int, above: str = "") -> Iterator[str]:
    if role(node) == "StaticText":
        text = " ".join(name(node).split())
        # What is the name of the thing around it has been said there.
        if text and text not in above:
            yield f"{'  ' * depth}“{text}”"
        return
    is_said = not node.get("ignored") and role(node) not in TRANSPARENT
    if is_said:
        yield "  " * depth + line(node)
    for child in node.get("childIds", ()):
        if child in by_id:
            inside = " ".join(name(node).split()) if is_said else above
            yield from _lines(by_id[child], by_id, depth + is_said, inside)


def line(node: Node) -> str:
    """`radio "Soup" (not checked) – described: Choose one answer`"""
    parts = [role(node)]
    if name(node):
        parts.append('"' + " ".join(name(node).split()) + '"')
    said = [state for state in (_state(node, key) for key in STATES) if state]
    if said:
        parts.append(f"({', '.join(said)})")
    value = text_of(node, "value")
    if value:
        parts.append(f"= {value!r}")
    description = text_of(node, "description")
    if description:
        parts.append(f"– described: {' '.join(description.split())}")
    return " ".join(parts)


def _state(node: Node, key: str) -> str:
    found = next((each["value"].get("value") for each in node.get("properties", ()) if each["name"] == key), None)
    if key == "level":
        return f"level {found}" if found and role(node) == "heading" else ""
    if found in (True, "true"):
        return key
    return f"not {key}" if key in SAID_WHEN_FALSE and found in (False, "false") else ""


def role(node: Node) -> str:
    return text_of(node, "role")


def name(node: Node) -> str:
    return text_of(node, "name")


def text_of(node: Node, key: str) -> str:
    return str(node.get(key, {}).get("value", ""))
