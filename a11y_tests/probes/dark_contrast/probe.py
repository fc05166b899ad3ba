"""Chooses dark colours, and lets axe measure the contrast of text once more."""

from dataclasses import replace
from pathlib import Path

from a11y_tests.engines.axe import run_axe
from a11y_tests.findings import Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
DOUBT = Path(__file__).with_name("doubt.js").read_text(encoding="utf-8").partition("\n() =>")[2]
# axe takes the page itself for white; where nothing is painted on it, it is as dark as the browser makes it.
PAINT = """isDark => {
  const root = document.documentElement;
  const bare = element => !element || /, 0\\)$/.test(getComputedStyle(element).backgroundColor);
  if (!isDark) root.style.removeProperty("background-color");
  else if (bare(root) && bare(document.body)) root.style.setProperty("background-color", "Canvas");
}"""
OPTIONS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"], "preload": False}


def run(page: Page) -> list[Finding]:
    candidates = page.collected.get(PROBE.id, ())
    if not candidates:
        return []
    with page.media(prefers_color_scheme="dark"):
        if any(candidate["isScripted"] for candidate in candidates):
            page.reload()  # a script looks at the choice while the page loads
        else:
            page.settle(limit=200)
        page.ask(PAINT, True)
        found = measured(page) if is_in_doubt(page) else []
        page.ask(PAINT, False)
    if any(candidate["isScripted"] for candidate in candidates):
        page.is_touched = True
    return found


def is_in_doubt(page: Page) -> bool:
    """Some text in the colours of now is not surely clear enough."""
    page.ensure_tree()
    return any(page.ask(f"() => {DOUBT}", frame=frame) for frame in range(len(page.frames.ids)))


def measured(page: Page) -> list[Finding]:
    return [of_probe(each) for each in run_axe(page, OPTIONS) if each.level == "violation"]


def of_probe(finding: Finding) -> Finding:
    sentence = finding.msg.partition(": ")[2] or finding.msg
    named = PROBE.finding(finding.element, f"in dark colours: {sentence}")
    return replace(named, wcag=finding.wcag)
