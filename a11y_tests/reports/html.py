"""The report for people: one HTML page without script that says first what was not tested, and is audited itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from a11y_tests.criteria import criteria
from a11y_tests.findings import LEVELS, Level
from a11y_tests.guard import is_loopback
from a11y_tests.people import GROUPS
from a11y_tests.probe import all_probes
from a11y_tests.reports import views
from a11y_tests.reports.compare import Comparison
from a11y_tests.reports.kinds import Kind, finders, kinds_of
from a11y_tests.reports.manual_records import Records
from a11y_tests.reports.model import Run
from participation_api.components.words import Words, direction, say, words_in

HERE = Path(__file__).parent
# Of a kind that stands on every page nobody reads each place; the table for spreadsheets has them all.
MOST_PLACES = 25
STYLE_FILE = "report.css"


@dataclass(frozen=True)
class Chapter:
    """All kinds of one level, with the words that head them."""

    id: str
    level: Level
    heading: object
    said: object
    nothing: object
    label: object
    kinds: tuple[Kind, ...]


def html_report(
    run: Run, records: Records, comparison: Comparison | None = None, *, lang: str = "en", is_published: bool = False
) -> str:
    """The whole page. On the site that it is about (is_published) its style is a file, since the site's policy wants
    that, and pages of this machine are named without a link, since nobody else reaches them."""
    words = words_in(lang)
    lang = words.lang  # where there is no catalogue, the words are English
    kinds = kinds_of(run.found())
    context = {
        "run": run,
        "site": words.say("this site") if is_published and is_loopback(run.pages[0].address) else run.site,
        "link": lambda address: "" if is_published and is_loopback(address) else address,
        "records": records,
        "comparison": comparison,
        "lang": lang,
        "dir": direction(lang),
        "say": lambda text, **values: words.say(text, **values),
        "say_n": words.say_n,
        "day": lambda moment: format_date(moment, "d MMMM y", locale=lang.replace("-", "_")),
        "style": None if is_published else Markup(style()),
        "style_file": STYLE_FILE,
        "most_places": MOST_PLACES,
        **views_of(run, records, kinds, words),
    }
    return template().render(context)


def views_of(run: Run, records: Records, kinds: list[Kind], words: Words) -> dict[str, Any]:
    return {
        "chapters": chapters(kinds),
        "names": views.names_of(run),
        "by_page": views.by_page(run, kinds),
        "by_criterion": views.by_criterion(kinds),
        "by_group": views.by_group(kinds),
        "most_affected": views.most_affected(views.by_group(kinds)),
        "tested": views.tested(run, records),
        "unjudged": views.unjudged_criteria(records),
        "readers": views.untried_readers(records),
        "criteria": criteria(),
        "groups": {group: words.render(name) for group, name in GROUPS.items()},
        "probes": all_probes(),
        "finders": finders,
        "render": words.render,
        "counts": {level: sum(1 for _ in run.found(level)) for level in LEVELS},
    }


def chapters(kinds: Iterable[Kind]) -> list[Chapter]:
    by_level = {level: tuple(kind for kind in kinds if kind.level == level) for level in LEVELS}
    return [
        Chapter(
            "barriers", "violation", say("Barriers"), say("Here a program is sure that a criterion is not met."),
            say("Programs found no barrier that they are sure of. That does not mean that there is none."),
            say("Barrier"), by_level["violation"],
        ),
        Chapter(
            "questions", "review", say("Questions for a person"),
            say("Here something may be a barrier. A program cannot tell; a person has to look."),
            say("Programs found no place to ask about."), say("Question"), by_level["review"],
        ),
        Chapter(
            "advice", "advice", say("Advice"), say("No criterion is missed here; it would still help people."),
            say("There is no advice."), say("Advice"), by_level["advice"],
        ),
    ]  # fmt: skip


def style() -> str:
    return (HERE / STYLE_FILE).read_text(encoding="utf-8")


@cache
def template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("report.html")
