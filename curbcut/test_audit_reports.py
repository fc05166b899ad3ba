"""`curbcut audit` with reports: from an earlier audit, with records of persons, compared, published."""

import json
from pathlib import Path

import pytest
import yaml

from a11y_tests.criteria import criteria
from a11y_tests.reports.conftest import FOCUS, ORIGIN, ROWS
from a11y_tests.serve_folder import serving
from curbcut.__main__ import main

RECORD = "  - {{date: 2026-11-20, who: A reviewer, method: All pages, assistive_technology: NVDA 2026.3, component: [web, authoring-tool], criteria: [{numbers}], outcome: passed}}\n"
PRODUCT = "product: {name: Curbcut, version: 0.1, author: A reviewer, email: reviewer@example.org}\n"
NEEDED = [number for number, criterion in criteria().items() if criterion.level != "AAA"]
FILES = {"report.html", "earl.jsonld", "findings.csv", "findings.sarif", "junit.xml", "steps-for-persons.md",
         "records-to-fill.yaml", "audit.json"}  # fmt: skip


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "old.json"
    file.write_text(
        json.dumps({f"{ORIGIN}/bad/": ROWS, f"{ORIGIN}/gone/": {"error": "HTTP status 404"}}), encoding="utf-8"
    )
    return file


def records(folder: Path, numbers: list[str], product: str = PRODUCT) -> str:
    file = folder / "records.yaml"
    quoted = ", ".join(f'"{number}"' for number in numbers)
    file.write_text(f"{product}records:\n{RECORD.format(numbers=quoted)}", encoding="utf-8")
    return str(file)


def test_reports_are_written_from_an_earlier_audit_and_again_with_records(old: Path, tmp_path: Path) -> None:
    assert main(["audit", "--from", str(old), "--report", str(tmp_path / "first")]) == 0
    assert {file.name for file in (tmp_path / "first").iterdir()} == FILES
    again = [
        "--from",
        str(tmp_path / "first"),
        "--records",
        records(tmp_path, ["2.4.3"]),
        "--report",
        str(tmp_path / "second"),
    ]
    assert main(["audit", *again]) == 0
    assert "20 November 2026: All pages" in (tmp_path / "second" / "report.html").read_text("utf-8")
    assert "earl:manual" not in (tmp_path / "first" / "earl.jsonld").read_text("utf-8")
    assert "earl:manual" in (tmp_path / "second" / "earl.jsonld").read_text("utf-8")


def test_of_a_findings_file_no_words_of_the_pages_are_shown(tmp_path: Path) -> None:
    file = tmp_path / "findings.json"
    words = {**FOCUS, "html": "<p>Amina was here</p>", "msg": "text “Amina was here” is small"}
    file.write_text(json.dumps({f"{ORIGIN}/a/": [words], f"{ORIGIN}/organise/": [words]}), encoding="utf-8")
    assert main(["audit", "--from", str(file), "--report", str(tmp_path / "out")]) == 0
    everything = "".join(each.read_text("utf-8") for each in (tmp_path / "out").iterdir())
    assert "Amina" not in everything
    assert json.loads((tmp_path / "out" / "audit.json").read_text("utf-8"))["left_out"] == [f"{ORIGIN}/organise/"]


