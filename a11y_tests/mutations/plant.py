"""Plant one barrier into a page that the browser has open, keep the page as HTML, and let the audit judge it."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
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
    pages: SimpleQueue[Page] = SimpleQueue()
    browsers = [Browser() for _ in range(min(jobs, len(planted)))]

    def work(numbered: tuple[int, Barrier]) -> Outcome:
        number, barrier = numbered
        page = pages.get()
        try:
            url = plant(page, served.shelf, served[barrier.page], barrier, f"planted-{number}")
            return Outcome(barrier, judge(page, url))
        except NoPlace:
            return Outcome(barrier, (), is_planted=False)
        finally:
            pages.put(page)

    try:
        for browser in browsers:
            pages.put(Page(browser))
        with ThreadPoolExecutor(len(browsers)) as pool:
            return list(pool.map(work, enumerate(planted)))
    finally:
        for browser in browsers:
            browser.close()


def judge_good(served: Served, jobs: int = 2) -> dict[str, list[Finding]]:
    """The violations of the pages as they are: there must be none."""
    pages: SimpleQueue[Page] = SimpleQueue()
    browsers = [Browser() for _ in range(jobs)]

    def work(snapshot: Snapshot) -> list[Finding]:
        page = pages.get()
        try:
            return at_least(judge(page, snapshot.url), "violation")
        finally:
            pages.put(page)

    try:
        for browser in browsers:
            pages.put(Page(browser))
        with ThreadPoolExecutor(jobs) as pool:
            found = list(pool.map(work, served.pages))
            return {page.name: each for page, each in zip(served.pages, found, strict=True)}
    finally:
        for browser in browsers:
            browser.close()
