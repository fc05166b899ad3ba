"""What a record must say, and one sentence with file and line where it does not."""

import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, date, datetime
from difflib import get_close_matches
from typing import Any, NoReturn, cast

from a11y_tests.criteria import criteria
from a11y_tests.reports.manual_records import COMPONENTS, OUTCOMES, Component, Outcome, Product, Record
from a11y_tests.reports.records_text import Written
from participation_api.components.words import Sentence, say
from site_config.problems import Mistake

KEYS = (
    "date", "who", "method", "assistive_technology", "browser", "persons_with_disabilities", "component", "pages",
    "criteria", "requirements", "outcome", "level", "place", "note", "repair",
)  # fmt: skip
FAILED_LEVELS = ("partially-supports", "does-not-support")


def check_product(written: Written | None) -> Product:
    if written is None:
        return Product()
    names = [field.name for field in fields(Product)]
    _refuse_unknown(written, names)
    return Product(**{name: _text(written, name) for name in names})


def check_record(written: Written) -> Record:
    _refuse_unknown(written, KEYS)
    for key in ("date", "who", "method", "assistive_technology"):
        if not _text(written, key):
            _refuse(written, key, say("a record needs '{key}'", key=key))
    persons = _persons(written)
    outcome = _outcome(written, may_be_missing=persons > 0)
    numbers = _criteria(written)
    if numbers and outcome == "untested":
        _refuse(written, "criteria", say("'criteria' without an 'outcome'"))
    ids = _requirements(written)
    if not numbers and not ids and outcome not in ("failed", "untested"):  # a barrier may belong to no criterion
        _refuse(written, "outcome", say("the outcome '{outcome}' needs 'criteria'", outcome=outcome))
    return Record(
        date=_date(written),
        who=_text(written, "who"),
        method=_text(written, "method"),
        assistive_technology=_assistive_technology(written),
        browser=_text(written, "browser"),
        persons_with_disabilities=persons,
        components=_components(written),
        pages=tuple(page for page in _list(written, "pages") if page.lower() != "all"),
        criteria=numbers,
        requirements=ids,
        outcome=outcome,
        level=_level(written, outcome),
        place=_text(written, "place"),
        note=_note(written, outcome),
        repair=_text(written, "repair"),
        where=f"{written.file}:{written.line}",
    )


def _refuse(written: Written, key: str, sentence: Sentence) -> NoReturn:
    raise Mistake(written.file, written.line_of(key), sentence)


def _refuse_unknown(written: Written, known: Iterable[str]) -> None:
    for key in written.values:
        if key not in known:
            near = get_close_matches(key, list(known), 1)
            said = say("'{key}' is not a known key; did you mean '{near}'?", key=key, near=near[0]) if near else say(
                "'{key}' is not a known key; the keys are: {known}", key=key, known=", ".join(known)
            )  # fmt: skip
            _refuse(written, key, said)


def _text(written: Written, key: str) -> str:
    value: Any = written.values.get(key, "")
    if not isinstance(value, str):
        _refuse(written, key, say("'{key}' is one text, not a list", key=key))
    return " ".join(str(value).split())


def _list(written: Written, key: str) -> list[str]:
    """A list, or a text with commas."""
    value = written.values.get(key, "")
    parts = value if isinstance(value, list) else str(value).split(",")
    if not all(isinstance(part, str) for part in parts):
        _refuse(written, key, say("'{key}' is a list of texts", key=key))
    return [part.strip() for part in parts if part.strip()]


def _date(written: Written) -> date:
    text = _text(written, "date")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        _refuse(written, "date", say("'{text}' is not a date such as 2026-12-03", text=text))
    if day > datetime.now(UTC).date():
        _refuse(written, "date", say("{text} has not come yet; a record is about what was done", text=text))
    return day


def _assistive_technology(written: Written) -> str:
    text = _text(written, "assistive_technology")
    if text.lower() != "none" and not re.search(r"\d", text):
        said = say("'{text}' has no version; write for example 'NVDA 2026.3', or 'none'", text=text)
        _refuse(written, "assistive_technology", said)
    return text


def _persons(written: Written) -> int:
    text = _text(written, "persons_with_disabilities") or "0"
    if not re.fullmatch(r"[0-9]{1,4}", text):
        _refuse(written, "persons_with_disabilities", say("'{text}' is not a number of persons", text=text))
    return int(text)


def _outcome(written: Written, *, may_be_missing: bool) -> Outcome:
    text = _text(written, "outcome")
    if not text and (may_be_missing or "criteria" in written.values):
        return "untested"
    if not text:
        _refuse(written, "outcome", say("a record needs an 'outcome', or persons who took part"))
    by_lower: dict[str, Outcome] = {outcome.lower(): outcome for outcome in OUTCOMES if outcome != "untested"}
    if text.lower().replace(" ", "") not in by_lower:
        allowed = ", ".join(by_lower.values())
        _refuse(written, "outcome", say("the outcome '{text}' is not one of {allowed}", text=text, allowed=allowed))
    return by_lower[text.lower().replace(" ", "")]


def _criteria(written: Written) -> tuple[str, ...]:
    numbers = _list(written, "criteria")
    for number in numbers:
        if number not in criteria():
            _refuse(written, "criteria", say("'{number}' is not a success criterion of WCAG 2.2", number=number))
    return tuple(numbers)


def _requirements(written: Written) -> tuple[str, ...]:
    ids = _list(written, "requirements")
    for each in ids:
        if not re.fullmatch(r"[A-Z]{2}-\d\d|R\d{1,2}", each):
            _refuse(written, "requirements", say("'{id}' is not the id of a requirement, such as FM-14", id=each))
    return tuple(ids)


def _components(written: Written) -> tuple[Component, ...]:
    return tuple(cast(Component, _one_of(written, "component", name, COMPONENTS)) for name in
                 _list(written, "component") or ["web"])  # fmt: skip


def _level(written: Written, outcome: Outcome) -> str:
    text = _text(written, "level")
    if not text:
        return ""
    if outcome != "failed":
        _refuse(written, "level", say("'level' belongs to the outcome 'failed' only"))
    return _one_of(written, "level", text, FAILED_LEVELS)


def _one_of(written: Written, key: str, text: str, allowed: Iterable[str]) -> str:
    if text not in allowed:
        names = ", ".join(allowed)
        _refuse(written, key, say("{key} '{text}' is not one of {names}", key=key, text=text, names=names))
    return text


def _note(written: Written, outcome: Outcome) -> str:
    note = _text(written, "note")
    if outcome == "failed" and not note:
        _refuse(written, "note", say("a record with the outcome 'failed' needs a 'note' that says what the barrier is"))
    return note
