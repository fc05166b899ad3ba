"""What the commands conclude from what was found; the browsers are left to the commands themselves."""

from typing import Any

import pytest

from a11y_tests.own_audit.audit import is_spoken, problems_of, steady
from a11y_tests.own_audit.repeat import tell
from a11y_tests.own_audit.second_opinion import (
    Explanation,
    Opinion,
    explanations,
    one_of_each_kind,
    opinions_of,
    told,
)
from a11y_tests.own_pages.snapshots import Snapshot

PALE = {"rule": "axe:color-contrast", "wcag": ["1.4.3"], "level": "violation", "msg": "pale", "selector": "p"}
ASKED = {**PALE, "level": "review"}


@pytest.mark.requirement("AU-01")
def test_a_violation_and_a_page_that_was_not_judged_are_problems_and_a_question_is_none() -> None:
    assert problems_of("choice/open", [PALE, ASKED]) == ["choice/open: axe:color-contrast (1.4.3): pale at p"]
    assert problems_of("choice/open", {"error": "the page could not be judged"}) == [
        "choice/open: the page could not be judged"
    ]


def test_a_page_is_audited_where_the_software_has_words_in_its_language() -> None:
    tags = ('<html lang="en">', '<html class="x" lang="en-GB">', "<html>", '<html dir="rtl" lang="ar">')
    assert [is_spoken(f"<!doctype html>{tag}<p lang='ar'>") for tag in tags] == [True, True, True, False]


def test_the_port_of_a_run_is_left_out_of_its_addresses() -> None:
    things = [{"http://127.0.0.1:4628/a": "see http://127.0.0.1:4628/b and http://127.0.0.1:99/"}]
    assert steady(things, "http://127.0.0.1:4628") == [
        {"http://127.0.0.1/a": "see http://127.0.0.1/b and http://127.0.0.1:99/"}
    ]


def test_runs_that_differ_are_told_with_what_came_and_went(capsys: pytest.CaptureFixture[str]) -> None:
    first: dict[str, Any] = {"/a": [PALE], "/b": []}
    assert tell([first, first, {"/a": [], "/b": [ASKED]}]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "run 3 differs on /a:", "  - axe:color-contrast: pale",
        "run 3 differs on /b:", "  + axe:color-contrast: pale",
        "3 runs over 2 pages, 2 of them under load: 2 DIFFERENCES",
    ]  # fmt: skip


def test_runs_that_are_alike_are_told_with_the_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell([{"/a": [PALE]}] * 4) == 0
    assert capsys.readouterr().out == "4 runs over 1 pages, 2 of them under load: the same 1 findings each time\n"


def test_an_explanation_covers_its_rule_page_words_and_sureness_only() -> None:
    opinion = Opinion("IBM", "text_contrast", "choice/open", True, "Text contrast of 2", "/html")
    fits = Explanation("IBM", "text_*", "reason", pages="choice/*", says="contrast")
    assert fits.covers(opinion)
    others = [
        Explanation("Alfa", "text_*", "reason"),
        Explanation("IBM", "label", "reason"),
        Explanation("IBM", "text_*", "reason", pages="notes/*"),
        Explanation("IBM", "text_*", "reason", says="colour"),
        Explanation("IBM", "text_*", "reason", is_sure=False),
    ]
    assert [each for each in others if each.covers(opinion)] == []


def test_an_engine_that_fails_on_a_page_is_an_opinion_that_needs_a_reason() -> None:
    one = {"rule": "r", "sure": False, "message": "Is it?", "place": "p"}
    line: dict[str, object] = {"url": "x", "ibm": [one], "htmlcs": {"error": "it hung"}, "alfa": []}
    found = list(opinions_of("choice/open", line))
    assert found == [
        Opinion("IBM", "r", "choice/open", False, "Is it?", "p"),
        Opinion("HTML_CodeSniffer", "error", "choice/open", True, "it hung", ""),
    ]
    assert told([*found, *found]) == [
        "HTML_CodeSniffer error: it hung — 2 times, first on choice/open at ",
        "IBM r (asks): Is it? — 2 times, first on choice/open at p",
    ]


def test_of_pages_built_of_the_same_parts_one_is_asked_about() -> None:
    page = '<main id="{0}"><h1>{0}</h1><p class="note">{0}</p></main>'
    fuller = page + '<ul role="list"><li>{0}</li></ul>'
    pages = [Snapshot(name, f"/{name}", 200, html.format(name)) for name, html in
             (("a", page), ("b", fuller), ("c", fuller), ("d", page.replace("note", "error")))]  # fmt: skip
    assert [each.name for each in one_of_each_kind(pages)] == ["b", "d"]


def test_every_explanation_has_a_reason_and_stands_once() -> None:
    known = explanations()
    assert [each.rule for each in known if len(each.reason) < 20] == []
    assert len({(each.engine, each.rule, each.says, each.pages, each.is_sure) for each in known}) == len(known)
