"""axe-core through axe-selenium-python, in every frame, with all its results: violations and what it cannot tell."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakSet

from axe_selenium_python import Axe

from a11y_tests.cdp import CdpError
from a11y_tests.criteria import numbers_of_axe_tags
from a11y_tests.findings import Element, Finding, Level
from a11y_tests.frames import ScriptError
from a11y_tests.page import Page
from a11y_tests.people import who_meets
from a11y_tests.watch import Event

AXE = Path(__file__).parent / "axe-core" / "axe.min.js"
# Frames of other origins (each file is one) answer too; our pages have no secrets from axe.
# Browsers read these values of meta in small or capital letters, axe's selectors in small ones alone.
CONFIGURE = """axe.configure({ allowedOrigins: ["<unsafe_all_origins>"], rules: [
  ...["meta-refresh", "meta-refresh-no-exceptions"].map(id => ({ id, selector: ["refresh", "Refresh", "REFRESH"]
    .map(value => `meta[http-equiv="${value}"][content]`).join() })),
  { id: "meta-viewport", selector: ["viewport", "Viewport", "VIEWPORT"].map(value => `meta[name="${value}"]`).join() },
] })"""
# Rules that axe leaves out unless asked: for WCAG 2.2 and AAA. Experimental ones are left to our probes.
EXTRA_RULES = ("target-size", "color-contrast-enhanced", "identical-links-same-purpose", "meta-refresh-no-exceptions")
# Good practice in axe's own list that stands for a criterion all the same, and that never flagged a good page.
STANDS_FOR = {
    "accesskeys": ("2.1.1",),
    "aria-dialog-name": ("4.1.2",),
    "aria-text": ("4.1.2",),
    "aria-treeitem-name": ("4.1.2",),
    "empty-heading": ("1.3.1", "2.4.6"),
    "empty-table-header": ("1.3.1",),
    "heading-order": ("1.3.1",),
    "landmark-no-duplicate-main": ("1.3.1",),
    "label-title-only": ("3.3.2",),
    "presentation-role-conflict": ("4.1.2",),
    "scope-attr-valid": ("1.3.1",),
    "skip-link": ("2.4.1",),
    "tabindex": ("2.4.3",),
}
# What fails at A or AA here fails the stricter criterion for the same thing as well.
FAILS_TOO = {"color-contrast": ("1.4.6",), "meta-refresh": ("2.2.4", "3.2.5")}
# ACT rules that axe's own lists leave out.
CARRIES_OUT = {
    "aria-command-name": ("c487ae", "m6b1q3"),
    "no-autoplay-audio": ("aaa1bf", "4c31df"),
    "summary-name": ("2t702h",),
}
OPTIONS = {
    "resultTypes": ["violations", "incomplete"],
    "rules": {rule: {"enabled": True} for rule in EXTRA_RULES},
    "preload": False,
    "pingWaitTime": 300,
    "frameWaitTime": 5000,
}


def run_axe(page: Page, options: dict[str, Any] | None = None) -> list[Finding]:
    """All of axe's findings on an open page. Options are axe's own, in place of ours."""
    page.ensure_tree()
    with animations_held(page):
        results = raw_results(page, options or OPTIONS)
    nodes = [
        (rule, node, outcome)
        for outcome in ("violations", "incomplete")
        for rule in results[outcome]
        for node in rule["nodes"]
    ]
    places = places_of(page, [node["target"] for _, node, _ in nodes])
    acts = act_ids(page)
    found = [
        finding_of(rule, node, level_of(rule["id"], rule["tags"], outcome), acts.get(rule["id"], ()), place)
        for (rule, node, outcome), place in zip(nodes, places, strict=True)
    ]
    harmless = {number for rule, is_harmless in HARMLESS.items() for number in which(page, found, rule, is_harmless)}
    return [replace(each, level="review") if n in harmless else each for n, each in enumerate(found)]


# Where a rule is stricter than the criterion: sizes that are the browser's own or a line of text's (2.5.8 allows them),
# an attribute that harms nobody, and one access key for several links to the same place.
HARMLESS = {
    "axe:target-size": "cc.isNaturallySmall",
    # Radio buttons that reveal a field say aria-expanded in tested design systems; where it is unknown, it is silent.
    # Of several roles a browser takes the first that it knows, axe none.
    "axe:aria-allowed-attr": """element => element.matches("input[type=radio][aria-expanded][aria-controls]") &&
      cc.byIds(element, "aria-controls").length > 0 &&
      [...element.attributes].every(({ name }) =>
        !/^aria-/.test(name) || /^aria-(expanded|controls|describedby|label|labelledby)$/.test(name)) ||
      /\\S\\s+\\S/.test(element.getAttribute("role") ?? "")""",
    # A reference to what is not there has a valid value; where ARIA requires it, our probe broken-reference looks.
    "axe:aria-valid-attr-value": """(_, message) =>
      /aria-[a-z]+="/.test(message) && [...message.matchAll(/(aria-[a-z]+)="/g)].every(([, name]) =>
        /^aria-(controls|describedby|details|errormessage|flowto|labelledby|owns)$/.test(name))""",
    # A reference to a cell that is no header still leads to a cell of the table.
    "axe:td-headers-attr": """(_, message) => /not data cells/.test(message)""",
    # Browsers fill in no such field whatever it says.
    "axe:autocomplete-valid": """element => element.matches("input") &&
      /^(checkbox|radio|file|image)$/.test(element.type)""",
    # Deprecated roles are heard as before.
    "axe:aria-deprecated-role": "() => true",
    # A browser follows the first valid one alone.
    "axe:meta-refresh": """element => [...document.querySelectorAll("meta[http-equiv=refresh i]")].find(meta =>
      /^\\s*\\d+(\\.\\d*)?\\s*([;,\\s]|$)/.test(meta.content)) !== element""",
    # What has no role is no part of the list, and is read as text.
    "axe:list": """element => [...element.children].every(({ localName, role }) =>
      /^(li|script|template)$/.test(localName) && !role || /^(none|presentation|listitem)$/.test(role))""",
    # The attribute is for no text: each has a language of its own.
    "axe:valid-lang": """element => !cc.hasTextOfItsLanguage(element)""",
    # Signs in a row that stand for nothing: a line of stars.
    "axe:color-contrast": """element => cc.ownText(element).length > 2 && !cc.words(cc.ownText(element)).length &&
      !cc.isInteractiveRole(cc.role(element))""",
    # The corner above the row headers and beside the column headers has nothing to say.
    "axe:empty-table-header": """element => element.closest("table") && element.cellIndex === 0 &&
      element.parentElement.rowIndex === 0""",
    "axe:accesskeys": """element => cc.all("[accesskey]").filter(other => other.accessKey.toLowerCase() ===
      element.accessKey.toLowerCase()).every(other => other.href && other.href === element.href)""",
}


def which(page: Page, findings: list[Finding], rule: str, is_harmless: str) -> list[int]:
    """The numbers of a rule's violations that the function of element and message holds harmless."""
    judged = f"asked => asked.map(([ref, message]) => !!({is_harmless})(cc.byRef(ref), message))"
    places = [(n, each.element) for n, each in enumerate(findings) if each.rule == rule and each.level == "violation"]
    known = [(n, place) for n, place in places if place and place.ref >= 0]
    numbers: list[int] = []
    for frame in {place.frame for _, place in known}:
        here = [(n, place.ref) for n, place in known if place.frame == frame]
        answers = page.ask(judged, [(ref, findings[n].msg) for n, ref in here], frame=frame)
        numbers += [n for (n, _), is_so in zip(here, answers, strict=True) if is_so]
    return numbers


