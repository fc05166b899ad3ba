"""What a page does by itself while twenty hours pass in a moment; run once and shared by the probes about time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from a11y_tests import witness
from a11y_tests.effects import Effects, effects_now
from a11y_tests.findings import Element
from a11y_tests.page import Page
from a11y_tests.staying import Attempt

# Seconds after loading at which the page is looked at, closely first: WCAG 2.2.1 is about limits of up to 20 hours.
SOON = (5, 10, 15, 20, 30, 45, 60)
LATE = (90, 120, 180, 240, 300, 420, 540, 600, 780, 900, 1080, 1200, 1440, 1500, 1680, 1800, 2400, 2700, 3300, 3600,
        5400, 7200, 10800, 14400, 21600, 28800, 43200, 71000)  # fmt: skip
# In between, the page is looked at whenever a timer of some length goes off.
LONG_TIMER = 10
MOST_LOOKS = 80
MOST_CALLBACKS = 15_000
# Without any of these words in its scripts, a page whose clock only ticks is not watched for hours.
LIMITING = re.compile(
    r"location|reload|submit\(|expire|time.?out|log.?out|sign.?out|session|remaining|count.?down|time.?left|idle"
    r"|inactiv|seconds|minutes|disabled|warn",
    re.IGNORECASE,
)
SCRIPTS = "() => [...document.scripts].map(script => script.text).join(' ').slice(0, 200000)"
Timer = dict[str, Any]


@dataclass(frozen=True)
class Moment:
    """What has changed in one frame between two looks."""

    since: float
    seconds: float
    frame: int
    effects: Effects
    dialogs: tuple[str, ...] = ()
    stirring: tuple["Stirring", ...] = ()


@dataclass(frozen=True)
class Stirring:
    """An element that has changed by itself, how it looked meanwhile, and its words now."""

    element: Element
    looks: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Departure:
    """A frame went elsewhere, or loaded itself anew, between two looks."""

    since: float
    seconds: float
    frame: int
    attempt: Attempt


@dataclass(frozen=True)
class TimeLapse:
    moments: tuple[Moment, ...] = ()
    departures: tuple[Departure, ...] = ()


def time_lapse(page: Page) -> TimeLapse:
    """Kept for all probes until another page is opened."""
    if "time_lapse" not in page.shared:
        page.shared["time_lapse"] = run_time(page, SOON + LATE) if page.shared.get("has_timers") else TimeLapse()
    kept: TimeLapse = page.shared["time_lapse"]
    return kept


def run_time(page: Page, schedule: Sequence[float]) -> TimeLapse:
    """Load the page anew, hold it, and let time pass from one moment of the schedule to the next."""
    page.fresh()
    with page.staying() as attempts:
        # Before anything is asked: on a busy machine a page could be gone before it is held.
        witness.let_pass(page, 0, hold=True)
        page.hand_over_tree()
        for frame in range(len(page.frames.ids)):
            page.ask("() => { cc.look(); cc.stirred(); }", frame=frame)
        return Clock(page, attempts).run(schedule)


class Clock:
    """One page on its way through the hours."""

    def __init__(self, page: Page, attempts: list[Attempt]) -> None:
        self.page = page
        self.attempts = attempts
        self.now = 0.0
        self.callbacks = 0
        self.moments: list[Moment] = []
        self.departures: list[Departure] = []

    def run(self, schedule: Sequence[float]) -> TimeLapse:
        for _ in range(MOST_LOOKS):
            timers = [timer for frame in self.staying_frames() for timer in witness.waiting(self.page, frame)]
            at = next_look(self.now, schedule, timers)
            if at is None or self.callbacks > MOST_CALLBACKS or not self.is_worth(timers):
                break
            self.go_to(at, is_due=any(timer["dueIn"] <= (at - self.now) * 1000 for timer in timers))
            if any(departure.frame == 0 for departure in self.departures):
                break
        return TimeLapse(tuple(self.moments), tuple(self.departures))

    def staying_frames(self) -> list[int]:
        gone = {departure.frame for departure in self.departures}
        return [frame for frame in range(len(self.page.frames.ids)) if frame not in gone]

    def is_worth(self, timers: list[Timer]) -> bool:
        """Something may still happen: any timer at first, later only where a limit is possible."""
        if self.now < SOON[-1] or not timers:
            return bool(timers)
        if any(not timer["isInterval"] and timer["delay"] > LONG_TIMER * 1000 for timer in timers):
            return True
        sources = [timer["source"] for timer in timers]
        return any(LIMITING.search(text) for text in (*sources, self.page.ask(SCRIPTS)))

    def go_to(self, at: float, *, is_due: bool) -> None:
        since, dialogs = self.now, len(self.page.happened.dialogs)
        self.callbacks += witness.let_pass(self.page, at - since, self.staying_frames(), hold=True)
        self.now = at
        if not is_due:
            return
        said = tuple(self.page.happened.dialogs[dialogs:])
        for frame in self.staying_frames():
            stirring = stirrers(self.page, frame)
            if stirring or said or self.page.ask("() => cc.stirred()", frame=frame):
                self.moments.append(Moment(since, at, frame, effects_now(self.page, frame), said, stirring))
                self.page.ask("() => { cc.look(); cc.stirred(); }", frame=frame)
        self.page.wait_for_attempts()
        ids = self.page.frames.ids
        new = [attempt for attempt in self.attempts[len(self.departures) :] if attempt.frame_id in ids]
        self.departures += [Departure(since, at, ids.index(attempt.frame_id), attempt) for attempt in new]


def stirrers(page: Page, frame: int) -> tuple[Stirring, ...]:
    """What has changed by itself in the frame since the last time this was asked."""
    return tuple(
        Stirring(Element.from_json(value, frame), tuple(looks), text)
        for value in page.ask("() => cc.stirrers()", frame=frame)
        for looks, text in [(value.pop("looks"), value.pop("text"))]
    )


def next_look(now: float, schedule: Sequence[float], timers: list[Timer]) -> float | None:
    """The next moment of the schedule, or sooner, just after a long timer goes off."""
    scheduled = next((at for at in schedule if at > now), None)
    if scheduled is None:
        return None
    long = [
        float(timer["dueIn"]) for timer in timers if not timer["isInterval"] and timer["delay"] >= LONG_TIMER * 1000
    ]
    return min([scheduled, *(now + due / 1000 + 0.01 for due in long)])
