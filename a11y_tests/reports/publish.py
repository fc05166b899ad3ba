"""The last audit for the accessibility statement: a file that the build reads, and the full report beside it."""

import json
from pathlib import Path
from typing import Any

from a11y_tests.findings import LEVELS
from a11y_tests.reports.compare import Comparison
from a11y_tests.reports.html import STYLE_FILE, html_report, style
from a11y_tests.reports.manual_records import Records
from a11y_tests.reports.model import Run
from a11y_tests.reports.views import unjudged_criteria, untried_readers

SUMMARY_FILE = "last-audit.json"
REPORT_FILE = "audit-report.html"
FORMAT = "curbcut-last-audit-1"


def publish(
    run: Run, records: Records, folder: Path, comparison: Comparison | None = None, *, lang: str = "en"
) -> None:
    """Into docs/accessibility/. Drafts of conformance reports never come here."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / REPORT_FILE).write_text(
        html_report(run, records, comparison, lang=lang, is_published=True), encoding="utf-8"
    )
    (folder / STYLE_FILE).write_text(style(), encoding="utf-8")
    text = json.dumps(summary(run, records), ensure_ascii=False, indent=1)
    (folder / SUMMARY_FILE).write_text(text + "\n", encoding="utf-8")


def summary(run: Run, records: Records) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "date": run.at.date().isoformat(),
        "tools": {name: version for name, version in run.tools.items() if version},
        "pages": len(run.judged),
        "not_judged": [page.name for page in run.unjudged],
        "left_out": len(run.left_out),
        "unspoken": run.unspoken,
        "places": {level: sum(1 for _ in run.found(level)) for level in LEVELS},
        "persons_with_disabilities": records.persons_with_disabilities,
        "records": len(records.records),
        "criteria_without_person": unjudged_criteria(records),
        "requirements": records.requirements_tried(),
        "untried": untried_readers(records),
        "report": REPORT_FILE,
    }