def test_two_audits_are_compared(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = tmp_path / "new.json"
    new.write_text(json.dumps({"http://127.0.0.1:9/bad/": [FOCUS, {**FOCUS, "rule": "another"}]}), encoding="utf-8")
    assert main(["audit", "--from", str(new), "--compare", str(old)]) == 0
    assert capsys.readouterr().err == "New: 1. Fixed: 4. Still there: 1.\n"


@pytest.mark.requirement("RP-01")
def test_no_conformance_report_while_rows_are_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["audit", "--acr"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "No conformance report: 114 rows are missing."
    assert said[5] == "  1.1.1 Non-text Content (A), web: no dated record of a person"
    assert list(tmp_path.iterdir()) == []
    assert main(["audit", "--acr", "--records", records(tmp_path, NEEDED[:-1])]) == 1
    assert capsys.readouterr().err.splitlines()[1:] == [
        "  4.1.3 Status Messages (AA), web: no dated record of a person",
        "  4.1.3 Status Messages (AA), authoring-tool: no dated record of a person"]  # fmt: skip


@pytest.mark.requirement("RP-01")
def test_a_conformance_report_is_written_from_whole_records_and_before_that_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["audit", "--acr", "--draft"]) == 0
    assert (tmp_path / "openacr-DRAFT.yaml").read_text("utf-8").startswith("# DRAFT")
    assert main(["audit", "--acr", "--records", records(tmp_path, NEEDED)]) == 0
    assert (
        yaml.safe_load((tmp_path / "openacr.yaml").read_text("utf-8"))["title"]
        == "Curbcut Accessibility Conformance Report"
    )


def test_a_record_that_an_audit_contradicts_stops_the_conformance_report(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "--acr", "--from", str(old), "--records", records(tmp_path, NEEDED)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "No conformance report: 2 rows are missing.",
        "  1.1.1 Non-text Content (A), web: the record says that it is met, but the audit found barriers (places: 2)",
        "  2.4.7 Focus Visible (AA), web: the record says that it is met, but the audit found barriers (places: 1)"]  # fmt: skip


def test_mistakes_are_said_with_file_and_line(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = records(tmp_path, ["9.9.9"])
    assert main(["audit", "--from", str(old), "--records", file]) == 2
    assert capsys.readouterr().err == f"{file}:3: '9.9.9' is not a success criterion of WCAG 2.2\n"
    assert main(["audit", "--from", str(tmp_path / "none.json")]) == 2


def test_a_record_about_an_unknown_page_is_said(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = Path(records(tmp_path, ["2.4.3"]))
    file.write_text(file.read_text("utf-8").replace("outcome:", "pages: [/bad/, /bed/], outcome:"), encoding="utf-8")
    assert main(["audit", "--from", str(old), "--records", str(file)]) == 0
    assert capsys.readouterr().err == f"{file}:3: no page of this audit is /bed/\n"


@pytest.mark.requirement("RP-04")
def test_an_audit_is_published_for_the_statement(old: Path, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    assert main(["audit", "--from", str(old), "--publish", str(tmp_path / "docs")]) == 0
    assert {file.name for file in (tmp_path / "docs").iterdir()} == {
        "last-audit.json",
        "audit-report.html",
        "report.css",
    }
    summary = json.loads((tmp_path / "docs" / "last-audit.json").read_text("utf-8"))
    assert (summary["pages"], summary["places"], summary["persons_with_disabilities"]) == (
        1, {"violation": 3, "review": 1, "advice": 1}, 0)  # fmt: skip
    assert len(summary["criteria_without_person"]) == 55


@pytest.mark.browser
def test_a_whole_audit_with_reports_leaves_private_pages_and_words_out(tmp_path: Path) -> None:
    page = "<!doctype html><html lang=en><title>{title}</title><main><h1>{title}</h1>{body}</main></html>"
    note = "<p class=note-text>I could not come in because of the steps</p><img src=x.png width=30 height=30>"
    for name, body in {
        "index.html": "<a href=organise/>For organisers of the session</a>" + note,
        "organise/index.html": "<p>Secret</p>",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(page.format(title=name, body=body), encoding="utf-8")
    out = tmp_path / "out"
    with serving(tmp_path) as address:
        assert main(["audit", f"{address}/index.html", "--report", str(out)]) == 0
    assert {file.name for file in out.iterdir()} == FILES
    kept = json.loads((out / "audit.json").read_text("utf-8"))
    assert (list(kept["pages"]), kept["left_out"]) == ([f"{address}/index.html"], [f"{address}/organise/"])
    everything = "".join(file.read_text("utf-8") for file in out.iterdir())
    assert "because of the steps" not in everything
    html = (out / "report.html").read_text("utf-8")
    assert 'alt="Screenshot of place 1: image, marked with a frame"' in html
    assert "What people wrote is replaced in excerpts" in html
