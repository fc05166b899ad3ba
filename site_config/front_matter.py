"""The front matter of a page: which keys each kind of page has, and the access that every session must state."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from participation_api.components.contract import DeclarationError
from participation_api.components.declaration import check_keys, items, number, one_of, text, time, yes_no
from participation_api.components.words import Sentence, say
from site_config.problems import Mistake
from site_config.read_yaml import Document, YamlProblem, read_yaml

KINDS = ("home", "programme", "session", "person", "organisation", "explainer", "page", "index", "glossary")
PAGE_KEYS = ("title", "kind", "short", "lang", "sources", "search", "hide", "description")
KEYS_OF = {
    "session": (
        "format", "minutes", "starts_at", "languages", "organisers", "people", "goals", "plan", "plan_agreed",
        "retention", "access", "join_code", "skip_checks",
    ),
    "person": ("affiliation", "say_as"),
    "organisation": ("website", "abbreviation"),
}  # fmt: skip
ACCESS: dict[str, Sentence] = {
    "captions": say("Captions"),
    "sign_languages": say("Sign languages"),
    "spoken_languages": say("Spoken languages"),
    "room": say("The room"),
    "phone": say("By phone"),
    "documents": say("Documents ahead"),
    "breaks": say("Breaks"),
    "contact": say("Contact about access"),
    "requests_by": say("When requests are answered"),
}
# The checks of what organisers write; each can be left out of a session with a reason.
CHECKS: dict[str, Sentence] = {
    "question": say("Length of questions"),
    "choices": say("Number, length and sameness of choices"),
    "language": say("Language"),
    "plain": say("Plain language"),
    "links": say("Words of links"),
    "colours": say("Contrast of your own colours"),
}
UNDECIDED = "not decided yet"
FENCE = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """What the front matter of one file says, and where its body begins (lines from 1)."""

    file: str
    entry: Mapping[str, Any]
    document: Document
    body: str
    body_line: int
    kind: str = "page"

    def mistake(self, path: str, sentence: Sentence) -> Mistake:
        # +1: the line of the opening `---`.
        return Mistake(self.file, self.document.line_of(path) + 1, sentence)


@dataclass(frozen=True)
class SessionFacts:
    """A session's front matter, converted."""

    id: str
    title: str
    lang: str
    minutes: int
    starts_at: datetime | None
    retention: date | None
    join_code: str
    access: Sequence[tuple[Sentence, str]]
    """(label, text) in the fixed order; the text is empty where the organisers have not said."""
    people: Sequence[Mapping[str, str]]
    plan: Sequence[Mapping[str, str]]
    goals: Sequence[str]
    organisers: Sequence[str]
    languages: Sequence[str] = field(default_factory=list)
    skip_checks: Mapping[str, str] = field(default_factory=dict)
    """Check → the organisers' reason for leaving it out."""


def split(file: str, source: str) -> FrontMatter:
    """Read a file's front matter ourselves: MkDocs prints a broken one as text and goes on; here it stops the build."""
    source = source.removeprefix("\ufeff").replace("\r\n", "\n")
    found = FENCE.match(source)
    if not found:
        if source.startswith("---\n"):
            raise Mistake(file, 1, say("the front matter that begins here has no closing '---'"))
        return FrontMatter(file, {}, Document({}, {}), source, 1)
    try:
        document = read_yaml(found[1])
    except YamlProblem as problem:
        raise Mistake(file, problem.line + 1, say("front matter: {problem}", problem=problem.sentence)) from problem
    body_line = found[0].count("\n") + 1
    return FrontMatter(file, document.entry, document, source[found.end() :], body_line, _kind(file, document))


def _kind(file: str, document: Document) -> str:
    try:
        return one_of(document.entry, "kind", KINDS, "page")
    except DeclarationError as error:
        raise Mistake(file, document.line_of("kind") + 1, error.sentence) from error


