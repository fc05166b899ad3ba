"""Holds each candidate in its :hover and its :focus state, and measures the contrast of the words in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from a11y_tests.cdp import CdpError
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
STATES = {"hover": ["hover"], "focus": ["focus", "focus-visible", "focus-within"]}
WORDS = {"hover": "while the mouse is on it", "focus": "while it has the keyboard focus"}

STILL = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, *::before, *::after { transition: none !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
MOVE_AGAIN = "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); }"
# The worst of the texts in the element: {text, contrast, needed}; none where nobody can say.
MEASURE = """element => {
  cc.refresh();
  const parts = [element, ...element.querySelectorAll("*")].filter(part =>
    cc.hasLetters(cc.ownText(part) || (part.matches("input") ? part.value : "")) && cc.seen(part));
  return parts.slice(0, 5).flatMap(part => {
    const style = cc.style(part), color = cc.color(style.color), ground = cc.backdrop(part);
    const fill = style.webkitTextFillColor;
    if (!color || !ground.rgb || color[3] === 0 || style.textShadow !== "none") return [];
    if (fill && fill !== style.color) return [];
    const size = parseFloat(style.fontSize), needed = size >= 24 || size >= 18.66 && +style.fontWeight >= 700 ? 3 : 4.5;
    const text = cc.ownText(part) || part.value;
    return [{ text: text.slice(0, 60), needed, contrast: cc.contrast(cc.mix(color, ground.rgb), ground.rgb) }];
  });
}"""

CONTROL = """element => Math.max(0, [element, ...cc.ancestors(element)]
  .findIndex(up => up.matches("a[href],button,summary,label,input,[role],[tabindex]")))"""


def run(page: Page) -> list[Finding]:
    candidates = [one for one in page.collected[PROBE.id] if one["frame"] == 0]
    if not candidates:
        return []
    page.ask(STILL)
    try:
        with styles_held(page):
            return [finding for one in candidates for finding in judged(page, Element.from_json(one["element"], 0))]
    finally:
        page.ask(MOVE_AGAIN)


@contextmanager
def styles_held(page: Page) -> Iterator[None]:
    """The browser's inspector of styles, which can hold an element in a state."""
    for domain in ("DOM", "CSS"):
        page.cdp.call(f"{domain}.enable")
    page.cdp.call("DOM.getDocument", depth=0)
    try:
        yield
    finally:
        # DOM stays on: other parts of the audit use it.
        page.cdp.call("CSS.disable")


def judged(page: Page, element: Element) -> list[Finding]:
    usual = page.ask_about(element, MEASURE)
    if not usual or any(each["contrast"] < each["needed"] for each in usual):
        return []  # too faint as it is: another rule says so
    for state in STATES:
        worst = measured_in(page, element, state)
        if worst and worst["contrast"] < worst["needed"] - 0.05:
            sentence = (
                f"the words “{worst['text']}” have a contrast of {worst['contrast']:.1f} to 1 {WORDS[state]}; "
                f"{worst['needed']} to 1 is needed"
            )
            return [PROBE.finding(element, sentence)]
    return []


def measured_in(page: Page, element: Element, state: str) -> dict[str, Any] | None:
    nodes, control = nodes_of(page, element)
    names = STATES[state]
    try:
        for number, node in enumerate(nodes):
            # The mouse is on all that is around the words; the focus is on the control, and within what is around it.
            own = names if number == control or state == "hover" else ["focus-within"] if number > control else []
            page.cdp.call("CSS.forcePseudoState", nodeId=node, forcedPseudoClasses=own)
        texts = page.ask_about(element, MEASURE)
    finally:
        for node in nodes:
            page.cdp.call("CSS.forcePseudoState", nodeId=node, forcedPseudoClasses=[])
    return min(texts, key=lambda each: float(each["contrast"] / each["needed"]), default=None)


def nodes_of(page: Page, element: Element) -> tuple[list[int], int]:
    """The browser's numbers of the element and of what is around it, and the place of the control among them."""
    world = page.frames.context(0)
    way = f"(at => [at, ...cc.ancestors(at)])(cc.byRef({element.ref}))"
    control = page.ask_about(element, CONTROL)
    nodes = []
    for up in range(control + 5):
        where = f"{way}[{up}] ?? null"
        found = page.cdp.call("Runtime.evaluate", expression=where, contextId=world)["result"]
        if "objectId" not in found:
            break
        try:
            nodes.append(page.cdp.call("DOM.requestNode", objectId=found["objectId"])["nodeId"])
        except CdpError:
            break
    return nodes, control
