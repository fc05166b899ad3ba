"""SARIF, JUnit, the kept audit and the comparison."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from a11y_tests.reports.compare import compare
from a11y_tests.reports.conftest import ALT, FOCUS, LINK, ORIGIN
from a11y_tests.reports.csv_report import csv_report
from a11y_tests.reports.earl import document
from a11y_tests.reports.html import html_report
from a11y_tests.reports.junit import junit
from a11y_tests.reports.kinds import kinds_of
from a11y_tests.reports.manual_records import Records
from a11y_tests.reports.model import JudgedPage, Run, findings_of
from a11y_tests.reports.sarif import log, sarif
from a11y_tests.reports.store import load, save
from site_config.problems import Mistake

# What the standard demands of each object that we write, and what else it lets in (SARIF 2.1.0, section 3).
SHAPES: dict[str, tuple[set[str], set[str]]] = {
    "log": ({"version", "runs"}, {"$schema"}),
    "run": ({"tool"}, {"invocations", "results", "columnKind"}),
    "tool": ({"driver"}, set()),
    "driver": ({"name"}, {"version", "rules"}),
    "rules": ({"id"}, {"shortDescription", "fullDescription", "help", "properties"}),
    "invocations": ({"executionSuccessful"}, {"startTimeUtc", "toolExecutionNotifications"}),
    "toolExecutionNotifications": ({"message"}, {"level", "locations"}),
    "results": ({"message"}, {"ruleId", "ruleIndex", "kind", "level", "locations", "partialFingerprints", "baselineState", "properties"}),
    "message": ({"text"}, set()),
    "locations": (set(), {"physicalLocation", "logicalLocations"}),
    "physicalLocation": ({"artifactLocation"}, {"region"}),
    "artifactLocation": ({"uri"}, set()),
    "region": ({"startLine"}, {"snippet"}),
    "logicalLocations": (set(), {"fullyQualifiedName", "kind"}),
}  # fmt: skip


def check_shape(name: str, value: Any) -> None:
    if isinstance(value, list):
        for item in value:
            check_shape(name, item)
    elif name in SHAPES:
        required, optional = SHAPES[name]
        assert required <= set(value) <= required | optional, name
        for key, inner in value.items():
            check_shape({"runs": "run"}.get(key, key), inner)


def test_sarif_has_the_shape_of_the_standard(run: Run) -> None:
    content = json.loads(sarif(run))
    check_shape("log", content)
    [sarif_run] = content["runs"]
    assert content["version"] == "2.1.0"
    rules = sarif_run["tool"]["driver"]["rules"]
    for result in sarif_run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["kind"] == "fail" or result["level"] == "none"
    assert [(each["kind"], each["level"]) for each in sarif_run["results"]] == [
        ("fail", "error"), ("fail", "error"), ("fail", "error"), ("review", "none"), ("fail", "note")]  # fmt: skip
    [missed] = sarif_run["invocations"][0]["toolExecutionNotifications"]
    assert missed["message"] == {"text": "the page was not loaded: HTTP status 500"}


def test_sarif_tells_what_is_new_and_what_is_gone(run: Run) -> None:
    old = replaced(run, [FOCUS, LINK])
    states = [each["baselineState"] for each in log(run, compare(old, run))["runs"][0]["results"]]
    assert states == ["unchanged", "new", "new", "unchanged", "new"]
    gone = log(old, compare(run, old))["runs"][0]["results"]
    assert [each["baselineState"] for each in gone] == ["unchanged", "unchanged", "absent", "absent", "absent"]
    check_shape("results", gone)


def test_junit_has_a_suite_for_each_page(run: Run) -> None:
    root = ElementTree.fromstring(junit(run))
    assert {key: root.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "5", "failures": "2", "errors": "1", "skipped": "1"}  # fmt: skip
    assert [suite.get("name") for suite in root] == [page.address for page in run.pages]
    names = [case.get("name") for case in root[0]]
    assert names == [
        "Whatever has the keyboard focus shows it (2.4.7)",
        "Images must have alternative text (1.1.1)",
        "A link's text says where it leads (2.4.4), for a person",
    ]


def test_junit_writes_no_character_that_xml_has_not(run: Run) -> None:
    page = JudgedPage(ORIGIN, found=findings_of(ORIGIN, [{**FOCUS, "msg": "button “\x00\x1b\ufffe”"}]))
    failure = ElementTree.fromstring(junit(replace(run, pages=(page,)))).find(".//failure")
    assert failure is not None
    assert failure.get("message") == "button “���”"


def test_a_kept_audit_is_read_as_it_was(run: Run, tmp_path: Path) -> None:
    save(run, tmp_path / "audit.json")
    assert load(tmp_path / "audit.json") == run


def test_a_findings_file_is_read_as_an_audit(tmp_path: Path) -> None:
    file = tmp_path / "findings.json"
    file.write_text(json.dumps({f"{ORIGIN}/a/": [FOCUS], f"{ORIGIN}/b/": {"error": "gone"}}), encoding="utf-8")
    pages = load(file).pages
    assert [(page.address, page.error, [found.rule for found in page.found]) for page in pages] == [
        (f"{ORIGIN}/a/", "", ["focus-visible"]), (f"{ORIGIN}/b/", "gone", [])]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [("{", ":1: this is not JSON"), ('{"a": [{}]}', ":1: this is neither an audit.json nor a findings file"),
     ("[]", ":1: this is neither an audit.json nor a findings file")],
)  # fmt: skip
def test_a_file_that_is_no_audit_is_said(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(Mistake) as mistake:
        load(tmp_path / "x.json")
    assert str(mistake.value) == f"{tmp_path / 'x.json'}{said}"


def replaced(run: Run, rows: list[dict[str, Any]], origin: str = ORIGIN) -> Run:
    address = f"{origin}/bad/"
    page = replace(run.pages[0], address=address, found=findings_of(address, rows))
    return replace(run, at=run.at - timedelta(days=7), pages=(page, *run.pages[1:]))


def test_a_finding_is_the_same_at_another_port_and_when_its_place_has_moved(run: Run) -> None:
    moved = [FOCUS, {**ALT, "selector": "img:nth-of-type(3)"}]
    found = compare(replaced(run, [FOCUS, ALT], "http://127.0.0.1:5555"), replaced(run, moved))
    assert (found.new, found.fixed, found.unseen) == ((), (), ())
    assert [(one.selector, other.selector) for one, other in found.still] == [
        ("form > button", "form > button"), ("img:nth-of-type(2)", "img:nth-of-type(3)")]  # fmt: skip


def test_new_and_fixed_are_told_apart(run: Run) -> None:
    found = compare(replaced(run, [FOCUS, ALT]), replaced(run, [LINK, ALT, ALT]))
    assert [each.rule for each in found.new] == ["link-text", "axe:image-alt"]
    assert [each.rule for each in found.fixed] == ["focus-visible"]
    assert [new.rule for _, new in found.still] == ["axe:image-alt"]


def test_what_was_on_a_page_that_is_not_judged_now_is_not_called_fixed(run: Run) -> None:
    now = replace(run, pages=(replace(run.pages[0], found=(), error="HTTP status 500"), *run.pages[1:]))
    found = compare(run, now)
    assert (found.fixed, len(found.unseen)) == ((), 5)


def test_each_report_says_all_that_found_a_barrier(run: Run, records: Records) -> None:
    found_by = ["axe:image-alt", "ibm:img_alt_valid", "image-without-alternative"]
    merged = replaced(run, [{**ALT, "found_by": found_by}])
    names = "axe-core (image-alt), IBM Equal Access (img_alt_valid), Curbcut (image-without-alternative)"
    assert names in html_report(merged, records)
    assert names.replace(",", ";") in csv_report(merged, records)
    assert f"Found by {names}" in junit(merged)
    [result] = log(merged)["runs"][0]["results"]
    assert result["properties"]["foundBy"] == found_by
    [pointer] = [p for node in document(merged, records)["@graph"] for p in node.get("result", {}).get("pointer", [])]
    assert pointer["dct:contributor"] == names.split(", ")


def test_findings_of_one_rule_are_one_kind_and_barriers_come_first(run: Run) -> None:
    kinds = kinds_of(run.found())
    assert [(kind.number, kind.level, kind.rule, len(kind.found)) for kind in kinds] == [
        (1, "violation", "axe:image-alt", 2), (2, "violation", "focus-visible", 1), (3, "review", "link-text", 1),
        (4, "advice", "plain-language", 1)]  # fmt: skip
    assert kinds[1].groups == ["low-vision", "colours", "keyboard"]
