"""`make audit`: every page in every state by engines and probes; reports, the statement's data, 1 at a violation."""

import argparse
import json
import re
import sys
import tempfile
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from a11y_tests.audit import Plan, run_audit
from a11y_tests.journal import Result
from a11y_tests.own_pages.served import served
from a11y_tests.reports.assemble import run_of
from a11y_tests.reports.look import Look
from a11y_tests.reports.manual_records import read_records
from a11y_tests.reports.publish import publish
from a11y_tests.reports.write import write_reports
from participation_api.components.words import languages

LANG = re.compile(r"<html[^>]*\blang=[\"']?([\w-]+)")
RECORDS = Path("docs", "accessibility", "records.yaml")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, default=Path("audit-report"), help="where the reports go")
    parser.add_argument("--publish", type=Path, metavar="FOLDER", help="put the statement's data and the report here")
    parser.add_argument("--pages", default="*", help="only pages whose name fits, such as 'choice/*'")
    parser.add_argument("--jobs", type=int, default=2, help="how many browsers at a time (default: 2)")
    options = parser.parse_args(arguments)
    looks: dict[str, dict[str, Any]] = {}
    with served(lambda name: fnmatch(name, options.pages)) as own:
        unspoken = [page.name for page in own.pages if not is_spoken(page.html)]
        names = {page.url: page.name for page in own.pages if page.name not in unspoken}
        with tempfile.TemporaryDirectory() as folder:
            plan = Plan(tuple(names), most_pages=len(names), jobs=options.jobs, look=Look())
            results = run_audit(plan, Path(folder) / "journal", looks)
        results, looks, names = steady((results, looks, names), own.shelf.origin)
    records = read_records(RECORDS if RECORDS.exists() else None)
    run = replace(run_of(results, looks), unspoken=len(unspoken))
    print(f"The report is in {write_reports(run, options.report, records)[0]}")
    if options.publish:
        publish(run, records, options.publish)
    if unspoken:
        print(
            f"{len(unspoken)} pages were left out: they show how a right-to-left page is laid out, in a language that "
            f"this software has no words for. The statement names that barrier. {', '.join(unspoken)}"
        )
    problems = [line for address, result in results.items() for line in problems_of(names[address], result)]
    print("\n".join(problems) or f"No violation on any of {len(results)} pages and states.")
    return int(bool(problems))


def steady(things: Any, origin: str) -> Any:
    """The same things at addresses without this run's port, so that the reports of two runs can be compared."""
    return json.loads(json.dumps(things).replace(origin, origin.rpartition(":")[0]))


def is_spoken(html: str) -> bool:
    """Whether the software has words in the page's language. Where it has none, its own sentences are in English:
    a barrier that is known, whatever else the page does."""
    lang = LANG.search(html)
    return lang is None or lang[1].split("-")[0].lower() in languages()


def problems_of(name: str, result: Result) -> list[str]:
    """One line for each violation, or for a page that could not be judged."""
    if isinstance(result, dict):
        return [f"{name}: {result['error']}"]
    sure = [row for row in result if row["level"] == "violation"]
    return [f"{name}: {row['rule']} ({', '.join(row['wcag'])}): {row['msg']} at {row['selector']}" for row in sure]


if __name__ == "__main__":
    sys.exit(main())
