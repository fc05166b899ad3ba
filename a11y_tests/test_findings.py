"""Findings: what a violation must name, what is merged, what a level leaves out."""

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
    assert [(f.rule, f.msg, f.wcag, f.act) for f in merged([one, other])] == [
        ("a", "a says; also: b says", ("4.1.2", "2.4.4"), ("c487ae",))
    ]


def test_the_surer_finding_is_kept() -> None:
    doubt, sure = finding("a", level="review"), finding("b")
    assert merged([doubt, sure]) == [sure]


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
    }
