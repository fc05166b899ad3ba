"""What only some kinds of activity have, and what holds for the others: nobody else needs to know which have it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from participation_api.components.contract import (
    Activity,
    Checked,
    Component,
    Fields,
    Json,
    Notice,
    ParticipantAction,
    ParticipantForm,
    Personal,
    Reader,
)
from participation_api.components.schedule import Moment
from participation_api.components.words import Sentence


@dataclass(frozen=True)
class Asked:
    """A page between the form and the answer: it asks for more, or shows what would be chosen. Nothing is kept yet."""

    heading: Sentence
    template: str
    values: dict[str, Json]


Ask = Callable[[Reader, Activity, Fields], Awaitable[Asked]]


def asks_first(component: Component, activity: Activity, fields: Fields) -> bool:
    """Must more be asked before this form is an answer?"""
    asks: Callable[[Activity, Fields], bool] | None = getattr(component, "asks_first", None)
    return bool(asks and asks(activity, fields))


def ask_of(component: Component) -> Ask | None:
    """Makes the page that asks for more, from what was sent to it; without fields it was only opened."""
    return getattr(component, "ask", None)


async def notices(component: Component, reader: Reader, activity: Activity, at: datetime) -> Sequence[Notice]:
    """What everyone who takes part must know at that moment."""
    found: Callable[[Reader, Activity, datetime], Awaitable[Sequence[Notice]]] | None
    found = getattr(component, "notices", None)
    return await found(reader, activity, at) if found else ()


async def next_notice(component: Component, reader: Reader, activity: Activity, at: datetime) -> datetime | None:
    """When the clock changes the notices next."""
    found: Callable[[Reader, Activity, datetime], Awaitable[datetime | None]] | None
    found = getattr(component, "next_notice", None)
    return await found(reader, activity, at) if found else None


def publishable(component: Component, results: dict[str, Json]) -> dict[str, Json]:
    """What of the results may be kept for good: of texts, those whose authors let us."""
    found: Callable[[dict[str, Json]], dict[str, Json]] | None = getattr(component, "publishable", None)
    return found(results) if found else results


async def without_gone(
    component: Component, reader: Reader, activity: Activity, kept: dict[str, Json]
) -> dict[str, Json]:
    """Results that were kept before, without what was withdrawn or hidden since."""
    found: Callable[[Reader, Activity, dict[str, Json]], Awaitable[dict[str, Json]]] | None
    found = getattr(component, "without_gone", None)
    return await found(reader, activity, kept) if found else kept


async def personal(
    component: Component, reader: Reader, activity: Activity, moment: Moment, at: datetime
) -> Mapping[str, Personal] | None:
    """What each participant must know of their own entry; None where the kind has no such thing."""
    found: Callable[[Reader, Activity, Moment, datetime], Awaitable[Mapping[str, Personal]]] | None
    found = getattr(component, "personal", None)
    return await found(reader, activity, moment, at) if found else None


def has_personal(component: Component) -> bool:
    return hasattr(component, "personal")


def entry_name(component: Component, activity: Activity, entry: object) -> Any:
    """How a button, the log and the h1 after it name an entry; its number unless the kind has better words."""
    name: Callable[[Activity, str], Sentence] | None = getattr(component, "entry_name", None)
    return name(activity, str(entry)) if name else entry


def changes_after_closing(component: Component) -> bool:
    """May somebody who has chosen choose anew after the closing?"""
    return bool(getattr(component, "CHANGES_AFTER_CLOSING", False))


def participant_actions(component: Component) -> Mapping[str, ParticipantAction]:
    """Only a kind that shows what people sent has them: its `PARTICIPANT_ACTIONS`."""
    found: Mapping[str, ParticipantAction] = getattr(component, "PARTICIPANT_ACTIONS", {})
    return found


def checks(component: Component, activity: Any, answer: Any) -> list[Checked]:
    """What people check before it is kept; nothing where a form has one question."""
    found: Callable[[Any, Any], list[Checked]] | None = getattr(component, "check", None)
    return found(activity, answer) if found else []


def participant_forms(component: Component) -> Mapping[str, ParticipantForm]:
    """The same for `PARTICIPANT_FORMS`."""
    found: Mapping[str, ParticipantForm] = getattr(component, "PARTICIPANT_FORMS", {})
    return found
