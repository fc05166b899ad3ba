"""One visit of one page: everything that the tests of pages look at, with the page loaded once."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from a11y_tests.browser import Browser
from a11y_tests.own_pages.axe_looks import COLOUR_RULES, NARROW_RULES, Outcome, every_rule, rule_ids, some_rules
from a11y_tests.own_pages.key_looks import Memory, skip_link_problems, stop_problems
from a11y_tests.own_pages.snapshots import Snapshot
from a11y_tests.page import Page
from a11y_tests.tree import full_tree

PHONE = (320, 640)
LEAST_TARGET = 44
LARGE_TEXT = "html { font-size: 200% !important }"
# WCAG 1.4.12: all four at once.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
STYLE = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = text ? [sheet] : [];
}"""


@dataclass
class Visit:
    """What was seen. Lists of sentences are problems."""

    snapshot: Snapshot
    axe: list[Outcome] = field(default_factory=list)
    rules: Sequence[str] = ()
    tree: Sequence[dict[str, Any]] = ()
    clipped: dict[str, list[str]] = field(default_factory=dict)
    small_targets: list[str] = field(default_factory=list)
    forced_colours: list[str] = field(default_factory=list)
    structure: list[str] = field(default_factory=list)
    skip_link: list[str] = field(default_factory=list)
    tab_stops: list[str] = field(default_factory=list)
    stop_count: int = 0
    focused_at_load: str = ""
    console: Sequence[str] = ()
    requests: Sequence[str] = ()

    @property
    def name(self) -> str:
        return self.snapshot.name


class Visitor:
    """A browser that goes from page to page."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.page = Page(browser)
        self._requests: list[str] = []
        self._memory = Memory()
        self._part = "html"
        # The browser's own first page may still be loading parts of itself.
        self.page.open("about:blank")
        browser.cdp.on("Network.requestWillBeSent", lambda event: self._requests.append(event["request"]["url"]))

    def visit(self, snapshot: Snapshot) -> Visit:
        self._requests.clear()
        page, seen = self.page, Visit(snapshot)
        page.open(snapshot.url)
        # What stands around main is looked at once for all pages that have the same around it.
        self._part = "main" if snapshot.is_part or self._memory.knows_around(page) else "html"
        seen.focused_at_load = page.ask("() => document.activeElement?.id ?? ''")
        seen.structure = page.ask(script("structure.js"))
        seen.axe = every_rule(page, "1280, light")
        seen.rules = rule_ids(page)
        seen.tree = full_tree(page.cdp)
        self._with_large_text(seen)
        self._on_a_phone(seen)
        if not snapshot.is_part:
            self._in_other_colours(seen)
            seen.skip_link = skip_link_problems(page)
            only_main = self._part == "main"
            seen.tab_stops, seen.stop_count = stop_problems(page, self._memory, only_main=only_main)
        seen.console, seen.requests = list(page.happened.console), list(self._requests)
        return seen

    def _with_large_text(self, seen: Visit) -> None:
        page = self.page
        page.ask(STYLE, LARGE_TEXT)
        seen.clipped["text at 200 %"] = page.ask(script("clipped_text.js"), False)
        page.ask(STYLE, "")

    def _in_other_colours(self, seen: Visit) -> None:
        page = self.page
        with page.media(prefers_color_scheme="dark"):
            seen.axe += some_rules(page, "1280, dark", COLOUR_RULES, self._part)
        with page.media(forced_colors="active"):
            seen.axe += some_rules(page, "1280, forced colours", COLOUR_RULES, self._part)
            seen.forced_colours = page.ask(script("forced_colours.js"))

    def _on_a_phone(self, seen: Visit) -> None:
        page = self.page
        with page.viewport(*PHONE):
            seen.axe += some_rules(page, "320, light", NARROW_RULES, self._part)
            seen.clipped["320 px wide"] = page.ask(script("clipped_text.js"), False)
            seen.small_targets = page.ask(script("small_targets.js"), LEAST_TARGET)
            page.ask(STYLE, SPACING)
            seen.clipped["320 px with text spacing"] = page.ask(script("clipped_text.js"), True)
            page.ask(STYLE, "")


@cache
def script(name: str) -> str:
    """A function in a file of this folder, without the comments above it."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//"))


def visit_all(snapshots: Sequence[Snapshot], jobs: int = 2) -> list[Visit]:
    """Visit with several browsers at once; the visits come in the order of the snapshots."""
    visitors: SimpleQueue[Visitor] = SimpleQueue()
    browsers = [Browser() for _ in range(min(jobs, len(snapshots)))]

    def visit(snapshot: Snapshot) -> Visit:
        visitor = visitors.get()
        try:
            return visitor.visit(snapshot)
        finally:
            visitors.put(visitor)

    try:
        for browser in browsers:
            visitors.put(Visitor(browser))
        with ThreadPoolExecutor(len(browsers) or 1) as pool:
            return list(pool.map(visit, snapshots))
    finally:
        for browser in browsers:
            browser.close()
