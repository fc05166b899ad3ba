"""OpenACR, a conformance report in YAML: only from dated records of persons; before that a draft that says it is one.

A dated record is needed for each A and AA criterion and each component. Whether a program found something never gives
"supports"; it only forbids it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from a11y_tests.criteria import Criterion, criteria
from a11y_tests.reports.manual_records import COMPONENTS, Component, Outcome, Product, Record, Records
from a11y_tests.reports.model import Run
from participation_api.components.words import Sentence, say

CATALOG = "2.5-edition-wcag-2.2-en"
CHAPTERS = {"A": "success_criteria_level_a", "AA": "success_criteria_level_aa", "AAA": "success_criteria_level_aaa"}
DRAFT = say("DRAFT, not a conformance report, not to be published.")
NOT_YET = say("No person has tried this yet.")
PARSING = say(
    "WCAG 2.2 has taken out criterion 4.1.1; nothing was evaluated for it. The catalogue of this format still lists it."
)
LEVELS: Mapping[Outcome, str] = {
    "passed": "supports",
    "failed": "partially-supports",
    "inapplicable": "not-applicable",
}


@dataclass(frozen=True)
class Missing:
    """What stands between the records and a report."""

    what: str
    why: Sentence

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


def missing(records: Records, run: Run | None = None) -> list[Missing]:
    """Everything that is missing; empty when the report can be made."""
    rows = [
        Missing(f"{number} {criterion.handle} ({criterion.level}), {component}", why)
        for number, criterion in criteria().items()
        if criterion.level != "AAA"
        for component in COMPONENTS
        if (why := _why_not(number, component, records, run))
    ]
    return [*_missing_of_product(records.product), *rows]


def _missing_of_product(product: Product) -> Iterator[Missing]:
    for key in ("name", "version", "author", "email"):
        if not getattr(product, key):
            yield Missing(f"product, {key}", say("write it at the top of the file of records"))


def _why_not(number: str, component: Component, records: Records, run: Run | None) -> Sentence | None:
    about = [record for record in records.of(number, component) if record.outcome in LEVELS]
    if not about:
        return say("no dated record of a person")
    doubts = [record for record in records.of(number, component) if record.outcome == "cantTell"]
    if doubts and doubts[0].date > about[0].date:
        return say("the newest record is in doubt (cantTell)")
    if component == "web" and run and all(record.outcome != "failed" for record in about):
        places = sum(number in found.wcag for found in run.found("violation"))
        if places:
            return say("the record says that it is met, but the audit found barriers (places: {n})", n=places)
    return None


def openacr(records: Records, run: Run | None = None, *, is_draft: bool = False) -> str:
    """The file; raises ValueError where rows are missing and no draft is wanted."""
    if not is_draft and missing(records, run):
        raise ValueError("rows are missing; only a draft can be made")
    head = f"# {DRAFT}\n" if is_draft else ""
    return head + yaml.dump(
        document(records, run, is_draft), Dumper=Quoted, allow_unicode=True, sort_keys=False, width=110
    )


def document(records: Records, run: Run | None, is_draft: bool) -> dict[str, Any]:
    product = records.product
    name = product.name or str(say("Product without a name"))
    title = say("{name} Accessibility Conformance Report", name=name)
    return {
        "title": f"{DRAFT} {title}" if is_draft else str(title),
        "product": _filled(name=name, version=product.version, description=product.description),
        "author": _filled(
            name=product.author, company_name=product.organisation, website=product.website,
            email=product.email or str(say("not given yet")),
        ),
        **_filled(report_date=_newest(records), feedback=product.feedback),
        "notes": f"{DRAFT} {PARSING}" if is_draft else str(PARSING),
        "evaluation_methods_used": _methods(records),
        "catalog": CATALOG,
        "chapters": {
            CHAPTERS[level]: {"criteria": list(_rows(level, records, run))} for level in CHAPTERS
        },
    }  # fmt: skip


def _rows(level: str, records: Records, run: Run | None) -> Iterator[dict[str, Any]]:
    for criterion in criteria().values():
        if criterion.level != level:
            continue
        if criterion.num == "4.1.2":
            parsing = {"level": "not-applicable", "notes": str(PARSING)}
            yield {"num": "4.1.1", "components": [{"name": name, "adherence": parsing} for name in COMPONENTS]}
        components = [_component(criterion, component, records, run) for component in COMPONENTS]
        yield {"num": criterion.num, "components": components}


def _component(criterion: Criterion, component: Component, records: Records, run: Run | None) -> dict[str, Any]:
    """In a draft an A or AA row without a record is "not-evaluated", which no finished report may say of it."""
    about = [record for record in records.of(criterion.num, component) if record.outcome in LEVELS]
    if criterion.level != "AAA" and (why := _why_not(criterion.num, component, records, run)):
        notes = " ".join([f"{DRAFT} {NOT_YET if not about else why}", *map(_said, about)])
        return {"name": component, "adherence": {"level": "not-evaluated", "notes": notes}}
    if not about:
        return {"name": component, "adherence": {"level": "not-evaluated", "notes": str(NOT_YET)}}
    return {"name": component, "adherence": {"level": _level(about), "notes": " ".join(map(_said, about))}}


def _level(about: list[Record]) -> str:
    failed = [record for record in about if record.outcome == "failed"]
    if failed:
        levels = [record.level or LEVELS["failed"] for record in failed]
        return min(levels)  # "does-not-support" comes before "partially-supports"
    return LEVELS["passed" if any(record.outcome == "passed" for record in about) else "inapplicable"]


def _said(record: Record) -> str:
    tools = ", ".join(filter(None, (record.assistive_technology, record.browser)))
    where = f" {', '.join(record.pages)}:" if record.pages else ""
    return f"{record.date}, {record.who}: {record.method} ({tools}).{where} {record.note}".strip()


def _methods(records: Records) -> str:
    methods = dict.fromkeys(f"{record.method} ({record.assistive_technology})" for record in records.records)
    return "; ".join(methods) or str(NOT_YET)


def _newest(records: Records) -> str:
    return max((record.date.isoformat() for record in records.records), default="")


def _filled(**values: str) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}


class Quoted(yaml.SafeDumper):
    """Every text stands in quotes: a bare 2026-11-22 would be read as a date, and a bare 4.10 as the number 4.1."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    is_key = text.isidentifier()
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if is_key else '"')


Quoted.add_representer(str, _quoted)
