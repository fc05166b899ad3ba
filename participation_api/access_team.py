"""For interpreters, captioners and room assistants: what is said now and next, names, words, and a sheet to prepare.

The page is read only, and holds how people take their turns. The sheet can be saved and passed on, so it does not.
"""

from typing import Any

from starlette.responses import Response

from participation_api import organise_problems
from participation_api.components import environment, urls
from participation_api.components.panel import Place
from participation_api.components.words import say, words_in
from participation_api.join_line import join_line, origin_of
from participation_api.organise_door import Asked, only_looks
from participation_api.organise_page import page_title
from participation_api.pages import personal, render
from participation_api.session_now import Item, SessionNow, look_at


async def page(asked: Asked) -> Response:
    if not asked.organiser.sees_modes:
        return only_looks(asked)
    service, session = asked.service, asked.session
    now = await look_at(service, session)
    told = await organise_problems.told_to(asked.organiser, service.store, session)
    heading = say("For interpreters, captioners and room assistants: {title}", title=session.title)
    start = organise_problems.in_title(session, sum(not one["seen_at"] for one in told))
    body = render(
        service, "access_team.html", start + page_title(session, heading, 0), session.lang,
        heading=heading, session=session, organiser=asked.organiser, told=told, now=now,
        place=Place(service.manifest.root, session.zone, 3),
        parts=[await _part(asked, item) for item in _order(now)],
        glossary=service.manifest.glossary, join=join_line(service, session, origin_of(asked.request, service)),
    )  # fmt: skip
    return personal(body)


def _order(now: SessionNow) -> list[Item]:
    """What is open, then what comes, then the rest, each once."""
    found = [*now.open, *now.later]
    return [*found, *(item for item in now.items if item not in found)]


async def _part(asked: Asked, item: Item) -> dict[str, Any]:
    """What a kind's own templates are given; `data` is what organisers see, so also how somebody takes a turn."""
    component, reader = item.component, asked.service.store
    return {
        "component": component, "activity": item.activity, "schedule": item.schedule, "moment": item.moment,
        "data": await component.organise(reader, item.activity),
        "extra": await component.form_context(reader, item.activity),
    }  # fmt: skip


async def sheet(asked: Asked) -> Response:
    """To download: the questions with their choices, names, words. Nothing that participants have sent is in it."""
    if not asked.organiser.sees_modes:
        return only_looks(asked)
    service, session = asked.service, asked.session
    now = await look_at(service, session)
    origin = origin_of(asked.request, service)
    title = words_in(session.lang).say("To prepare: {title}", title=session.title)
    body = environment(session.lang).get_template("prep_sheet.html").render(
        title=title, session=session, now=now, root=service.manifest.root, glossary=service.manifest.glossary,
        # The sheet stands on somebody's disk: its links need the whole address.
        place=Place(f"{origin}{service.manifest.root}", session.zone, 3),
        page=f"{origin}{urls.url_for_page(service.manifest.root, session.url)}",
    )  # fmt: skip
    named = f'attachment; filename="{session.id}-to-prepare.html"'
    headers = {"content-disposition": named, "cache-control": "no-store"}
    return Response(body, headers=headers, media_type="text/html")
