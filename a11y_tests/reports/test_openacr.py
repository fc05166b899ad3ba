"""The conformance report: made from records of persons only, valid against its schema, and marked until it is whole."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from a11y_tests.criteria import criteria
from a11y_tests.reports.manual_records import COMPONENTS, Product, Record, Records
from a11y_tests.reports.model import Run
from a11y_tests.reports.openacr import missing, openacr

# The schema of the format, version 0.1.0, by the General Services Administration, CC0-1.0.
SCHEMA = json.loads((Path(__file__).parent / "openacr-0.1.0.schema.json").read_text(encoding="utf-8"))
TERMS = {"supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated"}
PRODUCT = Product("Curbcut", "1.10", author="The reviewer", email="reviewer@example.org")
NEEDED = tuple(number for number, criterion in criteria().items() if criterion.level != "AAA")
WHOLE = Records(PRODUCT, (
    Record(date(2026, 11, 20), "The reviewer", "Read all pages", "NVDA 2026.3", components=COMPONENTS, criteria=NEEDED, outcome="passed"),
))  # fmt: skip


def problems(value: Any, schema: Mapping[str, Any], where: str = "") -> list[str]:
    """What of JSON Schema this schema uses: type, properties, required, items, enum, and references within it."""
    if "$ref" in schema:
        schema = SCHEMA["definitions"][schema["$ref"].rsplit("/", 1)[1]]
    kinds: dict[str, Any] = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    if "type" in schema and not isinstance(value, kinds[schema["type"]]):
        return [f"{where}: {value!r} is not of type {schema['type']}"]
    found = [f"{where}: {value!r} is not one of {schema['enum']}"] if value not in schema.get("enum", [value]) else []
    if isinstance(value, dict):
        found += [f"{where}: {key} is missing" for key in schema.get("required", ()) if key not in value]
        for key, inner in schema.get("properties", {}).items():
            found += problems(value[key], inner, f"{where}/{key}") if key in value else []
    for number, item in enumerate(value if isinstance(value, list) else ()):
        found += problems(item, schema.get("items", {}), f"{where}/{number}")
    return found


def levels(text: str, chapter: str = "success_criteria_level_a") -> dict[str, list[str]]:
    rows = yaml.safe_load(text)["chapters"][chapter]["criteria"]
    return {row["num"]: [each["adherence"]["level"] for each in row["components"]] for row in rows}


@pytest.mark.requirement("RP-01")
def test_without_records_every_a_and_aa_row_is_missing() -> None:
    found = [str(each) for each in missing(Records(PRODUCT))]
    assert len(found) == 55 * 2
    assert found[:2] == [
        "1.1.1 Non-text Content (A), web: no dated record of a person",
        "1.1.1 Non-text Content (A), authoring-tool: no dated record of a person",
    ]
    assert str(missing(Records())[0]) == "product, name: write it at the top of the file of records"
    with pytest.raises(ValueError, match="rows are missing"):
        openacr(Records(PRODUCT))


@pytest.mark.requirement("RP-01")
def test_a_whole_report_is_valid_and_has_every_criterion_and_a_note_for_parsing() -> None:
    text = openacr(WHOLE)
    content = yaml.safe_load(text)
    assert problems(content, SCHEMA) == []
    rows = [row for chapter in content["chapters"].values() for row in chapter["criteria"]]
    assert sorted(row["num"] for row in rows) == sorted([*criteria(), "4.1.1"])
    assert {each["name"] for row in rows for each in row["components"]} == {"web", "authoring-tool"}
    assert {each["adherence"]["level"] for row in rows for each in row["components"]} <= TERMS
    assert levels(text)["4.1.1"] == ["not-applicable", "not-applicable"]
    assert {tuple(each) for each in levels(text, "success_criteria_level_aaa").values()} == {("not-evaluated",) * 2}
    assert {tuple(found) for number, found in levels(text).items() if number != "4.1.1"} == {("supports", "supports")}
    assert "DRAFT" not in text


@pytest.mark.requirement("RP-01")
def test_dates_versions_and_numbers_stay_texts() -> None:
    text = openacr(WHOLE)
    content = yaml.safe_load(text)
    assert (content["report_date"], content["product"]["version"]) == ("2026-11-20", "1.10")
    assert '  - num: "1.4.10"\n' in text
    assert 'report_date: "2026-11-20"\n' in text
    assert problems({**content, "report_date": date(2026, 11, 20)}, SCHEMA) == [
        "/report_date: datetime.date(2026, 11, 20) is not of type string"]  # fmt: skip
    assert "/author: email is missing" in problems({**content, "author": {}}, SCHEMA)


@pytest.mark.requirement("RP-01")
def test_a_draft_is_marked_and_says_of_nothing_that_it_is_supported() -> None:
    text = openacr(Records(), is_draft=True)
    content = yaml.safe_load(text)
    assert problems(content, SCHEMA) == []
    assert text.startswith("# DRAFT, not a conformance report, not to be published.\n")
    assert content["title"].startswith("DRAFT")
    assert {tuple(each) for each in levels(text).values()} == {("not-evaluated",) * 2, ("not-applicable",) * 2}
    notes = [each["adherence"]["notes"] for row in content["chapters"]["success_criteria_level_a"]["criteria"]
             for each in row["components"] if row["num"] != "4.1.1"]  # fmt: skip
    assert set(notes) == {"DRAFT, not a conformance report, not to be published. No person has tried this yet."}


def test_one_row_less_and_there_is_no_report() -> None:
    [record] = WHOLE.records
    almost = replace(WHOLE, records=(replace(record, criteria=NEEDED[1:]),))
    assert [each.what for each in missing(almost)] == [
        "1.1.1 Non-text Content (A), web",
        "1.1.1 Non-text Content (A), authoring-tool",
    ]
    only_web = replace(WHOLE, records=(replace(record, components=("web",)),))
    assert len(missing(only_web)) == 55
    unsure = replace(WHOLE, records=(replace(record, outcome="cantTell"),))
    assert len(missing(unsure)) == 110
    later = replace(record, outcome="cantTell", criteria=("2.1.1",), date=record.date + timedelta(days=1))
    doubted = replace(WHOLE, records=(record, later))
    assert {str(each.why) for each in missing(doubted)} == {"the newest record is in doubt (cantTell)"}


def test_a_failure_of_one_record_is_not_outweighed_by_others() -> None:
    failed = Record(
        date(2026, 11, 21), "A", "Tab", "none", criteria=("2.1.1",), outcome="failed", note="The map.", pages=("/map/",)
    )
    with_it = replace(WHOLE, records=(*WHOLE.records, failed))
    assert levels(openacr(with_it))["2.1.1"] == ["partially-supports", "supports"]
    worse = replace(with_it, records=(*with_it.records, replace(failed, level="does-not-support")))
    assert levels(openacr(worse))["2.1.1"] == ["does-not-support", "supports"]
    assert "2026-11-21, A: Tab (none). /map/: The map." in openacr(with_it)


def test_a_record_that_an_audit_contradicts_does_not_count(run: Run) -> None:
    found = {each.what: str(each.why) for each in missing(WHOLE, run)}
    assert found == {
        "1.1.1 Non-text Content (A), web": "the record says that it is met, but the audit found barriers (places: 2)",
        "2.4.7 Focus Visible (AA), web": "the record says that it is met, but the audit found barriers (places: 1)",
    }
