"""EARL, W3C's Evaluation and Report Language, as JSON-LD: every criterion on every page with its outcome."""

import json
from collections.abc import Mapping
from typing import Any

from a11y_tests.criteria import criteria
from a11y_tests.reports.kinds import finders
from a11y_tests.reports.manual_records import Record, Records
from a11y_tests.reports.model import Found, Run
from a11y_tests.reports.outcomes import Decision, decisions

CONTEXT: Mapping[str, Any] = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "ptr": "http://www.w3.org/2009/pointers#",
    "wcag": "https://www.w3.org/TR/WCAG22/#",
    "title": "dct:title",
    "description": "dct:description",
    "date": "dct:date",
    "source": {"@id": "dct:source", "@type": "@id"},
    "assertedBy": {"@type": "@id"},
    "subject": {"@type": "@id"},
    "test": {"@type": "@id"},
    "mode": {"@type": "@id"},
    "outcome": {"@type": "@id"},
}
PROGRAM = "_:program"


def earl(run: Run, records: Records) -> str:
    return json.dumps(document(run, records), ensure_ascii=False, indent=1) + "\n"


def document(run: Run, records: Records) -> dict[str, Any]:
    people = _people(records)
    graph = [
        _program(run),
        *({"@id": node, "@type": ["Assertor", "foaf:Agent"], "foaf:name": who} for who, node in people.items()),
        *(
            {"@id": f"wcag:{criterion.alt_id}", "@type": "TestRequirement", "title": f"{number} {criterion.handle}"}
            for number, criterion in criteria().items()
        ),
        *(
            {"@id": page.address, "@type": "TestSubject", "title": page.name, "source": page.address}
            for page in run.pages
        ),
        *(_assertion(run, decision, people) for decision in decisions(run, records)),
    ]
    return {"@context": dict(CONTEXT), "@graph": graph}


def _people(records: Records) -> dict[str, str]:
    names = dict.fromkeys(record.who for record in records.records)
    return {who: f"_:person-{number}" for number, who in enumerate(names, 1)}


def _program(run: Run) -> dict[str, Any]:
    tools = ", ".join(f"{name} {version}" for name, version in run.tools.items())
    return {
        "@id": PROGRAM,
        "@type": ["Assertor", "Software", "doap:Project"],
        "doap:name": "Curbcut audit",
        "description": tools,
    }


def _assertion(run: Run, decision: Decision, people: Mapping[str, str]) -> dict[str, Any]:
    by = decision.record if decision.is_manual else None
    said = [str(decision.why), _said_by_person(decision.record) if decision.record else ""]
    result: dict[str, Any] = {
        "@type": "TestResult",
        "outcome": f"earl:{decision.outcome}",
        "date": by.date.isoformat() if by else run.at.isoformat(timespec="seconds"),
        "description": " ".join(filter(None, said)),
    }
    if decision.found:
        result["pointer"] = [_pointer(found) for found in decision.found]
    return {
        "@type": "Assertion",
        "assertedBy": people[by.who] if by else PROGRAM,
        "subject": decision.address,
        "test": f"wcag:{criteria()[decision.criterion].alt_id}",
        "mode": "earl:manual" if by else "earl:automatic",
        "result": result,
    }


def _said_by_person(record: Record) -> str:
    tools = ", ".join(filter(None, (record.assistive_technology, record.browser)))
    return f"{record.who}, {record.date}: {record.outcome}. {record.method} ({tools}). {record.note}".strip()


def _pointer(found: Found) -> dict[str, Any]:
    return {
        "@type": "ptr:CSSSelectorPointer",
        "ptr:expression": found.selector,
        "description": found.msg,
        "dct:contributor": finders(found),
    }
