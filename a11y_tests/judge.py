"""One page judged: the engines, then every probe, and their findings made one list that is the same each time."""

import time
from collections.abc import Iterable, Sequence

from selenium.common.exceptions import WebDriverException

from a11y_tests.cdp import CdpError, PageHung
from a11y_tests.engines.axe import run_axe
from a11y_tests.engines.htmlcs import HTMLCS
from a11y_tests.engines.ibm import IBM
from a11y_tests.engines.other import Engine
from a11y_tests.findings import LEVELS, Finding, merged
from a11y_tests.frames import ScriptError
from a11y_tests.page import NotLoaded, Page
from a11y_tests.probe import Probe, all_probes, collect, run_probe

# A machine that is very busy takes ten times as long; only a page that hangs takes longer than this.
PAGE_SECONDS = 300.0
OTHERS = (IBM, HTMLCS)
PAGE_TYPES = ("text/html", "application/xhtml+xml", "image/svg+xml", "application/xml", "text/xml", "")


def judge(page: Page, url: str, probes: Sequence[Probe] | None = None) -> list[Finding]:
    """Open the address and find what can be found; raises NotLoaded, or PageHung when only a new browser helps."""
    page.cdp.deadline = time.monotonic() + PAGE_SECONDS
    try:
        page.open(url)
        check_is_page(page)
        return judge_open_page(page, all_probes() if probes is None else probes)
    finally:
        page.cdp.deadline = float("inf")


def check_is_page(page: Page) -> None:
    if page.status >= 400:
        raise NotLoaded(f"HTTP status {page.status}")
    if page.content_type not in PAGE_TYPES:
        raise NotLoaded(f"not a page but {page.content_type}")


def judge_open_page(page: Page, probes: Sequence[Probe]) -> list[Finding]:
    """A page that has just been opened, in whatever state it is."""
    try:
        found = read(page, probes)
    except (CdpError, ScriptError):
        page.reload()  # the page changed under our hands; once more
        found = read(page, probes)
    for probe in probes:
        found += run_safely(probe, page)
    # Where several found the same, axe's and a probe's words say more than those of an engine that looks at less.
    is_other = tuple(f"{engine.name}:" for engine in OTHERS)
    return in_order(merged(sorted(found, key=lambda each: each.rule.startswith(is_other))))


def read(page: Page, probes: Sequence[Probe]) -> list[Finding]:
    """What can be found without touching the page."""
    failed = collect(page, probes)
    found = run_axe(page) + [gave_up(probe, failed[probe.id]) for probe in probes if probe.id in failed]
    return found + [each for engine in OTHERS for each in find_safely(engine, page)]


def find_safely(engine: Engine, page: Page) -> list[Finding]:
    """An engine that stumbles over a page says so in the findings, as a probe does."""
    try:
        return engine.find(page)
    except ScriptError as error:
        first_line = str(error).splitlines()[0]
        return [
            Finding(f"{engine.name}:error", f"not judged: {engine.title} failed here ({first_line})", level="review")
        ]


def run_safely(probe: Probe, page: Page) -> list[Finding]:
    """A probe that cannot cope with a page says so in the findings; the others go on."""
    try:
        return run_probe(probe, page)
    except (PageHung, WebDriverException):
        raise
    except Exception as error:  # whatever it is, one probe on one page must not end an audit of a thousand pages
        page.is_touched = True
        return [gave_up(probe, f"{type(error).__name__}: {error}")]


def gave_up(probe: Probe, reason: str) -> Finding:
    first_line = reason.splitlines()[0] if reason else "no reason given"
    return probe.finding(
        None, f"not judged: the probe “{probe.title}” failed here ({first_line})", level="review", act=[]
    )


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Surest first, then by rule and place: the same list whatever order they were found in."""
    return sorted(
        findings, key=lambda each: (LEVELS.index(each.level), each.rule, each.as_json()["selector"], each.msg)
    )
