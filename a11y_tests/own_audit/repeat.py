"""`make audit-repeat`: the same pages ten times, half of them on a busy machine; every finding must be the same."""

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from a11y_tests.audit import Audit, Plan
from a11y_tests.browser import Browser
from a11y_tests.journal import Result
from a11y_tests.mutations.barriers import sample
from a11y_tests.mutations.plant import plant
from a11y_tests.own_pages.served import served
from a11y_tests.page import Page

# Beside pages with a barrier each, pages that have none: some of each kind, and one activity in all its states.
GOOD = {"page/", "page/how-to-take-part/", "notes/open", "now/open", "organise/session-organised", "floor/receipt"}
ACTIVITY = "choice/"
Results = dict[str, Result]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10, help="how often (default: 10)")
    options = parser.parse_args(arguments)
    barriers = sample()
    names = {*GOOD, *(barrier.page for barrier in barriers)}
    with served(lambda name: name in names or name.startswith(ACTIVITY)) as own:
        with Browser() as browser:
            page = Page(browser)
            planted = [
                plant(page, own.shelf, own[barrier.page], barrier, f"planted-{number}")
                for number, barrier in enumerate(barriers)
            ]
        good = [page.url for page in own.pages if page.name in GOOD or page.name.startswith(ACTIVITY)]
        plan = Plan((*good, *planted), jobs=2)
        runs = [run(plan, number, options.times) for number in range(options.times)]
    return tell(runs)


def run(plan: Plan, number: int, times: int) -> Results:
    started, is_busy = time.monotonic(), number >= times // 2
    with load() if is_busy else idle():
        results = Audit(plan, report=lambda _: None).run()
    how = " under load" if is_busy else ""
    print(f"run {number + 1}{how}: {count(results)} findings in {time.monotonic() - started:.0f} s", flush=True)
    return results


def tell(runs: list[Results]) -> int:
    """1 if any run differs from the first."""
    first, different = runs[0], 0
    for number, other in enumerate(runs[1:], 2):
        for address, result in first.items():
            if other.get(address) != result:
                different += 1
                print(f"run {number} differs on {address}:")
                print("\n".join(f"  {line}" for line in difference(result, other.get(address, []))))
    pages = len(first)
    print(
        f"{len(runs)} runs over {pages} pages, {len(runs) - len(runs) // 2} of them under load: "
        + (f"{different} DIFFERENCES" if different else f"the same {count(first)} findings each time")
    )
    return int(bool(different))


def difference(one: Result, other: Result) -> list[str]:
    if isinstance(one, dict) or isinstance(other, dict):
        return [f"{one if isinstance(one, dict) else 'judged'} → {other if isinstance(other, dict) else 'judged'}"]
    missing = [f"- {row['rule']}: {row['msg']}" for row in one if row not in other]
    return missing + [f"+ {row['rule']}: {row['msg']}" for row in other if row not in one]


def count(results: Results) -> int:
    return sum(len(result) for result in results.values() if isinstance(result, list))


@contextmanager
def idle() -> Iterator[None]:
    yield


@contextmanager
def load() -> Iterator[None]:
    """As many processes as there are processors, each of them busy all the time."""
    busy = [multiprocessing.Process(target=spin, daemon=True) for _ in range(os.cpu_count() or 2)]
    for process in busy:
        process.start()
    try:
        yield
    finally:
        for process in busy:
            process.terminate()
            process.join()


def spin() -> None:
    while True:
        sum(range(100_000))


if __name__ == "__main__":
    sys.exit(main())
