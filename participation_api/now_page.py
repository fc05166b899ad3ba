"""The now page of a session: what is open first, then what comes, what came out, and how to get in."""

from starlette.requests import Request
from starlette.responses import Response

from participation_api import errors, screen
from participation_api.cache import Built
from participation_api.components.panel import Place
from participation_api.components.words import join_with_and, say, say_n, words_in
from participation_api.join_line import join_line, origin_of
from participation_api.manifest import Session
from participation_api.pages import render
from participation_api.service import Service
from participation_api.session_now import SessionNow, look_at


async def now_page(request: Request) -> Response:
    return await respond(request)


async def screen_page(request: Request) -> Response:
    """The projector: `?item=<activity>`, or without it the activity that matters now."""
    session = _session(request)
    wanted = request.query_params.get("item", "")
    if session is None or (wanted and wanted not in session.activities):
        return await errors.missing(request)
    return await respond(request, screen.page_name(wanted))


async def respond(request: Request, part: str = "") -> Response:
    """All these pages are kept together: nobody in the room is ahead of, or behind, those who read along."""
    service: Service = request.app.state.service
    session = _session(request)
    if session is None:
        return await errors.missing(request)
    origin = origin_of(request, service)
    key = f"now:{session.id}:{origin}"
    return await service.cache.respond(key, session.id, request, lambda: _build(service, session, origin), part)


def _session(request: Request) -> Session | None:
    service: Service = request.app.state.service
    return service.manifest.sessions.get(request.path_params["session"])


async def _build(service: Service, session: Session, origin: str) -> Built:
    now = await look_at(service, session)
    is_live = any(not item.moment.frozen_at for item in now.items)
    body = render(
        service, "now.html", title_of(now), session.lang, is_live=is_live,
        now=now, session=session, place=Place(service.manifest.root, session.zone, 3),
        join=join_line(service, session, origin), opened=opened(now),
    )  # fmt: skip
    return Built(body, now.valid_until, is_live=is_live, others=screen.pages(service, now, origin))


def title_of(now: SessionNow) -> str:
    """How many are open is said first: a person who listens need not wait for it."""
    count = len(now.open)
    title = now.session.title
    words = words_in(now.session.lang)
    if not count:
        return words.render(say("Nothing open now: {session}", session=title))
    return words.render(say_n("{n} open now: {session}", "{n} open now: {session}", count, session=title))


def opened(now: SessionNow) -> str:
    """What live updates say when something opens or closes: the whole of it, never a bare number."""
    words = words_in(now.session.lang)
    names = join_with_and([item.activity.heading for item in now.open], words)
    return words.say("Open now: {names}", names=names) if names else words.say("Nothing is open at this moment.")
