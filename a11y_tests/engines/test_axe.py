"""axe-core as we carry it: the published file, every frame, all outcomes."""

from hashlib import sha512
from pathlib import Path

import pytest
import yaml

from a11y_tests.engines.axe import AXE, level_of, run_axe
from a11y_tests.page import Page
from a11y_tests.serve_folder import serving


def test_axe_is_the_published_file() -> None:
    version = yaml.safe_load((AXE.parent / "version.yaml").read_text(encoding="utf-8"))
    assert sha512(AXE.read_bytes()).hexdigest() == version["sha512"]
    assert AXE.read_text(encoding="utf-8").startswith(f"/*! axe v{version['version']}\n")


def test_only_what_stands_for_a_criterion_at_a_or_aa_is_a_violation() -> None:
    assert [
        level_of("color-contrast", ["cat.color", "wcag2aa", "wcag143"], "violations"),
        level_of("color-contrast", ["cat.color", "wcag2aa", "wcag143"], "incomplete"),
        level_of("color-contrast-enhanced", ["cat.color", "wcag2aaa", "wcag146"], "violations"),
        level_of("region", ["cat.semantics", "best-practice"], "violations"),
        level_of("empty-heading", ["cat.semantics", "best-practice"], "violations"),
        level_of("p-as-heading", ["wcag2a", "experimental"], "violations"),
    ] == ["violation", "review", "review", "advice", "violation", "review"]


@pytest.mark.browser
def test_axe_looks_into_every_frame(page: Page, tmp_path: Path) -> None:
    (tmp_path / "inner.html").write_text(
        "<!doctype html><html lang=en><title>In</title><main><h1>In</h1><img id=in src=x>"
    )
    (tmp_path / "outer.html").write_text(
        "<!doctype html><html lang=en><title>Out</title><main><h1>Out</h1><img id=out src=x>"
        "<iframe title=a src=inner.html></iframe><iframe title=b srcdoc='<button id=in2></button>'></iframe>"
    )
    with serving(tmp_path) as address:
        page.open(f"{address}/outer.html")
        found = [finding for finding in run_axe(page) if finding.level == "violation"]
    assert {(f.rule, f.wcag, f.selector, f.element and f.element.frame) for f in found} == {
        ("axe:image-alt", ("1.1.1",), "#out", 0),
        ("axe:image-alt", ("1.1.1",), "#in", 1),
        ("axe:button-name", ("4.1.2",), "#in2", 2),
    }


@pytest.mark.browser
@pytest.mark.criterion("2.5.8")
def test_small_targets_are_a_violation_only_where_the_page_made_them_small(page: Page, tmp_path: Path) -> None:
    (tmp_path / "targets.html").write_text(
        "<!doctype html><html lang=en><title>Targets</title><style>.icon { display: inline-block; width: 16px; height: 16px;"
        " background: #036; border: 0; padding: 0 }</style><main><h1>Targets</h1>"
        "<p><button class=icon id=b1 aria-label=a></button><button class=icon id=b2 aria-label=b></button></p>"
        "<ul style='font-size: 14px'><li><a href=x id=a1>One</a><li><a href=y id=a2>Two</a></ul>"
        "<p><input type=checkbox id=c1 aria-label=c><input type=checkbox id=c2 aria-label=d></p></main>",
        encoding="utf-8",
    )
    with serving(tmp_path) as address:
        page.open(f"{address}/targets.html")
        found = [finding for finding in run_axe(page) if finding.rule == "axe:target-size"]
    assert {(f.selector, f.level) for f in found} == {
        ("#b1", "violation"),
        ("#b2", "violation"),
        ("#a1", "review"),
        ("#a2", "review"),
        ("#c1", "review"),
        ("#c2", "review"),
    }


@pytest.mark.browser
def test_one_access_key_for_two_links_to_the_same_place_is_harmless(page: Page, tmp_path: Path) -> None:
    (tmp_path / "keys.html").write_text(
        "<!doctype html><html lang=en><title>Keys</title><main><h1>Keys</h1>"
        "<a href=next.html accesskey=n id=n1>Next part</a> <a href=next.html accesskey=n id=n2>Next part</a> "
        "<a href=help.html accesskey=h id=h1>Help</a> <a href=home.html accesskey=h id=h2>Home</a></main>",
        encoding="utf-8",
    )
    with serving(tmp_path) as address:
        page.open(f"{address}/keys.html")
        found = [finding for finding in run_axe(page) if finding.rule == "axe:accesskeys"]
    levels = {finding.selector: finding.level for finding in found}
    assert levels == {selector: "review" if selector[1] == "n" else "violation" for selector in levels}
    assert {selector[1] for selector in levels} == {"n", "h"}


@pytest.mark.browser
def test_radio_buttons_that_reveal_a_field_may_say_so(page: Page, tmp_path: Path) -> None:
    (tmp_path / "radios.html").write_text(
        "<!doctype html><html lang=en><title>Radios</title><main><h1>Radios</h1><fieldset><legend>Contact</legend>"
        "<label><input type=radio name=a id=r1 aria-expanded=false aria-controls=more> Phone</label>"
        "<label><input type=radio name=a id=r2 aria-expanded=false> Post</label></fieldset>"
        "<div id=more hidden>Number</div></main>",
        encoding="utf-8",
    )
    with serving(tmp_path) as address:
        page.open(f"{address}/radios.html")
        found = [finding for finding in run_axe(page) if finding.rule == "axe:aria-allowed-attr"]
    assert {finding.selector: finding.level for finding in found} == {"#r1": "review", "#r2": "violation"}


