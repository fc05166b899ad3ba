"""One look at a session: what is open, what comes, what is published, what is closed.

The now page and the projector are written from the same look, so that they say the same at the same moment.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from participation_api.components import optional
from participation_api.components.contract import Activity, Component, Json, Notice
from participation_api.components.schedule import Moment, Schedule, State
from participation_api.manifest import LiveActivity, Session
from participation_api.service import Service

LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Item:
    """An activity at that moment; `results` is what everyone may see of it, None where that is nothing yet."""

    live: LiveActivity
    moment: Moment
    published_at: datetime | None = None
    results: Mapping[str, Json] | None = None
    notices: Sequence[Notice] = ()
    next_notice: datetime | None = None

    @property
    def activity(self) -> Activity:
        return self.live.activity

    @property
    def component(self) -> Component:
        return self.live.component

    @property
    def schedule(self) -> Schedule:
        return self.live.schedule

    @property
    def takes_late(self) -> bool:
        return self.moment.takes_late and self.component.TAKES_LATE_ANSWERS


@dataclass(frozen=True)
class SessionNow:
    """`items` are in the organiser's order."""

    session: Session
    at: datetime
    items: Sequence[Item]

    @property
    def open(self) -> list[Item]:
        return [item for item in self.items if item.moment.is_open]

    @property
    def later(self) -> list[Item]:
        """What opens soonest comes first; what has no time yet comes last."""
        drafts = [item for item in self.items if item.moment.state is State.DRAFT]
        return sorted(drafts, key=lambda item: item.moment.next_change or LAST)

    @property
    def published(self) -> list[Item]:
        """What was published last comes first."""
        found = [item for item in self.items if item.moment.shows_results]
        return sorted(found, key=lambda item: item.published_at or item.moment.closed_at or LAST, reverse=True)

    @property
    def closed(self) -> list[Item]:
        """What still takes answers comes first."""
        found = [item for item in self.items if item.moment.state is State.CLOSED]
        return sorted(found, key=lambda item: not item.takes_late)

    @property
    def notices(self) -> list[Notice]:
        return [notice for item in self.items for notice in item.notices]

    @property
    def valid_until(self) -> datetime:
        """The next change by the clock, or the next minute: the page tells the minute that it was made in."""
        changes = [at for item in self.items for at in (item.moment.next_change, item.next_notice) if at]
        return min([*changes, self.at.replace(second=0, microsecond=0) + timedelta(minutes=1)])


def is_shown(component: Component, moment: Moment) -> bool:
    """Whether everyone sees the results: once they are published, or from the opening on where the kind is made so."""
    return moment.shows_results or (component.SHOWN_WHILE_OPEN and moment.state is not State.DRAFT)


async def look_at(service: Service, session: Session) -> SessionNow:
    at = service.now()
    items = [await _item(service, live, at) for live in session.activities.values()]
    return SessionNow(session, at, items)


async def _item(service: Service, live: LiveActivity, at: datetime) -> Item:
    moment = service.moment(live, at)
    change = service.states.last(live)
    published_at = change.at if change and moment.shows_results else None
    results = await service.results(live, moment) if is_shown(live.component, moment) else None
    told = await notices_of(service, live, moment, at)
    next_notice = await optional.next_notice(live.component, service.store, live.activity, at)
    return Item(live, moment, published_at, results, told, next_notice)


async def notices_of(service: Service, live: LiveActivity, moment: Moment, at: datetime) -> Sequence[Notice]:
    """Nothing is told of what has not begun, or is over for good."""
    if moment.state is State.DRAFT or moment.frozen_at:
        return ()
    return await optional.notices(live.component, service.store, live.activity, at)
