"""One page judged: a probe that fails says so and stops nothing, and the same page gives the same list."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from a11y_tests.findings import Finding
from a11y_tests.judge import in_order, judge
from a11y_tests.page import Page
from a11y_tests.probe import PROBES, load_probe
from a11y_tests.serve_folder import serving

HTML = "<!doctype html><html lang=en><title>Page</title><main><h1>Page</h1><a href=# style=outline:none id=a>Link one</a></main>"


def test_findings_come_in_one_order() -> None:
    findings = [Finding(rule, rule, ("1.1.1",), level) for rule in "ba" for level in ("review", "violation")]
    random.Random(1).shuffle(findings)
    assert [(f.level, f.rule) for f in in_order(findings)] == [
        ("violation", "a"),
        ("violation", "b"),
        ("review", "a"),
        ("review", "b"),
    ]


@pytest.mark.browser
def test_a_probe_that_fails_is_reported_and_the_others_go_on(page: Page, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HTML, encoding="utf-8")
    broken = tmp_path / "broken_probe"
    broken.mkdir()
    (broken / "probe.js").write_text("cc => { throw new Error('no such thing'); }", encoding="utf-8")
    focus = load_probe(PROBES / "focus_visible")
    with serving(tmp_path) as address:
        found = judge(page, f"{address}/page.html", [replace(focus, id="broken-probe", folder=broken), focus])
    assert [(f.rule, f.level) for f in found if f.level != "advice"] == [
        ("focus-visible", "violation"),
        ("broken-probe", "review"),
    ]
    assert found[1].msg.endswith("failed here (Error: no such thing)")


@pytest.mark.browser
def test_what_two_engines_find_at_one_element_is_one_finding_and_other_criteria_stay_apart(
    page: Page, tmp_path: Path
) -> None:
    """axe names the field by its attributes, IBM's engine knows the node: it is one element all the same."""
    wrong_popup = "role=combobox aria-expanded=true aria-haspopup=grid aria-controls=fees dir=rlt name=fee"
    fees = "<ul role=listbox id=fees aria-label=Fees><li role=option>Four</ul>"
    html = HTML.replace("</main>", f"<p><span><input {wrong_popup}></span></p>{fees}</main>")
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    with serving(tmp_path) as address:
        found = [each for each in judge(page, f"{address}/page.html", []) if "input" in each.selector]
    assert [(each.level, each.wcag, each.found_by) for each in found if {"4.1.2", "1.3.2"} & set(each.wcag)] == [
        (
            "violation",
            ("4.1.2",),
            ("axe:label", "ibm:combobox_haspopup_valid:Fail_combobox_popup_role_mismatch"),
        ),
        ("review", ("1.3.2",), ("ibm:dir_attribute_valid:Fail_1",)),
    ]


@pytest.mark.browser
def test_a_page_that_goes_elsewhere_when_tab_reaches_something_is_walked_to_its_end(page: Page, tmp_path: Path) -> None:
    (tmp_path / "other.html").write_text(HTML, encoding="utf-8")
    going = """<button type=button id=now onfocus="location.href = 'other.html'">Now</button>
      <button type=button id=soon onfocus="setTimeout(() => { location.href = 'other.html' }, 50)">Soon</button>
      <button type=button id=last>Last</button></main>"""
    (tmp_path / "page.html").write_text(HTML.replace("</main>", going), encoding="utf-8")
    with serving(tmp_path) as address:
        page.open(f"{address}/page.html")
        assert [stop.element.id for stop in page.tab_walk.stops] == ["a", "now", "soon", "last"]
        found = judge(page, f"{address}/page.html")
    assert [each.msg for each in found if each.msg.startswith("not judged")] == []
    assert [each.selector for each in found if each.rule == "context-change"] == ["#now", "#soon"]


@pytest.mark.browser
def test_an_address_that_names_a_part_of_the_page_is_loaded_anew_and_not_only_scrolled_to(
    page: Page, tmp_path: Path
) -> None:
    counting = '<p id=part>Part</p><script>document.title += " as it was loaded"</script></main>'
    (tmp_path / "page.html").write_text(HTML.replace("</main>", counting), encoding="utf-8")
    title = '() => { const was = document.title; document.title = "changed"; return was; }'
    with serving(tmp_path) as address:
        page.open(f"{address}/page.html#part")
        titles = [page.ask(title)]
        page.reload()
        titles.append(page.ask(title))
        page.open(f"{address}/page.html#a")
        titles.append(page.ask(title))
    assert titles == ["Page as it was loaded"] * 3
