"""Organisers' pages to look at: the sessions, one session with what waits, one activity, and who did what."""

from collections.abc import Callable
from typing import Any

from starlette.responses import Response
from starlette.routing import BaseRoute

from participation_api import (
    access_team,
    exports,
    organise_actions,
    organise_after,
    organise_changes,
    organise_check,
    organise_codes,
    organise_freeze,
    organise_links,
    organise_page,
    organise_problems,
    sign_in,
)
from participation_api.components.words import say, words_in
from participation_api.join_line import join_line, origin_of
from participation_api.manifest import LiveActivity, Session
from participation_api.organise_door import Asked, for_organisers
from participation_api.organise_log import described, of_session
from participation_api.organise_page import page_title
from participation_api.organise_states import NEXT, STATE_ACTIONS, filled, stamp
from participation_api.organise_told import told_by
from participation_api.pages import common, personal, render
from participation_api.service import Service


async def sessions(asked: Asked) -> Response:
    """Where signing in leads: the sessions that the link is for."""
    service = asked.service
    listed = [(session, await _waiting(service, session)) for session in asked.sessions.values()]
    lang = service.manifest.languages[0]
    title = words_in(lang).render(say("Organise: you are signed in"))
    body = render(service, "organise.html", title, lang, listed=listed, organiser=asked.organiser)
    return personal(body)


async def _waiting(service: Service, session: Session) -> int:
    return sum([(await _data(service, live))["waits"] for live in session.activities.values()])


async def _data(service: Service, live: LiveActivity) -> dict[str, Any]:
    return await live.component.organise(service.store, live.activity)


async def session(asked: Asked) -> Response:
    """Every activity with its state, its numbers, and the button for what comes next."""
    service, found = asked.service, asked.session
    items = [await _item(asked, live) for live in found.activities.values()]
    heading = say("Organise: {title}", title=found.title)
    waits = sum(item["data"]["waits"] for item in items)
    told = await organise_problems.told_to(asked.organiser, service.store, found)
    start = organise_problems.in_title(found, sum(not one["seen_at"] for one in told))
    body = render(
        service, "organise_session.html", start + page_title(found, heading, waits), found.lang, told=told,
        heading=heading, session=found, items=items, waits=waits, organiser=asked.organiser, at=service.now(),
        join=join_line(service, found, origin_of(asked.request, service)),
    )  # fmt: skip
    return personal(body)


async def _item(asked: Asked, live: LiveActivity) -> dict[str, Any]:
    service = asked.service
    moment = service.moment(live)
    name = NEXT.get(moment.state) if asked.organiser.may_act and not moment.frozen_at else None
    return common(service, live) | {
        "moment": moment,
        "data": await _data(service, live),
        "stamp": stamp(service, live, moment),
        "next": name,
        "label": filled(STATE_ACTIONS[name].label, thing=live.activity.heading) if name else None,
    }


async def activity(asked: Asked) -> Response:
    return personal(await organise_page.html(asked, await told_by(asked)))


async def log(asked: Asked) -> Response:
    """Who did what, when and why, newest first."""
    service, found = asked.service, asked.session
    lines = await of_session(service.store, found)
    rows = [(line, described(found.activities.get(line.activity), line)) for line in lines]
    heading = say("Who did what: {title}", title=found.title)
    body = render(
        service, "organise_log.html", page_title(found, heading, 0), found.lang,
        heading=heading, session=found, rows=rows, organiser=asked.organiser,
    )  # fmt: skip
    return personal(body)


HERE = "/organise/{session}/{activity}"
ACT = ["GET", "POST"]


def routes(both: Callable[..., list[BaseRoute]]) -> list[BaseRoute]:
    """The more particular address comes first; `both` gives an address with and without its last slash."""
    return [
        *both("/organise/in/{token}", sign_in.sign_in, ACT),
        *both("/organise/out", sign_in.sign_out, ACT),
        *both("/organise", for_organisers(sessions)),
        *both("/organise/links/revoke", for_organisers(organise_links.revoke), ["POST"]),
        *both("/organise/links/restore", for_organisers(organise_links.restore), ["POST"]),
        *both("/organise/links", for_organisers(organise_links.links), ACT),
        *both("/organise/{session}/log", for_organisers(log)),
        *both(f"/organise/{{session}}/check/{organise_check.FILE}", for_organisers(organise_check.report)),
        *both("/organise/{session}/check", for_organisers(organise_check.page)),
        *both("/organise/{session}/access/sheet", for_organisers(access_team.sheet)),
        *both("/organise/{session}/access", for_organisers(access_team.page)),
        *both("/organise/{session}/problems/seen", for_organisers(organise_problems.seen, for_access=True), ACT),
        *both("/organise/{session}/after/erase", for_organisers(organise_after.erase), ACT),
        *both("/organise/{session}/after/{file}", for_organisers(organise_after.report)),
        *both("/organise/{session}/after", for_organisers(organise_after.page)),
        *both("/organise/{session}/freeze/undo", for_organisers(organise_freeze.undo), ACT),
        *both("/organise/{session}/freeze", for_organisers(organise_freeze.page), ACT),
        *both(f"{HERE}/state/undo", for_organisers(organise_changes.undo, acts=True), ACT),
        *both(f"{HERE}/state/{{name}}", for_organisers(organise_changes.change, acts=True), ACT),
        *both(f"{HERE}/act/{{name}}/undo", for_organisers(organise_actions.undo, acts=True), ACT),
        *both(f"{HERE}/act/{{name}}", for_organisers(organise_actions.act, acts=True), ACT),
        *both(f"{HERE}/codes/cancel/undo", for_organisers(organise_codes.restore, acts=True), ACT),
        *both(f"{HERE}/codes/cancel", for_organisers(organise_codes.cancel, acts=True), ACT),
        *both(f"{HERE}/codes", for_organisers(organise_codes.page), ACT),
        *both(HERE, for_organisers(activity)),
        *both("/organise/{session}", for_organisers(session)),
        *both(f"{HERE}/{{file}}", for_organisers(exports.export)),
    ]
