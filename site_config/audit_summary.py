"""The last audit in the accessibility statement, from the file that `curbcut audit --publish` writes beside it."""

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from participation_api.components.words import say, words_in
from site_config.problems import Mistake

MARKER = "<!--curbcut:audit-->"
FILE = "last-audit.json"
FORMAT = "curbcut-last-audit-1"
# A statement may say it in its own words; where it says it in these, the number is compared.
TRIED = re.compile(r"Tried with (\d+) persons? with disabilities")


def fill(html: str, folder: Path, shown_as: str, root: str, lang: str) -> str:
    """Put the last audit where the marker stands. `folder` is the page's own, `shown_as` its name in messages."""
    if MARKER not in html:
        return html
    name = f"{shown_as}/{FILE}"
    summary = read(folder / FILE, name)
    if summary:
        _check(summary, html, folder, name)
    words = words_in(lang)
    section = _template().render(
        say=words.say,
        say_n=words.say_n,
        summary=summary,
        day=_day(summary, lang) if summary else "",
        report=f"{root}{shown_as.partition('/')[2]}/{summary['report']}" if summary else "",
    )
    return html.replace(MARKER, section.strip())


def read(file: Path, name: str) -> Mapping[str, Any] | None:
    """What was published; nothing where there is no file."""
    if not file.exists():
        return None
    try:
        summary = json.loads(file.read_text(encoding="utf-8"))
        date.fromisoformat(summary["date"])
        if summary["format"] != FORMAT:
            raise ValueError(summary["format"])
    except (ValueError, KeyError, TypeError) as error:
        said = say("this is no file of a published audit; write it anew with 'curbcut audit --publish'")
        raise Mistake(name, getattr(error, "lineno", 1), said) from error
    return dict(summary)


def _check(summary: Mapping[str, Any], html: str, folder: Path, name: str) -> None:
    if not (folder / summary["report"]).is_file():
        raise Mistake(name, 1, say("the report '{file}' is not beside it", file=summary["report"]))
    claimed = TRIED.search(html)
    persons = summary["persons_with_disabilities"]
    if claimed and int(claimed[1]) != persons:
        said = say(
            "the records of this audit say {recorded} persons with disabilities, the statement says {claimed}",
            recorded=persons,
            claimed=claimed[1],
        )
        raise Mistake(name, 1, said)


def _day(summary: Mapping[str, Any], lang: str) -> str:
    return str(format_date(date.fromisoformat(summary["date"]), "d MMMM y", locale=lang.replace("-", "_")))


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("audit_summary.html")
