"""When an activity is open: the declared times, changes by hand, and what no sequence may do."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation_api.components.schedule import (
    Change,
    Moment,
    Schedule,
    State,
    closed,
    closing,
    effective_state,
    opened,
    published,
    with_more_time,
)

NOON = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_draft_without_times_stays_a_draft() -> None:
    assert effective_state(Schedule(), None, NOON) == Moment(State.DRAFT)


def test_declared_times_open_close_with_grace_and_end_the_late_answers() -> None:
    schedule = Schedule(opens_at=NOON, closes_at=NOON + 10 * MINUTE)
    states = {
        minutes: effective_state(schedule, None, NOON + minutes * MINUTE).state
        for minutes in (-1, 0, 9, 10, 12, 13, 20_000)
    }
    assert states == {
        -1: State.DRAFT, 0: State.OPEN, 9: State.OPEN, 10: State.CLOSING, 12: State.CLOSING, 13: State.CLOSED,
        20_000: State.CLOSED,
    }  # fmt: skip


@pytest.mark.requirement("FM-13")
def test_late_answers_are_taken_for_seven_days_unless_set() -> None:
    schedule = Schedule(initial=State.OPEN, closes_at=NOON)
    takes = [effective_state(schedule, None, NOON + 3 * MINUTE + timedelta(days=days)).takes_late for days in (0, 6, 7)]
    assert takes == [True, True, False]


def test_hard_close_takes_nothing_afterwards() -> None:
    schedule = Schedule(initial=State.OPEN, closes_at=NOON, hard_close="The vote counts in the room only.")
    assert effective_state(schedule, None, NOON + 5 * MINUTE).takes_late is False


def test_after_a_change_by_hand_the_schedule_no_longer_acts() -> None:
    schedule = Schedule(opens_at=NOON, closes_at=NOON + MINUTE)
    reopened = opened(schedule, NOON + 2 * MINUTE)
    assert effective_state(schedule, reopened, NOON + 60 * MINUTE).state is State.OPEN


def test_more_time_moves_the_end_of_what_is_closing() -> None:
    schedule = Schedule(initial=State.OPEN)
    change = closing(schedule, NOON)
    longer = with_more_time(effective_state(schedule, change, NOON + MINUTE), 5, NOON + MINUTE)
    assert effective_state(schedule, longer, NOON + 7 * MINUTE).state is State.CLOSING
    assert effective_state(schedule, longer, NOON + 8 * MINUTE).state is State.CLOSED


def test_publishing_keeps_the_time_of_the_closing() -> None:
    schedule = Schedule(initial=State.OPEN)
    moment = effective_state(schedule, closing(schedule, NOON), NOON + 10 * MINUTE)
    shown = effective_state(schedule, published(moment, NOON + 10 * MINUTE), NOON + 11 * MINUTE)
    assert (shown.state, shown.closed_at) == (State.PUBLISHED, NOON + 3 * MINUTE)


minutes = st.integers(min_value=-10_000, max_value=10_000).map(lambda n: NOON + n * MINUTE)
schedules = st.builds(
    Schedule,
    initial=st.sampled_from([State.DRAFT, State.OPEN]),
    opens_at=st.none() | minutes,
    closes_at=st.none() | minutes,
    late_until=st.none() | minutes,
    hard_close=st.sampled_from(["", "A reason."]),
)
changes = st.none() | st.builds(Change, state=st.sampled_from(State), at=minutes, ends_at=st.none() | minutes)


@given(schedules, changes, minutes)
def test_next_change_is_in_the_future_and_nothing_changes_before_it(
    schedule: Schedule, change: Change | None, now: datetime
) -> None:
    moment = effective_state(schedule, change, now)
    if moment.next_change is not None:
        assert moment.next_change > now
        just_before = moment.next_change - timedelta(microseconds=1)
        assert effective_state(schedule, change, just_before) == moment


@given(schedules, changes, minutes)
def test_nothing_is_open_and_late_at_once_and_only_the_closed_has_a_closing_time(
    schedule: Schedule, change: Change | None, now: datetime
) -> None:
    moment = effective_state(schedule, change, now)
    assert not (moment.is_open and moment.takes_late)
    assert (moment.closed_at is not None) == (moment.state in (State.CLOSED, State.PUBLISHED))


REACHED = {
    "open": {State.OPEN},
    "close": {State.CLOSING},
    "close now": {State.CLOSED},
    "publish": {State.PUBLISHED},
    "more time": {State.OPEN, State.CLOSING},
}


def pressed(button: str, schedule: Schedule, moment: Moment, now: datetime) -> Change:
    match button:
        case "open":
            return opened(schedule, now)
        case "close":
            return closing(schedule, now)
        case "close now":
            return closed(moment, now)
        case "publish":
            return published(moment, now)
    return with_more_time(moment, 3, now)


@given(schedules, st.lists(st.tuples(st.sampled_from(sorted(REACHED)), st.integers(1, 600)), max_size=12))
def test_no_sequence_of_buttons_reaches_an_impossible_state(schedule: Schedule, presses: list[tuple[str, int]]) -> None:
    now = NOON
    change: Change | None = None
    for press, wait in presses:
        moment = effective_state(schedule, change, now)
        change = pressed(press, schedule, moment, now)
        assert effective_state(schedule, change, now).state in REACHED[press]
        now += timedelta(seconds=wait)
