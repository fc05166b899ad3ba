"""Telling the team that something is wrong: a form that needs no cookie, and a page that says when it was seen."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from participation_api import errors
from participation_api.components import urls
from participation_api.components.contract import Fields, Step, Write
from participation_api.components.moments import iso
from participation_api.components.words import Sentence, say, words_in
from participation_api.database import Unavailable
from participation_api.forms import BadForm, first, read_fields
from participation_api.manifest import Session
from participation_api.pages import personal, render, see_other
from participation_api.participants import digest
from participation_api.service import Service

KINDS: Mapping[str, Sentence] = {
    "captions": say("The captions have stopped"),
    "interpreter": say("I cannot see the interpreter"),
    "too-fast": say("It is too fast"),
    "page": say("This page does not work"),
    "treatment": say("Someone treats me badly"),
    "other": say("Something else"),
}
HEADING = say("Tell the team about a problem")
MOST_LETTERS = 1000
ADD = """
insert into problem (session, id, kind, text, activity, at, seen_by) values (?, ?, ?, ?, ?, ?, '')
on conflict (session, id) do nothing
"""
ONE = "select kind, text, at, seen_at from problem where session = ? and id = ?"


@dataclass(frozen=True)
class Shown:
    values: Fields = field(default_factory=dict)
    problems: Mapping[str, Sentence] = field(default_factory=dict)


async def tell(request: Request) -> Response:
    """GET: the form. POST: kept, and 303 to the page that will say when it was seen."""
    service: Service = request.app.state.service
    session = service.manifest.sessions.get(request.path_params["session"])
    if session is None:
        return await errors.missing(request)
    if request.method != "POST":
        return _form(service, session, Shown({"activity": [request.query_params.get("from", "")]}))
    try:
        fields = await read_fields(request)
    except BadForm as problem:
        return await errors.bad_form(request, problem.status)
    problems = _problems(fields)
    if problems:
        return _form(service, session, Shown(fields, problems), 422)
    if not service.limits.may_begin(request.client.host if request.client else ""):
        return _not_kept(service, 429, fields)
    return await _keep(service, session, fields)


async def choose_session(request: Request) -> Response:
    """Where the link of a page leads that belongs to no session."""
    service: Service = request.app.state.service
    sessions = list(service.manifest.sessions.values())
    root = service.manifest.root
    if len(sessions) == 1:
        return see_other(urls.url_for_problem(root, sessions[0].id))
    lang = service.manifest.languages[0]
    body = render(
        service, "problem_session.html", words_in(lang).render(HEADING), lang, heading=HEADING, sessions=sessions
    )
    return personal(body)


def _problems(fields: Fields) -> dict[str, Sentence]:
    found: dict[str, Sentence] = {}
    if first(fields, "kind") not in KINDS:
        found["kind"] = say("Choose what the problem is")
    if len(first(fields, "text")) > MOST_LETTERS:
        found["text"] = say("Enter a text of {limit} characters or fewer", limit=MOST_LETTERS)
    return found


async def _keep(service: Service, session: Session, fields: Fields) -> Response:
    kind, text = first(fields, "kind"), first(fields, "text").strip()
    # Made of what the form carried and what was written: a double press is one problem, another text another.
    name = digest(f"{first(fields, 'token') or secrets.token_urlsafe(24)}\0{kind}\0{text}")[:32]
    activity = first(fields, "activity")
    values = (session.id, name, kind, text, activity if activity in session.activities else "", iso(service.now()))
    try:
        await service.writer.save(Write("tell_problem", (Step(ADD, values),)))
    except Unavailable:
        return _not_kept(service, 503, fields)
    service.cache.note_change(session.id)
    return see_other(urls.url_for_problem(service.manifest.root, session.id, name))


def _not_kept(service: Service, status: int, fields: Fields) -> Response:
    sentences = [say("The team has not been told. Wait for some seconds, and send it again.")]
    return errors.trouble(
        service, status, say("We could not take this just now"), sentences,
        texts=[text for text in fields.get("text", ()) if text], headers=errors.RETRY_AFTER,
    )  # fmt: skip


def _form(service: Service, session: Session, shown: Shown, status: int = 200) -> Response:
    start = f"{words_in(session.lang).say('Error')}: " if shown.problems else ""
    body = render(
        service, "problem_form.html", f"{start}{words_in(session.lang).render(HEADING)} – {session.title}",
        session.lang, skip_to="error-summary" if shown.problems else "",
        heading=HEADING, session=session, shown=shown,
        problems=[(f"problem-{name}", sentence) for name, sentence in shown.problems.items()],
        token=first(shown.values, "token") or secrets.token_urlsafe(24),
        kinds=[{"value": name, "label": label, "hint": ""} for name, label in KINDS.items()],
    )  # fmt: skip
    return personal(body, status)


async def told(request: Request) -> Response:
    """The sender's page: who has the address sees whether somebody of the team has seen it."""
    service: Service = request.app.state.service
    session = service.manifest.sessions.get(request.path_params["session"])
    rows = await service.store.rows(ONE, session.id, request.path_params["id"]) if session else []
    if session is None or not rows:
        return await errors.missing(request)
    heading = say("The team has seen it") if rows[0]["seen_at"] else say("The team has been told")
    body = render(
        service, "problem_told.html", f"{words_in(session.lang).render(heading)} – {session.title}", session.lang,
        heading=heading, session=session, one=rows[0], label=KINDS.get(rows[0]["kind"], rows[0]["kind"]),
        here=request.url.path,
    )  # fmt: skip
    return personal(body)
