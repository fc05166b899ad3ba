"""The results of an activity as everyone sees them, and what one person has said about the entries of others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from participation_api import errors
from participation_api.answers import takes_answers
from participation_api.cache import Built, Shortcut
from participation_api.components import urls
from participation_api.components.moments import from_iso, iso
from participation_api.components.optional import participant_actions, participant_forms
from participation_api.components.words import Sentence, say, words_in
from participation_api.manifest import LiveActivity
from participation_api.organise_states import filled
from participation_api.pages import common, personal, render, title_of
from participation_api.security import LIVE_POLICY
from participation_api.service import Service
from participation_api.session_now import is_shown
from participation_api.take_part import find

ORDERS = ("", "agreement")
Given = Mapping[str, set[str]]
"""Name of an action → the entries to which this person has done it."""


@dataclass(frozen=True)
class Looking:
    """What the address asks for: in which order, what is new since when, and what the person has just done."""

    order: str = ""
    since: str = ""
    done: str = ""
    entry: str = ""

    @property
    def name(self) -> str:
        return f"{self.order}:{self.since}"


@dataclass(frozen=True)
class Doing:
    """What the template of a kind makes its links and buttons of, where people can do something with entries."""

    live: LiveActivity
    root: str
    at: str
    may_act: bool
    looking: Looking = Looking()
    given: Given = field(default_factory=dict)

    @property
    def order(self) -> str:
        return self.looking.order

    @property
    def since(self) -> str:
        return self.looking.since

    def look(self, order: str = "", since: str = "") -> str:
        """The address of the same page, seen in another way."""
        query = "&".join(f"{name}={value}" for name, value in (("order", order), ("since", since)) if value)
        address = urls.url_for_results(self.root, *self.live.key)
        return f"{address}?{query.replace('+', '%2B')}" if query else address

    def page(self, name: str, entry: int) -> str:
        return f"{urls.url_for_participant(self.root, *self.live.key, name)}?entry={entry}"

    def button(self, name: str, entry: int) -> Markup:
        """The button that says it, or takes it back; nothing where neither can be done."""
        action = participant_actions(self.live.component)[name]
        is_given = str(entry) in self.given.get(name, ())
        if not is_given and not self.may_act:
            return Markup("")
        address = urls.url_for_participant(self.root, *self.live.key, name, undo=is_given)
        label = filled(action.undo_label if is_given else action.label, entry=entry)
        return Markup(
            '<form method="post" action="{}"><input type="hidden" name="entry" value="{}">'
            '<input type="hidden" name="order" value="{}"><button type="submit" class="secondary">{}</button></form>'
        ).format(address, entry, self.order, words_in(self.live.activity.lang).render(label))

    def told(self, entry: int) -> Sentence | None:
        """What was done to the entry, as it stands now, never as an address claims it."""
        action = participant_actions(self.live.component).get(self.looking.done)
        if action is None or str(entry) != self.looking.entry:
            return None
        is_given = str(entry) in self.given.get(self.looking.done, ())
        return filled(action.done if is_given else action.undone, entry=entry)


async def results(request: Request) -> Response:
    """The published results, as a sentence, a table and a chart; before that, what there is to wait for."""
    service, live = find(request)
    if live is None:
        return await errors.missing(request)
    looking = _looking(request)
    given = await given_by(request, service, live)
    if any(given.values()) or looking.done:
        built = await _results(service, live, looking, given, is_personal=True)
        return personal(built.body, headers=LIVE_POLICY if built.is_live else None)
    # The page of somebody who has given something is never kept, nor sent to somebody else.
    shortcut = Shortcut.WITHOUT_COOKIE if participant_actions(live.component) else Shortcut.FOR_ALL
    cached_as = f"results:{'/'.join(live.key)}:{looking.name}"
    return await service.cache.respond(
        cached_as, live.key[0], request, lambda: _results(service, live, looking), shortcut=shortcut
    )


def _looking(request: Request) -> Looking:
    query = request.query_params
    order = query.get("order", "")
    return Looking(
        order if order in ORDERS else "", _time(query.get("since", "")), query.get("done", ""), query.get("entry", "")
    )


def _time(value: str) -> str:
    """As our own links have it; anything else asks for nothing."""
    try:
        at = datetime.fromisoformat(value)
        return iso(from_iso(value)) if at.tzinfo else ""
    except (ValueError, OverflowError):
        return ""


async def given_by(request: Request, service: Service, live: LiveActivity) -> Given:
    """What this person has said about the entries of others."""
    device = service.participants.device_in(request.cookies, *live.key)
    actions = participant_actions(live.component)
    if device is None or not actions:
        return {}
    participant = service.participants.key(device, *live.key)
    return {name: await action.given(service.store, live.activity, participant) for name, action in actions.items()}


async def _results(
    service: Service, live: LiveActivity, looking: Looking, given: Given | None = None, *, is_personal: bool = False
) -> Built:
    moment = service.moment(live)
    at = service.now()
    is_live = not moment.frozen_at
    found = await service.results(live, moment) if is_shown(live.component, moment) else None
    heading = say("Results: {question}", question=live.activity.heading)
    can = participant_actions(live.component) or participant_forms(live.component)
    doing = Doing(live, service.manifest.root, iso(at), takes_answers(live, moment), looking, given or {})
    body = render(
        service,
        "results.html",
        title_of(service, live, heading=heading),
        live.activity.lang,
        is_live=is_live,
        heading=heading,
        moment=moment,
        results=found,
        counted_at=at,
        doing=doing if can and is_live else None,
        is_personal=is_personal,
        **common(service, live),
    )
    return Built(body, moment.next_change, is_live=is_live)


def address_after(service: Service, live: LiveActivity, name: str, entry: str, order: str) -> str:
    """Back to the entry, with the focus on it and a sentence that says what was done."""
    query = f"done={name}&entry={entry}" + (f"&order={order}" if order in ORDERS and order else "")
    fragment = live.activity.html_id("entry", int(entry))
    return f"{urls.url_for_results(service.manifest.root, *live.key)}?{query}#{fragment}"
