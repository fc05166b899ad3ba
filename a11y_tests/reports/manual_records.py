"""What persons have tried: dated records with assistive technology and version, read from a file that they write."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from a11y_tests.reports.model import path_of

Outcome = Literal["passed", "failed", "cantTell", "inapplicable", "untested"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
Component = Literal["web", "authoring-tool"]
COMPONENTS: tuple[Component, ...] = get_args(Component)
# Worst first: what one record found is not undone by another that did not meet it.
WORST: tuple[Outcome, ...] = ("failed", "cantTell", "passed", "inapplicable", "untested")


@dataclass(frozen=True)
class Record:
    """Who tried what, when, with which tools, and what came out. No pages means all of them."""

    date: date
    who: str
    method: str
    assistive_technology: str
    browser: str = ""
    persons_with_disabilities: int = 0
    components: tuple[Component, ...] = ("web",)
    pages: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    """Ids of the project's own requirements that a person has tried."""
    outcome: Outcome = "untested"
    level: str = ""
    place: str = ""
    note: str = ""
    repair: str = ""
    where: str = ""

    def covers(self, address: str) -> bool:
        return not self.pages or path_of(address) in self.pages or address in self.pages


@dataclass(frozen=True)
class Product:
    """What an OpenACR report says about the product and its author."""

    name: str = ""
    version: str = ""
    description: str = ""
    author: str = ""
    email: str = ""
    organisation: str = ""
    website: str = ""
    feedback: str = ""


@dataclass(frozen=True)
class Records:
    product: Product = Product()
    records: tuple[Record, ...] = ()

    @property
    def persons_with_disabilities(self) -> int:
        """Each person is counted in one record only; see the page on testing with people."""
        return sum(record.persons_with_disabilities for record in self.records)

    def of(self, criterion: str, component: Component = "web") -> list[Record]:
        """Records about a criterion, the newest first."""
        about = [one for one in self.records if criterion in one.criteria and component in one.components]
        return sorted(about, key=lambda record: record.date, reverse=True)

    def on(self, criterion: str, address: str) -> Record | None:
        """The record that says most about a criterion on one page: the worst outcome, and of these the newest."""
        about = [record for record in self.of(criterion) if record.covers(address)]
        return min(about, key=lambda record: WORST.index(record.outcome), default=None)

    def failures(self) -> list[Record]:
        return [record for record in self.records if record.outcome == "failed"]

    def requirements_tried(self) -> dict[str, str]:
        """The newest day on which a person tried each requirement."""
        days = sorted((record.date.isoformat(), name) for record in self.records for name in record.requirements)
        return dict(sorted((name, day) for day, name in days))

    def by_criterion(self) -> Mapping[str, Iterable[Record]]:
        return {number: self.of(number) for record in self.records for number in record.criteria}


def read_records(file: Path | None) -> Records:
    """Nothing is recorded where there is no file; a mistake in it is said with file and line."""
    if file is None:
        return Records()
    from a11y_tests.reports.records_check import check_product, check_record
    from a11y_tests.reports.records_text import written_in

    product, records = written_in(file)
    return Records(check_product(product), tuple(check_record(written) for written in records))
