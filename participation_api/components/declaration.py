"""From an organiser's block to an activity: the keys that every kind shares, and checks that say what is allowed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from itertools import pairwise
from typing import TYPE_CHECKING

from participation_api.components.contract import Activity, DeclarationError, Json
from participation_api.components.schedule import Schedule, State
from participation_api.components.words import Sentence, say

if TYPE_CHECKING:
    from participation_api.components.contract import Component

ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
# Words of our own addresses: after the session's id, or in its place.
RESERVED_IDS = frozenset(
    {"screen", "receipt", "results", "withdraw", "search", "events", "finish", "log", "access", "in", "out"}
    | {"after", "freeze", "links", "problem", "problems", "check"}
)
COMMON_KEYS = (
    "id", "state", "opens_at", "closes_at", "late_until", "grace", "hard_close", "prepare", "question", "hint",
)  # fmt: skip


@dataclass(frozen=True)
class Declared:
    activity: Activity
    schedule: Schedule


def declare_activity(
    component: "Component", entry: Mapping[str, Json], session: str, lang: str, retention: date | None = None
) -> Declared:
    """Check a whole block; raises DeclarationError with the path of the key and one sentence."""
    check_keys(entry, (*COMMON_KEYS, *component.KEYS))
    schedule = declare_schedule(entry)
    activity = replace(component.declare(entry), session=session, lang=lang, retention=retention)
    return Declared(activity, replace(schedule, counts_when_published=activity.counts_when_published))


def declare_one_vote(entry: Mapping[str, Json]) -> str:
    """For the kinds in which each person has one answer."""
    return text(entry, "one_vote", "") and one_of(entry, "one_vote", ("codes",), "")


def declare_schedule(entry: Mapping[str, Json]) -> Schedule:
    initial = one_of(entry, "state", ("draft", "open"), "draft")
    schedule = Schedule(
        initial=State(initial),
        opens_at=time(entry, "opens_at"),
        closes_at=time(entry, "closes_at"),
        late_until=time(entry, "late_until"),
        grace=timedelta(minutes=number(entry, "grace", 3, least=0, most=120)),
        hard_close=text(entry, "hard_close", ""),
        takes_early=yes_no(entry, "prepare"),
    )
    _check_order(entry, schedule)
    return schedule


def _check_order(entry: Mapping[str, Json], schedule: Schedule) -> None:
    times = [(name, getattr(schedule, name)) for name in ("opens_at", "closes_at", "late_until")]
    given = [(name, at) for name, at in times if at]
    for (first, earlier), (second, later) in pairwise(given):
        if later <= earlier:
            raise DeclarationError(
                second,
                say(
                    "'{key}' is '{value}'; it must be later than '{other}'",
                    key=second,
                    value=entry[second],
                    other=first,
                ),
            )


def check_keys(entry: Mapping[str, Json], allowed: Sequence[str], path: str = "") -> None:
    """Refuse a key that nobody reads, with the nearest known one."""
    for key in entry:
        if key in allowed:
            continue
        near = get_close_matches(key, allowed, n=1)
        if near:
            sentence = say("'{key}' is not a known key; did you mean '{near}'?", key=key, near=near[0])
        else:
            sentence = say("'{key}' is not a known key; known keys are {keys}", key=key, keys=", ".join(allowed))
        raise DeclarationError(path + key, sentence)


def text(entry: Mapping[str, Json], key: str, default: str | None = None, path: str = "") -> str:
    """A text of the block; without a default it must be there."""
    value = entry.get(key)
    if value is None or value == "":
        if default is None:
            raise DeclarationError(path + key, say("'{key}' is missing; write a text", key=key))
        return default
    if not isinstance(value, str):
        raise DeclarationError(path + key, say("'{key}' must be a text, not a list or a mapping", key=key))
    return value.strip()


def identifier(entry: Mapping[str, Json], key: str = "id", path: str = "") -> str:
    value = text(entry, key, path=path)
    # The id of a choice, which has a path before it, stands in no address.
    if not ID.fullmatch(value) or (not path and value in RESERVED_IDS):
        raise DeclarationError(path + key, _id_sentence(key, value))
    return value


def _id_sentence(key: str, value: str) -> Sentence:
    if value in RESERVED_IDS:
        return say("'{key}' is '{value}'; the site uses that word itself, choose another", key=key, value=value)
    return say(
        "'{key}' is '{value}'; begin with a letter from a to z, then up to 39 letters a to z, digits and hyphens",
        key=key,
        value=value,
    )


def one_of(entry: Mapping[str, Json], key: str, allowed: Sequence[str], default: str) -> str:
    value = text(entry, key, default)
    if value not in allowed:
        raise DeclarationError(
            key,
            say("'{key}' is '{value}'; it must be one of {allowed}", key=key, value=value, allowed=", ".join(allowed)),
        )
    return value


def yes_no(entry: Mapping[str, Json], key: str, default: bool = False, path: str = "") -> bool:
    value = text(entry, key, "yes" if default else "no", path)
    if value.lower() not in ("yes", "no", "true", "false"):
        raise DeclarationError(path + key, say("'{key}' is '{value}'; it must be yes or no", key=key, value=value))
    return value.lower() in ("yes", "true")


def number(entry: Mapping[str, Json], key: str, default: int, *, least: int, most: int, path: str = "") -> int:
    value = text(entry, key, str(default), path)
    if not re.fullmatch(r"[0-9]{1,6}", value) or not least <= int(value) <= most:
        raise DeclarationError(
            path + key,
            say(
                "'{key}' is '{value}'; it must be a whole number from {least} to {most}",
                key=key,
                value=value,
                least=least,
                most=most,
            ),
        )
    return int(value)


def time(entry: Mapping[str, Json], key: str) -> datetime | None:
    """A time with its zone, or nothing; kept as the organiser wrote it, so that the zone can be printed."""
    value = text(entry, key, "")
    if not value:
        return None
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise DeclarationError(
            key,
            say(
                "'{key}' is '{value}'; write the date, the time and the zone, for example 2026-12-01T14:30+03:00",
                key=key,
                value=value,
            ),
        )
    return at


def items(entry: Mapping[str, Json], key: str) -> Sequence[Json]:
    value = entry.get(key)
    if value is None or value == "":
        raise DeclarationError(key, say("'{key}' is missing; write a list with one item on each line", key=key))
    if not isinstance(value, list):
        raise DeclarationError(key, say("'{key}' must be a list with one item on each line, each after '- '", key=key))
    return value


def slug(words: str) -> str:
    """`Nobody asks us` → `nobody-asks-us`; empty where the text has no letter from a to z."""
    joined = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
    joined = re.sub(r"^[^a-z]+", "", joined)
    return joined[:40].rstrip("-")


def refuse_same(values: Iterable[tuple[str, str]], key: str) -> None:
    """Refuse two items of a list that would be the same to a person or in the database: (path, value) pairs."""
    seen: set[str] = set()
    for path, value in values:
        folded = value.casefold()
        if folded in seen:
            raise DeclarationError(path, say("'{key}' has '{value}' twice; each must differ", key=key, value=value))
        seen.add(folded)
