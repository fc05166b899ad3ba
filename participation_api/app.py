"""The participation server: the built site, and every form in it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

import participation_api.addresses  # noqa: F401 - tells the router how parts of addresses are read
from participation_api import (
    asking,
    errors,
    events,
    join,
    now_page,
    organise,
    participant_actions,
    private_link,
    problems,
    receipts,
    results_page,
    search,
    static_pages,
    take_part,
)
from participation_api.cache import ReadyPages
from participation_api.database import OneServer, Unavailable
from participation_api.security import Guard
from participation_api.service import Service, start_service
from participation_api.settings import Settings
from participation_api.state import now
from participation_api.without_cookies import CookiesInAddress

Answer = Callable[[Request], Awaitable[ASGIApp]]

ACTIVITY = "/take-part/{session}/{activity:activity}"


def create_app(settings: Settings, clock: Callable[[], datetime] = now) -> Starlette:
    """The app; everything is opened and checked when it starts, and what waits is saved when it stops."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        alone = OneServer(settings.database)
        try:
            app.state.service = await start_service(settings, clock)
            try:
                yield
            finally:
                await app.state.service.close()
        finally:
            alone.release()

    root = root_of(settings)
    inner = routes()
    return Starlette(
        routes=inner if root == "/" else [Mount(root.rstrip("/"), routes=inner), Route("/", to_root(root))],
        middleware=[
            Middleware(Guard, refuse=errors.cross_site, trusted_origins=settings.trusted_origins),
            Middleware(CookiesInAddress),
            Middleware(ReadyPages),
        ],
        exception_handlers={404: _missing, 405: _wrong_method, Unavailable: errors.cannot_read, 500: errors.fault},
        lifespan=lifespan,
    )


def routes() -> list[BaseRoute]:
    """Both slash forms answer; the more particular address comes first."""
    return [
        *both(ACTIVITY, take_part.activity, ["GET", "POST"]),
        Route("/healthz", health),
        *both("/take-part/finish", receipts.finish, ["POST"]),
        *both("/take-part", join.join),
        *both("/j", join.short),
        *both("/j/{code}", join.by_code),
        *both("/search", search.search),
        *both("/take-part/problem", problems.choose_session),
        *both("/take-part/{session}", now_page.now_page),
        *both("/take-part/{session}/events", events.events),
        *both("/take-part/{session}/screen", now_page.screen_page),
        *both("/take-part/{session}/problem", problems.tell, ["GET", "POST"]),
        *both("/take-part/{session}/problem/{id}", problems.told),
        *both(f"{ACTIVITY}/ask", asking.ask, ["GET", "POST"]),
        *both(f"{ACTIVITY}/mine/{{token}}", private_link.private_link, ["GET", "POST"]),
        *both(f"{ACTIVITY}/receipt", receipts.receipt),
        *both(f"{ACTIVITY}/withdraw", receipts.withdraw, ["GET", "POST"]),
        *both(f"{ACTIVITY}/results", results_page.results),
        *both(f"{ACTIVITY}/do/{{name}}/undo", participant_actions.undo, ["POST"]),
        *both(f"{ACTIVITY}/do/{{name}}", participant_actions.act, ["GET", "POST"]),
        *organise.routes(both),
        Route("/{path:path}", static_pages.static_page, methods=["GET", "POST"]),
    ]


def both(path: str, answer: Answer, methods: list[str] | None = None) -> list[BaseRoute]:
    """The address with and without its last slash."""
    return [Route(path + "{slash:slash}", Endpoint(answer), methods=methods or ["GET"])]


class Endpoint:
    """An ASGI app that answers by a function. Starlette's own wrapping of functions does the same and sees to errors
    a second time, which the app does already; `make bench` shows the difference in a vote."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._answer(Request(scope, receive, send))
        await response(scope, receive, send)


def root_of(settings: Settings) -> str:
    """The path that the site stands on, from the manifest; checked again, with its message, when the app starts."""
    from participation_api.manifest import ManifestProblem, load_manifest

    try:
        return load_manifest(settings.site / "take-part" / "manifest.json").root
    except ManifestProblem:
        return "/"


def to_root(root: str) -> Callable[[Request], Response]:
    return lambda request: RedirectResponse(root, 307)


async def health(request: Request) -> Response:
    """For operators: the database answers."""
    service: Service = request.app.state.service
    await service.store.rows("select 1 as one")
    return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})


async def _missing(request: Request, error: Exception) -> Response:
    return await errors.missing(request)


async def _wrong_method(request: Request, error: Exception) -> Response:
    return await errors.wrong_method(request, getattr(error, "headers", None))
