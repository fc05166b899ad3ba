"""For each criterion on each page one of EARL's five outcomes. A program alone never writes "passed"."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11y_tests.criteria import criteria
from a11y_tests.findings import Level
from a11y_tests.reports.coverage import checks_of, has_no_object
from a11y_tests.reports.manual_records import Outcome, Record, Records
from a11y_tests.reports.model import Found, JudgedPage, Run
from participation_api.components.words import Sentence, say


@dataclass(frozen=True)
class Decision:
    """`found` is there when a program said it; a `record` beside it is what a person said of the same."""

    address: str
    criterion: str
    outcome: Outcome
    why: Sentence
    record: Record | None = None
    found: tuple[Found, ...] = ()

    @property
    def is_manual(self) -> bool:
        return self.record is not None and not self.found


def decisions(run: Run, records: Records) -> Iterator[Decision]:
    """Exactly one for each criterion on each page."""
    for page in run.pages:
        for number in criteria():
            yield decide(page, number, records.on(number, page.address))


def decide(page: JudgedPage, number: str, record: Record | None) -> Decision:
    """A barrier that a program is sure of stands whatever a person says; else the person's word counts."""
    failures, doubts = _about(page, number, "violation"), _about(page, number, "review")
    if failures:
        return Decision(page.address, number, "failed", say("A program found a barrier."), record, failures)
    if page.error and not (record and record.pages):
        why = say("The page could not be judged: {error}", error=page.error)
        return Decision(page.address, number, "untested", why)
    if record is not None:
        return Decision(page.address, number, record.outcome, say("A person tried it."), record)
    if doubts:
        why = say("A program found a place that a person must judge.")
        return Decision(page.address, number, "cantTell", why, found=doubts)
    if has_no_object(number, page.content):
        return Decision(page.address, number, "inapplicable", say("The page has nothing that this criterion is about."))
    if checks_of(number):
        why = say(
            "Programs looked for some failures and found none. Whether the criterion is met, a person must judge."
        )
        return Decision(page.address, number, "cantTell", why)
    return Decision(page.address, number, "untested", say("No program looks at this criterion, and no person has yet."))


def _about(page: JudgedPage, number: str, level: Level) -> tuple[Found, ...]:
    return tuple(found for found in page.found if found.level == level and number in found.wcag)
