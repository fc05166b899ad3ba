"""Frames of one name: their pages' titles and first headings are compared."""

from a11y_tests.cdp import CdpError
from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
ABOUT = """() => [document.title, document.querySelector("h1, h2")?.innerText ?? "", document.body?.innerText ?? ""]
  .map(text => text.replace(/\\s+/g, " ").trim())"""
FRAMES = """() => cc.all("iframe, frame")
  .filter(frame => cc.isRendered(frame) && cc.name(frame) && !cc.isHiddenFromReaders(frame)).map(cc.element)"""


def run(page: Page) -> list[Finding]:
    by_name: dict[str, list[tuple[Element, list[str]]]] = {}
    if len(page.frames.ids) < 3:
        return []
    for element in page.elements(FRAMES):
        about = page_in(page, element)
        if about and (about[0] or about[1]):
            by_name.setdefault(element.name.lower().strip(), []).append((element, about))
    return [
        PROBE.finding(
            element, f"frames (iframe) with the same name “{element.name}” hold different pages: {kinds(group)}"
        )
        for group in by_name.values()
        for element, about in group[1:]
        if about[:2] != group[0][1][:2] and about[2] != group[0][1][2]
    ]


def kinds(group: list[tuple[Element, list[str]]]) -> str:
    return ", ".join(dict.fromkeys(f"“{about[0] or about[1]}”" for _, about in group))


def page_in(page: Page, frame: Element) -> list[str] | None:
    """Title, first heading and words of the page in the frame."""
    try:
        context = page.frames.context(frame.frame)
        owner = page.cdp.call("Runtime.evaluate", expression=f"cc.byRef({frame.ref})", contextId=context)["result"]
        frame_id = page.cdp.call("DOM.describeNode", objectId=owner["objectId"])["node"].get("frameId")
    except CdpError:
        return None
    if frame_id not in page.frames.ids:
        return None
    about: list[str] = page.ask(ABOUT, frame=page.frames.ids.index(frame_id))
    return about
