"""The findings as a table for a spreadsheet, which must not take any of them for a formula."""

import csv
import io
from collections.abc import Iterator

from a11y_tests.reports.kinds import finders
from a11y_tests.reports.manual_records import Records
from a11y_tests.reports.model import Run

# What a spreadsheet takes for the start of a formula, also in the full width of East Asian keyboards.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# Excel takes a file for UTF-8 only if it begins with this mark.
BOM = "\ufeff"
COLUMNS = ("id", "level", "criteria", "page", "what", "place", "code", "who", "repair", "rule", "act_rules", "found_by",
           "date")  # fmt: skip


def csv_report(run: Run, records: Records) -> str:
    """One row for each finding of programs and each failure that a person recorded."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows(map(safe, row) for row in (*_of_programs(run), *_of_persons(records)))
    return BOM + file.getvalue()


def safe(cell: str) -> str:
    """A leading apostrophe makes a spreadsheet show the text as it is. Spaces before a formula do not hide it."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def _of_programs(run: Run) -> Iterator[tuple[str, ...]]:
    day = run.at.date().isoformat()
    for found in run.found():
        yield (
            found.id, found.level, " ".join(found.wcag), found.address, found.msg, found.selector, found.html,
            found.who, found.repair, found.rule, " ".join(found.act), "; ".join(finders(found)), day,
        )  # fmt: skip
    for page in run.unjudged:
        yield ("", "not judged", "", page.address, page.error, "", "", "", "", "", "", "program", day)


def _of_persons(records: Records) -> Iterator[tuple[str, ...]]:
    for record in records.failures():
        tools = ", ".join(filter(None, (record.assistive_technology, record.browser)))
        yield (
            "", "violation", " ".join(record.criteria), " ".join(record.pages) or "all", record.note, record.place,
            "", "", record.repair, "", "", f"{record.who}: {record.method} ({tools})", record.date.isoformat(),
        )  # fmt: skip
