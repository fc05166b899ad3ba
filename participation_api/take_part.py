"""An activity's own pages: the form in its present state, and the results."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from participation_api import answers, codes, errors, without_cookies
from participation_api.cache import Built, Shortcut
from participation_api.components import urls
from participation_api.components.codes import digits_in, in_groups
from participation_api.components.contract import Activity, Entry, Fields
from participation_api.components.panel import render_form
from participation_api.components.schedule import Moment, State
from participation_api.components.words import Sentence
from participation_api.manifest import LiveActivity
from participation_api.pages import common, personal, render, see_other, title_of
from participation_api.service import Service

# Fields about who sends, and not about what they answer.
OF_THE_PERSON = ("lang", "name")


@dataclass(frozen=True)
class Shown:
    """How an activity's page differs from the public one."""

    values: Fields = field(default_factory=dict)
    problems: Mapping[str, Sentence] = field(default_factory=dict)
    has_answered: bool = False
    not_sent: bool = False
    without_cookies: str = ""
    """Where the same form can be sent by a browser that keeps no cookie."""
    focus: str = ""
    """The id of the input that has the focus when the page comes."""


def find(request: Request) -> tuple[Service, LiveActivity | None]:
    service: Service = request.app.state.service
    return service, service.manifest.activity(request.path_params["session"], request.path_params["activity"])


async def activity(request: Request) -> Response:
    """GET: the form, or in other states what there is to know. POST: an answer."""
    service, live = find(request)
    if live is None:
        return await errors.missing(request)
    if request.method == "POST":
        return await answers.receive(request, service, live)
    device = codes.device(service, live, request.cookies)
    if request.query_params.get("cookie") == "sent":
        # A browser that turns the repeated POST into a GET opens this with nothing sent; one that opens the address
        # again later has sent something, and reads what.
        if device and await service.has_answered(live, service.participants.key(device, *live.key)):
            return see_other(urls.url_for_receipt(service.manifest.root, *live.key))
        # Who votes with a code gets such an address only for the code that was sent.
        may_begin = not (device or codes.has_codes(live)) and answers.may_begin(request, service)
        new = without_cookies.address_as(service, live, request, service.participants.mint()) if may_begin else ""
        return await page(service, live, Shown(not_sent=True, without_cookies=new))
    if codes.has_codes(live) and (code := request.query_params.get("code")):
        return await page(service, live, Shown(values={"code": [in_groups(digits_in(code)[:20])]}))
    if device:
        participant = service.participants.key(device, *live.key)
        if await service.has_answered(live, participant):
            return await page(service, live, await _for_one_who_answered(request, service, live, participant))
    cached_as = f"activity:{'/'.join(live.key)}"
    shortcut = Shortcut.WITHOUT_COOKIE
    return await service.cache.respond(
        cached_as, live.key[0], request, lambda: _public(service, live), shortcut=shortcut
    )


async def _public(service: Service, live: LiveActivity) -> Built:
    moment = service.moment(live)
    return Built(await html(service, live, moment, Shown()), moment.next_change)


async def _for_one_who_answered(request: Request, service: Service, live: LiveActivity, participant: str) -> Shown:
    """With `?change=<entry>` the form holds that entry again; without, the page says that there is an answer."""
    wanted = request.query_params.get("change")
    own = await live.component.own(service.store, live.activity, participant)
    entry = next((entry for entry in own if entry.id == wanted and entry.can_change), None)
    if entry is None:
        return Shown(values=_of_the_person(own), has_answered=bool(own))
    return Shown(values={**entry.fields, "change": [entry.id], "of": [service.participants.tag(participant)]})


def _of_the_person(own: Sequence[Entry]) -> Fields:
    """What somebody said of themselves with their newest entry here is not asked again; their answer always is."""
    known = own[0].fields if own else {}
    return {name: known[name] for name in OF_THE_PERSON if any(known.get(name, ()))}


async def page(service: Service, live: LiveActivity, shown: Shown, status: int = 200) -> Response:
    # Forward to the page with the errors and what was typed: a browser that may not keep the answer to a POST shows an
    # error of its own there, and offers to send the form again.
    headers = {"cache-control": "private, no-cache"} if shown.problems or shown.values else None
    return personal(await html(service, live, service.moment(live), shown), status, headers)


async def html(service: Service, live: LiveActivity, moment: Moment, shown: Shown) -> bytes:
    """The activity's page in the state of `moment`."""
    extra = await live.component.form_context(service.store, live.activity)
    takes = answers.takes_answers(live, moment) or answers.takes_change(live, moment, shown.values)
    form = ""
    if takes:
        form = render_form(live.component, live.activity, service.manifest.root, shown.values, shown.problems, extra)
        form = with_focus(form, shown.focus)
    problems = [(landing_id(form, live.activity, name), sentence) for name, sentence in shown.problems.items()]
    results = await service.results(live, moment) if moment.state is State.PUBLISHED else None
    return render(
        service,
        "activity.html",
        title_of(service, live, state=moment.state, is_error=bool(problems)),
        live.activity.lang,
        skip_to="error-summary" if problems else "",
        moment=moment,
        form=form,
        problems=problems,
        shown=shown,
        results=results,
        extra=extra,
        **common(service, live),
    )


def with_focus(form: str, html_id: str) -> str:
    """The form with the focus on that input; of a group, on the choice that is chosen, where Tab would lead too.

    Firefox forgets the fragment in the address of a form that is sent; `autofocus` works in every browser.
    """
    if not re.fullmatch(r"[a-z0-9-]+", html_id):
        return form
    group = re.findall(rf'<(?:input|select|textarea)\b[^>]*\bid="{html_id}(?:-\d+)?"[^>]*>', form)
    tag = next((tag for tag in group if re.search(r"\bchecked\b", tag)), group[0] if group else "")
    # As a plain text: of one that is marked as safe, replace() would escape the tag.
    return Markup(str(form).replace(tag, re.sub(r"\bid=", "autofocus id=", tag, count=1), 1)) if tag else form  # noqa: S704


def landing_id(form: str, activity: Activity, name: str) -> str:
    """The id of the input that carries the error of a field, so that the summary's link and the description agree."""
    base = activity.html_id(name)
    for tag in re.findall(r"<(?:input|select|textarea)\b[^>]*>", form):
        if re.search(rf'aria-describedby="[^"]*\b{re.escape(base)}-error\b', tag):
            found = re.search(r'\bid="([^"]+)"', tag)
            return found[1] if found else base
    return base
