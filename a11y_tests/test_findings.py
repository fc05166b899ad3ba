"""Findings: what a violation must name, what is merged, what a level leaves out."""

from dataclasses import replace

import pytest

from a11y_tests.findings import Element, Finding, at_least, merged

SEND = Element(selector="#send", html="<button id=send>", id="send", name="Send", role="button", tag="button")


def finding(rule: str = "a", **more: object) -> Finding:
    values: dict[str, object] = {
        "msg": f"{rule} says",
        "wcag": ("4.1.2",),
        "selector": "#send",
        "element": SEND,
        **more,
    }
    return Finding(rule, **values)  # type: ignore[arg-type]


def test_a_violation_without_a_criterion_is_refused() -> None:
    with pytest.raises(ValueError, match="a: a violation names its success criterion"):
        finding(wcag=())


def test_an_element_is_called_as_a_person_would_call_it() -> None:
    assert [str(SEND), str(Element(selector="x", tag="input", role="textbox"))] == [
        "button “Send”",
        "text field without a name",
    ]


def test_two_findings_about_one_element_and_criterion_become_one() -> None:
    one, other = finding("a"), finding("b", wcag=("2.4.4", "4.1.2"), act=("c487ae",))
    assert [(f.rule, f.msg, f.wcag, f.act, f.found_by) for f in merged([one, other])] == [
        ("a", "a says; also: b says", ("4.1.2", "2.4.4"), ("c487ae",), ("a", "b"))
    ]


def test_a_finding_names_all_that_found_it_once() -> None:
    three = [finding("axe:label"), finding("ibm:label", level="review"), finding("htmlcs:label"), finding("ibm:label")]
    assert [(f.rule, f.found_by) for f in merged(three)] == [
        ("axe:label", ("axe:label", "ibm:label", "htmlcs:label"))
    ]


def test_two_findings_with_nothing_in_common_are_brought_together_by_a_third_with_both_criteria() -> None:
    found = merged([finding("a", wcag=("1.3.1",)), finding("b", wcag=("3.3.2",)), finding("c", wcag=("1.3.1", "3.3.2"))])
    assert [(f.wcag, f.found_by) for f in found] == [(("1.3.1", "3.3.2"), ("a", "b", "c"))]


def test_the_surer_finding_is_kept() -> None:
    doubt, sure = finding("a", level="review"), finding("b")
    assert merged([doubt, sure]) == [replace(sure, also=("a",))]


def test_other_elements_criteria_and_frames_stay_apart() -> None:
    inside = Element(selector="#send", frame=1)
    apart = [finding(), finding(wcag=("1.1.1",)), finding(selector="#other"), finding(element=inside)]
    assert merged(apart) == apart


def test_a_level_gives_what_is_as_sure_or_surer() -> None:
    three = [finding("a"), finding("b", level="review"), finding("c", level="advice")]
    assert [len(at_least(three, level)) for level in ("violation", "review", "advice")] == [1, 2, 3]


def test_as_json_has_every_key_of_the_findings_file() -> None:
    assert finding(who="All", repair="Mend it").as_json() == {
        "rule": "a",
        "msg": "a says",
        "wcag": ["4.1.2"],
        "level": "violation",
        "act": [],
        "selector": "#send",
        "html": "",
        "who": "All",
        "repair": "Mend it",
        "found_by": ["a"],
    }