# What comes to an end is shown at its end, what goes on for ever at its beginning: colours are measured there, or a
# page that blinks would be judged by the moment.
HOLD = """() => {
  globalThis.curbcutHeld = document.getAnimations().filter(each => each.timeline instanceof DocumentTimeline)
    .map(each => [each, each.currentTime, each.playState]);
  for (const [each] of globalThis.curbcutHeld) {
    const end = each.effect?.getComputedTiming().endTime ?? 0;
    each.pause();
    each.currentTime = Number.isFinite(end) ? end : 0;
  }
  return globalThis.curbcutHeld.length;
}"""
RELEASE = """() => {
  for (const [each, time, state] of globalThis.curbcutHeld ?? []) {
    each.currentTime = time;
    if (state === "running") each.play();
  }
}"""


@contextmanager
def animations_held(page: Page) -> Iterator[None]:
    """Animations stand still in every frame while axe looks."""
    held = [frame for frame in range(len(page.frames.ids)) if page.ask(HOLD, frame=frame)]
    try:
        yield
    finally:
        for frame in held:
            with suppress(CdpError, ScriptError, IndexError):  # the page has gone elsewhere meanwhile
                page.ask(RELEASE, frame=frame)


def raw_results(page: Page, options: dict[str, Any]) -> Event:
    """What axe.run returns."""
    inject(page)
    # axe-selenium-python writes the options into a script as they are: they must be JSON, not Python.
    results: Event = Axe(page.browser.driver, script_url=str(AXE)).run(options=json.dumps(options))
    return results


