"""Between a form and its answer: pages on which a kind of activity asks for more, or shows what would be chosen.

They come by POST, so that what somebody needs stands in no address, no history and no log. Nothing of it is kept.
"""

from starlette.requests import Request
from starlette.responses import Response

from participation_api import answers, errors
from participation_api.components import urls
from participation_api.components.contract import Fields
from participation_api.components.optional import ask_of
from participation_api.forms import BadForm, first, read_fields
from participation_api.manifest import LiveActivity
from participation_api.pages import common, personal, render, see_other, title_of
from participation_api.service import Service
from participation_api.take_part import find

# A browser that may not keep the answer to a POST shows an error of its own when somebody goes forward to it.
KEPT_BY_THE_BROWSER = {"cache-control": "private, no-cache"}


async def ask(request: Request) -> Response:
    service, live = find(request)
    asks = ask_of(live.component) if live else None
    if live is None or asks is None:
        return await errors.missing(request)
    try:
        fields = await read_fields(request) if request.method == "POST" else _opened_with(request)
    except BadForm as problem:
        return await errors.bad_form(request, problem.status)
    moment = service.moment(live)
    if not answers.takes_answers(live, moment) and not answers.takes_change(live, moment, fields):
        return errors.not_taken(service, live, moment, fields)
    asked = await asks(service.store, live.activity, fields)
    body = render(
        service, "ask.html", title_of(service, live, heading=asked.heading), live.activity.lang,
        heading=asked.heading, part=asked.template, action=urls.url_for_ask(service.manifest.root, *live.key),
        moment=moment, **asked.values, **common(service, live),
    )  # fmt: skip
    return personal(body, headers=KEPT_BY_THE_BROWSER)


def _opened_with(request: Request) -> Fields:
    """Which entry is being changed, and nothing else."""
    return {name: [request.query_params[name]] for name in ("change", "of") if name in request.query_params}


def lead_to(service: Service, live: LiveActivity, fields: Fields) -> Response:
    known = {name: value for name in ("change", "of") if (value := first(fields, name))}
    return see_other(urls.url_for_ask(service.manifest.root, *live.key, **known))
