"""Every page and state of the site under axe, in both widths and all colours, under the security policy, and uncut."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch

import pytest

from a11y_tests.audit import Audit, Plan
from a11y_tests.conftest import OwnPages
from a11y_tests.own_audit.audit import is_spoken, problems_of
from a11y_tests.own_audit.second_opinion import one_of_each_kind
from a11y_tests.own_pages.axe_looks import Outcome
from a11y_tests.own_pages.served import as_good
from a11y_tests.own_pages.visit import Visit

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Waiver:
    """Something that axe cannot judge by itself, and what a person has found out about it."""

    rule: str
    look: str
    pages: str
    says: str
    reason: str

    def covers(self, visit: Visit, outcome: Outcome) -> bool:
        return (
            outcome.rule == self.rule
            and not outcome.is_sure
            and fnmatch(outcome.look, self.look)
            and fnmatch(visit.name, self.pages)
            and self.says in outcome.reason
        )


# For doubts alone: nothing that axe is sure of is ever waived.
WAIVERS: Sequence[Waiver] = (
    Waiver(
        rule="color-contrast",
        look="1280, forced colours",
        pages="*",
        says="Element has a 1:1 contrast ratio with the background",
        reason="axe asks for -webkit-text-fill-color, and Chromium tells the author's colour, which it does not paint; "
        "the colours that it does paint are judged by test_forced_colours_keep_borders_and_contrast.",
    ),
)


def told(problems: Iterable[tuple[str, object]]) -> str:
    """The same problem on many pages is told once, with the first of them."""
    pages: dict[str, list[str]] = {}
    for page, problem in problems:
        pages.setdefault(str(problem), []).append(page)
    return "\n".join(f"{problem}\n    on {len(names)}: {', '.join(names[:4])}" for problem, names in pages.items())


def nothing(problems: Iterable[tuple[str, object]]) -> None:
    """Fail with the whole list: which page, and what is wrong with it."""
    if text := told(problems):
        pytest.fail(text, pytrace=False)


def nothing_in(name: str, visits: list[Visit]) -> None:
    nothing((visit.name, problem) for visit in visits for problem in getattr(visit, name))


@pytest.mark.requirement("PG-13", "FM-09", "AU-01", "AU-07")
@pytest.mark.criterion("1.1.1", "1.3.1", "1.4.3", "1.4.6", "2.4.4", "2.5.8", "4.1.2")
def test_axe_finds_nothing_on_any_page_in_any_look(visits: list[Visit]) -> None:
    nothing((visit.name, outcome) for visit in visits for outcome in visit.axe if outcome.is_sure)


def test_every_doubt_of_axe_has_been_looked_into(visits: list[Visit]) -> None:
    doubts = [(visit, outcome) for visit in visits for outcome in visit.axe if not outcome.is_sure]
    open_ones = [each for each in doubts if not any(waiver.covers(*each) for waiver in WAIVERS)]
    nothing((visit.name, outcome) for visit, outcome in open_ones)


def test_every_waiver_is_still_needed(visits: list[Visit], own_pages: OwnPages) -> None:
    if not own_pages.is_whole:
        pytest.skip("only some pages were looked at")
    doubts = [(visit, outcome) for visit in visits for outcome in visit.axe if not outcome.is_sure]
    assert [waiver for waiver in WAIVERS if not any(waiver.covers(*each) for each in doubts)] == []


def test_all_rules_of_axe_are_run_but_experimental_and_deprecated_ones(visits: list[Visit]) -> None:
    rules = set(visits[0].rules)
    assert {"target-size", "color-contrast-enhanced", "identical-links-same-purpose", "region"} <= rules
    assert len(rules) >= 100


@pytest.mark.requirement("PG-03", "PG-04", "PG-05", "PG-09", "PG-10", "PG-11", "ER-03", "ER-04", "ER-05", "LV-02")
@pytest.mark.criterion("1.3.1", "2.4.6", "3.1.1", "3.2.6")
def test_every_page_has_the_parts_that_every_page_must_have(visits: list[Visit]) -> None:
    nothing_in("structure", visits)


@pytest.mark.requirement("PG-08")
@pytest.mark.criterion("1.4.4", "1.4.10", "1.4.12")
@pytest.mark.parametrize("look", ["320 px wide", "320 px with text spacing", "text at 200 %"])
def test_no_text_is_cut_or_covered(look: str, visits: list[Visit]) -> None:
    nothing((visit.name, problem) for visit in visits for problem in visit.clipped[look])


@pytest.mark.requirement("FM-09")
@pytest.mark.criterion("2.5.5", "2.5.8")
def test_controls_are_44_pixels_wide_and_high(visits: list[Visit]) -> None:
    nothing_in("small_targets", visits)


@pytest.mark.requirement("PG-13", "ER-07")
@pytest.mark.criterion("1.4.11")
def test_forced_colours_keep_borders_and_contrast(visits: list[Visit]) -> None:
    nothing_in("forced_colours", visits)


def test_browser_has_nothing_to_say_under_the_security_policy(visits: list[Visit]) -> None:
    nothing((visit.name, line) for visit in visits for line in visit.console if not _is_own_status(visit, line))


def _is_own_status(visit: Visit, line: str) -> bool:
    """Chromium writes a line for each page that comes with an error's status, such as 422."""
    return (
        visit.snapshot.status >= 400 and f"a status of {visit.snapshot.status} " in line and visit.snapshot.url in line
    )


def test_nothing_is_asked_of_anyone_else(visits: list[Visit], own_pages: OwnPages) -> None:
    ours = (own_pages.shelf.origin + "/", "data:")
    nothing((visit.name, url) for visit in visits for url in visit.requests if not url.startswith(ours))


def test_every_page_of_the_site_and_every_state_was_visited(visits: list[Visit], own_pages: OwnPages) -> None:
    assert [visit.name for visit in visits] == [snapshot.name for snapshot in own_pages.snapshots]
    assert all(visit.requests for visit in visits)


@pytest.mark.requirement("AU-01")
def test_the_whole_audit_finds_no_violation_on_a_page_of_each_kind(own_pages: OwnPages) -> None:
    """`make audit` judges every page in every state; here so many that each part of each page is on one of them."""
    spoken = [page for page in own_pages.snapshots if is_spoken(page.html)]
    names = {as_good(own_pages.shelf, page).url: page.name for page in one_of_each_kind(spoken)}
    results = Audit(Plan(tuple(names), jobs=2), report=lambda _: None).run()
    assert list(results) == list(names)
    assert [line for url, result in results.items() for line in problems_of(names[url], result)] == []
