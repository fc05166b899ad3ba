"""What the accessibility statement says of the last audit: what the file beside it says, and nothing without one."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from site_config.audit_summary import MARKER, fill
from site_config.build import BuildFailed
from site_config.conftest import Sources
from site_config.problems import Mistake

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")
SUMMARY: dict[str, Any] = {
    "format": "curbcut-last-audit-1",
    "date": "2026-11-22",
    "tools": {"axe-core": "4.14.1", "probes": "70"},
    "pages": 53,
    "not_judged": ["A & B"],
    "left_out": 2,
    "unspoken": 15,
    "places": {"violation": 1, "review": 4, "advice": 0},
    "persons_with_disabilities": 0,
    "records": 0,
    "criteria_without_person": ["1.1.1", "1.2.1"],
    "untried": ["NVDA", "JAWS"],
    "report": "audit-report.html",
}
STATEMENT = f"## Tried with 0 persons with disabilities\n\nNobody yet.\n\n## The last check\n\n{MARKER}\n"


def publish(folder: Path, **more: Any) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "last-audit.json").write_text(json.dumps({**SUMMARY, **more}), encoding="utf-8")
    (folder / "audit-report.html").write_text("<!doctype html><title>Report</title>", encoding="utf-8")


def rows(html: str) -> list[str]:
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>.*?</tr>", html, re.DOTALL))
    return [" | ".join(row) for row in cells]


@pytest.mark.requirement("RP-04")
def test_date_method_figures_and_what_was_not_tested_stand_in_the_statement(tmp_path: Path) -> None:
    publish(tmp_path)
    html = fill(MARKER, tmp_path, "docs/accessibility", "/x/", "en")
    assert rows(html) == [
        "Part | What was not tested",
        "Persons with disabilities | Tried with 0 persons",
        "Criteria | No person has judged 2 of the 55 criteria of levels A and AA. Programs alone can decide none of them.",
        "Assistive technology | Nobody has recorded a trial with: NVDA, JAWS.",
        "Pages | These could not be judged: A &amp; B",
        "Languages | 15 pages in a language that this software has no words for: most of what they say is in English.",
        "Private pages | 2 pages of organisers, or with one person’s own answers, are left out of the report.",
        "Part | What was done, and what came out",
        "Date | 22 November 2026",
        "Method | A browser opened each page. Rules of axe-core read it. Then programs pressed Tab, changed the size of the window and the text, and used the controls.",
        "Tools | axe-core 4.14.1, probes 70",
        "Pages and states | 53",
        "Records of persons | 0",
        "Barriers that programs are sure of | 1 place",
        "Questions for a person | 4 places",
    ]
    assert '<a href="/x/accessibility/audit-report.html">The full report of this audit</a>' in html
    assert html.count("<caption>") == 2


def test_without_a_published_audit_it_says_so(tmp_path: Path) -> None:
    said = fill(f"<p>Before</p>{MARKER}", tmp_path, "docs/accessibility", "/", "en")
    assert said == "<p>Before</p><p>No audit has been published with this build.</p>"


def test_a_page_without_the_marker_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "last-audit.json").write_text("no JSON")
    assert fill("<p>Text</p>", tmp_path, "docs", "/", "en") == "<p>Text</p>"


@pytest.mark.parametrize(
    ("more", "said"),
    [({"format": "another"}, "this is no file of a published audit; write it anew with 'curbcut audit --publish'"),
     ({"date": "yesterday"}, "this is no file of a published audit; write it anew with 'curbcut audit --publish'"),
     ({"report": "gone.html"}, "the report 'gone.html' is not beside it")],
)  # fmt: skip
def test_a_file_that_is_no_audit_stops_the_build(tmp_path: Path, more: dict[str, Any], said: str) -> None:
    publish(tmp_path, **more)
    with pytest.raises(Mistake) as mistake:
        fill(MARKER, tmp_path, "docs/accessibility", "/", "en")
    assert str(mistake.value) == f"docs/accessibility/last-audit.json:1: {said}"


@pytest.mark.requirement("RP-05")
def test_the_statement_cannot_claim_another_number_of_persons_than_the_records(sources: Sources) -> None:
    sources.write("accessibility/statement.md", STATEMENT)
    publish(sources.folder / "docs" / "accessibility")
    site = sources.build()
    assert "Tried with 0 persons" in (site / "accessibility" / "statement" / "index.html").read_text("utf-8")
    assert (site / "accessibility" / "audit-report.html").exists()
    publish(sources.folder / "docs" / "accessibility", persons_with_disabilities=3)
    with pytest.raises(BuildFailed) as problem:
        sources.build()
    assert str(problem.value) == (
        "docs/accessibility/last-audit.json:1: the records of this audit say 3 persons with disabilities, the statement says 0"
    )
