"""The page in a wide and a narrow window, enlarged to twice its size, and with more space between letters and lines.

Measured once for all probes that ask what gets lost: `measure(page)`, then cc.measured("wide"), ("double"), ("narrow"),
("spaced") are there in the page itself.
"""

from a11y_tests.findings import Element
from a11y_tests.page import Page

# Twice the size is half the window; 320 by 256 is a window of 1280 by 1024 at four times the size.
DOUBLE, NARROW = (640, 400), (320, 256)
# As it stands, and with more space between letters, words, lines and paragraphs (1.4.12).
BEFORE = """() => {
  const roots = [document, ...cc.elements.map(element => element.shadowRoot).filter(Boolean)];
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  cc.measure("wide");
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
  cc.measure("spaced");
  for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter(sheet => sheet !== spacing);
}"""
FOLLOW = "() => cc.frame().then(() => cc.handlers(window, 'resize', 'orientationchange').length > 0)"


def measure(page: Page) -> None:
    """Leaves the page as it was; page.shared has what one must scroll sideways for, and what is gone when narrow."""
    if page.ask("() => cc.isMeasured('narrow')"):
        return
    page.ask(BEFORE)
    try:
        for name, (width, height) in (("double", DOUBLE), ("narrow", NARROW)):
            page.browser.set_viewport(width, height)
            follow(page)
            page.ask("name => cc.measure(name)", name)
        page.shared["sideways"] = page.ask("() => cc.sideways('wide', 'narrow')")
        page.shared["gone"] = page.ask("() => cc.goneInNarrow('wide', 'narrow')")
    finally:
        page.browser.set_viewport(page.browser.width, page.browser.height)
        follow(page)


def follow(page: Page) -> None:
    """Wait until the page has followed a new size of the window; scripts that listen for it may need longer."""
    if page.ask(FOLLOW):
        page.settle(limit=200)


def cut_off(page: Page, before: str, after: str) -> list[tuple[Element, str, bool]]:
    """What cuts text off, the text, and whether it says so with dots (of those the first only)."""
    script = """(before, after) => cc.cutOff(before, after).map(each => ({
      clipper: cc.element(each.clipper), text: each.text.slice(0, 60), isShortened: each.isShortened }))"""
    found = [
        (Element.from_json(each["clipper"]), each["text"], bool(each["isShortened"]))
        for each in page.ask(script, before, after)
    ]
    shortened = [each for each in found if each[2]]
    return [each for each in found if not each[2]] + shortened[:1]


def run_together(page: Page, before: str, after: str) -> list[Element]:
    """Elements whose text lies over other text now."""
    script = "(before, after) => cc.runTogether(before, after).map(each => cc.element(each.element))"
    return [Element.from_json(value) for value in page.ask(script, before, after)]


def called(element: Element) -> str:
    """By its name or id, since most boxes have no role."""
    if element.tag in ("html", "body"):
        return "the page"
    return str(element) if element.name else f"<{element.tag}{' id=' + element.id if element.id else ''}>"
