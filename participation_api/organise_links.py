"""The owners' page of sign-in links: make one for a person and a role, see who has one, end one at once."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from starlette.responses import RedirectResponse, Response

from participation_api.components import urls
from participation_api.components.contract import Fields, Step, Write
from participation_api.components.moments import iso
from participation_api.components.words import Sentence, say, words_in
from participation_api.forms import first
from participation_api.join_line import origin_of
from participation_api.link_storage import ADD_ONCE, RESTORE, REVOKE, ROLES, Link, all_links, logged
from participation_api.organise_door import Asked, only_looks
from participation_api.organise_log import UNDO
from participation_api.pages import personal, render
from participation_api.participants import digest
from participation_api.sign_in import cookie_name

HEADING = say("Links for organisers")
DAYS = (1, 2, 7, 14, 30, 60)
MOST_LETTERS = 60
@dataclass(frozen=True)
class Shown:
    heading: Sentence = HEADING
    made: str = ""
    """The new link, shown this once."""
    revoked: Link | None = None
    problems: Mapping[str, Sentence] = field(default_factory=dict)
    values: Fields = field(default_factory=dict)


async def links(asked: Asked) -> Response:
    if asked.organiser.role != "owner":
        return only_looks(asked)
    if asked.request.method == "POST":
        return await _make(asked)
    wanted = asked.request.query_params.get("revoked")
    revoked = next((link for link in await all_links(asked) if link.token_digest == wanted and link.revoked_at), None)
    if revoked:
        heading = say("The link of {name} does not work any more", name=revoked.name)
        return await _page(asked, Shown(heading, revoked=revoked))
    return await _page(asked, Shown())


async def _make(asked: Asked) -> Response:
    problems = _problems(asked)
    if problems:
        return await _page(asked, Shown(problems=problems, values=asked.fields), 422)
    name, role, session = (first(asked.fields, key).strip() for key in ("name", "role", "session"))
    token = _token(asked)
    at = asked.service.now()
    until = at + timedelta(days=int(first(asked.fields, "days")))
    if all(link.token_digest != digest(token) for link in await all_links(asked)):
        add = Step(ADD_ONCE, (session, digest(token), role, name, iso(at), iso(until)))
        await asked.service.writer.save(Write("add_link", (add, *logged(asked, "make-link", name, session))))
    address = urls.url_for_sign_in(asked.service.manifest.root, token)
    link = f"{origin_of(asked.request, asked.service)}{address}"
    return await _page(asked, Shown(say("The link for {name} is made", name=name), made=link))


def _token(asked: Asked) -> str:
    """The one that this form was given, if it is ours; what it says of the link is signed with it."""
    token, _, signature = first(asked.fields, "token").partition(".")
    is_ours = asked.service.participants.is_signed("new-link", token, signature)
    about = "|".join(first(asked.fields, key).strip() for key in ("name", "role", "session", "days"))
    # Another name typed after Back makes another link.
    made_of = asked.service.participants.sign("link", f"{token}|{about}") if is_ours else ""
    return made_of or secrets.token_urlsafe(24)


def _problems(asked: Asked) -> dict[str, Sentence]:
    found: dict[str, Sentence] = {}
    name = first(asked.fields, "name").strip()
    if not name or len(name) > MOST_LETTERS:
        found["name"] = say("Enter a name of up to {limit} characters", limit=MOST_LETTERS)
    if first(asked.fields, "role") not in ROLES:
        found["role"] = say("Choose what the link is for")
    if first(asked.fields, "session") not in _sessions(asked):
        found["session"] = say("Choose a session from the list")
    if first(asked.fields, "days") not in {str(days) for days in DAYS}:
        found["days"] = say("Choose how many days from the list")
    return found


def _sessions(asked: Asked) -> dict[str, object]:
    """What the owner's own link is for: all, or one."""
    named: dict[str, object] = {name: session.title for name, session in asked.sessions.items()}
    return named if asked.organiser.session else {"": say("All sessions"), **named}


async def revoke(asked: Asked) -> Response:
    return await _change(asked, REVOKE, "revoke-link")


async def restore(asked: Asked) -> Response:
    """Undo of the above."""
    return await _change(asked, RESTORE, f"{UNDO}revoke-link")


async def _change(asked: Asked, sql: str, what: str) -> Response:
    if asked.organiser.role != "owner":
        return only_looks(asked)
    wanted = first(asked.fields, "link")
    link = next((link for link in await all_links(asked) if link.token_digest == wanted), None)
    address = urls.url_for_links(asked.service.manifest.root)
    if link and wanted != _own(asked) and (link.revoked_at is None) == (sql is REVOKE):
        at = (iso(asked.service.now()),) if sql is REVOKE else ()
        step = Step(sql, (*at, wanted))
        await asked.service.writer.save(Write("change_link", (step, *logged(asked, what, link.name, link.session))))
    query = f"?revoked={wanted}" if link and sql is REVOKE else ""
    return RedirectResponse(f"{address}{query}#content", 303, {"cache-control": "no-store"})


def _own(asked: Asked) -> str:
    """Nobody saws off the branch that they sit on."""
    return digest(asked.request.cookies.get(cookie_name(asked.service), "").partition(".")[0])


async def _page(asked: Asked, shown: Shown, status: int = 200) -> Response:
    service = asked.service
    lang = service.manifest.languages[0]
    token = secrets.token_urlsafe(24)
    words = words_in(lang)
    start = f"{words.say('Error')}: " if shown.problems else ""
    found = await all_links(asked)
    body = render(
        service, "organise_sign_in_links.html", start + words.render(shown.heading), lang,
        skip_to="error-summary" if shown.problems else "",
        shown=shown, organiser=asked.organiser, own=_own(asked),
        problems=[(f"links-{name}", sentence) for name, sentence in shown.problems.items()],
        working=[link for link in found if not link.revoked_at], ended=[link for link in found if link.revoked_at],
        token=f"{token}.{service.participants.sign('new-link', token)}",
        roles=[{"value": role, "label": name, "hint": hint} for role, (name, hint) in ROLES.items()],
        days=[{"value": str(days), "label": str(days), "lang": ""} for days in DAYS],
        sessions=[{"value": name, "label": title, "lang": ""} for name, title in _sessions(asked).items()],
        titles={name: session.title for name, session in service.manifest.sessions.items()},
    )  # fmt: skip
    return personal(body, status)
