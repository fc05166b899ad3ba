"""An organiser's page of one activity: what happened, what waits, the controls, and the words to say aloud."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from participation_api.components import optional, urls
from participation_api.components.contract import Fields
from participation_api.components.moments import clock_text
from participation_api.components.panel import Place
from participation_api.components.words import Sentence, say, words_in
from participation_api.join_line import join_line, origin_of
from participation_api.manifest import LiveActivity, Session
from participation_api.organise_door import Asked
from participation_api.organise_log import Line, described, newest, of_activity
from participation_api.organise_states import (
    STATE_ACTIONS,
    USUAL_MINUTES,
    filled,
    minutes_to_choose,
    possible,
    stamp,
)
from participation_api.pages import common, render
from participation_api.sign_in import Organiser


@dataclass(frozen=True)
class Undo:
    """The first control of the page that says what was done."""

    label: Sentence
    address: str
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """What the page has to say beyond how things stand."""

    heading: Sentence | None = None
    sentences: Sequence[Sentence] = ()
    undo: Undo | None = None
    problems: Mapping[str, Sentence] = field(default_factory=dict)
    """Field → sentence, for the form of `entry`, which holds `values` again."""
    entry: str = ""
    at_entry: str = ""
    """The entry at which the page says what was done, and offers Undo, in place of the top of the page."""
    values: Fields = field(default_factory=dict)
    texts: Sequence[str] = ()
    """What somebody typed and could not be kept, to copy."""


@dataclass(frozen=True)
class Controls:
    """What the buttons of a kind's own template are made of."""

    live: LiveActivity
    root: str
    organiser: Organiser
    lines: Sequence[Line]
    told: Told

    @property
    def may_act(self) -> bool:
        return self.organiser.may_act

    def address(self, action: str) -> str:
        return urls.url_for_action(self.root, *self.live.key, action)

    def label(self, action: str, entry: object) -> Sentence:
        name = optional.entry_name(self.live.component, self.live.activity, entry)
        return filled(self.live.component.ACTIONS[action].label, entry=name)

    def with_thing(self, label: Sentence) -> Sentence:
        return filled(label, thing=self.live.component.NAME)

    def mark(self, entry: object) -> str:
        """The last thing that was done to the entry before this page was made."""
        last = newest(self.lines, str(entry))
        return last.at if last else ""

    def value(self, entry: object, name: str) -> str:
        return next(iter(self.told.values.get(name, ())), "") if str(entry) == self.told.entry else ""

    def error(self, entry: object, name: str) -> Sentence | None:
        return self.told.problems.get(name) if str(entry) == self.told.entry else None


async def html(asked: Asked, told: Told) -> bytes:
    service, live, session = asked.service, asked.live, asked.session
    at = service.now()
    moment = service.moment(live, at)
    data = await live.component.organise(service.store, live.activity, service.counted_at(live))
    lines = await of_activity(service.store, live)
    heading = told.heading or live.activity.heading
    root = service.manifest.root
    return render(
        service,
        "organise_activity.html",
        page_title(session, heading, data["waits"], is_error=bool(told.problems)),
        session.lang,
        skip_to="error-summary" if told.problems else "",
        heading=heading,
        told=told,
        names_question=live.activity.heading not in words_in(session.lang).render(heading),
        problems=[(target(live, told.entry, name), sentence) for name, sentence in told.problems.items()],
        moment=moment,
        at=at,
        data=data,
        results=await service.results(live, moment),
        controls=Controls(live, root, asked.organiser, lines, told),
        organiser=asked.organiser,
        changes=[(name, STATE_ACTIONS[name].label) for name in possible(moment)],
        stamp=stamp(service, live, moment),
        minutes=minutes_to_choose(),
        usual_minutes=str(USUAL_MINUTES),
        join=join_line(service, session, origin_of(asked.request, service)),
        **(common(service, live) | {"place": Place(root, session.zone, 2)}),
    )


def page_title(session: Session, heading: Sentence | str, waits: int, *, is_error: bool = False) -> str:
    """What waits comes first, since a title is what is spoken first: `3 waiting – <heading> – <session>`."""
    words = words_in(session.lang)
    start = f"{words.say('Error')}: " if is_error else ""
    waiting = f"{words.say('{n} waiting', n=waits)} – " if waits else ""
    name = words.render(heading)
    return f"{start}{waiting}{name}" + (f" – {session.title}" if session.title not in name else "")


def target(live: LiveActivity, entry: str, name: str) -> str:
    """The id of a field in the form of one entry; of a form that is about no entry, the field's own."""
    return live.activity.html_id(name, int(entry)) if entry.isdigit() else live.activity.html_id(name)


def told_line(live: LiveActivity, line: Line, session: Session) -> Sentence:
    """`Close: Which lunch? – Ana, 14:05 UTC`"""
    time: datetime = line.time.astimezone(session.zone or line.time.tzinfo)
    return say("{what} – {who}, {time}", what=described(live, line), who=line.who, time=clock_text(time, session.lang))
