"""Every requirement that a program can check has a test that names it, and the page of the help shows which."""

from pathlib import Path

import pytest

from site_config.conftest import Sources
from site_config.requirements import MARKER, NamedTest, Requirement, named_tests, requirements

REFERENCE = Path(__file__).parent.parent / "docs" / "help" / "reference" / "requirements.md"


def known() -> list[Requirement]:
    return requirements(REFERENCE.read_text(encoding="utf-8"))


def test_every_requirement_for_programs_has_a_test_that_names_it() -> None:
    assert [each.id for each in known() if each.needs_test and each.id not in named_tests()] == []


def test_every_mark_names_a_requirement_of_the_reference() -> None:
    assert sorted(set(named_tests()) - {each.id for each in known()}) == []


def test_the_reference_has_every_group_once() -> None:
    counts: dict[str, int] = {}
    for each in known():
        group = each.id.rstrip("0123456789").rstrip("-")
        counts[group] = counts.get(group, 0) + 1
    assert counts == {"PG": 13, "FM": 14, "ER": 9, "CF": 5, "RS": 7, "NB": 7, "SQ": 5, "BR": 5, "LV": 8, "AU": 9,
                      "RP": 5, "R": 10}  # fmt: skip
    assert len({each.id for each in known()}) == sum(counts.values())


TESTS = '''
pytestmark = [pytest.mark.browser, pytest.mark.requirement("PG-01")]
# @pytest.mark.requirement("PG-02")
@pytest.mark.requirement("PG-03", "PG-04")
def test_one(): ...
@pytest.mark.parametrize("name", [pytest.param("x", marks=pytest.mark.requirement("PG-05"))])
async def test_two(): ...
def helper(): pytest.mark.requirement("PG-06")
'''


def put(folder: Path, text: str) -> Path:
    (folder / "curbcut").mkdir()
    (folder / "curbcut" / "test_it.py").write_text(text, encoding="utf-8")
    return folder


def test_marks_are_read_from_the_code_and_not_from_its_text(tmp_path: Path) -> None:
    found = {each: [test.name for test in tests] for each, tests in named_tests(put(tmp_path, TESTS)).items()}
    assert found == {
        "PG-01": ["test_one", "test_two"], "PG-03": ["test_one"], "PG-04": ["test_one"], "PG-05": ["test_two"],
    }  # fmt: skip


def test_an_id_that_is_not_written_out_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="line 1: a mark names requirements by their ids, written out"):
        named_tests(put(tmp_path, "@pytest.mark.requirement(ID)\ndef test_it(): ..."))


def test_a_test_is_told_as_a_sentence() -> None:
    assert NamedTest("curbcut/test_it.py", "test_it_is_so").sentence == "It is so"


ROWS = """
| Id | Criterion | What must be so | Check |
| --- | --- | --- | --- |
| PG-01 | 2.4.2 | One. | A |
| BR-98 | 3.3.2 | Two. | H |
| LV-99 | 3.3.2 | Three. | A, H |
| R1 | What was met. | What is done. |
"""


def test_rows_of_the_reference_say_who_can_check() -> None:
    assert requirements(ROWS) == [
        Requirement("PG-01", ("A",)), Requirement("BR-98", ("H",)), Requirement("LV-99", ("A", "H")),
        Requirement("R1", ("A",)),
    ]  # fmt: skip


@pytest.mark.requirement("RP-05")
def test_the_page_shows_tests_and_what_no_person_has_tried(sources: Sources) -> None:
    sources.write("help/requirements.md", f"# Requirements\n{ROWS}")
    sources.write("help/tests.md", f"# Tests\n\n{MARKER}\n")
    sources.build()
    page = sources.page("help/tests/")
    assert '<tr><th scope="row">PG-01</th><td>\n<ul>\n<li><span lang="en">No two addresses have the same title</span>' in page
    assert '<tr><th scope="row">BR-98</th><td>\n<p>Not yet tried by a person</p>\n</td></tr>' in page
    assert '<tr><th scope="row">LV-99</th><td>\n<p>No test yet</p>\n<p>Not yet tried by a person</p>\n</td></tr>' in page


def test_a_published_record_of_a_person_is_shown_with_its_day(sources: Sources) -> None:
    sources.write("help/requirements.md", f"# Requirements\n{ROWS}")
    sources.write("help/tests.md", f"# Tests\n\n{MARKER}\n")
    sources.write(
        "accessibility/last-audit.json",
        '{"format": "curbcut-last-audit-1", "date": "2026-12-04", "requirements": {"BR-98": "2026-12-03"}}',
    )
    sources.build()
    assert "<p>Tried by a person on 3 December 2026</p>" in sources.page("help/tests/")
