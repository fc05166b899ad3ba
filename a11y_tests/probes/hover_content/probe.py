"""Points at each candidate, sees what appears, then looks for it by keyboard and moves the mouse onto it."""

from a11y_tests.effects import Effects, watching
from a11y_tests.findings import Element, Finding, shortened
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.sizes import called

PROBE = probe_at(__file__)
AWAY = (1, 1)
STEPS = 6
MOST_TRIES = 6
LEAVING = 0.4  # seconds, about the longest that pages wait before they hide what one pointed at
# What has appeared is worth having: words that are nowhere else, links that lead where no other one leads. Links that
# lead where others do are no reason to pass over a sentence around them; a heading above them says nothing more.
IS_NEW = """(hovered, refs) => {
  const shown = refs.map(cc.byRef), isIn = element => shown.some(part => cc.contains(part, element));
  const links = cc.elements.filter(element => element.matches("a[href]") && isIn(element));
  // A sentence that screen readers have as a description is new to the eyes.
  const told = description => cc.plain(description).split(" ").length > 3 ? "" : description;
  const known = new Set(cc.all("a[href]").filter(link => !isIn(link) && cc.seen(link)).map(link => link.href));
  if (cc.all("button, input, select, textarea").some(isIn)) return true;
  if (links.some(link => !known.has(link.href))) return true;
  const said = cc.plain([hovered, ...hovered.querySelectorAll("*")]
    .map(each => `${cc.name(each)} ${each.getAttribute("aria-label")} ${told(cc.description(each))}`).join(" "));
  const others = cc.all("body *").filter(element => !isIn(element) && cc.seen(element));
  const rest = cc.plain(others.map(cc.ownText).join(" "));
  const unlinked = part => [part, ...part.querySelectorAll("*")].filter(each => !each.closest("a[href]"));
  const beside = part => cc.plain(unlinked(part).map(cc.ownText).join(" "));
  const isSentence = words => words.split(" ").length > 3;
  const words = links.length ? shown.map(beside).filter(isSentence) : shown.map(part => cc.plain(cc.text(part)));
  return words.some(each => each.length > 2 && !said.includes(each) && !rest.includes(each));
}"""
# Where the focus might bring it: the element, what is in it, what has appeared, and what stands right beside.
STARTS = """(hovered, refs) => {
  const shown = refs.map(cc.byRef), around = cc.parent(hovered) ?? hovered;
  const rank = element =>
    element === hovered ? 0 : cc.contains(hovered, element) ? 1 : 2 + !cc.contains(element, hovered);
  const isThere = element =>
    rank(element) < 3 || [around, ...shown].some(part => cc.contains(part, element));
  return cc.elements.filter(element => cc.isTabbable(element) && isThere(element))
    .sort((one, other) => rank(one) - rank(other)).map(cc.element);
}"""
# From the thing to what has appeared, if that stands elsewhere, and how far they are apart.
WAY = """(hovered, ref) => {
  const from = cc.visibleBox(hovered), to = cc.visibleBox(cc.byRef(ref));
  const [x, y] = [from.left + from.width / 2, from.top + from.height / 2];
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
  const end = [clamp(x, to.left + 2, to.right - 2), clamp(y, to.top + 2, to.bottom - 2)];
  const isOver = end[0] >= from.left && end[0] <= from.right && end[1] >= from.top && end[1] <= from.bottom;
  const isThere = to.width > 4 && to.height > 4 && Math.min(...end) > 0 && end[0] < innerWidth && end[1] < innerHeight;
  const gap = Math.max(to.left - from.right, from.left - to.right, to.top - from.bottom, from.top - to.bottom);
  return isOver || !isThere ? null : [x, y, ...end, gap];
}"""
IS_OVERLAY = """(shown, hovered) => {
  const boxes = [shown, ...cc.ancestors(shown)].filter(box => !cc.contains(box, cc.byRef(hovered)));
  return boxes.some(box => /absolute|fixed/.test(cc.style(box).position));
}"""
# A hand moves over a narrow gap too quickly for the page to notice.
NARROW = 10
IS_SEEN = "(element) => element.isConnected && (cc.forgetStyles(), cc.isSeen(element))"


