"""The steps for persons, the gaps to fill, and what is published for the statement."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from a11y_tests.reports.conftest import ORIGIN
from a11y_tests.reports.manual_records import Records, read_records
from a11y_tests.reports.model import JudgedPage, Run
from a11y_tests.reports.outline import outline, random_sample, records_to_fill, structured_sample
from a11y_tests.reports.publish import publish


def test_the_steps_follow_wcag_em_and_name_what_a_person_must_judge(run: Run, records: Records) -> None:
    text = outline(run, records)
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## 1. Define what is evaluated", "## 2. Explore the pages", "## 3. Choose a sample", "## 4. Try the sample", "## 5. Report"]  # fmt: skip
    assert "- [ ] Answer the questions “A link's text says where it leads” (2.4.4), places: 1" in text
    assert "- [ ] Do the tasks with JAWS" in text
    assert "- [ ] Do the tasks with NVDA" not in text
    assert "- [ ] Judge 1.1.1 Non-text Content (A)" in text
    assert "- [ ] Judge 2.4.3" not in text


def test_the_sample_shows_every_kind_of_content_and_a_tenth_of_the_rest(run: Run) -> None:
    kinds = [("link",), ("link",), ("link", "form"), ("media",), *[("link",)] * 20]
    pages = tuple(JudgedPage(f"{ORIGIN}/{n}/", content=frozenset(content)) for n, content in enumerate(kinds))
    sampled = replace(run, pages=pages)
    assert [page.address for page in structured_sample(sampled)] == [f"{ORIGIN}/{n}/" for n in (0, 2, 3)]
    chosen = random_sample(sampled)
    assert len(chosen) == 3
    assert chosen == random_sample(sampled)
    assert set(chosen).isdisjoint(structured_sample(sampled))


def test_a_gap_is_no_record_until_it_is_filled(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "records-to-fill.yaml"
    text = records_to_fill(run, Records())
    file.write_text(text, encoding="utf-8")
    assert read_records(file) == Records()
    first, second = text.index("# - date"), text.index("# 1.2.1")
    gap = text[first:second].replace("# ", "", 10).replace("date: 2026-11-22", "date: 2026-11-20")
    for key, value in (("who", "A"), ("method", "B"), ("assistive_technology", "none"), ("outcome", "passed")):
        gap = gap.replace(f"{key}:\n", f"{key}: {value}\n")
    file.write_text(text[:first] + gap + text[second:], encoding="utf-8")
    [record] = read_records(file).records
    assert (record.criteria, record.components, record.outcome) == (("1.1.1",), ("web", "authoring-tool"), "passed")


@pytest.mark.requirement("RP-04")
def test_what_is_published_has_figures_and_untested_parts(run: Run, records: Records, tmp_path: Path) -> None:
    publish(run, records, tmp_path)
    summary = json.loads((tmp_path / "last-audit.json").read_text(encoding="utf-8"))
    assert {key: summary[key] for key in ("date", "pages", "not_judged", "left_out", "unspoken", "places", "persons_with_disabilities", "records")} == {
        "date": "2026-11-22", "pages": 2, "not_judged": ["/broken/"], "left_out": 1, "unspoken": 4,
        "places": {"violation": 3, "review": 1, "advice": 1}, "persons_with_disabilities": 1, "records": 2}  # fmt: skip
    assert "NVDA" not in summary["untried"]
    assert not any("127.0.0.1" in file.read_text(encoding="utf-8") for file in tmp_path.iterdir())
