"""Organisers' sign-in: a link shows a button, the button sets a cookie, and each request asks if the link holds."""

from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from participation_api import errors
from participation_api.components import urls
from participation_api.components.moments import from_iso, iso
from participation_api.components.words import say, words_in
from participation_api.pages import personal, render
from participation_api.participants import digest
from participation_api.service import Service

LINK = """
select session, role, name, expires_at from organiser_link
where token_digest = ? and revoked_at is null and expires_at > ?
"""
ACTING = ("owner", "organiser")
ONLY_ORGANISERS = say("Only organisers can open this page. An organiser's link signs you in.")
HOW_TO_GET = say(
    "Ask an owner of the session for a link. Who runs the server makes one with the command: curbcut organiser-link"
)
# The token is in the address of this page. With `strict-origin` no Referer holds it, not even one to this site itself;
# no-referrer would send `Origin: null` with the form, which is refused.
HEADERS = {"referrer-policy": "strict-origin"}


@dataclass(frozen=True)
class Organiser:
    """Somebody with a link that holds now. The link's name stands in the log; an empty session means all of them."""

    name: str
    role: str
    session: str
    expires_at: datetime

    def may_see(self, session: str) -> bool:
        return self.session in ("", session)

    @property
    def may_act(self) -> bool:
        """A rapporteur and the access team look, and change nothing."""
        return self.role in ACTING

    @property
    def may_export(self) -> bool:
        return self.role != "access"

    @property
    def sees_modes(self) -> bool:
        """How people take their turns tells of disabilities: only who moderates or gives access needs to know."""
        return self.role != "rapporteur"


async def holder(service: Service, token: str) -> Organiser | None:
    """Whose link it is, if it holds; the database knows only its digest."""
    rows = await service.store.rows(LINK, digest(token), iso(service.now()))
    found = next(iter(rows), None)
    if found is None:
        return None
    return Organiser(found["name"], found["role"], found["session"], from_iso(found["expires_at"]))


async def organiser_of(request: Request) -> Organiser | None:
    service: Service = request.app.state.service
    token, _, signature = request.cookies.get(cookie_name(service), "").partition(".")
    if not token or not service.participants.is_signed("organiser", token, signature):
        return None
    return await holder(service, token)


def cookie_name(service: Service) -> str:
    # `__Host-` binds the cookie to this host and path; browsers accept it under https only.
    return "__Host-curbcut-organiser" if service.settings.is_https else "curbcut-organiser"


async def sign_in(request: Request) -> Response:
    """GET shows a button and nothing else, so that the preview of a link uses nothing up; its POST signs in."""
    service: Service = request.app.state.service
    token = request.path_params["token"]
    organiser = await holder(service, token)
    if organiser is None:
        return no_such_link(service)
    if request.method == "POST":
        return _signed_in(service, token, organiser)
    lang = service.manifest.languages[0]
    body = render(
        service, "organise_in.html", words_in(lang).say("Sign in to organise"), lang,
        organiser=organiser, action=urls.url_for_sign_in(service.manifest.root, token),
    )  # fmt: skip
    return personal(body, headers=HEADERS)


def _signed_in(service: Service, token: str, organiser: Organiser) -> Response:
    address = urls.url_for_organise(service.manifest.root)
    response = RedirectResponse(address, 303, {"cache-control": "no-store", **HEADERS})
    response.set_cookie(
        cookie_name(service),
        f"{token}.{service.participants.sign('organiser', token)}",
        max_age=int((organiser.expires_at - service.now()).total_seconds()),
        path="/",
        secure=service.settings.is_https,
        httponly=True,
        samesite="lax",
    )
    return response


async def sign_out(request: Request) -> Response:
    """POST forgets the cookie and leads to the page that says so; the link itself goes on working."""
    service: Service = request.app.state.service
    if request.method == "POST":
        address = urls.url_for_sign_out(service.manifest.root)
        response: Response = RedirectResponse(address, 303, {"cache-control": "no-store"})
        secure = service.settings.is_https
        response.delete_cookie(cookie_name(service), path="/", secure=secure, httponly=True, samesite="lax")
        return response
    lang = service.manifest.languages[0]
    organiser = await organiser_of(request)
    title = say("You are still signed in") if organiser else say("You are signed out")
    return personal(
        render(service, "organise_out.html", words_in(lang).render(title), lang, heading=title, organiser=organiser)
    )


def no_such_link(service: Service) -> Response:
    sentences = [say("It has expired, it was revoked, or a part of it is missing."), HOW_TO_GET]
    heading = say("This link does not sign you in")
    return errors.trouble(service, 403, heading, sentences, headers=HEADERS)
