"""The door to organisers' pages: who is signed in, to which session; everyone else is told how to get a link."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from participation_api import errors
from participation_api.components import urls
from participation_api.components.contract import Fields
from participation_api.components.words import say
from participation_api.forms import BadForm, read_fields
from participation_api.given_back import NOT_TYPED
from participation_api.manifest import LiveActivity, Session
from participation_api.service import Service
from participation_api.sign_in import HOW_TO_GET, ONLY_ORGANISERS, Organiser, organiser_of

NOTHING_CHANGED = say("Nothing was changed.")


@dataclass(frozen=True)
class Asked:
    """A request of an organiser, with what its address names."""

    request: Request
    service: Service
    organiser: Organiser
    sessions: Mapping[str, Session]
    """Those that the organiser's link is for."""
    fields: Fields = field(default_factory=dict)

    @property
    def session(self) -> Session:
        return self.sessions[self.request.path_params["session"]]

    @property
    def live(self) -> LiveActivity:
        return self.session.activities[self.request.path_params["activity"]]

    @property
    def name(self) -> str:
        """The action that the address names."""
        return str(self.request.path_params["name"])


Page = Callable[[Asked], Awaitable[Response]]


def for_organisers(
    page: Page, *, acts: bool = False, for_access: bool = False
) -> Callable[[Request], Awaitable[Response]]:
    """The page behind the door: it is only asked for a session that is there, by somebody who may see it. One that
    acts is only posted to; who opens its address is led to the page of the activity. `for_access`: the access team,
    which otherwise looks and changes nothing, may post to it too."""

    async def behind_the_door(request: Request) -> Response:
        service: Service = request.app.state.service
        organiser = await organiser_of(request)
        is_allowed = organiser is not None and organiser.may_see(request.path_params.get("session", organiser.session))
        if is_allowed and not _exists(service, request.path_params):
            return await errors.missing(request)
        try:
            fields = await read_fields(request) if request.method == "POST" else {}
        except BadForm as problem:
            return await errors.bad_form(request, problem.status)
        if organiser is None or not is_allowed:
            return _turned_away(service, organiser, fields)
        may_post = organiser.may_act or (for_access and organiser.role == "access")
        if request.method == "POST" and not may_post:
            return only_looks(Asked(request, service, organiser, {}, fields))
        sessions = {name: one for name, one in service.manifest.sessions.items() if organiser.may_see(name)}
        asked = Asked(request, service, organiser, sessions, fields)
        return back_to(asked) if acts and request.method != "POST" else await page(asked)

    return behind_the_door


def back_to(asked: Asked, *, fragment: str = "content", **what: str) -> Response:
    """303 to the activity's page, with what it has to tell in its query."""
    address = urls.url_for_organise(asked.service.manifest.root, *asked.live.key)
    query = f"?{urlencode(what)}" if what else ""
    # The fragment moves the focus to the h1, which says what happened; the next Tab then reaches Undo.
    return RedirectResponse(f"{address}{query}#{fragment}", 303, {"cache-control": "no-store"})


def _exists(service: Service, names: Mapping[str, str]) -> bool:
    session = service.manifest.sessions.get(names.get("session", ""))
    if session is None:
        return "session" not in names
    return "activity" not in names or names["activity"] in session.activities


def no_such_page(asked: Asked) -> Response:
    """404 for an address whose session and activity are there."""
    sentences = [NOTHING_CHANGED, say("Open the page of the activity again, and use its buttons.")]
    return errors.trouble(
        asked.service, 404, say("There is no page at this address"), sentences, texts=typed(asked.fields)
    )


def _turned_away(service: Service, organiser: Organiser | None, fields: Fields) -> Response:
    first = say("Your link is for another session.") if organiser else ONLY_ORGANISERS
    sentences = [NOTHING_CHANGED, first, HOW_TO_GET] if fields else [first, HOW_TO_GET]
    return errors.trouble(service, 403, say("Sign in to organise"), sentences, texts=typed(fields))


def only_looks(asked: Asked) -> Response:
    sentences = [NOTHING_CHANGED, say("Your link does not let you do this. Ask an organiser to do it.")]
    return errors.trouble(
        asked.service, 403, say("Your link does not allow that"), sentences, texts=typed(asked.fields)
    )


def typed(fields: Fields) -> list[str]:
    return [value for name, values in fields.items() if name not in NOT_TYPED for value in values if value]
