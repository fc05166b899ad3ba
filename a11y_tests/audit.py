"""A whole audit: pages to workers with a browser each, results to the journal, and no page that can stop the run."""

import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException

from a11y_tests.browser import Browser
from a11y_tests.cdp import CdpError, PageHung
from a11y_tests.consistency import inconsistencies, traits_of
from a11y_tests.cookies import set_cookies
from a11y_tests.crawl import is_allowed, links_of, other_hosts
from a11y_tests.frames import ScriptError
from a11y_tests.guard import is_loopback
from a11y_tests.journal import Entry, Journal, Result
from a11y_tests.judge import judge
from a11y_tests.page import NotLoaded, Page

# Called with a page that was judged and its findings; what it returns is kept for the reports.
Look = Callable[[Page, list[dict[str, Any]]], dict[str, Any]]
# A browser that has shown this many pages is replaced: it grows.
PAGES_A_BROWSER = 250
TRIES = 2


@dataclass(frozen=True)
class Plan:
    """What is to be audited, and how."""

    addresses: tuple[str, ...]
    is_crawl: bool = False
    most_pages: int = 500
    jobs: int = 1
    may_submit: bool = False
    # Pages on this machine get files from other hosts too; those of a site elsewhere always do, as for its visitors.
    has_other_hosts: bool = False
    cookies: tuple[dict[str, Any], ...] = field(default=(), repr=False)
    look: Look | None = field(default=None, repr=False)

    @property
    def is_local(self) -> bool:
        """Nothing but this machine is reached."""
        return not self.has_other_hosts and all(map(is_loopback, self.addresses))

    def as_header(self) -> dict[str, Any]:
        """By which an interrupted audit is known again; cookies are not written down."""
        kept = {key: value for key, value in vars(self).items() if key not in ("cookies", "jobs", "look")}
        return {**kept, "is_looked_at": self.look is not None}