@pytest.mark.browser
def test_an_empty_corner_of_a_table_is_harmless_and_an_empty_header_elsewhere_is_not(
    page: Page, tmp_path: Path
) -> None:
    (tmp_path / "table.html").write_text(
        "<!doctype html><html lang=en><title>Table</title><main><h1>Table</h1><table>"
        "<tr><th id=corner></th><th>Adult</th><th id=gap></th></tr><tr><th>Day</th><td>1</td><td>2</td></tr></table></main>",
        encoding="utf-8",
    )
    with serving(tmp_path) as address:
        page.open(f"{address}/table.html")
        found = [finding for finding in run_axe(page) if finding.rule == "axe:empty-table-header"]
    assert {finding.selector: finding.level for finding in found} == {"#corner": "review", "#gap": "violation"}


@pytest.mark.browser
@pytest.mark.criterion("1.4.3")
def test_what_blinks_is_measured_at_one_moment_and_goes_on(page: Page, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        """<!doctype html><html lang=en><title>Blinks</title><main><h1>Blinks</h1>
      <style>@keyframes blink { 50% { opacity: 0 } } @keyframes come { from { color: #eee } to { color: #222 } }
      .for-ever { color: #222; animation: blink .7s infinite } .once { color: #222; animation: come 60s 1 }</style>
      <p class=for-ever>This blinks for ever.</p><p class=once>This comes slowly.</p></main></html>""",
        encoding="utf-8",
    )
    page.open((tmp_path / "page.html").as_uri())
    for _ in range(4):
        assert [each.rule for each in run_axe(page) if "contrast" in each.rule] == []
        page.cdp.listen(0.1)
    assert page.ask("() => document.getAnimations().map(each => each.playState)") == ["running", "running"]


HARMLESS_TWINS = """<!doctype html><html lang=en><title>Twins</title>
<meta http-equiv=refresh content=90000><meta http-equiv=refresh content=10><main><h1>Twins</h1>
<div role=group aria-label=a aria-owns=gone>One</div> <div id=f1 role=group aria-label=b aria-busy=maybe>Two</div>
<div id=f2 role=checkbox tabindex=0 aria-label=c>Four</div>
<div role="switch1 switch" tabindex=0 aria-checked=true aria-label=d>Five</div> <b id=f3 aria-checked=true>Six</b>
<ul><li role=none>Seven</ul> <ul id=f4><p>Eight</ul>
<p lang=xyz><i lang=en>Nine</i></p> <p id=f5 lang=xyz>Ten</p>
<p style="color: #ddd; background: #fff">*** --- ***</p> <p id=f6 style="color: #ddd; background: #fff">*** Eleven</p>
<table><tr><th id=h>Twelve<tr><td id=c>13<tr><td headers=c>14</table>
<table id=f7><tr><th>Fifteen<tr><td headers=gone>16</table>
<label><input type=checkbox autocomplete=foo> 16</label> <label>17 <input id=f8 autocomplete=foo></label>
</main>"""


@pytest.mark.browser
def test_what_harms_nobody_is_for_a_person_and_its_twin_a_violation(page: Page, tmp_path: Path) -> None:
    (tmp_path / "twins.html").write_text(HARMLESS_TWINS, encoding="utf-8")
    with serving(tmp_path) as address:
        page.open(f"{address}/twins.html")
        found = [finding for finding in run_axe(page) if finding.level == "violation"]
    assert sorted((f.selector, f.rule, f.wcag) for f in found) == [
        ("#f1", "axe:aria-valid-attr-value", ("4.1.2",)),
        ("#f2", "axe:aria-required-attr", ("4.1.2",)),
        ("#f3", "axe:aria-allowed-attr", ("4.1.2",)),
        ("#f4", "axe:list", ("1.3.1",)),
        ("#f5", "axe:valid-lang", ("3.1.2",)),
        ("#f6", "axe:color-contrast", ("1.4.3", "1.4.6")),
        ("#f7", "axe:td-headers-attr", ("1.3.1",)),
        ("#f8", "axe:autocomplete-valid", ("1.3.5",)),
    ]


@pytest.mark.browser
@pytest.mark.criterion("2.2.1")
def test_a_page_that_moves_on_by_itself_is_found_in_capital_letters_too(page: Page, tmp_path: Path) -> None:
    (tmp_path / "soon.html").write_text(
        "<!doctype html><html lang=en><title>Soon</title><meta http-equiv=Refresh content=900><main><h1>Soon</h1></main>"
    )
    with serving(tmp_path) as address:
        page.open(f"{address}/soon.html")
        found = [(f.rule, f.wcag, f.act) for f in run_axe(page) if f.level == "violation"]
    assert found == [("axe:meta-refresh", ("2.2.1", "2.2.4", "3.2.5"), ("bc659a", "bisz58"))]


@pytest.mark.browser
def test_axe_finds_its_way_to_a_frame_in_a_shadow_tree(page: Page, tmp_path: Path) -> None:
    (tmp_path / "shadow.html").write_text(
        "<!doctype html><html lang=en><title>Shadow</title><main><h1>Shadow</h1><div id=host></div></main><script>"
        "host.attachShadow({ mode: 'open' }).innerHTML ="
        "'<iframe title=a srcdoc=\"<html lang=en><title>In</title><button id=in></button>\"></iframe>'</script>"
    )
    with serving(tmp_path) as address:
        page.open(f"{address}/shadow.html")
        found = [(f.rule, f.element and f.element.frame) for f in run_axe(page) if f.level == "violation"]
    assert found == [("axe:button-name", 1)]
