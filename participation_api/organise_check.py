"""The report on a session's texts: what the check at the build has found, and what was left out and why."""

import json

from starlette.responses import Response

from participation_api.components.words import say
from participation_api.organise_door import Asked
from participation_api.organise_page import page_title
from participation_api.pages import personal, render

FILE = "report.json"


async def page(asked: Asked) -> Response:
    session = asked.session
    heading = say("Check of the texts: {title}", title=session.title)
    open_ones = [one for one in session.checks["advice"] if not one["skipped"]]
    body = render(
        asked.service, "organise_check.html", page_title(session, heading, 0), session.lang, heading=heading,
        session=session, advice=open_ones, skipped=session.checks["skipped"], organiser=asked.organiser, file=FILE,
        built_at=asked.service.manifest.built_at,
        left_out=len(session.checks["advice"]) - len(open_ones),
    )  # fmt: skip
    return personal(body)


async def report(asked: Asked) -> Response:
    """The same as a file, as evidence."""
    session = asked.session
    content = {"session": session.id, "checked_at": asked.service.manifest.built_at, **session.checks}
    name = f"{session.id}-check.json"
    headers = {"cache-control": "no-store", "content-disposition": f'attachment; filename="{name}"'}
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return Response(text, media_type="application/json", headers=headers)
