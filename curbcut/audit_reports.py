"""What `curbcut audit` does with results: reports, a comparison, a conformance report, a part of the statement."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a11y_tests.journal import Result
from a11y_tests.reports.assemble import as_shown, run_of
from a11y_tests.reports.compare import Comparison, compare
from a11y_tests.reports.look import Look
from a11y_tests.reports.manual_records import Records, read_records
from a11y_tests.reports.model import Run, path_of
from a11y_tests.reports.openacr import missing, openacr
from a11y_tests.reports.publish import publish
from a11y_tests.reports.store import load
from a11y_tests.reports.write import write_reports
from participation_api.components.words import say, say_n

PUBLISHED = Path("docs", "accessibility")
Say = Callable[[object], None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("reports")
    group.add_argument(
        "--report", type=Path, metavar="FOLDER", help="write HTML, EARL, CSV, SARIF, JUnit XML and steps"
    )
    group.add_argument("--records", type=Path, metavar="FILE", help="what persons have tried, in YAML or Markdown")
    group.add_argument("--compare", type=Path, metavar="OLD", help="an audit.json or findings file to compare with")
    group.add_argument("--from", type=Path, metavar="FOLDER", dest="from_", help="report on an earlier audit; run none")
    group.add_argument("--with-private-pages", action="store_true", help="organisers' pages and receipts too")
    group.add_argument("--lang", default="en", help="the language of the report (default: en)")
    group.add_argument("--acr", action="store_true", help="an OpenACR conformance report, from records of persons only")
    group.add_argument("--draft", action="store_true", help="with --acr: a file marked DRAFT where rows are missing")
    group.add_argument(
        "--publish", type=Path, metavar="FOLDER", nargs="?", const=PUBLISHED,
        help=f"put the last audit into the accessibility statement (default: {PUBLISHED})",
    )  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What is read before the browser starts, so that a mistake is said at once."""

    options: argparse.Namespace
    records: Records
    old: Run | None
    kept: Run | None

    @property
    def look(self) -> Look | None:
        return Look() if self.options.report or self.options.publish else None

    @property
    def needs_run(self) -> bool:
        return bool(self.options.report or self.options.publish or self.old or self.options.acr)

    @property
    def needs_no_audit(self) -> bool:
        """Reports on an earlier audit; or a conformance report, which can be made without one."""
        return self.kept is not None or (self.options.acr and not self.has_addresses)

    @property
    def has_addresses(self) -> bool:
        return bool(self.options.address or self.options.urls or self.options.sitemap)


def wanted(options: argparse.Namespace) -> Wanted:
    """Raises Mistake or OSError where a file cannot be read."""
    kept = options.from_ / "audit.json" if options.from_ and options.from_.is_dir() else options.from_
    return Wanted(
        options,
        records=read_records(options.records),
        old=load(options.compare) if options.compare else None,
        kept=as_shown(load(kept), with_private=options.with_private_pages) if kept else None,
    )


def report(what: Wanted, results: dict[str, Result], looks: dict[str, dict[str, Any]], tell: Say | None = None) -> int:
    """Write what was asked for; 0, or 1 where a conformance report cannot be made."""
    tell = tell or (lambda line: print(line, file=sys.stderr))
    options = what.options
    run = what.kept
    if results and what.needs_run:
        run = run_of(results, looks, with_private=options.with_private_pages)
    if run is not None:
        _tell_unknown_pages(what.records, run, tell)
        comparison = compare(what.old, run) if what.old else None
        _write(what, run, comparison, tell)
    return _conformance_report(what, run, tell) if options.acr else 0


def _write(what: Wanted, run: Run, comparison: Comparison | None, tell: Say) -> None:
    options = what.options
    if comparison:
        counts = {"new": comparison.new, "fixed": comparison.fixed, "still": comparison.still}
        sizes = {name: len(found) for name, found in counts.items()}
        tell(say("New: {new}. Fixed: {fixed}. Still there: {still}.", **sizes))
    if options.report:
        first = write_reports(run, options.report, what.records, comparison, lang=options.lang)[0]
        tell(say("The report is in {file}", file=first))
    if options.publish:
        publish(run, what.records, options.publish, comparison, lang=options.lang)
        tell(say("The next build of the site shows this audit in the accessibility statement."))


def _tell_unknown_pages(records: Records, run: Run, tell: Say) -> None:
    known = {path_of(page.address) for page in run.pages} | {page.address for page in run.pages}
    for record in records.records:
        for page in record.pages:
            if page not in known:
                tell(f"{record.where}: {say('no page of this audit is {page}', page=page)}")


def _conformance_report(what: Wanted, run: Run | None, tell: Say) -> int:
    rows = missing(what.records, run)
    folder: Path = what.options.report or Path()
    if rows and not what.options.draft:
        tell(
            say_n(
                "No conformance report: {n} row is missing.", "No conformance report: {n} rows are missing.", len(rows)
            )
        )
        for row in rows:
            tell(f"  {row}")
        return 1
    file = folder / ("openacr-DRAFT.yaml" if what.options.draft else "openacr.yaml")
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(openacr(what.records, run, is_draft=what.options.draft), encoding="utf-8")
    tell(say("The conformance report is in {file}", file=file))
    return 0