def check(front: FrontMatter) -> None:
    """Refuse unknown keys and values that the page could not print."""
    try:
        check_keys(front.entry, (*PAGE_KEYS, *KEYS_OF.get(front.kind, ())))
        text(front.entry, "title", "")
        for number_, source in enumerate(front.entry.get("sources") or [], 1):
            text(source, "text", path=f"sources.{number_}.")
            text(source, "url", path=f"sources.{number_}.")
    except DeclarationError as error:
        raise front.mistake(error.key, error.sentence) from error


def session_facts(front: FrontMatter, session_id: str) -> SessionFacts:
    """Convert a session's front matter; a session that does not say what access it has is refused."""
    try:
        return _session_facts(front.entry, session_id)
    except DeclarationError as error:
        raise front.mistake(error.key, error.sentence) from error


def _session_facts(entry: Mapping[str, Any], session_id: str) -> SessionFacts:
    return SessionFacts(
        id=session_id,
        title=text(entry, "title"),
        lang=text(entry, "lang", ""),
        minutes=number(entry, "minutes", 60, least=1, most=1440),
        starts_at=time(entry, "starts_at"),
        retention=_day(entry, "retention"),
        join_code=_join_code(entry),
        access=_access(entry),
        people=_mappings(entry, "people", ("person", "role")),
        plan=_mappings(entry, "plan", ("minutes", "what")),
        goals=_texts(entry, "goals"),
        organisers=_texts(entry, "organisers"),
        languages=_texts(entry, "languages"),
        skip_checks=_skip_checks(entry),
    )


def _skip_checks(entry: Mapping[str, Any]) -> dict[str, str]:
    """Leaving a check out needs its name and a reason; both are in the report."""
    left_out: dict[str, str] = {}
    for number_, item in enumerate(_mappings(entry, "skip_checks", ("check", "reason")), 1):
        if item["check"] not in CHECKS:
            known = ", ".join(CHECKS)
            sentence = say("'{name}' is no check; the checks are: {known}", name=item["check"], known=known)
            raise DeclarationError(f"skip_checks.{number_}.check", sentence)
        left_out[item["check"]] = item["reason"]
    return left_out


def _access(entry: Mapping[str, Any]) -> list[tuple[Sentence, str]]:
    access = entry.get("access")
    if not isinstance(access, dict):
        sentence = say(
            "'access' is missing; say for each of {keys} what there is, 'no', or 'not decided yet'",
            keys=", ".join(ACCESS),
        )
        raise DeclarationError("access", sentence)
    check_keys(access, tuple(ACCESS), "access.")
    return [(label, _access_text(access, key)) for key, label in ACCESS.items()]


def _access_text(access: Mapping[str, Any], key: str) -> str:
    value = text(access, key, "", "access.")
    if not value:
        sentence = say("'{key}' is missing; say what there is, 'no', or 'not decided yet'", key=key)
        raise DeclarationError(f"access.{key}", sentence)
    return "" if value.lower() == UNDECIDED else value


def _day(entry: Mapping[str, Any], key: str) -> date | None:
    value = text(entry, key, "")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        sentence = say("'{key}' is '{value}'; write a day like 2027-01-31", key=key, value=value)
        raise DeclarationError(key, sentence) from None


def _join_code(entry: Mapping[str, Any]) -> str:
    value = text(entry, "join_code", "").replace(" ", "")
    if value and not re.fullmatch(r"[0-9]{6}", value):
        raise DeclarationError("join_code", say("'join_code' is '{value}'; it must be six digits", value=value))
    return value


def _texts(entry: Mapping[str, Any], key: str) -> list[str]:
    if not entry.get(key):
        return []
    return [str(item) for item in items(entry, key)]


def _mappings(entry: Mapping[str, Any], key: str, keys: Sequence[str]) -> list[dict[str, str]]:
    if not entry.get(key):
        return []
    found = []
    for number_, item in enumerate(items(entry, key), 1):
        path = f"{key}.{number_}."
        if not isinstance(item, dict):
            raise DeclarationError(path[:-1], say("'{key}' needs {keys} on each item", key=key, keys=", ".join(keys)))
        check_keys(item, keys, path)
        found.append({name: text(item, name, path=path) for name in keys})
    return found


def plan_is_agreed(front: FrontMatter) -> bool:
    return yes_no(front.entry, "plan_agreed")
