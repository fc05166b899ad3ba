"""The named examples of each kind of activity (`<kind>/examples.yaml`): one source for tests, validator and audit.

An example has an `entry` (an organiser's block) and what to `expect`. It may have a `state` (open unless it says
otherwise), the `lang` of its page, the `fields` that somebody posts, and what others posted `before`.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from participation_api.components import COMPONENTS
from participation_api.components.contract import Component, FieldErrors, Fields, Reader, Refused, Write
from participation_api.components.declaration import Declared, declare_activity, slug
from participation_api.components.panel import Place, render_form, render_panel
from participation_api.components.schedule import Change, Moment, Schedule, State, effective_state
from participation_api.components.words import Sentence

NOW = datetime(2026, 12, 1, 14, 30, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=8)
RETENTION = date(2027, 1, 31)
KEYS = ("entry", "state", "lang", "before", "fields", "expect")
STATES: Mapping[str, Change] = {
    "draft": Change(State.DRAFT, NOW),
    "open": Change(State.OPEN, NOW),
    "closing": Change(State.CLOSING, NOW, NOW + timedelta(minutes=3)),
    "late": Change(State.CLOSED, NOW, NOW),
    "closed": Change(State.CLOSED, LONG_AGO, LONG_AGO),
    "published": Change(State.PUBLISHED, LONG_AGO, LONG_AGO),
}
Save = Callable[[Write], Awaitable[None]]


@dataclass(frozen=True)
class Example:
    kind: str
    name: str
    entry: Mapping[str, Any]
    expect: Mapping[str, Any]
    state: str = "open"
    lang: str = "en"
    before: tuple[Fields, ...] = ()
    fields: Fields | None = None

    @property
    def component(self) -> Component:
        return COMPONENTS[self.kind]

    @property
    def session(self) -> str:
        """A session of its own, so that examples in one database know nothing of each other."""
        return slug(f"{self.kind} {self.name}")

    @cached_property
    def declared(self) -> Declared:
        return declare_activity(self.component, self.entry, self.session, self.lang, RETENTION)

    @property
    def moment(self) -> Moment:
        return effective_state(self.declared.schedule, STATES[self.state], NOW)

    @property
    def schedule(self) -> Schedule:
        return self.declared.schedule


@dataclass(frozen=True)
class Played:
    """What came of an example: the answer that was read, or the sentences that refuse it; results; the page's part."""

    html: str
    answer: Any = None
    errors: Mapping[str, Sentence] | None = None
    refused: Sentence | None = None
    results: Mapping[str, Any] | None = None


def examples(kind: str | None = None) -> Iterator[Example]:
    """Every example of one kind, or of all."""
    for name in [kind] if kind else COMPONENTS:
        text = (Path(__file__).parent / name / "examples.yaml").read_text(encoding="utf-8")
        # What organisers and browsers write is text, whatever it looks like; what a test expects has its type.
        written, typed = yaml.load(text, yaml.BaseLoader), yaml.safe_load(text)  # noqa: S506 (makes only texts)
        for title, given in written.items():
            yield _example(name, title, given, typed[title]["expect"])


def _example(kind: str, name: str, given: Mapping[str, Any], expect: Mapping[str, Any]) -> Example:
    if unknown := set(given) - set(KEYS):
        raise ValueError(f"{kind}/examples.yaml: '{name}' has {unknown}; known keys are {', '.join(KEYS)}")
    return Example(
        kind, name, given["entry"], expect, given.get("state", "open"), given.get("lang", "en"),
        tuple(given.get("before", ())), given.get("fields"),
    )  # fmt: skip


async def play(example: Example, save: Save, reader: Reader) -> Played:
    """Post what the example posts, each by another person, and show what its page then holds."""
    component, activity, moment = example.component, example.declared.activity, example.moment
    played = Played("")
    for number, fields in enumerate(example.before):
        at = LONG_AGO - timedelta(hours=1) + timedelta(minutes=number)
        answer = component.read_form(activity, fields)
        assert not isinstance(answer, FieldErrors), f"{example.kind}: {example.name}: before {number} is in error"
        await save(component.record(activity, answer, f"other-{number}", at))
    if example.state == "late":
        await _fix(example, save)
    if example.fields is not None:
        played = await _post(example, example.fields, save)
    await _fix(example, save)
    results = await component.results(reader, activity, moment.counted_at)
    extra = await component.form_context(reader, activity)
    return replace(played, html=_html(example, played, results, extra), results=results)


async def _fix(example: Example, save: Save) -> None:
    closed_at = example.moment.counted_at
    write = example.component.fix(example.declared.activity, closed_at) if closed_at else None
    if write:
        await save(write)


async def _post(example: Example, fields: Fields, save: Save) -> Played:
    component, activity = example.component, example.declared.activity
    answer = component.read_form(activity, fields)
    if isinstance(answer, FieldErrors):
        return Played("", errors=answer.sentences)
    is_late = example.state == "late"
    try:
        await save(component.record(activity, answer, "somebody", NOW if is_late else LONG_AGO, is_late))
    except Refused as refused:
        return Played("", answer, {component.FIELD: refused.sentence}, refused.sentence)
    return Played("", answer)


def _html(example: Example, played: Played, results: Mapping[str, Any], extra: Mapping[str, Any]) -> str:
    """The panel; where the form is shown, it holds what was posted and its errors."""
    component, activity = example.component, example.declared.activity
    html = render_panel(component, activity, example.schedule, example.moment, Place(), results, extra)
    if not example.moment.is_open or example.fields is None:
        return html
    empty = render_form(component, activity, "/", extra=extra)
    return html.replace(empty, render_form(component, activity, "/", example.fields, played.errors, extra))


def whole_page(example: Example, html: str) -> str:
    """The part as a page by itself, for a validator or a browser."""
    from participation_api.components.words import direction

    title = Markup("<title>{}: {}</title>").format(example.kind, example.name)
    start = Markup('<!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8">').format(
        example.lang, direction(example.lang)
    )
    heading = Markup("<h1>{}</h1>").format(f"{example.kind}: {example.name}")
    return f"{start}{title}</head><body><main>{heading}{html}</main></body></html>"
