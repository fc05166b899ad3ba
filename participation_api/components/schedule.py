"""When an activity is open: a pure function of what was declared, the last change by hand, and now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

GRACE = timedelta(minutes=3)
LATE = timedelta(days=7)


class State(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
    PUBLISHED = "published"


@dataclass(frozen=True)
class Schedule:
    """What the organiser's block says about time; a hard close has a reason, and takes nothing afterwards."""

    initial: State = State.DRAFT
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    late_until: datetime | None = None
    grace: timedelta = GRACE
    hard_close: str = ""
    takes_early: bool = False
    """People can send before it opens; what they send counts, and is shown, from the opening on."""
    counts_when_published: bool = False
    """Every answer that came until the results are published is in one count, which is never made again."""


@dataclass(frozen=True)
class Change:
    """A change made by hand. `ends_at` is when counting in the session ends (open, closing) or ended (closed,
    published); None while an open activity has no end."""

    state: State
    at: datetime
    ends_at: datetime | None = None
    by: str = ""


@dataclass(frozen=True)
class Moment:
    """The state at one moment: since when, what the clock changes next, and which answers are taken."""

    state: State
    ends_at: datetime | None = None
    grace_until: datetime | None = None
    closed_at: datetime | None = None
    late_until: datetime | None = None
    next_change: datetime | None = None
    takes_early: bool = False
    """It is not open yet, and takes what people send ahead."""
    waits_for_count: bool = False
    """It has ended, and the one count of all answers is made when the results are published."""
    frozen_at: datetime | None = None
    """Its results stand in a file since then, and nothing is taken any more."""

    @property
    def counted_at(self) -> datetime | None:
        """The end of the answers that are counted as the session's; None while there is no count to keep."""
        return None if self.waits_for_count else self.closed_at

    @cached_property
    def is_open(self) -> bool:
        return self.state in (State.OPEN, State.CLOSING)

    @property
    def takes_late(self) -> bool:
        return self.late_until is not None

    @property
    def shows_results(self) -> bool:
        return self.state is State.PUBLISHED


def effective_state(schedule: Schedule, change: Change | None, now: datetime) -> Moment:
    """The state that counts at `now`; after a change by hand the declared times no longer act."""
    if change is None:
        return _by_schedule(schedule, now)
    if change.state is State.DRAFT:
        return _draft(schedule)
    if change.state is State.OPEN:
        return _running(schedule, change.ends_at, now)
    if change.state is State.CLOSING:
        end = change.ends_at or change.at
        if now < end:
            return Moment(State.CLOSING, ends_at=change.at, grace_until=end, next_change=end)
        return _ended(schedule, State.CLOSED, end, now)
    if change.state is State.PUBLISHED and schedule.counts_when_published:
        return Moment(State.PUBLISHED, closed_at=change.at)
    return _ended(schedule, change.state, change.ends_at or change.at, now)


def _by_schedule(schedule: Schedule, now: datetime) -> Moment:
    if schedule.opens_at and now < schedule.opens_at:
        return _draft(schedule, schedule.opens_at)
    if schedule.opens_at or schedule.initial is State.OPEN:
        return _running(schedule, schedule.closes_at, now)
    return _draft(schedule)


def _draft(schedule: Schedule, opens_at: datetime | None = None) -> Moment:
    return Moment(State.DRAFT, next_change=opens_at, takes_early=schedule.takes_early)


def _running(schedule: Schedule, ends_at: datetime | None, now: datetime) -> Moment:
    if ends_at is None:
        return Moment(State.OPEN)
    if now < ends_at:
        return Moment(State.OPEN, ends_at=ends_at, grace_until=ends_at + schedule.grace, next_change=ends_at)
    closed_at = ends_at + schedule.grace
    if now < closed_at:
        return Moment(State.CLOSING, ends_at=ends_at, grace_until=closed_at, next_change=closed_at)
    return _ended(schedule, State.CLOSED, closed_at, now)


def _ended(schedule: Schedule, state: State, closed_at: datetime, now: datetime) -> Moment:
    late_until = None if schedule.hard_close else schedule.late_until or closed_at + LATE
    waits = schedule.counts_when_published
    if late_until is None or now >= late_until:
        return Moment(state, closed_at=closed_at, waits_for_count=waits)
    return Moment(
        state, closed_at=closed_at, late_until=late_until, next_change=late_until, waits_for_count=waits
    )


# What an organiser can do by hand, from each state.
def opened(schedule: Schedule, now: datetime) -> Change:
    return Change(State.OPEN, now)


def closing(schedule: Schedule, now: datetime) -> Change:
    """Close with the grace period: what is on its way still counts in the session."""
    return Change(State.CLOSING, now, now + schedule.grace)


def closed(moment: Moment, now: datetime) -> Change:
    return Change(State.CLOSED, now, moment.closed_at or now)


def published(moment: Moment, now: datetime) -> Change:
    return Change(State.PUBLISHED, now, moment.closed_at or now)


def with_more_time(moment: Moment, minutes: int, now: datetime) -> Change:
    """Move the end: from the end that is set, or from now where it is open with none."""
    if moment.state is State.CLOSING and moment.grace_until:
        return Change(State.CLOSING, now, moment.grace_until + timedelta(minutes=minutes))
    return Change(State.OPEN, now, (moment.ends_at or now) + timedelta(minutes=minutes))
