"""Engines beside axe that run in the page: of each, only the rules that other_rules.yaml has taken."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from a11y_tests.findings import Element, Finding, Level
from a11y_tests.page import Page
from a11y_tests.people import who_meets

HERE = Path(__file__).parent
RULES = HERE / "other_rules.yaml"


@dataclass(frozen=True)
class Rule:
    """A rule that earns its place; `where` is a selector of all that it could ever flag."""

    rule: str
    wcag: tuple[str, ...]
    level: Level
    says: str
    repair: str
    where: str
    reason: str


@dataclass(frozen=True)
class Engine:
    """`run` is a JavaScript function of rule names (null: every rule) that returns
    `[{rule, isSure, message, element}]`; it runs in our isolated world, where the page cannot see it."""

    name: str
    title: str
    file: Path
    is_there: str
    run: str

    @property
    def rules(self) -> Mapping[str, Rule]:
        return _rules()[self.name]

    def find(self, page: Page) -> list[Finding]:
        """What the rules taken find in every frame; a page with nothing that they look at costs one question."""
        found: list[Finding] = []
        for frame in range(len(page.frames.ids)):
            wanted = self._wanted(page, frame) if self.rules else []
            if wanted:
                said = self.raw(page, frame, wanted)
                found += [self._finding(each, frame) for each in said if each["rule"] in wanted]
        return found

    def _wanted(self, page: Page, frame: int) -> list[str]:
        places = {name: rule.where for name, rule in self.rules.items()}
        wanted: list[str] = page.ask(WANTED, places, frame=frame)
        return wanted

    def raw(self, page: Page, frame: int = 0, rules: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """What the engine itself says, with all its rules unless told which."""
        context = page.frames.context(frame)
        if not page.ask(f"() => {self.is_there}", frame=frame):
            page.cdp.call("Runtime.evaluate", expression=f"{source(self.file)}\n;0", contextId=context)
        answer: list[dict[str, Any]] = page.ask(self.run, rules, frame=frame)
        return answer

    def _finding(self, said: Mapping[str, Any], frame: int) -> Finding:
        rule = self.rules[said["rule"]]
        element = Element.from_json(said["element"], frame)
        return Finding(
            rule=f"{self.name}:{rule.rule}",
            msg=f"{rule.says}: {element}",
            wcag=rule.wcag,
            level=rule.level,
            selector=element.selector,
            html=element.html,
            who=who_meets(rule.wcag),
            repair=rule.repair,
            element=element,
        )


# Hidden elements count too: some rules are about what is hidden.
WANTED = "places => Object.keys(places).filter(name => cc.elements.some(element => element.matches(places[name])))"


@cache
def source(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@cache
def _rules() -> Mapping[str, Mapping[str, Rule]]:
    listed = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    return {name: {rule.rule: rule for rule in _taken(parts["taken"])} for name, parts in listed.items()}


def _taken(rows: Iterable[Mapping[str, Any]]) -> Iterable[Rule]:
    for row in rows:
        yield Rule(**{**row, "wcag": tuple(row["wcag"])})
