"""Taking an answer: from a posted form to a receipt, or to a page that says what happened to it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from participation_api import codes, errors, without_cookies
from participation_api.components import optional, urls
from participation_api.components.codes import typed_code
from participation_api.components.contract import Checked, FieldErrors, Fields, Refused
from participation_api.components.schedule import Moment, State
from participation_api.components.words import say
from participation_api.database import Unavailable
from participation_api.forms import BadForm, first, read_fields
from participation_api.manifest import LiveActivity
from participation_api.pages import common, personal, render, see_other, title_of
from participation_api.service import Service

# The buttons of the page on which people check their answers.
BUTTONS = ("checked", "edit")


async def receive(request: Request, service: Service, live: LiveActivity) -> Response:
    """Judged by the time at which the request arrived; answered only after COMMIT."""
    at = service.now()
    try:
        fields = await read_fields(request)
    except BadForm as problem:
        return await errors.bad_form(request, problem.status)
    moment = service.moment(live, at)
    if not takes_answers(live, moment) and not takes_change(live, moment, fields):
        return errors.not_taken(service, live, moment, fields)
    if optional.asks_first(live.component, live.activity, fields):
        from participation_api import asking

        return asking.lead_to(service, live, fields)
    answer = live.component.read_form(live.activity, fields)
    if isinstance(answer, FieldErrors):
        return await _ask_again(service, live, fields, answer)
    device = ""
    if codes.has_codes(live):
        device, response = await _of_code(request, service, live, fields)
        if response is not None:
            return response
    if rows := optional.checks(live.component, live.activity, answer):
        if fields.get("edit"):
            return await _ask_again(service, live, fields, None)
        if not fields.get("checked"):
            return _check(service, live, fields, rows)
    return await _with_device(request, service, live, fields, answer, moment, at, device)


async def _of_code(
    request: Request, service: Service, live: LiveActivity, fields: Fields
) -> tuple[str, Response | None]:
    """The device that the code stands for, or the page that says what is wrong with the code."""
    address = request.client.host if request.client else ""
    if not service.limits.may_guess(address):
        return "", errors.too_many(service, live, fields)
    device, problem = await codes.device_of_code(request, service, live, fields)
    if problem is None:
        return device, None
    if typed_code(fields):
        service.limits.note_wrong_code(address)
    # A page for changing holds no field for the code: a new one does.
    values = {name: values for name, values in fields.items() if name not in ("change", "of")}
    return "", await _ask_again(service, live, values, FieldErrors({"code": problem}))


def takes_answers(live: LiveActivity, moment: Moment) -> bool:
    return moment.is_open or moment.takes_early or (moment.takes_late and live.component.TAKES_LATE_ANSWERS)


def takes_change(live: LiveActivity, moment: Moment, fields: Fields) -> bool:
    """After the closing: of a kind where who has chosen may always choose anew, such as a room."""
    return bool(fields.get("change")) and may_still_change(live, moment)


def may_still_change(live: LiveActivity, moment: Moment) -> bool:
    is_over = moment.frozen_at is not None or moment.state is State.DRAFT or bool(live.schedule.hard_close)
    return not is_over and optional.changes_after_closing(live.component)


async def _as_new(service: Service, live: LiveActivity, fields: Fields, participant: str) -> Fields:
    """What was to change something that is gone, in another tab say, is sent as something new the next time."""
    own = await live.component.own(service.store, live.activity, participant)
    if any(entry.can_change and entry.id == first(fields, "change") for entry in own):
        return fields
    return {name: values for name, values in fields.items() if name not in ("change", "of")}


def is_of_another(service: Service, fields: Fields, participant: str) -> bool:
    """Was this page opened for somebody else, who used the device before? Their form says so in the field `of`."""
    of = first(fields, "of")
    acts_on_entry = bool(fields.get("change") or fields.get("entry"))
    return acts_on_entry and of not in ("", service.participants.tag(participant))


async def _ask_again(service: Service, live: LiveActivity, fields: Fields, problems: FieldErrors | None) -> Response:
    """The form with everything that was sent; without problems, for a person who wants to change it."""
    from participation_api import take_part

    focus = "" if problems else first(fields, "edit")
    shown = take_part.Shown(values=fields, problems=problems.sentences if problems else {}, focus=focus)
    return await take_part.page(service, live, shown, 422 if problems else 200)


def _check(service: Service, live: LiveActivity, fields: Fields, rows: Sequence[Checked]) -> Response:
    """All answers once more, carried by the page itself: nothing is kept before they are sent from here."""
    heading = say("Check your answers")
    body = render(
        service, "check_answers.html", title_of(service, live, heading=heading), live.activity.lang,
        heading=heading, rows=rows, fields={name: values for name, values in fields.items() if name not in BUTTONS},
        here=urls.url_for_activity(service.manifest.root, *live.key), **common(service, live),
    )  # fmt: skip
    # Back and Forward keep it, as they keep a page with errors.
    return personal(body, 200, {"cache-control": "private, no-cache"})


async def _with_device(
    request: Request,
    service: Service,
    live: LiveActivity,
    fields: Fields,
    answer: Any,
    moment: Moment,
    at: datetime,
    of_code: str,
) -> Response:
    device, response = device_of(request, service, live, fields, of_code)
    return response or await _record(service, live, fields, answer, moment, at, device)


def device_of(
    request: Request, service: Service, live: LiveActivity, fields: Fields, of_code: str = ""
) -> tuple[str, Response | None]:
    """Who sends it, or the answer that asks the browser to send it again with a cookie, or says that it refused one.

    Nothing is counted before the browser has shown that it keeps the cookie: a double press on a first visit then
    comes twice with the same cookie, and counts once."""
    device = wanted = codes.device(service, live, request.cookies)
    if of_code:
        wanted = of_code
    elif token := first(fields, "person"):
        wanted = service.participants.another(token)
    elif device is None:
        wanted = service.participants.mint()
    assert wanted is not None
    if device != wanted:
        if not may_begin(request, service):
            return "", errors.too_many(service, live, fields)
        if request.query_params.get("cookie") == "sent":
            address = without_cookies.address_as(service, live, request, wanted)
            return "", errors.cookie_refused(service, live, fields, address)
        return "", _send_again_with_cookie(request, service, live, wanted)
    return device, None


def may_begin(request: Request, service: Service) -> bool:
    """May somebody new come from there?"""
    return service.limits.may_begin(request.client.host if request.client else "")


def _send_again_with_cookie(request: Request, service: Service, live: LiveActivity, device: str) -> Response:
    # 307, not 303: the browser must repeat the POST with its form. The query tells the repeat from the first try.
    response = RedirectResponse(f"{request.url.path}?cookie=sent", 307, {"cache-control": "no-store"})
    codes.remember(service, live, response, device)
    # Who came by a private link is somebody else.
    service.participants.leave_link(response)
    return response


async def _record(
    service: Service, live: LiveActivity, fields: Fields, answer: Any, moment: Moment, at: datetime, device: str
) -> Response:
    if not service.limits.may_answer(device):
        return errors.too_many(service, live, fields)
    participant = service.participants.key(device, *live.key)
    if is_of_another(service, fields, participant):
        return errors.page_of_another(service, live, fields)
    if not takes_answers(live, moment) and not await service.has_answered(live, participant):
        return errors.not_taken(service, live, moment, fields)
    # With a code nobody else can be at the device: what the code has answered is changed.
    if not codes.has_codes(live) and not fields.get("change") and await service.has_answered(live, participant):
        own = await live.component.own(service.store, live.activity, participant)
        other = live.component.conflict(own, answer)
        if other is not None:
            token = service.participants.token_for_another(device)
            return errors.another_answer(service, live, fields, other, token, service.participants.tag(participant))
    is_late = not (moment.is_open or moment.takes_early)
    try:
        await service.fix_tally(live, moment)
        await service.save(live, live.component.record(live.activity, answer, participant, at, is_late))
    except Refused as refused:
        fields = await _as_new(service, live, fields, participant)
        return await _ask_again(service, live, fields, FieldErrors({live.component.FIELD: refused.sentence}))
    except Unavailable:
        return errors.unavailable(service, live, fields)
    await service.note_answer(live, participant)
    return see_other(urls.url_for_receipt(service.manifest.root, *live.key))
