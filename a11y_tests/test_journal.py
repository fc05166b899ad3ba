"""An interrupted audit goes on where it stopped."""

from pathlib import Path

from a11y_tests.journal import Entry, Journal

AUDIT = {"addresses": ("http://127.0.0.1/",)}
FIRST = Entry("http://127.0.0.1/", [], ("http://127.0.0.1/b",))
SECOND = Entry("http://127.0.0.1/b", {"error": "HTTP status 404"})


def test_entries_are_read_again(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j", AUDIT)
    journal.add(FIRST)
    journal.add(SECOND)
    assert Journal(tmp_path / "j", AUDIT).entries == [FIRST, SECOND]


def test_a_line_cut_short_by_the_interruption_is_left_out(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j", AUDIT)
    journal.add(FIRST)
    with (tmp_path / "j").open("a") as lines:
        lines.write('{"address": "http://127.0')
    resumed = Journal(tmp_path / "j", AUDIT)
    assert resumed.entries == [FIRST]
    resumed.add(SECOND)
    assert Journal(tmp_path / "j", AUDIT).entries == [FIRST, SECOND]


def test_the_journal_of_another_audit_is_begun_anew(tmp_path: Path) -> None:
    Journal(tmp_path / "j", AUDIT).add(FIRST)
    assert Journal(tmp_path / "j", {"addresses": ("http://127.0.0.1/other",)}).entries == []


def test_a_complete_audit_leaves_no_journal(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j", AUDIT)
    journal.remove()
    assert not (tmp_path / "j").exists()
