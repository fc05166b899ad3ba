"""Plant one barrier into a page that the browser has open, keep the page as HTML, and let the audit judge it."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TypeVar
from urllib.parse import urlsplit

from a11y_tests.browser import Browser
from a11y_tests.findings import Finding, at_least
from a11y_tests.judge import judge
from a11y_tests.mutations.barriers import Barrier
from a11y_tests.own_pages.served import Served
from a11y_tests.own_pages.snapshots import Shelf, Snapshot
from a11y_tests.page import Page

# Without the security policy of our pages: a barrier may be a script or a style.
HEADERS = {"content-type": "text/html; charset=utf-8"}
PLANT = """(selector, change) => {
  const element = document.querySelector(selector);
  if (!element) return "";
  (%s)(element);
  return "<!doctype html>\\n" + document.documentElement.outerHTML;
}"""


Each = TypeVar("Each")
Outcomes = TypeVar("Outcomes")


class NoPlace(Exception):
    """The page has no element at the barrier's selector."""


@dataclass(frozen=True)
class Outcome:
    barrier: Barrier
    findings: Sequence[Finding]
    is_planted: bool = True

    @property
    def violations(self) -> Sequence[Finding]:
        return at_least(self.findings, "violation")

    @property
    def is_found(self) -> bool:
        """A violation names a criterion of the barrier. The page had none before, so it is about the barrier."""
        return any(set(finding.wcag) & set(self.barrier.wcag) for finding in self.violations)

    @property
    def others(self) -> Sequence[str]:
        listed = at_least(self.findings, "review")
        return [f"{each.rule} ({', '.join(each.wcag)}, {each.level})" for each in listed]


def plant(page: Page, shelf: Shelf, good: Snapshot, barrier: Barrier, name: str) -> str:
    """The address of the page with the barrier in it; raises NoPlace."""
    page.open(good.url)
    html = page.ask_page(PLANT % barrier.change, barrier.selector)
    if not html:
        raise NoPlace(f"nothing to change: {barrier}")
    body = html.replace("</body>", f"{barrier.append}</body>", 1).encode()
    return shelf.keep_page(name, urlsplit(good.url).path, 200, HEADERS, body).url


def judge_all(served: Served, planted: Sequence[Barrier], jobs: int = 2) -> list[Outcome]:
    """Plant and judge each barrier; the outcomes come in the order of the barriers."""

    def work(page: Page, numbered: tuple[int, Barrier]) -> Outcome:
        number, barrier = numbered
        try:
            url = plant(page, served.shelf, served[barrier.page], barrier, f"planted-{number}")
        except NoPlace:
            return Outcome(barrier, (), is_planted=False)
        return Outcome(barrier, judge(page, url))

    return in_browsers(work, list(enumerate(planted)), jobs)


def judge_good(served: Served, jobs: int = 2) -> dict[str, list[Finding]]:
    """The violations of the pages as they are: there must be none."""

    def work(page: Page, snapshot: Snapshot) -> list[Finding]:
        return at_least(judge(page, snapshot.url), "violation")

    found = in_browsers(work, list(served.pages), jobs)
    return {page.name: each for page, each in zip(served.pages, found, strict=True)}


def in_browsers(work: Callable[[Page, Each], Outcomes], things: Sequence[Each], jobs: int) -> list[Outcomes]:
    """Do the work for each thing, several browsers at a time; the outcomes come in the order of the things."""
    pages: SimpleQueue[Page] = SimpleQueue()
    browsers = [Browser() for _ in range(min(jobs, len(things)))]

    def borrow(thing: Each) -> Outcomes:
        page = pages.get()
        try:
            return work(page, thing)
        finally:
            pages.put(page)

    try:
        for browser in browsers:
            pages.put(Page(browser))
        with ThreadPoolExecutor(len(browsers)) as pool:
            return list(pool.map(borrow, things))
    finally:
        for browser in browsers:
            browser.close()
