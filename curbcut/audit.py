"""`curbcut audit`: find accessibility barriers on pages, by rules and by driving a browser."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from a11y_tests.audit import Look, Plan, run_audit
from a11y_tests.browser import chromium_path
from a11y_tests.cookies import BadCookieFile, read_cookies
from a11y_tests.crawl import NoSitemap, sitemap_addresses
from a11y_tests.findings import LEVELS, Level
from a11y_tests.journal import Result
from curbcut import audit_reports
from site_config.problems import Mistake

SCHEMES = ("http://", "https://", "file://")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("address", nargs="*", help="where to begin: pages of the same origin that it links to follow")
    parser.add_argument("--urls", type=Path, metavar="FILE", help="audit exactly these addresses, one a line")
    parser.add_argument("--sitemap", metavar="URL", help="audit the addresses that a sitemap lists")
    parser.add_argument("--findings", type=Path, metavar="OUT", help="write the findings here, as one JSON object")
    parser.add_argument(
        "--level", choices=LEVELS, default="advice", help="leave out what is less sure (default: advice)"
    )
    parser.add_argument("--jobs", type=int, default=1, help="how many browsers at a time (default: 1)")
    parser.add_argument("--max-pages", type=int, default=500, help="where the crawl ends (default: 500)")
    parser.add_argument("--cookie-file", type=Path, metavar="FILE", help="cookies of a sign-in, in Netscape's form")
    parser.add_argument(
        "--submit-forms",
        action="store_true",
        help="send forms elsewhere than on this machine too (never done otherwise)",
    )
    parser.add_argument(
        "--other-hosts",
        action="store_true",
        help="let pages of this machine load files from other hosts (pages elsewhere always do)",
    )
    parser.add_argument("--strict", action="store_true", help="end with status 1 when anything was found")
    audit_reports.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    try:
        reports = audit_reports.wanted(options)
        if reports.needs_no_audit:
            return audit_reports.report(reports, {}, {})
        plan = plan_of(options, reports.look)
    except (Problem, BadCookieFile, NoSitemap, Mistake, OSError) as problem:
        print(problem, file=sys.stderr)
        return 2
    output: Path | None = options.findings
    journal = journal_of(options)
    looks: dict[str, dict[str, Any]] = {}
    results = run_audit(plan, journal, looks)
    kept = {address: at_level(result, options.level) for address, result in results.items()}
    if output:
        write(kept, output)
    elif not options.report:
        print(as_text(kept))
    status = audit_reports.report(reports, kept, looks)
    return status or int(options.strict and any(kept.values()))


def journal_of(options: argparse.Namespace) -> Path | None:
    """Beside the findings file, else in the folder of the reports."""
    if options.findings:
        return Path(options.findings.with_name(options.findings.name + ".journal"))
    if options.report:
        options.report.mkdir(parents=True, exist_ok=True)
        return Path(options.report / "audit.journal")
    return None


class Problem(Exception):
    """The command cannot be carried out as it was given."""


def plan_of(options: argparse.Namespace, look: Look | None = None) -> Plan:
    if chromium_path() is None or shutil.which("chromedriver") is None:
        raise Problem("The audit needs Chromium and ChromeDriver; on Debian: apt-get install chromium chromium-driver")
    addresses = [*map(as_address, options.address), *listed(options)]
    if not addresses:
        raise Problem("Give an address, or --urls FILE, or --sitemap URL.")
    return Plan(
        addresses=tuple(dict.fromkeys(addresses)),
        is_crawl=not options.urls and not options.sitemap,
        most_pages=max(options.max_pages, len(addresses)) if options.urls else options.max_pages,
        jobs=options.jobs,
        may_submit=options.submit_forms,
        has_other_hosts=options.other_hosts,
        cookies=read_cookies(options.cookie_file) if options.cookie_file else (),
        look=look,
    )


def listed(options: argparse.Namespace) -> list[str]:
    found: list[str] = []
    if options.urls:
        lines = options.urls.read_text(encoding="utf-8").splitlines()
        found += [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if options.sitemap:
        found += sitemap_addresses(options.sitemap)
    return found


def as_address(text: str) -> str:
    """A file's name will do for its address."""
    if text.startswith(SCHEMES):
        return text
    if os.path.exists(text):
        return Path(text).resolve().as_uri()
    raise Problem(f"{text} is neither an address that begins with http://, https:// or file://, nor a file")


def at_level(result: Result, level: Level) -> Result:
    if isinstance(result, dict):
        return result
    wanted = LEVELS[: LEVELS.index(level) + 1]
    return [row for row in result if row["level"] in wanted]


def write(results: dict[str, Result], output: Path) -> None:
    """All at once: a reader never sees half a file."""
    partial = output.with_name(output.name + ".part")
    partial.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    partial.replace(output)


def as_text(results: dict[str, Result]) -> str:
    return "\n".join(line for address, result in results.items() for line in (address, *lines_of(result), ""))


def lines_of(result: Result) -> Sequence[str]:
    if isinstance(result, dict):
        return [f"  not judged: {result['error']}"]
    return [line_of(row) for row in result] or ["  nothing found; much of WCAG only a person can judge"]


def line_of(row: dict[str, Any]) -> str:
    numbers = ", ".join(cast(list[str], row["wcag"])) or "good practice"
    return f"  {row['level']} ({numbers}): {row['msg']}\n    {row['selector']}"
