"""Records of people: read from YAML and Markdown alike, and a mistake is said with file and line."""

from datetime import date
from pathlib import Path

import pytest

from a11y_tests.reports.manual_records import Product, Record, Records, read_records
from site_config.problems import Mistake

YAML = """\
product:
  name: Curbcut
  version: 1.10
records:
  - date: 2026-11-20
    who: Reviewer for the help desk
    method: Tab through each page
    assistive_technology: NVDA 2026.3
    browser: Firefox ESR 153
    persons_with_disabilities: 2
    component: [web, authoring-tool]
    pages: [/a-z/]
    criteria: [2.1.1, 1.4.10]
    outcome: failed
    level: does-not-support
    place: The list of letters
    note: The letter Q is left out.
    repair: Add it.
"""
MARKDOWN = """\
---
name: Curbcut
version: 1.10
---

# What we tried

## 20 November: the list of letters

- Date: 2026-11-20
- Who: Reviewer for the help desk
- Method: Tab through
  each page
- Assistive technology: NVDA 2026.3
- Browser: Firefox ESR 153
- Persons with disabilities: 2
- Component: web, authoring-tool
- Pages: /a-z/
- Criteria: 2.1.1, 1.4.10
- Outcome: failed
- Level: does-not-support
- Place: The list of letters
- Repair: Add it.

The letter Q
is left out.
"""
RECORD = Record(
    date=date(2026, 11, 20),
    who="Reviewer for the help desk",
    method="Tab through each page",
    assistive_technology="NVDA 2026.3",
    browser="Firefox ESR 153",
    persons_with_disabilities=2,
    components=("web", "authoring-tool"),
    pages=("/a-z/",),
    criteria=("2.1.1", "1.4.10"),
    outcome="failed",
    level="does-not-support",
    place="The list of letters",
    note="The letter Q is left out.",
    repair="Add it.",
)


def read(folder: Path, text: str, name: str = "records.yaml") -> Records:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return read_records(file)


@pytest.mark.requirement("RP-01")
@pytest.mark.parametrize(("name", "text", "line"), [("records.yaml", YAML, 5), ("records.md", MARKDOWN, 8)])
def test_a_record_says_the_same_in_yaml_and_in_markdown(tmp_path: Path, name: str, text: str, line: int) -> None:
    found = read(tmp_path, text, name)
    assert found.product == Product(name="Curbcut", version="1.10")
    assert found.records == (Record(**{**vars(RECORD), "where": f"{tmp_path / name}:{line}"}),)
    assert found.persons_with_disabilities == 2


def test_without_a_file_nobody_has_tried_anything() -> None:
    assert read_records(None).persons_with_disabilities == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("who:", "woh:", ":6: 'woh' is not a known key; did you mean 'who'?"),
        ("2026-11-20", "20.11.2026", ":5: '20.11.2026' is not a date such as 2026-12-03"),
        ("2026-11-20", "2999-01-01", ":5: 2999-01-01 has not come yet; a record is about what was done"),
        ("NVDA 2026.3", "NVDA", ":8: 'NVDA' has no version; write for example 'NVDA 2026.3', or 'none'"),
        ("1.4.10", "4.1.1", ":13: '4.1.1' is not a success criterion of WCAG 2.2"),
        ("outcome: failed", "outcome: bad", ":14: the outcome 'bad' is not one of passed, failed, cantTell, inapplicable"),
        ("outcome: failed", "outcome: passed", ":15: 'level' belongs to the outcome 'failed' only"),
        ("does-not-support", "supports", ":15: level 'supports' is not one of partially-supports, does-not-support"),
        ("    outcome: failed\n", "", ":13: 'criteria' without an 'outcome'"),
        ("    criteria: [2.1.1, 1.4.10]\n    outcome: failed\n    level: does-not-support\n", "    outcome: passed\n", ":13: the outcome 'passed' needs 'criteria'"),
        ("    persons_with_disabilities: 2\n    component: [web, authoring-tool]\n    pages: [/a-z/]\n    criteria: [2.1.1, 1.4.10]\n    outcome: failed\n    level: does-not-support\n", "", ":5: a record needs an 'outcome', or persons who took part"),
        ("    note: The letter Q is left out.\n", "", ":5: a record with the outcome 'failed' needs a 'note' that says what the barrier is"),
        ("    method: Tab through each page\n", "", ":5: a record needs 'method'"),
        ("persons_with_disabilities: 2", "persons_with_disabilities: many", ":10: 'many' is not a number of persons"),
        ("[web, authoring-tool]", "mobile", ":11: component 'mobile' is not one of web, authoring-tool"),
        ("records:", "record:", ":4: 'record' is not a known key here; 'product' and 'records' are"),
        ("  name: Curbcut", "  name: [Curb, cut]", ":2: 'name' is one text, not a list"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_file_and_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in YAML
    with pytest.raises(Mistake) as mistake:
        read(tmp_path, YAML.replace(old, new))
    assert str(mistake.value) == f"{tmp_path / 'records.yaml'}{said}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- Who:", "- Woh:", ":11: 'woh' is not a known key; did you mean 'who'?"),
        ("- Browser:", "- Who:", ":15: 'Who' stands here twice"),
        ("2026-11-20", "soon", ":10: 'soon' is not a date such as 2026-12-03"),
        ("version: 1.10", "verzion: 1.10", ":3: 'verzion' is not a known key; did you mean 'version'?"),
    ],
)
def test_a_mistake_in_markdown_is_said_with_file_and_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(Mistake) as mistake:
        read(tmp_path, MARKDOWN.replace(old, new), "records.md")
    assert str(mistake.value) == f"{tmp_path / 'records.md'}{said}"


def test_a_session_with_persons_needs_no_criteria(tmp_path: Path) -> None:
    text = "records:\n  - {date: 2026-11-20, who: The lead, method: Tasks, assistive_technology: none, persons_with_disabilities: 3}\n"
    assert read(tmp_path, text).persons_with_disabilities == 3


def test_a_barrier_that_belongs_to_no_criterion_can_be_recorded(tmp_path: Path) -> None:
    text = YAML.replace("    criteria: [2.1.1, 1.4.10]\n", "")
    assert [(each.criteria, each.outcome) for each in read(tmp_path, text).failures()] == [((), "failed")]


def record(outcome: str, day: int, **more: object) -> Record:
    return Record(date(2026, 11, day), "A", "M", "none", criteria=("2.1.1",), outcome=outcome, **more)  # type: ignore[arg-type]


def test_a_failure_is_not_undone_by_someone_who_did_not_meet_it() -> None:
    failed, passed, elsewhere = record("failed", 1), record("passed", 2), record("failed", 3, pages=("/b/",))
    records = Records(records=(failed, passed, elsewhere))
    assert records.on("2.1.1", "http://127.0.0.1:8000/a/") == failed
    assert records.of("2.1.1") == [elsewhere, passed, failed]
    assert Records(records=(passed, elsewhere)).on("2.1.1", "http://127.0.0.1:8000/a/") == passed
    assert Records(records=(passed, elsewhere)).on("2.1.1", "http://127.0.0.1:8000/b/") == elsewhere
    assert records.on("1.1.1", "http://127.0.0.1:8000/a/") is None
