"""Joining a session: by its name in a list, or by a code that can be spoken, brailled and typed in many ways."""

import re
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from participation_api.cache import Built
from participation_api.components import urls
from participation_api.components.codes import digits_in
from participation_api.components.typed import NOT_TEXT
from participation_api.components.words import Sentence, say, say_n, words_in
from participation_api.join_line import in_groups
from participation_api.manifest import Session
from participation_api.pages import personal, render
from participation_api.service import Service

FIELD = "join-code-field"
DIGITS = 6
IN_ADDRESS = (
    re.compile(r"/j/(?P<code>[^/?#]+)", re.IGNORECASE),
    re.compile(r"[?&]code=(?P<code>[^&#]+)", re.IGNORECASE),
)


async def join(request: Request) -> Response:
    """The page that asks for the code; with a code that is right, on to the session."""
    service: Service = request.app.state.service
    typed = request.query_params.get("code")
    if typed is None:
        return await service.cache.respond("join", "", request, lambda: _empty(service))
    return _answer(service, typed, 422)


async def by_code(request: Request) -> Response:
    """`/j/<code>`: an address that holds the code; nothing is there for a wrong one."""
    return _answer(request.app.state.service, request.path_params["code"], 404)


async def short(request: Request) -> Response:
    service: Service = request.app.state.service
    return RedirectResponse(urls.url_for_join(service.manifest.root), 308)


def _answer(service: Service, typed: str, status: int) -> Response:
    session = find_session(service, typed)
    if session:
        # The same answer however often a wrong code was tried before: nothing is locked, and nobody is shut out.
        return RedirectResponse(urls.url_for_now(service.manifest.root, session.id), 303, {"cache-control": "no-store"})
    return personal(_page(service, NOT_TEXT.sub("", typed), problem_with(typed)), status)


def find_session(service: Service, typed: str) -> Session | None:
    """The session of a code, or of an address of this site that was pasted whole."""
    return service.manifest.session_of_code(digits(typed)) or _session_of_address(service, unquote(typed))


def digits(typed: str) -> str:
    """The digits of a code as 0 to 9, whatever script they are in; of a pasted address, those of the code in it."""
    text = unquote(typed)
    found = next((match["code"] for pattern in IN_ADDRESS if (match := pattern.search(text))), text)
    return digits_in(found)


def _session_of_address(service: Service, text: str) -> Session | None:
    found = re.search(r"/take-part/([a-z0-9-]+)", text)
    if found:
        return service.manifest.sessions.get(found[1])
    pages = ((session, re.escape(f"/{session.url.strip('/')}")) for session in service.manifest.sessions.values())
    return next((session for session, page in pages if re.search(rf"{page}(?![\w-])", text)), None)


def problem_with(typed: str) -> Sentence:
    """What to do, with what was typed counted or repeated."""
    code = digits(typed)
    if not code:
        return say("Enter the code: {n} digits", n=DIGITS)
    if len(code) != DIGITS:
        wording = "Enter all {digits} digits of the code; there is {n} now"
        return say_n(wording, "Enter all {digits} digits of the code; there are {n} now", len(code), digits=DIGITS)
    return say("Check the digits of the code; no session has the code {code}", code=in_groups(code))


async def _empty(service: Service) -> Built:
    return Built(_page(service, "", None))


def _page(service: Service, typed: str, problem: Sentence | None) -> bytes:
    lang = service.manifest.languages[0]
    words = words_in(lang)
    title = words.say("Join a session")
    return render(
        service, "join.html", f"{words.say('Error')}: {title}" if problem else title, lang,
        skip_to="error-summary" if problem else "",
        heading=title, field=FIELD, typed=typed, problem=problem, problems=[(FIELD, problem)] if problem else [],
        sessions=list(service.manifest.sessions.values()),
    )  # fmt: skip
