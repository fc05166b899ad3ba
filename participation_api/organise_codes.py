"""The organisers' page of codes: make some, and print them at once in large type; cancel those that were made."""

import secrets
from typing import Any
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from participation_api import codes
from participation_api.components import urls
from participation_api.components.codes import digits_in, in_groups
from participation_api.components.words import Sentence, say, say_n
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
    return _sheet(asked, made) if made else _back(asked)


async def cancel(asked: Asked) -> Response:
    """At once; the page then says how many gave no answer, and offers Undo first."""
    return await _change(asked, undo=False)


async def restore(asked: Asked) -> Response:
    return await _change(asked, undo=True)


async def _change(asked: Asked, *, undo: bool) -> Response:
    service, live, who = asked.service, asked.live, asked.organiser.name
    if not codes.has_codes(live):
        return no_such_page(asked)
    try:
        if undo:
            at = ""
            await codes.restore(service, live, first(asked.fields, "at"), who)
        else:
            at = await codes.cancel(service, live, first(asked.fields, "newest"), who)
    except Unavailable:
        return await _form(asked, NOT_SAVED, 503)
    return _back(asked, f"?{urlencode({'cancelled': at})}" if at else "")


def _back(asked: Asked, query: str = "") -> Response:
    address = urls.url_for_codes(asked.service.manifest.root, *asked.live.key)
    return RedirectResponse(f"{address}{query}#content", 303, {"cache-control": "no-store"})


async def _cancelled(asked: Asked) -> tuple[str, int, list[Sentence]]:
    """When, how many, and what there is to know of it; as it stands now, never as an address claims it."""
    service, live = asked.service, asked.live
    found = await codes.cancelled(service, live)
    at = asked.request.query_params.get("cancelled", "")
    if at not in found:
        return "", 0, []
    told = [say("These codes cannot answer any more. What they have answered stays, and counts.")]
    # The number of all answers of a sensitive poll would tell more than its table does.
    if not live.activity.counts_when_published:
        answers = len(await live.component.participants(service.store, live.activity))
        unused = max(0, found[at] - answers)
        is_first = len(found) == 1 and not (await codes.made(service, live))[0]
        told.append(
            say_n("{n} of them was not used.", "{n} of them were not used.", unused)
            if is_first
            else say_n("At least {n} of them was not used.", "At least {n} of them were not used.", unused)
        )
    told.append(say("Who has answered with one of them and gets a new code can answer a second time."))
    return at, found[at], told


def _count(value: str) -> int | None:
    typed = digits_in(value)
    return int(typed) if len(typed) < 6 and typed and 1 <= int(typed) <= codes.MOST_CODES else None


async def _form(asked: Asked, problem: Sentence | None = None, status: int = 200) -> Response:
    live = asked.live
    made, newest = await codes.made(asked.service, live)
    at, count, told = await _cancelled(asked)
    heading = (
        say_n("{n} code is cancelled: {question}", "{n} codes are cancelled: {question}", count,
              question=live.activity.heading)
        if at
        else say("Codes for: {question}", question=live.activity.heading)
    )  # fmt: skip
    field = live.activity.html_id("count")
    values: dict[str, Any] = {
        "heading": heading,
        "field": field,
        "problem": problem,
        "problems": [(field, problem)] if problem else [],
        "made": made,
        "newest": newest,
        "cancelled_at": at,
        "told": told,
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
