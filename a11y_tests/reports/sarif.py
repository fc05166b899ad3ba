"""SARIF 2.1.0, the form in which code hosts show what checkers have found."""

import json
from typing import Any

from a11y_tests.findings import Level
from a11y_tests.reports.compare import Comparison
from a11y_tests.reports.kinds import title_of
from a11y_tests.reports.model import Found, Run

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# The standard: whatever is not a failure has the level "none".
LEVELS: dict[Level, tuple[str, str]] = {
    "violation": ("fail", "error"),
    "review": ("review", "none"),
    "advice": ("fail", "note"),
}


def sarif(run: Run, comparison: Comparison | None = None) -> str:
    return json.dumps(log(run, comparison), ensure_ascii=False, indent=1) + "\n"


def log(run: Run, comparison: Comparison | None = None) -> dict[str, Any]:
    rules = {found.rule: found for found in run.found()}
    order = {rule: number for number, rule in enumerate(rules)}
    new = {found.id for found in comparison.new} if comparison else None
    results = [_result(found, order[found.rule], new) for found in run.found()]
    results += (
        [{**_result(found, None, None), "baselineState": "absent"} for found in comparison.fixed] if comparison else []
    )
    driver = {
        "name": "Curbcut audit",
        "version": run.tools.get("curbcut", "0"),
        "rules": [_rule(found) for found in rules.values()],
    }
    sarif_run: dict[str, Any] = {
        "tool": {"driver": driver},
        "invocations": [_invocation(run)],
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [sarif_run]}


def _invocation(run: Run) -> dict[str, Any]:
    """Pages that could not be judged stand here: the run as a whole went well."""
    missed = [
        {"message": {"text": page.error}, "level": "error", "locations": [_physical(page.address)]}
        for page in run.unjudged
    ]
    at = run.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"executionSuccessful": True, "startTimeUtc": at, "toolExecutionNotifications": missed}


def _rule(found: Found) -> dict[str, Any]:
    return {
        "id": found.rule,
        "shortDescription": {"text": title_of(found)},
        "fullDescription": {"text": found.who or title_of(found)},
        "help": {"text": found.repair or title_of(found)},
        "properties": {"tags": ["accessibility", *(f"WCAG {number}" for number in found.wcag)]},
    }


def _result(found: Found, rule_index: int | None, new: set[str] | None) -> dict[str, Any]:
    kind, level = LEVELS[found.level]
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "kind": kind,
        "level": level,
        "message": {"text": found.msg},
        "locations": [_location(found)],
        "partialFingerprints": {"curbcutFinding/v1": found.id},
        "properties": {"wcag": list(found.wcag), "act": list(found.act), "foundBy": list(found.found_by)},
    }
    if rule_index is not None:
        result["ruleIndex"] = rule_index
    if new is not None:
        result["baselineState"] = "new" if found.id in new else "unchanged"
    return result


def _location(found: Found) -> dict[str, Any]:
    place = _physical(found.address)
    if found.html:
        # A page has no lines that would mean anything; the standard wants a region around a snippet all the same.
        place["physicalLocation"]["region"] = {"startLine": 1, "snippet": {"text": found.html}}
    if found.selector:
        place["logicalLocations"] = [{"fullyQualifiedName": found.selector, "kind": "element"}]
    return place


def _physical(address: str) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": address}}}
