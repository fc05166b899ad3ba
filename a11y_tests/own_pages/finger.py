"""A person at a small touch screen: taps what can be seen, and nothing that is covered, cut off or off to the side."""

from typing import Any

from a11y_tests.own_pages.golden_tree import name as name_of
from a11y_tests.own_pages.golden_tree import role as role_of
from a11y_tests.own_pages.hands import ChromiumHands
from a11y_tests.own_pages.keyboard import CannotReach, Focus, Person, is_called

# Left as it is where the text has its usual size.
LARGE_TEXT = "html { font-size: 200% !important }"
ENLARGE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(%r);
  document.adoptedStyleSheets = [sheet];
}"""
TAPPED = ("radio", "checkbox", "link", "button", "textbox", "combobox")


class Finger(Person):
    """Uses a site by taps, and by the keys of the screen's keyboard in a field."""

    hands: ChromiumHands

    def __init__(self, hands: ChromiumHands, origin: str, *, is_text_large: bool = False) -> None:
        super().__init__(hands, origin, "chromium by touch")
        self._is_text_large = is_text_large

    def open(self, path: str) -> None:
        super().open(path)
        self._enlarge()

    def choose(self, name: str) -> None:
        self._tap(name, "radio", "checkbox")

    def fill(self, name: str, text: str) -> None:
        self._tap(name, "textbox")
        self.hands.press(*text)

    def tab_to(self, name: str, key: str = "Tab") -> Focus:
        """Nobody has to go there by touch; it must be there all the same."""
        self._place(self._find(name, TAPPED))
        return Focus("", name)

    def press_button(self, name: str) -> None:
        node = self._find(name, ("button", "link"))
        x, y = self._place(node)
        self.hands.wait_for_page(lambda: self._touch(x, y))
        self._enlarge()

    def _enlarge(self) -> None:
        if self._is_text_large:
            self.hands.ask(ENLARGE % LARGE_TEXT)

    def _tap(self, name: str, *roles: str) -> None:
        self._touch(*self._place(self._find(name, roles)))

    def _find(self, name: str, roles: tuple[str, ...]) -> dict[str, Any]:
        """The first in the main part, by the name that a screen reader says."""
        nodes = self.hands.cdp.call("Accessibility.getFullAXTree")["nodes"]
        inside = {node["nodeId"] for node in nodes if role_of(node) == "main"}
        for node in nodes:
            if node.get("parentId") in inside:
                inside.add(node["nodeId"])
        for node in nodes:
            said = Focus(role_of(node), " ".join(name_of(node).split()))
            if node["nodeId"] in inside and said.role in roles and is_called(said, name):
                return dict(node)
        raise CannotReach(f"nothing called “{name}” ({', '.join(roles)}) on {self.path}")

    def _place(self, node: dict[str, Any]) -> tuple[float, float]:
        """The middle of what is shown of it; raises CannotReach where something else lies there."""
        cdp, which = self.hands.cdp, {"backendNodeId": node["backendDOMNodeId"]}
        cdp.call("DOM.getDocument", depth=0)
        cdp.call("DOM.scrollIntoViewIfNeeded", **which)
        quad = cdp.call("DOM.getContentQuads", **which)["quads"][0]
        x, y = sum(quad[0::2]) / 4, sum(quad[1::2]) / 4
        target = cdp.call("DOM.resolveNode", objectGroup="finger", **which)["object"]["objectId"]
        lies_there = (
            "function(x, y) { const it = document.elementFromPoint(x, y);"
            " return !!it && (this.contains(it) || it.contains(this) && it.matches('label')); }"
        )
        reply = cdp.call(
            "Runtime.callFunctionOn", objectId=target, functionDeclaration=lies_there, returnByValue=True,
            arguments=[{"value": x}, {"value": y}],
        )  # fmt: skip
        if not reply["result"]["value"]:
            raise CannotReach(f"“{name_of(node)}” on {self.path} is covered or outside the screen at {x:.0f}, {y:.0f}")
        return x, y

    def _touch(self, x: float, y: float) -> None:
        self.hands.cdp.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.hands.cdp.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
