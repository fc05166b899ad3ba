"""IBM's engine and HTML_CodeSniffer: the files as published, the rules that earn their place, and why others do not."""

from collections.abc import Iterator
from hashlib import sha512
from pathlib import Path
from typing import Any

import pytest
import yaml

from a11y_tests.criteria import criteria
from a11y_tests.engines.htmlcs import HTMLCS
from a11y_tests.engines.ibm import IBM
from a11y_tests.engines.other import RULES, Engine
from a11y_tests.findings import Finding
from a11y_tests.judge import find_safely, judge_open_page
from a11y_tests.page import Page
from a11y_tests.probe import all_probes
from a11y_tests.serve_folder import serving

ENGINES = (IBM, HTMLCS)
FIXTURES = Path(__file__).parent / "fixtures"
NEAREST_ID = """selectors => selectors.map(selector => {
  for (let up = cc.find(selector); up; up = cc.parent(up)) if (up.id) return up.id;
  return "";
})"""


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_the_engine_is_the_published_file_and_its_licence_stands_beside_it(engine: Engine) -> None:
    version = yaml.safe_load((engine.file.parent / "version.yaml").read_text(encoding="utf-8"))
    assert sha512(engine.file.read_bytes()).hexdigest() == version["sha512"]
    licences = [path.read_text(encoding="utf-8") for path in engine.file.parent.glob("*[Ll][Ii][Cc][Ee][Nn]*")]
    words = {
        "Apache-2.0": "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
        "BSD-3-Clause": "Redistribution and use in source",
    }
    assert any(words[version["licence"]] in text for text in licences)


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_each_rule_taken_or_left_out_has_a_reason_and_stands_once(engine: Engine) -> None:
    listed = yaml.safe_load(RULES.read_text(encoding="utf-8"))[engine.name]
    names = [*engine.rules, *left_out(engine)]
    assert len(names) == len(set(names))
    reasons = [each["reason"] for part in ("taken", "left_out") for each in listed[part]]
    assert [reason for reason in reasons if len(reason.split()) < 8] == []
    assert {number for rule in engine.rules.values() for number in rule.wcag} <= set(criteria())


def left_out(engine: Engine) -> list[str]:
    listed = yaml.safe_load(RULES.read_text(encoding="utf-8"))[engine.name]
    return [rule for group in listed["left_out"] for rule in group["rules"]]


@pytest.mark.browser
@pytest.mark.requirement("AU-01")
def test_the_rules_that_earn_their_place_are_those_that_were_taken(page: Page) -> None:
    """All rules of both engines over all fixtures: earned is what finds something new and flags nothing that is right."""
    new: dict[tuple[str, str], set[str]] = {}
    wrong: dict[tuple[str, str], set[str]] = {}
    with serving(FIXTURES) as address:
        for file in sorted(FIXTURES.glob("*.html")):
            page.open(f"{address}/{file.name}")
            page.ensure_tree()
            said = [
                (engine.name, each["rule"], place) for engine in ENGINES for each, place in every_rule(engine, page)
            ]
            known = barriers(page)
            for name, rule, place in said:
                if place.startswith("pass"):
                    wrong.setdefault((name, rule), set()).add(place)
                if place.startswith("fail") and place not in known:
                    new.setdefault((name, rule), set()).add(place)
    earned = set(new) - set(wrong)
    taken = {(engine.name, rule) for engine in ENGINES for rule in engine.rules}
    out = {(engine.name, rule) for engine in ENGINES for rule in left_out(engine)}
    assert (taken - earned, earned - taken - out) == (set(), set())


def every_rule(engine: Engine, page: Page) -> Iterator[tuple[dict[str, Any], str]]:
    said = engine.raw(page)
    places = page.ask(NEAREST_ID, [each["element"]["selector"] for each in said])
    yield from zip(said, places, strict=True)


def barriers(page: Page) -> set[str]:
    """The ids of elements where axe or a probe is sure of a barrier, other engines left out."""
    found = judge_open_page(page, all_probes())
    sure = [each for each in found if each.level == "violation" and not is_other(each)]
    page.fresh()
    page.ensure_tree()
    places = [each.selector for each in sure if not (each.element and each.element.frame)]
    return set(page.ask(NEAREST_ID, places))


def is_other(finding: Finding) -> bool:
    return finding.rule.startswith(tuple(f"{engine.name}:" for engine in ENGINES))


@pytest.mark.browser
def test_what_the_rules_taken_find_is_a_question_with_place_and_criterion(page: Page) -> None:
    with serving(FIXTURES) as address:
        found = []
        for name in ("near_misses", "structure", "widgets"):
            page.open(f"{address}/{name}.html")
            page.ensure_tree()
            found += [(each.rule.split(":")[1], each.wcag, each.selector, each.level) for each in IBM.find(page)]
    assert {(rule, numbers, level) for rule, numbers, _, level in found} == {
        ("combobox_haspopup_valid", ("4.1.2",), "review"),
        ("aria_application_labelled", ("4.1.2",), "review"),
        ("dir_attribute_valid", ("1.3.2",), "review"),
    }
    assert [place for _, _, place, _ in found if not place.startswith("#fail")] == []


@pytest.mark.browser
def test_frames_are_looked_at_and_a_page_without_such_elements_does_not_load_the_engine(
    page: Page, tmp_path: Path
) -> None:
    (tmp_path / "plain.html").write_text(
        "<!doctype html><html lang=en dir=ltr><title>Plain</title><main><h1>Plain</h1><p dir=auto>Text</p></main>"
    )
    (tmp_path / "frame.html").write_text(
        "<!doctype html><html lang=en><title>Frame</title><main><h1>Frame</h1>"
        "<iframe title=Chart srcdoc='<div role=application id=chart><p>A chart</p></div>'></iframe></main>"
    )
    with serving(tmp_path) as address:
        page.open(f"{address}/plain.html")
        page.ensure_tree()
        assert (IBM.find(page), page.ask("() => !!globalThis.ace")) == ([], False)
        page.open(f"{address}/frame.html")
        page.ensure_tree()
        found = [(each.rule, each.as_json()["selector"]) for each in IBM.find(page)]
    assert found == [("ibm:aria_application_labelled:fail_no_label", "(frame 1) #chart")]


@pytest.mark.browser
def test_the_page_cannot_see_the_engine(page: Page, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<!doctype html><html lang=en><title>P</title><main><h1>P</h1><div role=application id=a>A</div></main>"
    )
    page.open((tmp_path / "page.html").as_uri())
    page.ensure_tree()
    assert len(IBM.find(page)) == 1
    assert page.ask_page("() => [typeof ace, typeof HTMLCS]") == ["undefined", "undefined"]


class Stumbling(Engine):
    def find(self, page: Page) -> list[Finding]:
        return [Finding("x", str(page.ask("() => { throw new Error('no such node'); }")))]


@pytest.mark.browser
def test_an_engine_that_stumbles_is_reported_and_stops_nothing(page: Page, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><html lang=en><title>P</title><main><h1>P</h1></main>")
    page.open((tmp_path / "page.html").as_uri())
    [found] = find_safely(Stumbling("ibm", "IBM Equal Access", Path(), "true", ""), page)
    assert (found.rule, found.level) == ("ibm:error", "review")
    assert found.msg == "not judged: IBM Equal Access failed here (Error: no such node)"
