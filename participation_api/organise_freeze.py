"""The organiser's page that freezes the results of a session, and takes that back."""

from starlette.responses import RedirectResponse, Response

from participation_api import freezing, organise_log
from participation_api.components import urls
from participation_api.components.contract import Write
from participation_api.components.words import Sentence, say
from participation_api.organise_door import Asked
from participation_api.organise_log import UNDO
from participation_api.organise_page import page_title
from participation_api.pages import personal, render
from participation_api.session_now import is_shown

FREEZE = "freeze"
NOT_WRITTEN = say(
    "The server cannot write into its folder docs/results. Who runs the server can do it with the command: "
    "curbcut freeze {session}",
    session="",
)


async def page(asked: Asked) -> Response:
    """GET says what will be kept, or what is; POST freezes at once, and the page then offers Undo first."""
    if asked.request.method == "POST":
        return await _freeze(asked)
    return _page(asked)


async def undo(asked: Asked) -> Response:
    session = asked.session
    if asked.request.method == "POST" and freezing.is_frozen(asked.service, session):
        freezing.thaw(asked.service, session)
        await _log(asked, UNDO + FREEZE)
    return _back(asked)


async def _freeze(asked: Asked) -> Response:
    service, session = asked.service, asked.session
    if not freezing.is_frozen(service, session):
        try:
            await freezing.freeze(service, session)
        except OSError:
            text = Sentence(NOT_WRITTEN.text, (("session", session.id),))
            return _page(asked, say("Nothing was changed"), text, 503)
        await _log(asked, FREEZE)
    return _back(asked)


async def _log(asked: Asked, what: str) -> None:
    line = organise_log.of_whole_session(asked.session.id, asked.service.now(), asked.organiser.name, what)
    await asked.service.writer.save(Write("log_freeze", (line,)))


def _back(asked: Asked) -> Response:
    address = urls.url_for_freeze(asked.service.manifest.root, asked.session.id)
    return RedirectResponse(f"{address}#content", 303, {"cache-control": "no-store"})


def _page(asked: Asked, heading: Sentence | None = None, told: Sentence | None = None, status: int = 200) -> Response:
    service, session = asked.service, asked.session
    is_frozen = freezing.is_frozen(service, session)
    usual = say("The results are frozen: {title}") if is_frozen else say("Freeze the results: {title}")
    heading = heading or Sentence(usual.text, (("title", session.title),))
    items = [(live, is_shown(live.component, service.moment(live))) for live in session.activities.values()]
    body = render(
        service, "organise_freeze.html", page_title(session, heading, 0), session.lang,
        heading=heading, session=session, told=told, is_frozen=is_frozen, items=items, organiser=asked.organiser,
        kept=[live.activity.heading for live, shows in items if shows],
        left_out=[live.activity.heading for live, shows in items if not shows],
    )  # fmt: skip
    return personal(body, status)