def run(page: Page) -> list[Finding]:
    found: list[Finding] = []
    for candidate in page.collected[PROBE.id]:
        here = page.again(Element.from_json(candidate["element"], candidate["frame"]))
        if candidate.get("drawn"):
            found.append(drawn(Element.from_json(candidate["element"], candidate["frame"]), candidate["drawn"]))
        elif here is not None:
            found += judged(page, here)
    return list({finding.msg: finding for finding in found}.values())


def drawn(hovered: Element, words: str) -> Finding:
    """Words that styles draw while one points, and at no other time."""
    what = f"hover: “{shortened(words)}” is drawn by styles when the mouse points at {called(hovered)}"
    return PROBE.finding(hovered, f"{what}, and neither keyboard nor screen reader have it", wcag=["2.1.1", "1.4.13"])


def judged(page: Page, hovered: Element) -> list[Finding]:
    page.move_mouse(*AWAY)
    with watching(page, hovered.frame) as seen:
        page.point_at(hovered)
    shown = seen.effects.shown
    words = " ".join(whole.text for whole in seen.effects.wholes)
    if not shown or not words.strip() or seen.effects.leaves:
        return []
    refs = [element.ref for element in shown]
    place = seen.effects.wholes[0].element
    if not page.ask_about(hovered, IS_NEW, refs):
        return []
    what = f"hover: “{shortened(words)}” appears when the mouse points at {called(hovered)}"
    found = []
    if vanishes_on_the_way(page, hovered, place):
        message = f"{what}, and disappears as soon as the mouse moves towards it"
        found.append(PROBE.finding(place, message))
    elif page.ask_about(place, IS_OVERLAY, hovered.ref) and not is_dismissed(page, hovered, place):
        question = f"{what} and stays when Escape is pressed. Does it cover something that one wants to read?"
        found.append(PROBE.finding(place, question, level="review"))
    page.move_mouse(*AWAY)
    page.settle()
    if not (is_had_by_keyboard(page, hovered, refs, words) or is_had_later(page, hovered, refs, words)):
        found.append(PROBE.finding(place, f"{what}, and the keyboard cannot bring it up", wcag=["2.1.1"]))
    return found


def vanishes_on_the_way(page: Page, hovered: Element, place: Element) -> bool:
    way = page.ask_about(hovered, WAY, place.ref)
    if way is None:
        return False
    left, top = page.frame_offset(hovered.frame) or (0, 0)
    x, y, to_x, to_y = (way[0] + left, way[1] + top, way[2] + left, way[3] + top)
    steps = STEPS if way[4] > NARROW else 1
    for step in range(1, steps + 1):
        page.move_mouse(x + (to_x - x) * step / steps, y + (to_y - y) * step / steps)
    page.settle()
    return not page.ask_about(place, IS_SEEN)


def is_dismissed(page: Page, hovered: Element, place: Element) -> bool:
    page.point_at(hovered)
    page.press("Escape")
    page.settle()
    return not page.ask_about(place, IS_SEEN)


def is_had_by_keyboard(page: Page, hovered: Element, refs: list[int], words: str) -> bool:
    """It is there without the mouse, or comes when something gets the focus or is pressed there."""
    page.ask("() => { cc.active()?.blur(); cc.refresh(); }", frame=hovered.frame)
    if any(page.ask("refs => refs.map(ref => cc.isSeen(cc.byRef(ref)))", refs, frame=hovered.frame)):
        return True
    starts = [Element.from_json(value, hovered.frame) for value in page.ask_about(hovered, STARTS, refs)]
    for start in starts[:MOST_TRIES]:
        effects = tried(page, start, [])
        if brings(effects, refs, words):
            return True
        for key in ("Enter", "ArrowDown"):
            if brings(tried(page, start, [key]), refs, words):
                return True
    return False


def is_had_later(page: Page, hovered: Element, refs: list[int], words: str) -> bool:
    """What hides it a moment after the mouse has left may have hidden it from the keyboard too; so wait for that."""
    page.cdp.listen(LEAVING)
    return is_had_by_keyboard(page, hovered, refs, words)


def tried(page: Page, start: Element, keys: list[str]) -> Effects:
    with watching(page, start.frame) as seen:
        page.focus(start)
        page.press(*keys)
    return seen.effects


def brings(effects: Effects, refs: list[int], words: str) -> bool:
    """The same has appeared, or a new part that says the same."""
    is_same = any(element.ref in refs for element in effects.shown)
    return is_same or any(whole.text and whole.text in words for whole in effects.wholes)