def inject(page: Page) -> None:
    """Put axe into every frame (axe-selenium-python's own way reaches the top frame only)."""
    page.frames.refresh()
    if page not in CARRYING:
        page.cdp.call("Page.addScriptToEvaluateOnNewDocument", source=carrier(), runImmediately=True)
        CARRYING.add(page)
    for frame in range(len(page.frames.ids)):
        page.ask_page(UNPACK, frame=frame)


# Half a megabyte is sent to the browser once: every document carries it, unread until the function is called.
CARRYING: WeakSet[Page] = WeakSet()
CARRIED = 'window[Symbol.for("curbcut axe")]'
UNPACK = f"() => {{ if (!globalThis.axe?.run) {CARRIED}(); }}"


@cache
def carrier() -> str:
    source = AXE.read_text(encoding="utf-8")
    return f'Object.defineProperty(window, Symbol.for("curbcut axe"), {{ value: () => {{ {source}\n{CONFIGURE}; }} }})'


@cache
def level_by_tag() -> dict[str, Level]:
    return {f"wcag{version}{level}": "violation" for version in ("2", "21", "22") for level in ("a", "aa")}


def level_of(rule: str, tags: list[str], outcome: str) -> Level:
    """What WCAG demands at A or AA is a violation; AAA and doubt are for a person; good practice is advice."""
    if "best-practice" in tags and outcome == "violations":
        return "violation" if rule in STANDS_FOR else "advice"
    if "best-practice" in tags:
        return "advice"
    if outcome == "incomplete" or "experimental" in tags:
        return "review"
    return "violation" if any(tag in level_by_tag() for tag in tags) else "review"


def finding_of(rule: Event, node: Event, level: Level, act: tuple[str, ...], place: Element | None) -> Finding:
    element = place or Element(selector=" >>> ".join(map(str, node["target"])), html=node["html"])
    numbers = (numbers_of_axe_tags(rule["tags"]) or STANDS_FOR.get(rule["id"], ())) + FAILS_TOO.get(rule["id"], ())
    return Finding(
        rule=f"axe:{rule['id']}",
        msg=f"{rule['help']}: {reason(node)}",
        wcag=numbers,
        level=level,
        act=act,
        selector=element.selector,
        html=element.html,
        who=who_meets(numbers),
        repair=f"{rule['description']}. See {rule['helpUrl']}",
        element=element,
    )


def reason(node: Event) -> str:
    """What axe saw at this element, in its words."""
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(dict.fromkeys(check["message"] for check in checks)) or node.get("failureSummary", "")


_ACT_IDS: dict[str, tuple[str, ...]] = {}


def act_ids(page: Page) -> dict[str, tuple[str, ...]]:
    """The ACT rules that each of axe's rules carries out, as axe lists them."""
    if not _ACT_IDS:
        rules = page.ask_page("() => axe.getRules().map(rule => [rule.ruleId, rule.actIds ?? []])")
        _ACT_IDS.update({rule: (*ids, *CARRIES_OUT.get(rule, ())) for rule, ids in rules})
    return _ACT_IDS


def places_of(page: Page, targets: list[list[Any]]) -> list[Element | None]:
    """The elements that axe names: a selector for each frame on the way, a list of them inside shadow trees."""
    places: list[Element | None] = [None] * len(targets)
    by_frame: dict[tuple[str, ...], list[int]] = {}
    for index, target in enumerate(targets):
        by_frame.setdefault(tuple(map(_joined, target[:-1])), []).append(index)
    for way, indexes in by_frame.items():
        frame = frame_at(page, way)
        if frame is None:
            continue
        values = page.ask(FIND, [_joined(targets[index][-1]) for index in indexes], frame=frame)
        for index, value in zip(indexes, values, strict=True):
            places[index] = Element.from_json(value, frame) if value else None
    return places


FIND = """selectors => selectors.map(selector => {
  const element = cc.find(selector);
  return element && cc.element(element);
})"""


def _joined(step: str | list[str]) -> str:
    return step if isinstance(step, str) else " >>> ".join(step)


def frame_at(page: Page, way: tuple[str, ...]) -> int | None:
    """The number of the frame that a way of iframe selectors leads to."""
    frame = 0
    for selector in way:
        context = page.frames.context(frame)
        found = page.cdp.call("Runtime.evaluate", expression=f"cc.find({json.dumps(selector)})", contextId=context)
        if found["result"].get("subtype") != "node":
            return None
        node = page.cdp.call("DOM.describeNode", objectId=found["result"]["objectId"])["node"]
        if node.get("frameId") not in page.frames.ids:
            return None
        frame = page.frames.ids.index(node["frameId"])
    return frame
