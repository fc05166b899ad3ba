"""A person's private link to what they sent in one activity: it needs no cookie of theirs, and ends with the date."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from participation_api import codes, errors, without_cookies
from participation_api.components import urls
from participation_api.components.words import say
from participation_api.join_line import origin_of
from participation_api.manifest import LiveActivity
from participation_api.pages import common, personal, render, title_of
from participation_api.purging import is_over
from participation_api.service import Service
from participation_api.sign_in import HEADERS
from participation_api.take_part import find


async def private_link(request: Request) -> Response:
    """GET shows a button and nothing else, so that the preview of a link shows nobody's answer; POST leads to the
    receipt, whose address holds no token."""
    service, live = find(request)
    if live is None:
        return await errors.missing(request)
    token = request.path_params["token"]
    session = service.manifest.sessions[live.activity.session]
    if is_over(session.retention, service.now().date()):
        told = say("What people sent here was kept until the date that every form named. The link ended then.")
        return errors.trouble(service, 410, say("This link has ended"), [told], live=live, headers=HEADERS)
    if not service.participants.of_private_link(token, *live.key):
        told = say("A part of it is missing, or it is for something else. Copy the whole link again.")
        return errors.trouble(service, 404, say("This link leads to nothing"), [told], live=live, headers=HEADERS)
    if request.method == "POST":
        return _lead_in(request, service, live, token)
    heading = say("See, change or remove what you sent")
    body = render(
        service, "private_link.html", title_of(service, live, heading=heading), live.activity.lang,
        heading=heading, action=urls.url_for_private_link(service.manifest.root, *live.key, token),
        **common(service, live),
    )  # fmt: skip
    return personal(body, headers=HEADERS)


def _lead_in(request: Request, service: Service, live: LiveActivity, token: str) -> Response:
    """To the receipt with a cookie that holds the link; where the browser refuses it, below an address that does."""
    headers = {"cache-control": "no-store", **HEADERS}
    root = service.manifest.root
    of = service.participants
    if of.by_link(request.cookies, *live.key) != of.device_of_link(token, *live.key):
        response = RedirectResponse(f"{request.url.path}?cookie=sent", 307, headers)
        of.come_by_link(response, token, *live.key)
        if request.query_params.get("cookie") != "sent":
            return response
        root = without_cookies.root_after(service, response)
    return RedirectResponse(f"{urls.url_for_receipt(root, *live.key)}?link=yes", 303, headers)


def private_address(request: Request, service: Service, live: LiveActivity) -> str:
    """The whole address, to be kept; empty for a device that has sent nothing."""
    device = codes.device(service, live, request.cookies)
    if device is None:
        return ""
    token = service.participants.private_link(service.participants.key(device, *live.key), *live.key)
    path = urls.url_for_private_link(service.manifest.root, *live.key, token)
    return f"{origin_of(request, service)}{path}"
