"""`make bench-audit`: seconds a page and milliseconds a Tab stop, beside pa11y and Lighthouse on the same pages."""

import argparse
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from a11y_tests.browser import Browser
from a11y_tests.engines.axe import run_axe
from a11y_tests.judge import judge, read, run_safely
from a11y_tests.other_tools.node import NoTools, lines_of
from a11y_tests.own_pages.served import served
from a11y_tests.page import Page
from a11y_tests.probe import all_probes, collect, run_probe

SECONDS_A_PAGE, MS_A_STOP = 1.0, 40.0
MOST_PARTS = 15
# What a Tab stop costs is the walk with all that looks at each stop.
WALKING = "walk"


@dataclass(frozen=True)
class Measured:
    tool: str
    pages: int
    seconds: float

    @property
    def a_page(self) -> float:
        return self.seconds / max(1, self.pages)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=72, help="how many pages (default: 72)")
    parser.add_argument("--by-probe", action="store_true", help="show what costs most, in place of other tools")
    options = parser.parse_args(arguments)
    with served(lambda name: name.startswith(("page/", "now/", "choice/", "notes/", "organise/session"))) as own:
        # Every kind of page: each nth of them.
        step = max(1, len(own.pages) // options.count)
        urls = [page.url for page in islice(own.pages, 0, None, step)][: options.count]
        ours, ms = told(urls, options.by_probe)
    print(f"load {', '.join(f'{value:.1f}' for value in os.getloadavg())}")
    is_held = ours.a_page <= SECONDS_A_PAGE and ms <= MS_A_STOP
    limits = f"at most {SECONDS_A_PAGE:g} s a page and {MS_A_STOP:g} ms a Tab stop"
    print(f"{limits}: {'holds' if is_held else 'DOES NOT HOLD'}")
    return int(not is_held)


def told(urls: Sequence[str], by_probe: bool) -> tuple[Measured, float]:
    """Measures and prints; returns our own seconds, and milliseconds at a Tab stop."""
    print(f"{len(urls)} pages, every probe on, one browser at a time; {os.cpu_count()} processors", flush=True)
    ours = of_ours(urls)
    # Other tools take minutes: what is known is printed at once.
    tell(ours, ours)
    stops, ms = tab_stops(urls[::3])
    print(f"  {'Curbcut, at each Tab stop':<28} {ms:6.1f} ms a stop over {stops} stops", flush=True)
    for part, seconds in parts_of(urls) if by_probe else ():
        print(f"    {part:<26} {1000 * seconds / len(urls):6.1f} ms a page")
    tell(of_axe(urls), ours)
    for other in () if by_probe else of_others(urls):
        tell(other, ours)
    return ours, ms


def tell(one: Measured, ours: Measured) -> None:
    ratio = one.a_page / ours.a_page
    print(f"  {one.tool:<28} {one.a_page:6.2f} s a page   {ratio:5.2f} times ours", flush=True)


def of_ours(urls: Sequence[str]) -> Measured:
    with Browser() as browser:
        page = Page(browser)
        judge(page, urls[0])  # what is loaded once is not counted
        started = time.monotonic()
        for url in urls:
            judge(page, url)
        return Measured("Curbcut (axe and probes)", len(urls), time.monotonic() - started)


def parts_of(urls: Sequence[str]) -> list[tuple[str, float]]:
    """Seconds for the parts that take longest. What several probes share is counted for the first of them."""
    seconds: dict[str, float] = defaultdict(float)
    with Browser() as browser:
        page = Page(browser)
        judge(page, urls[0])
        for url in urls:
            with counted(seconds, "loading"):
                page.open(url)
            with counted(seconds, "axe and all scripts"):
                read(page, all_probes())
            for probe in all_probes():
                with counted(seconds, probe.id):
                    run_safely(probe, page)
    return sorted(seconds.items(), key=lambda each: -each[1])[:MOST_PARTS]


@contextmanager
def counted(seconds: dict[str, float], part: str) -> Iterator[None]:
    started = time.monotonic()
    yield
    seconds[part] += time.monotonic() - started


def of_axe(urls: Sequence[str]) -> Measured:
    with Browser() as browser:
        page = Page(browser)
        page.open(urls[0])
        run_axe(page)
        started = time.monotonic()
        for url in urls:
            page.open(url)
            run_axe(page)
        return Measured("axe-core alone", len(urls), time.monotonic() - started)


def tab_stops(urls: Sequence[str]) -> tuple[int, float]:
    """(stops, milliseconds at each): the walk of the Tab key, and all probes that look at its stops."""
    probes = [probe for probe in all_probes() if probe.phase == WALKING]
    stops, seconds = 0, 0.0
    with Browser() as browser:
        page = Page(browser)
        for url in urls:
            page.open(url)
            collect(page, all_probes())
            started = time.monotonic()
            stops += len(page.tab_walk.forward.stops)
            for probe in probes:
                run_probe(probe, page)
            seconds += time.monotonic() - started
    return stops, 1000 * seconds / max(1, stops)


def of_others(urls: Sequence[str]) -> Iterator[Measured]:
    try:
        for line in lines_of("timings.mjs", urls):
            if "error" in line:
                print(f"{line['tool']} was NOT measured: {line['error']}")
            else:
                yield Measured(line["tool"], line["pages"], line["seconds"])
    except NoTools as problem:
        print(f"pa11y and Lighthouse were NOT measured: {problem}")


if __name__ == "__main__":
    sys.exit(main())
