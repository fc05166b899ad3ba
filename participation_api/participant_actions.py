"""What people say about entries of others: that they agree with a note, or that a moderator should read it again."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from participation_api import answers, errors
from participation_api.components import urls
from participation_api.components.contract import (
    Entry,
    FieldErrors,
    Fields,
    ParticipantForm,
    Refused,
)
from participation_api.components.optional import participant_actions, participant_forms
from participation_api.components.words import Sentence, say
from participation_api.database import Unavailable
from participation_api.forms import BadForm, first, read_fields
from participation_api.manifest import LiveActivity
from participation_api.organise_states import filled
from participation_api.pages import common, personal, render, see_other, title_of
from participation_api.participants import digest
from participation_api.results_page import address_after
from participation_api.service import Service
from participation_api.session_now import is_shown
from participation_api.take_part import find

NUMBER = re.compile("[1-9][0-9]{0,8}")


@dataclass(frozen=True)
class Shown:
    values: Fields = field(default_factory=dict)
    problems: Mapping[str, Sentence] = field(default_factory=dict)


async def act(request: Request) -> Response:
    """POST: does it, or takes what a form told. GET: the page of a form; of a button, the page that it stands on."""
    service, live = find(request)
    name = request.path_params["name"]
    if live and name in participant_forms(live.component):
        return await _form(request, service, live, name)
    if live and name in participant_actions(live.component):
        if request.method != "POST":
            return see_other(urls.url_for_results(service.manifest.root, *live.key))
        return await _act(request, service, live, name, is_undo=False)
    return await errors.missing(request)


async def undo(request: Request) -> Response:
    service, live = find(request)
    name = request.path_params["name"]
    if live is None or name not in participant_actions(live.component):
        return await errors.missing(request)
    return await _act(request, service, live, name, is_undo=True)


async def _act(request: Request, service: Service, live: LiveActivity, name: str, *, is_undo: bool) -> Response:
    """What is taken back is taken back at any time; what is said counts while answers are taken."""
    try:
        fields = await read_fields(request)
    except BadForm as problem:
        return await errors.bad_form(request, problem.status)
    entry = first(fields, "entry")
    if not NUMBER.fullmatch(entry):
        return _gone(service, live)
    moment = service.moment(live)
    if not is_undo and not answers.takes_answers(live, moment):
        return errors.not_taken(service, live, moment, {})
    kept = {name: fields[name] for name in ("entry", "order") if name in fields}
    device, response = answers.device_of(request, service, live, kept)
    if response is not None:
        return response
    if not service.limits.may_answer(device):
        return errors.too_many(service, live, {})
    action = participant_actions(live.component)[name]
    apply = action.undo if is_undo else action.apply
    participant = service.participants.key(device, *live.key)
    try:
        await service.save(live, apply(live.activity, entry, participant, service.now()))
    except Refused as refused:
        return errors.refused(service, live, refused.sentence)
    except Unavailable:
        return errors.unavailable(service, live, {})
    return see_other(address_after(service, live, name, entry, first(fields, "order")))


async def _form(request: Request, service: Service, live: LiveActivity, name: str) -> Response:
    form = participant_forms(live.component)[name]
    if request.method == "POST":
        return await _take(request, service, live, name, form)
    entry = request.query_params.get("entry", "")
    if told := request.query_params.get("told"):
        return await _told(request, service, live, form, entry, told)
    found = await _shown(service, live, form, entry)
    return _page(service, live, name, form, found, Shown()) if found else _gone(service, live)


async def _shown(service: Service, live: LiveActivity, form: ParticipantForm, entry: str) -> Entry | None:
    moment = service.moment(live)
    if moment.frozen_at or not is_shown(live.component, moment):
        return None
    return await form.shown(service.store, live.activity, entry)


def _gone(service: Service, live: LiveActivity) -> Response:
    sentence = say("It was withdrawn or hidden, or it was never there. Nothing was sent.")
    return errors.trouble(service, 404, say("This is not shown any more"), [sentence], live=live)


async def _take(request: Request, service: Service, live: LiveActivity, name: str, form: ParticipantForm) -> Response:
    """Kept under the cookie where there is one, else under what the page itself carried: nobody needs a cookie here."""
    try:
        fields = await read_fields(request)
    except BadForm as problem:
        return await errors.bad_form(request, problem.status)
    entry = first(fields, "entry")
    told = form.read(live.activity, fields)
    found = await _shown(service, live, form, entry)
    texts = form.read_back(live.activity, fields)
    if found is None:
        sentences = [errors.NOT_SAVED, say("It was withdrawn or hidden, or it was never there.")]
        return errors.trouble(service, 409, say("This is not shown any more"), sentences, texts=texts)
    if isinstance(told, FieldErrors):
        return _page(service, live, name, form, found, Shown(fields, told.sentences), 422)
    if not service.limits.may_begin(request.client.host if request.client else ""):
        return errors.trouble(service, 429, errors.NOT_SAVED, [errors.TOO_MUCH], texts=texts)
    by = _by(request, service, live, first(fields, "token"))
    try:
        await service.save(live, form.apply(live.activity, entry, told, by, service.now()))
    except Refused as refused:
        return errors.trouble(service, 409, errors.NOT_SAVED, [refused.sentence], texts=texts)
    except Unavailable:
        return errors.trouble(service, 503, errors.NOT_SAVED, [errors.AGAIN], texts=texts, headers=errors.RETRY_AFTER)
    address = urls.url_for_participant(service.manifest.root, *live.key, name)
    # The address names who told it only to this server, and only for this one entry.
    return see_other(f"{address}?entry={entry}&told={_mark(service, by, entry)}.{by}#content")


def _by(request: Request, service: Service, live: LiveActivity, token: str) -> str:
    device = service.participants.device_in(request.cookies, *live.key)
    seed = service.participants.key(device, *live.key) if device else token or secrets.token_urlsafe(24)
    # Not the key under which the person's notes are kept: it stands in an address.
    return digest(f"told\0{seed}")[:32]


def _mark(service: Service, by: str, entry: str) -> str:
    return service.participants.sign("told", f"{by}\0{entry}")


async def _told(
    request: Request, service: Service, live: LiveActivity, form: ParticipantForm, entry: str, told: str
) -> Response:
    mark, _, by = told.partition(".")
    is_ours = service.participants.is_signed("told", f"{by}\0{entry}", mark)
    outcome = await form.outcome(service.store, live.activity, entry, by) if is_ours else None
    if outcome is None:
        return await errors.missing(request)
    heading, sentences = outcome
    body = render(
        service, "participant_told.html", title_of(service, live, heading=heading), live.activity.lang,
        heading=heading, sentences=sentences, entry=entry, **_frame(service, live),
    )  # fmt: skip
    return personal(body)


def _page(
    service: Service,
    live: LiveActivity,
    name: str,
    form: ParticipantForm,
    entry: Entry,
    shown: Shown,
    status: int = 200,
) -> Response:
    heading = filled(form.label, entry=entry.id)
    values = {
        "heading": heading,
        "entry": entry,
        "form": form,
        "values": shown.values,
        "errors": shown.problems,
        "token": first(shown.values, "token") or secrets.token_urlsafe(24),
        "action": urls.url_for_participant(service.manifest.root, *live.key, name),
        **_frame(service, live),
    }
    title = title_of(service, live, heading=heading, is_error=bool(shown.problems))
    problems = [(live.activity.html_id(field), sentence) for field, sentence in shown.problems.items()]
    body = render(
        service, "participant_form.html", title, live.activity.lang, problems=problems,
        skip_to="error-summary" if problems else "", **values,
    )  # fmt: skip
    return personal(body, status)


def _frame(service: Service, live: LiveActivity) -> dict[str, Any]:
    return {**common(service, live), "moment": service.moment(live)}
