"""What a person sent: the receipt, changing, withdrawing, and leaving the device to the next person."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from participation_api import answers, codes, errors, freezing
from participation_api.components import optional, urls
from participation_api.components.contract import Entry, Refused
from participation_api.components.words import Sentence, say
from participation_api.database import Unavailable
from participation_api.forms import BadForm, first, read_fields
from participation_api.manifest import LiveActivity
from participation_api.organise_states import filled
from participation_api.pages import common, personal, render, see_other, title_of
from participation_api.private_link import private_address
from participation_api.results_page import given_by
from participation_api.security import LIVE_POLICY
from participation_api.service import Service
from participation_api.session_now import notices_of
from participation_api.take_part import find

SAID = say("What you said about the entries of others")


async def receipt(request: Request) -> Response:
    """All of one's own entries in this activity, newest first; it can be bookmarked and opened again."""
    service, live = find(request)
    if live is None:
        return await errors.missing(request)
    own = await _own(request, service, live)
    said = await _said(request, service, live)
    at = service.now()
    is_withdrawn = request.query_params.get("withdrawn") == "yes"
    if is_withdrawn:
        heading = say("It is withdrawn")
    elif not own and said:
        heading = SAID
    elif own:
        heading = own[0].recorded or live.component.RECORDED
    else:
        heading = say("Nothing is recorded from this device")
    moment = service.moment(live, at)
    told = await notices_of(service, live, moment, at)
    # Only where something can happen to an entry that its author must know at once.
    is_live = bool(own) and optional.has_personal(live.component) and not moment.frozen_at
    body = render(
        service,
        "receipt.html",
        title_of(service, live, heading=heading),
        live.activity.lang,
        is_live=is_live,
        heading=heading,
        own=own,
        said=said,
        about_others=SAID,
        private=private_address(request, service, live) if own or said else "",
        came_by_link=request.query_params.get("link") == "yes",
        is_withdrawn=is_withdrawn,
        notices=[notice for notice in told if notice.part in ("", *(entry.part for entry in own))] if own else [],
        may_change=answers.takes_answers(live, moment) or answers.may_still_change(live, moment),
        is_frozen=live.key in service.frozen,
        moment=moment,
        apart=[entry.id for entry in own if _is_apart(entry, service.counted_at(live))],
        **common(service, live),
    )
    return personal(body, headers=LIVE_POLICY if is_live else None)


async def _said(request: Request, service: Service, live: LiveActivity) -> list[tuple[Sentence, str]]:
    """What one has said about the entries of others, each with the address where it can be taken back."""
    page = urls.url_for_results(service.manifest.root, *live.key)
    given = await given_by(request, service, live)
    return [
        (filled(action.done, entry=entry), f"{page}#{live.activity.html_id('entry', int(entry))}")
        for name, action in optional.participant_actions(live.component).items()
        for entry in sorted(given.get(name, ()), key=int)
    ]


def _is_apart(entry: Entry, counted_at: datetime | None) -> bool:
    return entry.late_at is not None and counted_at is not None and entry.late_at >= counted_at


async def _own(request: Request, service: Service, live: LiveActivity) -> list[Entry]:
    device = codes.device(service, live, request.cookies)
    if device is None:
        return []
    return await live.component.own(service.store, live.activity, service.participants.key(device, *live.key))


def _tag(request: Request, service: Service, live: LiveActivity) -> str:
    device = codes.device(service, live, request.cookies)
    return service.participants.tag(service.participants.key(device, *live.key)) if device else ""


async def withdraw(request: Request) -> Response:
    """GET asks, because the text is erased at once and cannot be brought back; POST withdraws."""
    service, live = find(request)
    if live is None:
        return await errors.missing(request)
    if request.method == "POST":
        return await _withdraw(request, service, live)
    wanted = request.query_params.get("entry")
    entry = next((entry for entry in await _own(request, service, live) if entry.id == wanted), None)
    heading = say("Withdraw this?")
    body = render(
        service, "withdraw.html", title_of(service, live, heading=heading), live.activity.lang,
        heading=heading, entry=entry, is_frozen=live.key in service.frozen, of=_tag(request, service, live),
        **common(service, live),
    )  # fmt: skip
    return personal(body, 200 if entry else 404)


async def _withdraw(request: Request, service: Service, live: LiveActivity) -> Response:
    try:
        fields = await read_fields(request)
    except BadForm as problem:
        return await errors.bad_form(request, problem.status)
    device = codes.device(service, live, request.cookies)
    wanted = first(fields, "entry")
    entry = next((entry for entry in await _own(request, service, live) if entry.id == wanted), None)
    address = urls.url_for_receipt(service.manifest.root, *live.key)
    participant = service.participants.key(device, *live.key) if device else ""
    if answers.is_of_another(service, fields, participant):
        return errors.page_of_another(service, live, {})
    # Nothing was ever sent from this device, or it was told to forget who did: then nothing is erased, nor said to be.
    if not await service.has_answered(live, participant):
        return see_other(address)
    # What is gone already needs no error: the person wanted it gone.
    if entry is not None:
        try:
            await service.fix_tally(live, service.moment(live))
            write = live.component.withdraw(live.activity, entry, participant, service.now())
            await service.save(live, write._replace(erases=True))
            await freezing.remove_gone(service, live)
        except Refused as refused:
            return errors.refused(service, live, refused.sentence)
        except Unavailable:
            return errors.unavailable(service, live, {})
    return see_other(f"{address}?withdrawn=yes")


async def finish(request: Request) -> Response:
    """POST: forget the cookie. The receipts are never cached, so Back shows that nothing is recorded here."""
    service: Service = request.app.state.service
    lang = service.manifest.languages[0]
    body = render(service, "finished.html", str(say("You have finished on this device")), lang)
    response = personal(body)
    service.participants.forget(response)
    codes.forget_all(service, response)
    return response
