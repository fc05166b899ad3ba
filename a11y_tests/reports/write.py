"""Every report of one audit into one folder."""

from pathlib import Path

from a11y_tests.reports.compare import Comparison
from a11y_tests.reports.csv_report import csv_report
from a11y_tests.reports.earl import earl
from a11y_tests.reports.html import html_report
from a11y_tests.reports.junit import junit
from a11y_tests.reports.manual_records import Records
from a11y_tests.reports.model import Run
from a11y_tests.reports.outline import outline, records_to_fill
from a11y_tests.reports.sarif import sarif
from a11y_tests.reports.store import save


def write_reports(
    run: Run, folder: Path, records: Records | None = None, comparison: Comparison | None = None, *, lang: str = "en"
) -> list[Path]:
    """The files that were written, the one for people first."""
    records = records or Records()
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "report.html": html_report(run, records, comparison, lang=lang),
        "earl.jsonld": earl(run, records),
        "findings.csv": csv_report(run, records),
        "findings.sarif": sarif(run, comparison),
        "junit.xml": junit(run),
        "steps-for-persons.md": outline(run, records),
        "records-to-fill.yaml": records_to_fill(run, records),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    save(run, folder / "audit.json")
    return [folder / name for name in (*texts, "audit.json")]
