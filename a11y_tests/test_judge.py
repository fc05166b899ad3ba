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