class Audit:
    """Runs a plan; the results have every address in the order in which it was planned or found."""

    def __init__(self, plan: Plan, journal: Journal | None = None, report: Callable[[str], None] | None = None) -> None:
        self.plan = plan
        self._journal = journal or Journal(None, {})
        self._report = report or (lambda line: print(line, file=sys.stderr, flush=True))
        self._lock = threading.Condition()
        self._known: dict[str, None] = {}
        self._waiting: deque[str] = deque()
        self._busy = 0
        self._results: dict[str, Result] = {}
        self.looks: dict[str, dict[str, Any]] = {}
        self._traits: dict[str, dict[str, Any]] = {}
        self._stopped: BaseException | None = None
        self._beyond: set[str] = set()
        self._unreached: set[str] = set()

    def run(self) -> dict[str, Result]:
        self._plan(self.plan.addresses)
        for entry in self._journal.entries:
            self._take(entry)
        if self._results:
            self._report(f"Going on after {len(self._results)} pages that were judged before.")
        workers = [threading.Thread(target=self._work, daemon=True) for _ in range(max(1, self.plan.jobs))]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        if self._stopped:
            raise self._stopped
        self._compare()
        self._tell_what_is_missing()
        return {address: self._results[address] for address in self._known if address in self._results}

    def _compare(self) -> None:
        """Add to each page of a crawl what is inconsistent there with pages that were found before it."""
        traits = {address: self._traits[address] for address in self._known if self._traits.get(address)}
        for address, found in inconsistencies(traits).items():
            result = self._results[address]
            if isinstance(result, list):
                self._results[address] = [*result, *(finding.as_json() for finding in found)]

    def _tell_what_is_missing(self) -> None:
        if self._beyond:
            found = f"{len(self._beyond)} more addresses were found, and not judged"
            self._report(f"{found}: the limit is {self.plan.most_pages} pages. To go on, raise --max-pages.")
        if self._unreached:
            hosts = ", ".join(sorted(self._unreached))
            self._report(f"Files of other hosts were not loaded: {hosts}. To judge the pages with them: --other-hosts.")

    # The list of pages ------------------------------------------------------------------------------------------------

    def _plan(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            if address in self._known:
                continue
            if len(self._known) >= self.plan.most_pages:
                self._beyond.add(address)
                continue
            self._known[address] = None
            self._waiting.append(address)

    def _take(self, entry: Entry) -> None:
        self._results[entry.address] = entry.result
        self.looks[entry.address] = entry.look
        self._traits[entry.address] = entry.traits
        self._plan([entry.address])
        if self.plan.is_crawl:
            self._plan(link for link in entry.links if is_allowed(link))

    def _next(self) -> str | None:
        """The next page; waits while another worker may still find links; None when all is done."""
        with self._lock:
            while True:
                while self._waiting:
                    address = self._waiting.popleft()
                    if address not in self._results:
                        self._busy += 1
                        return address
                if not self._busy or self._stopped:
                    return None
                self._lock.wait()

    def _done(self, entry: Entry) -> None:
        with self._lock:
            self._journal.add(entry)
            self._take(entry)
            self._busy -= 1
            self._report(f"[{len(self._results)}/{len(self._known)}] {entry.address}: {in_words(entry.result)}")
            self._lock.notify_all()

    # A worker ---------------------------------------------------------------------------------------------------------

    def _work(self) -> None:
        worker = Worker(self.plan, self._unreached)
        try:
            while (address := self._next()) is not None:
                self._done(worker.judge(address))
        except BaseException as error:
            with self._lock:
                self._stopped = error
                self._waiting.clear()
                self._lock.notify_all()
        finally:
            worker.close()


class Worker:
    """One browser at a time, replaced when it hangs, breaks or has shown many pages."""

    def __init__(self, plan: Plan, unreached: set[str]) -> None:
        self._plan = plan
        self._unreached = unreached  # hosts from which nothing was loaded; filled for all workers
        self._browser: Browser | None = None
        self._page: Page | None = None
        self._shown = 0

    def judge(self, address: str) -> Entry:
        problem = ""
        for _ in range(TRIES):
            try:
                page = self._open_page()
                findings = [finding.as_json() for finding in judge(page, address)]
                if self._plan.is_local:
                    self._unreached.update(other_hosts(page))
                look = self._plan.look(page, findings) if self._plan.look else {}
                links, traits = self._of_crawl(page)
                return Entry(address, findings, tuple(links), look, traits)
            except NotLoaded as error:
                return Entry(address, {"error": f"the page was not loaded: {error}"})
            except (PageHung, CdpError, ScriptError, WebDriverException) as error:
                problem = str(error).split("\n")[0]
                self.close()
            except Exception as error:  # a fault of ours: said of this page, and the others are judged
                problem = f"{type(error).__name__}: {error}"
                self.close()
        return Entry(address, {"error": f"the page could not be judged: {problem}"})

    def close(self) -> None:
        if self._browser is not None:
            self._browser.close()
        self._browser = self._page = None

    def _of_crawl(self, page: Page) -> tuple[list[str], dict[str, Any]]:
        """Where the page leads, and what is compared with other pages of its site; single pages are not compared."""
        if not self._plan.is_crawl:
            return [], {}
        page.fresh()
        page.hand_over_tree()
        is_start = page.url in self._plan.addresses
        return links_of(page, *([page.address] if is_start else [])), traits_of(page)

    def _open_page(self) -> Page:
        self._shown += 1
        if self._shown % PAGES_A_BROWSER == 0:
            self.close()
        if self._page is None:
            self._browser = Browser(is_local=self._plan.is_local)
            self._page = Page(self._browser, may_submit=self._plan.may_submit)
        set_cookies(self._page.cdp, self._plan.cookies)
        return self._page


def in_words(result: Result) -> str:
    if isinstance(result, dict):
        return result["error"]
    counts = [sum(row["level"] == level for row in result) for level in ("violation", "review", "advice")]
    return f"{counts[0]} violations, {counts[1]} for review, {counts[2]} pieces of advice"


def run_audit(
    plan: Plan, journal_file: Path | None = None, looks: dict[str, dict[str, Any]] | None = None
) -> dict[str, Result]:
    """Run a plan to its end, going on where an earlier run of the same plan stopped; `looks` is filled if given."""
    journal = Journal(journal_file, plan.as_header())
    started = time.monotonic()
    audit = Audit(plan, journal)
    results = audit.run()
    journal.remove()
    if looks is not None:
        looks.update(audit.looks)
    seconds = time.monotonic() - started
    print(f"{len(results)} pages in {seconds:.1f} s ({seconds / max(1, len(results)):.2f} s a page)", file=sys.stderr)
    return results
