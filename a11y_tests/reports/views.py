"""The same findings by page, by criterion and by the people affected; and what was tested of each criterion."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from a11y_tests.criteria import Criterion, criteria
from a11y_tests.people import GROUPS, groups_of
from a11y_tests.reports.coverage import checks_of
from a11y_tests.reports.kinds import Kind
from a11y_tests.reports.manual_records import Record, Records
from a11y_tests.reports.model import JudgedPage, Run, path_of
from a11y_tests.reports.outcomes import Decision, decisions
from participation_api.components.words import Sentence, say, say_n

# Readers with which people are most often met; those that no record names have been tried by nobody.
READERS = ("NVDA", "JAWS", "VoiceOver", "TalkBack", "Orca", "Dragon", "ZoomText")


@dataclass(frozen=True)
class Line:
    """One row of a view: what it is about, and which kinds of findings it has, how often."""

    name: object
    address: str
    kinds: tuple[tuple[Kind, int], ...]


@dataclass(frozen=True)
class Tested:
    """One criterion: what programs and what persons have to say about it."""

    criterion: Criterion
    programs: Sentence
    records: tuple[Record, ...]

    @property
    def is_untested(self) -> bool:
        return not self.records and not checks_of(self.criterion.num)


def by_page(run: Run, kinds: Iterable[Kind]) -> list[Line]:
    names = names_of(run)
    counts = _counts(kinds, lambda kind, place: [kind.found[place].address])
    return [Line(names[page.address], page.address, counts.get(page.address, ())) for page in run.judged]


def by_criterion(kinds: Iterable[Kind]) -> list[Line]:
    counts = _counts(kinds, lambda kind, place: kind.found[place].wcag)
    return [
        Line(f"{number} {criterion.handle} ({criterion.level})", criterion.url, counts[number])
        for number, criterion in criteria().items()
        if number in counts
    ]


def by_group(kinds: Iterable[Kind]) -> list[Line]:
    counts = _counts(kinds, lambda kind, place: groups_of(kind.found[place].wcag))
    return [Line(name, "", counts[group]) for group, name in GROUPS.items() if group in counts]


def most_affected(lines: Iterable[Line], most: int = 3) -> list[object]:
    """The groups that meet most of the barriers that programs are sure of."""
    met = {line.name: sum(count for kind, count in line.kinds if kind.level == "violation") for line in lines}
    ranked = sorted((name for name in met if met[name]), key=lambda name: -met[name])
    return ranked[:most]


def _counts(
    kinds: Iterable[Kind], keys: Callable[[Kind, int], Iterable[str]]
) -> dict[str, tuple[tuple[Kind, int], ...]]:
    found: dict[str, list[tuple[Kind, int]]] = {}
    for kind in kinds:
        counted = Counter(key for place in range(len(kind.found)) for key in keys(kind, place))
        for key, count in counted.items():
            found.setdefault(key, []).append((kind, count))
    return {key: tuple(pairs) for key, pairs in found.items()}


def names_of(run: Run) -> dict[str, str]:
    """A name for each page that no other page has."""
    often = Counter(page.name for page in run.pages)
    return {page.address: page.name if often[page.name] == 1 else _long_name(page) for page in run.pages}


def _long_name(page: JudgedPage) -> str:
    return f"{page.name} ({path_of(page.address)})"


def tested(run: Run, records: Records) -> list[Tested]:
    """All 86 criteria."""
    told: dict[str, list[Decision]] = {}
    for decision in decisions(run, Records()):
        told.setdefault(decision.criterion, []).append(decision)
    return [
        Tested(criterion, _programs(number, told.get(number, [])), tuple(records.of(number)))
        for number, criterion in criteria().items()
    ]


def _programs(number: str, told: list[Decision]) -> Sentence:
    pages = Counter(decision.outcome for decision in told)
    asked = sum(decision.outcome == "cantTell" and bool(decision.found) for decision in told)
    if pages["failed"]:
        return say_n("Barriers on {n} page", "Barriers on {n} pages", pages["failed"])
    if asked:
        return say_n("Questions for a person on {n} page", "Questions for a person on {n} pages", asked)
    if told and pages["inapplicable"] == len(told):
        return say("No page has anything that it is about")
    if checks_of(number):
        return say("Some failures were looked for, none found")
    return say("Not tested: no program looks at it")


def untried_readers(records: Records) -> list[str]:
    named = " ".join(record.assistive_technology.lower() for record in records.records)
    return [reader for reader in READERS if reader.lower() not in named]


def unjudged_criteria(records: Records) -> list[str]:
    """A and AA criteria that no person has judged anywhere."""
    return [
        number
        for number, criterion in criteria().items()
        if criterion.level != "AAA" and not _is_judged(number, records)
    ]


def _is_judged(number: str, records: Records) -> bool:
    return any(record.outcome in ("passed", "failed", "inapplicable") for record in records.of(number))
