"""Findings of one rule put together: what a reader meets once, with all the places where it was found."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from a11y_tests.findings import LEVELS, Level
from a11y_tests.people import groups_of
from a11y_tests.probe import all_probes
from a11y_tests.reports.model import Found

ADDRESS = re.compile(r"\s*See (https?://\S+)")


@dataclass(frozen=True)
class Kind:
    """`number` is its place in the report, from 1; `repair` and `who` are those of most of its findings."""

    number: int
    rule: str
    title: str
    level: Level
    wcag: tuple[str, ...]
    found: tuple[Found, ...]

    @property
    def who(self) -> str:
        """In a probe's own words. What an engine's rules have instead is general: the groups say more."""
        return "" if ":" in self.rule and self.groups else _most([found.who for found in self.found])

    @property
    def repair(self) -> str:
        return ADDRESS.sub("", _most([found.repair for found in self.found]))

    @property
    def help_url(self) -> str:
        """Where an engine explains its rule."""
        found = ADDRESS.search(_most([found.repair for found in self.found]))
        return found[1] if found else ""

    def what(self, found: Found) -> str:
        """What is wrong here in one sentence: our own words where there are some, else an engine's first reason."""
        return self._parts(found)[0]

    def more(self, found: Found) -> str:
        """All else that was said of it."""
        return self._parts(found)[1]

    def _parts(self, found: Found) -> tuple[str, str]:
        if ":" not in self.rule:
            return found.msg, ""
        theirs, _, ours = found.msg.removeprefix(f"{self.title}: ").partition("; also: ")
        if ours:
            return ours, theirs
        first, _, rest = theirs.partition("; ")
        return first, rest

    @property
    def groups(self) -> list[str]:
        return groups_of(self.wcag)

    @property
    def pages(self) -> list[str]:
        return list(dict.fromkeys(found.address for found in self.found))


def kinds_of(findings: Iterable[Found]) -> list[Kind]:
    """Barriers first, then questions and advice; in each, what is met on most pages comes first."""
    by_rule: dict[tuple[Level, str], list[Found]] = {}
    for found in findings:
        by_rule.setdefault((found.level, found.rule), []).append(found)
    ranked = sorted(by_rule.items(), key=lambda item: (LEVELS.index(item[0][0]), -_pages(item[1]), item[0]))
    return [
        Kind(number, rule, title_of(found[0]), level, _criteria(found), tuple(found))
        for number, ((level, rule), found) in enumerate(ranked, 1)
    ]


def title_of(found: Found) -> str:
    """What should be so: the probe's title; of an engine's rule the part before its reason."""
    titles = {probe.id: probe.title for probe in all_probes()}
    return titles.get(found.rule) or found.msg.split(": ")[0]


ENGINES = {"axe": "axe-core", "ibm": "IBM Equal Access", "htmlcs": "HTML_CodeSniffer"}


def finders(found: Found) -> list[str]:
    """All that found it, as a person would name them: "axe-core (label)", "Curbcut (stand-in-label)"."""
    names = []
    for rule in found.found_by or (found.rule,):
        engine, _, name = rule.partition(":") if ":" in rule else ("", "", rule)
        names.append(f"{ENGINES.get(engine, 'Curbcut')} ({name})")
    return names


def _criteria(findings: Iterable[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number for found in findings for number in found.wcag))


def _pages(findings: Iterable[Found]) -> int:
    return len({found.address for found in findings})


def _most(texts: list[str]) -> str:
    return max(dict.fromkeys(texts), key=texts.count, default="")
