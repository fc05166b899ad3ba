"""Every criterion on every page has one of five outcomes, and no program says "passed"."""

import csv
import io
import json
from collections import Counter

import pytest

from a11y_tests.criteria import criteria
from a11y_tests.people import GROUPS, _criteria_of_groups, groups_of, who_meets
from a11y_tests.reports.coverage import OBJECTS, axe_criteria, checks_of, has_no_object
from a11y_tests.reports.csv_report import BOM, COLUMNS, csv_report, safe
from a11y_tests.reports.earl import document, earl
from a11y_tests.reports.manual_records import OUTCOMES, Records
from a11y_tests.reports.model import Run
from a11y_tests.reports.outcomes import decisions


def outcomes(run: Run, records: Records) -> dict[tuple[str, str], str]:
    return {(d.address.split("/")[3], d.criterion): d.outcome for d in decisions(run, records)}


@pytest.mark.requirement("RP-02")
def test_what_is_found_is_failed_or_for_a_person_and_what_cannot_be_there_is_inapplicable(run: Run) -> None:
    found = outcomes(run, Records())
    assert len(found) == 3 * 86
    assert found["bad", "2.4.7"] == "failed"
    assert found["bad", "2.4.4"] == "cantTell"
    assert found["bad", "3.1.6"] == "untested"
    assert found["good", "1.2.1"] == "inapplicable"
    assert found["good", "1.4.3"] == "cantTell"
    assert found["good", "3.1.6"] == "untested"
    assert {found["broken", number] for number in criteria()} == {"untested"}


@pytest.mark.requirement("RP-02")
def test_only_persons_say_that_a_criterion_is_met(run: Run, records: Records) -> None:
    passed = {(d.address, d.criterion, d.is_manual) for d in decisions(run, records) if d.outcome == "passed"}
    pages = [page.address for page in run.pages]
    assert passed == {(pages[0], "2.4.3", True), (pages[1], "2.4.3", True), (pages[1], "2.4.7", True)}
    assert "passed" not in Counter(d.outcome for d in decisions(run, Records()))


@pytest.mark.requirement("RP-02")
def test_earl_has_one_assertion_for_each_criterion_on_each_page(run: Run, records: Records) -> None:
    graph = json.loads(earl(run, records))["@graph"]
    assertions = [node for node in graph if node["@type"] == "Assertion"]
    pairs = Counter((each["subject"], each["test"]) for each in assertions)
    assert len(pairs) == 3 * 86
    assert set(pairs.values()) == {1}
    known = {node["@id"] for node in graph if "@id" in node}
    for each in assertions:
        assert set(each) == {"@type", "assertedBy", "subject", "test", "mode", "result"}
        assert {each["assertedBy"], each["subject"], each["test"]} <= known
        assert each["result"]["outcome"].removeprefix("earl:") in OUTCOMES
        assert each["mode"] == "earl:manual" or each["result"]["outcome"] != "earl:passed"


def test_earl_carries_what_a_person_said_beside_what_a_program_found(run: Run, records: Records) -> None:
    graph = document(run, records)["@graph"]
    [focus] = [n for n in graph if n.get("test") == "wcag:focus-visible" and n["subject"].endswith("/bad/")]
    assert focus == {
        "@type": "Assertion",
        "assertedBy": "_:program",
        "subject": "http://127.0.0.1:40123/bad/",
        "test": "wcag:focus-visible",
        "mode": "earl:automatic",
        "result": {
            "@type": "TestResult",
            "outcome": "earl:failed",
            "date": "2026-11-22T15:30:00+00:00",
            "description": "A program found a barrier. Reviewer A, 2026-11-20: passed. Tab through the page (none, Firefox ESR 153).",
            "pointer": [{"@type": "ptr:CSSSelectorPointer", "ptr:expression": "form > button", "description": "button “Send” shows no visible focus", "dct:contributor": ["Curbcut (focus-visible)"]}],
        },
    }  # fmt: skip
    [table] = [n for n in graph if n.get("test") == "wcag:info-and-relationships" and "/good/" in n["subject"]]
    assert (table["mode"], table["result"]["date"]) == ("earl:manual", "2026-11-21")
    assert table["result"]["outcome"] == "earl:failed"
    assert {"@id": table["assertedBy"], "@type": ["Assertor", "foaf:Agent"], "foaf:name": "Reviewer B"} in graph


def test_unknown_content_is_never_taken_for_none() -> None:
    assert not has_no_object("1.2.1", None)
    assert has_no_object("1.2.1", frozenset({"link", "image"}))
    assert not has_no_object("1.2.1", frozenset({"media"}))
    assert not has_no_object("1.1.1", frozenset())
    assert set(OBJECTS) <= set(criteria())


def test_the_checks_of_a_criterion_are_named() -> None:
    assert "focus-visible" in checks_of("2.4.7")
    assert checks_of("1.4.3")[-1] == "axe-core"
    assert checks_of("3.1.6") == ()
    assert axe_criteria() <= set(criteria())
    assert "4.1.2" in axe_criteria()


def test_who_meets_a_barrier_is_said_in_one_sentence() -> None:
    assert who_meets(["1.2.2"]) == (
        "People who hear little or nothing; people who find it hard to read, to remember or to keep their attention on something."
    )
    assert who_meets([]) == ""


def test_every_criterion_matters_to_somebody() -> None:
    assert set(_criteria_of_groups()) == set(GROUPS)
    assert [number for number in criteria() if not groups_of([number])] == []
    assert {number for numbers in _criteria_of_groups().values() for number in numbers} <= set(criteria())


def test_the_table_for_spreadsheets_has_a_row_for_each_finding(run: Run, records: Records) -> None:
    text = csv_report(run, records)
    assert text.startswith(BOM)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))
    assert [row["level"] for row in rows] == ["violation"] * 3 + ["review", "advice", "not judged", "violation"]
    assert tuple(rows[0]) == COLUMNS
    assert rows[1]["repair"] == "'=Give it an alt attribute"
    assert len({row["id"] for row in rows[:5]}) == 5
    assert [row["found_by"] for row in rows[:2]] == ["Curbcut (focus-visible)", "axe-core (image-alt)"]
    assert rows[6]["found_by"] == "Reviewer B: Read the page aloud (NVDA 2026.3, Firefox ESR 153)"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "  =1", "＝1"])
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
    assert safe("1 = 1") == "1 = 1"
