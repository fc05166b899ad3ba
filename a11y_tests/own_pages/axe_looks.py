"""What axe is asked on the project's own pages: every rule once, and again those that a look can change."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from a11y_tests.engines.axe import EXTRA_RULES, raw_results
from a11y_tests.page import Page

TAGS = ("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
BASE: dict[str, Any] = {"resultTypes": ["violations", "incomplete"]}
RUN_SECONDS = 30
EVERY_RULE = {
    **BASE,
    "runOnly": {"type": "tag", "values": list(TAGS)},
    "rules": {rule: {"enabled": True} for rule in EXTRA_RULES},
}
COLOUR_RULES = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")
NARROW_RULES = (*COLOUR_RULES, "target-size", "scrollable-region-focusable", "css-orientation-lock", "meta-viewport",
                "meta-viewport-large", "avoid-inline-spacing")  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """One element that a rule has failed, or could not judge (`is_sure` is then false)."""

    rule: str
    is_sure: bool
    look: str
    selector: str
    html: str
    reason: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.look}): {self.selector}: {self.reason}: {self.html[:160]}"


def every_rule(page: Page, look: str) -> list[Outcome]:
    return outcomes(raw_results(page, EVERY_RULE), look)


def some_rules(page: Page, look: str, rules: Iterable[str], part: str = "html") -> list[Outcome]:
    """Ask the axe that `every_rule` has put into the page; writing it there again takes longer than asking it."""
    only = {**BASE, "runOnly": {"type": "rule", "values": list(rules)}}
    run = "(part, options) => axe.run(part, options)"
    return outcomes(page.frames.call(run, part, only, of_page=True, within=RUN_SECONDS), look)


def rule_ids(page: Page) -> list[str]:
    """The rules that `every_rule` runs; axe stands in the page after it has run once."""
    script = "tags => axe.getRules(tags).map(rule => rule.ruleId)"
    return sorted({*page.ask_page(script, list(TAGS)), *EXTRA_RULES})


def outcomes(results: dict[str, Any], look: str) -> list[Outcome]:
    return [
        Outcome(rule["id"], kind == "violations", look, " ".join(map(str, node["target"])), node["html"], why(node))
        for kind in ("violations", "incomplete")
        for rule in results[kind]
        for node in rule["nodes"]
    ]


def why(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(dict.fromkeys(str(check["message"]) for check in checks))
