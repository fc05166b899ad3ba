"""What an organiser can do to the state of an activity: from which states, in which words, and what it changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from participation_api.components import schedule
from participation_api.components.moments import iso
from participation_api.components.schedule import Change, Moment, Schedule, State
from participation_api.components.words import Sentence, say, say_n
from participation_api.manifest import LiveActivity
from participation_api.service import Service

MINUTES = (1, 2, 5, 10, 15, 30, 60)
USUAL_MINUTES = 5
RUNNING = (State.OPEN, State.CLOSING)
ENDED = (State.CLOSED, State.PUBLISHED)


@dataclass(frozen=True)
class StateAction:
    """`label` is the button, with the thing that it acts on; `make` takes the minutes of the form too."""

    label: Sentence
    from_states: tuple[State, ...]
    make: Callable[[Schedule, Moment, int, datetime], Change]
    done: Sentence | None = None
    """What the h1 says where the new state alone would not say what happened."""


STATE_ACTIONS: Mapping[str, StateAction] = {
    "open": StateAction(
        say("Open: {thing}", thing=""), (State.DRAFT,), lambda rules, moment, minutes, now: schedule.opened(rules, now)
    ),
    "close": StateAction(
        say("Close: {thing}", thing=""), (State.OPEN,), lambda rules, moment, minutes, now: schedule.closing(rules, now)
    ),
    "close-now": StateAction(
        say("Close now, without waiting: {thing}", thing=""),
        RUNNING,
        lambda rules, moment, minutes, now: schedule.closed(moment, now),
    ),
    "add-time": StateAction(
        say("Add time: {thing}", thing=""),
        RUNNING,
        lambda rules, moment, minutes, now: schedule.with_more_time(moment, minutes, now),
        say("“{question}” has a new end", question=""),
    ),
    "publish": StateAction(
        say("Publish the results: {thing}", thing=""),
        (State.CLOSED,),
        lambda rules, moment, minutes, now: schedule.published(moment, now),
    ),
    "unpublish": StateAction(
        say("Take the results back: {thing}", thing=""),
        (State.PUBLISHED,),
        lambda rules, moment, minutes, now: schedule.closed(moment, now),
        say("The results of “{question}” are not published any more", question=""),
    ),
    "reopen": StateAction(
        say("Open again: {thing}", thing=""),
        ENDED,
        lambda rules, moment, minutes, now: schedule.opened(rules, now),
        say("“{question}” is open again", question=""),
    ),
}
IN_STATE: Mapping[State, Sentence] = {
    State.DRAFT: say("“{question}” is not open yet", question=""),
    State.OPEN: say("“{question}” is open", question=""),
    State.CLOSING: say("“{question}” is closing", question=""),
    State.CLOSED: say("“{question}” is closed", question=""),
    State.PUBLISHED: say("The results of “{question}” are published", question=""),
}
NEXT: Mapping[State, str] = {State.DRAFT: "open", State.OPEN: "close", State.CLOSED: "publish"}


def possible(moment: Moment) -> list[str]:
    """What can be done now, the likeliest first; adding time has a form of its own."""
    if moment.frozen_at:
        return []
    return [name for name, action in STATE_ACTIONS.items() if moment.state in action.from_states and name != "add-time"]


def in_words(live: LiveActivity, moment: Moment) -> Sentence:
    return filled(IN_STATE[moment.state], question=live.activity.heading)


def filled(sentence: Sentence, **values: object) -> Sentence:
    """The sentence with these values in place of the ones that it was made with."""
    return Sentence(sentence.text, tuple(values.items()), sentence.plural, sentence.count)


def stamp(service: Service, live: LiveActivity, moment: Moment) -> str:
    """What a button carries: the state that it was made for, so that a stale one is known."""
    last = service.states.last(live)
    return f"{moment.state}@{iso(last.at) if last else ''}"


def minutes_to_choose() -> list[dict[str, object]]:
    return [{"value": str(n), "label": say_n("{n} minute", "{n} minutes", n), "lang": ""} for n in MINUTES]
