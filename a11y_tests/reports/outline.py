"""The part of the audit that persons do: steps after WCAG-EM, filled in with what the programs know already."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import fields

from a11y_tests.criteria import criteria
from a11y_tests.reports.coverage import has_no_object
from a11y_tests.reports.kinds import kinds_of
from a11y_tests.reports.manual_records import Product, Records
from a11y_tests.reports.model import JudgedPage, Run
from a11y_tests.reports.views import names_of, unjudged_criteria, untried_readers
from participation_api.components.words import Sentence, say

WCAG_EM = "https://www.w3.org/TR/WCAG-EM/"
COMMAND = "`curbcut audit --from FOLDER --records FILE --report FOLDER`"
PRODUCT = "# product:\n" + "".join(f"#   {field.name}:\n" for field in fields(Product))
STRUCTURED, SHARE_AT_RANDOM = 12, 10


def outline(run: Run, records: Records) -> str:
    """Markdown, to work through and to tick off."""
    lines = [
        f"# {say('Steps for persons: {site}, {day}', site=run.site, day=run.at.date())}",
        str(say("These steps follow the methodology of W3C, WCAG-EM: {url}", url=WCAG_EM)),
        str(say("Write what you find into a file of records. Then run: {command}", command=COMMAND)),
        *_step(1, say("Define what is evaluated"), _scope(run)),
        *_step(2, say("Explore the pages"), _explore()),
        *_step(3, say("Choose a sample"), _sample(run)),
        *_step(4, say("Try the sample"), _try(run, records)),
        *_step(5, say("Report"), _report()),
    ]  # fmt: skip
    return "\n\n".join(lines) + "\n"


def _step(number: int, heading: Sentence, points: Iterable[object]) -> list[str]:
    return [f"## {number}. {heading}", "\n".join(f"- [ ] {point}" for point in points)]


def _scope(run: Run) -> Iterator[object]:
    yield say("Scope: all pages of {site}, also those that need a sign-in", site=run.site)
    yield say("Target: WCAG 2.2, levels A and AA; note AAA where it helps people")
    yield say(
        "Baseline: at least one screen reader with one browser on a computer and one on a phone, and the keyboard alone"
    )
    yield say("Both parts: what visitors meet (web), and what authors and organisers meet (authoring-tool)")


def _explore() -> Iterator[object]:
    yield say("List the tasks that people come for, and the pages on their way")
    yield say("List the kinds of pages and of content: forms, tables, media, what changes by itself")
    yield say("List what a program cannot reach: a sign-in, a second step, a message after an error")


def _sample(run: Run) -> Iterator[object]:
    names = names_of(run)
    for page in [*structured_sample(run), *random_sample(run)]:
        yield f"{names[page.address]}: <{page.address}>"
    yield say("Add every page on the way of a task that you began to try")


def structured_sample(run: Run) -> list[JudgedPage]:
    """Pages that together show every kind of content and of finding, as few as that takes."""
    wanted = {thing for page in run.judged for thing in _shows(page)}
    chosen: list[JudgedPage] = run.judged[:1]
    wanted -= {thing for page in chosen for thing in _shows(page)}
    while wanted and len(chosen) < STRUCTURED:
        best = max(run.judged, key=lambda page: len(wanted & _shows(page)))
        chosen.append(best)
        wanted -= _shows(best)
    return chosen


def _shows(page: JudgedPage) -> set[str]:
    return {*(page.content or ()), *(found.rule for found in page.found)}


def random_sample(run: Run) -> list[JudgedPage]:
    """A tenth of the others, the same ones each time that the same pages are audited."""
    chosen_before = {page.address for page in structured_sample(run)}
    others = [page for page in run.judged if page.address not in chosen_before]
    count = -(-len(others) // SHARE_AT_RANDOM)
    chosen = random.Random(len(others)).sample(others, count)
    return sorted(chosen, key=others.index)


def _try(run: Run, records: Records) -> Iterator[object]:
    for kind in (kind for kind in kinds_of(run.found("review")) if kind.found):
        numbers = ", ".join(kind.wcag)
        yield say(
            "Answer the questions “{title}” ({numbers}), places: {n}",
            title=kind.title,
            numbers=numbers,
            n=len(kind.found),
        )
    for reader in untried_readers(records):
        yield say("Do the tasks with {reader}; note its version and the browser", reader=reader)
    for number in unjudged_criteria(records):
        criterion = criteria()[number]
        nothing = run.judged and all(has_no_object(number, page.content) for page in run.judged)
        note = say("no page seems to have anything that it is about; make sure") if nothing else criterion.url
        yield say(
            "Judge {number} {handle} ({level}): {note}",
            number=number,
            handle=criterion.handle,
            level=criterion.level,
            note=note,
        )


def _report() -> Iterator[object]:
    yield say("For each failure: the place, what happens, who is affected, how to repair it")
    yield say("For each record: the day, who, how, the assistive technology with its version, the browser")
    yield say("Write the report and the statement anew, and say what was still not tested")


def records_to_fill(run: Run, records: Records) -> str:
    """A file of records with a gap for each criterion that no person has judged; as it stands it records nothing."""
    head = say("Fill in a record, then take the # away before its lines. What stays behind # does not count.")
    entries = "\n".join(_gap(run, number) for number in unjudged_criteria(records))
    return f"# {head}\n{PRODUCT}records:\n{entries}\n"


def _gap(run: Run, number: str) -> str:
    criterion = criteria()[number]
    keys = (
        f"date: {run.at.date()}", "who:", "method:", "assistive_technology:", "browser:",
        "component: web, authoring-tool", "pages: all", f'criteria: ["{number}"]', "outcome:", "note:",
    )  # fmt: skip
    first, *others = keys
    return "\n".join(
        [f"# {number} {criterion.handle} ({criterion.level})", f"# - {first}", *(f"#   {key}" for key in others)]
    )
