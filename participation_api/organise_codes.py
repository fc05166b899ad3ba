"""The organisers' page of codes: make some, and print them at once in large type; nobody can show them again."""

import secrets
from typing import Any

from starlette.responses import Response

from participation_api import codes
from participation_api.components import urls
from participation_api.components.codes import digits_in, in_groups
from participation_api.components.words import Sentence, say
from participation_api.database import Unavailable
from participation_api.errors import RETRY_AFTER
from participation_api.forms import first
from participation_api.join_line import origin_of
from participation_api.organise_changes import NOT_SAVED
from participation_api.organise_door import Asked, no_such_page, only_looks
from participation_api.organise_page import page_title
from participation_api.pages import common, personal, render


async def page(asked: Asked) -> Response:
    """GET: how many there are, and the form that makes more. POST: the sheet, shown this once."""
    if not codes.has_codes(asked.live):
        return no_such_page(asked)
    if not asked.organiser.may_act:
        return only_looks(asked)
    if asked.request.method != "POST":
        return await _form(asked)
    count = _count(first(asked.fields, "count"))
    if count is None:
        problem = say("Enter how many codes to make, from 1 to {most}", most=codes.MOST_CODES)
        return await _form(asked, problem, 422)
    try:
        made = await codes.make(asked.service, asked.live, count, asked.organiser.name, first(asked.fields, "token"))
    except Unavailable:
        return await _form(asked, NOT_SAVED, 503)
    return _sheet(asked, made)


def _count(value: str) -> int | None:
    typed = digits_in(value)
    return int(typed) if len(typed) < 6 and typed and 1 <= int(typed) <= codes.MOST_CODES else None


async def _form(asked: Asked, problem: Sentence | None = None, status: int = 200) -> Response:
    live = asked.live
    heading = say("Codes for: {question}", question=live.activity.heading)
    field = live.activity.html_id("count")
    values: dict[str, Any] = {
        "heading": heading,
        "field": field,
        "problem": problem,
        "problems": [(field, problem)] if problem else [],
        "made": await codes.made(asked.service, live),
        "count": first(asked.fields, "count"),
        "token": first(asked.fields, "token") or secrets.token_urlsafe(24),
    }
    body = render(
        asked.service, "organise_codes.html", page_title(asked.session, heading, 0, is_error=bool(problem)),
        asked.session.lang, skip_to="error-summary" if problem else "", organiser=asked.organiser, **values,
        **common(asked.service, live),
    )  # fmt: skip
    return personal(body, status, RETRY_AFTER if status == 503 else None)


def _sheet(asked: Asked, made: list[str]) -> Response:
    live, origin = asked.live, origin_of(asked.request, asked.service)
    heading = say("Print these codes now: {question}", question=live.activity.heading)
    listed = [(in_groups(code), f"{origin}{codes.address(asked.service, live, code)}") for code in made]
    body = render(
        asked.service, "organise_code_sheet.html", page_title(asked.session, heading, 0), asked.session.lang,
        heading=heading, listed=listed, organiser=asked.organiser,
        here=f"{origin}{urls.url_for_activity(asked.service.manifest.root, *live.key)}",
        **common(asked.service, live),
    )  # fmt: skip
    return personal(body)
