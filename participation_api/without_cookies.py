"""Taking part with a browser that keeps no cookie: what the cookie would hold stands in the address instead.

`/without-cookies/<what our cookies would hold>/take-part/…` is answered as `/take-part/…` is with those cookies; every
link and form of the page stays below that address. Nobody is led here who has a cookie: an address is shown on screens
and sent to others more easily, and each page says so.
"""

import copy
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace

from starlette.datastructures import URL, Headers
from starlette.requests import Request, cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from participation_api import codes
from participation_api.cache import NotKept
from participation_api.components import urls
from participation_api.manifest import LiveActivity
from participation_api.service import Service

ADDRESS = re.compile(rf"{urls.WITHOUT_COOKIES}(?P<jar>[\w-]{{1,1000}})/(?P<rest>(?!/).*)", re.ASCII | re.DOTALL)
# Pages for a hall show nobody's own entries, and their address is read by everyone.
FOR_EVERYONE = re.compile(r"(?!take-part/)|take-part/[^/]*/screen(/|$)")

SEEN = ("GET", "HEAD")
# What our own values are made of: nothing that could end one cookie and begin another.
VALUE = re.compile(r"[\w.|=-]+", re.ASCII)

Jar = Mapping[str, str]


class CookiesInAddress:
    """ASGI middleware; the app behind it sees the cookies where they always are."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or urls.WITHOUT_COOKIES not in scope["path"]:
            await self.app(scope, receive, send)
            return
        service: Service = scope["app"].state.service
        root = service.manifest.root
        found = ADDRESS.fullmatch(scope["path"].removeprefix(root))
        jar = unpacked(service, found["jar"]) if found else {}
        if not found or not is_ours(service, jar):
            await self.app(scope, receive, send)
        elif scope["method"] in SEEN and (FOR_EVERYONE.match(found["rest"]) or keeps_cookies(service, scope)):
            address = URL(scope=scope).replace(scheme="", netloc="", path=f"{root}{found['rest']}")
            await RedirectResponse(address, 303, {"cache-control": "no-store"})(scope, receive, send)
        else:
            await self._answer(service, jar, f"{root}{found['rest']}", scope, receive, send)

    async def _answer(
        self, service: Service, jar: Jar, path: str, scope: Scope, receive: Receive, send: Send
    ) -> None:
        async def send_with_address(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = led_on(service, jar, message["headers"])
            await send(message)

        cookie = "; ".join(f"{name}={value}" for name, value in jar.items()).encode()
        headers = [header for header in scope["headers"] if header[0] != b"cookie"]
        # In place: what answers for a fault looks at the same scope.
        scope["path"], scope["raw_path"] = path, path.encode()
        scope["headers"] = [*headers, (b"cookie", cookie)]
        scope["app"] = SimpleNamespace(state=SimpleNamespace(service=for_one(service, jar)))
        await self.app(scope, receive, send_with_address)


def names(service: Service) -> tuple[str, ...]:
    """The cookies of participants; no other is ever taken from an address."""
    of = service.participants
    return of.cookie_name, of.code_cookie_name, of.link_cookie_name


def keeps_cookies(service: Service, scope: Scope) -> bool:
    sent = cookie_parser(Headers(scope=scope).get("cookie", ""))
    return any(name in sent for name in names(service))


def packed(jar: Jar) -> str:
    text = "; ".join(f"{name}={value}" for name, value in jar.items())
    return urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def unpacked(service: Service, text: str) -> Jar:
    """Empty for what no page of ours has written."""
    try:
        found = cookie_parser(urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("ascii"))
    except ValueError:
        return {}
    return {name: value for name, value in found.items() if name in names(service) and VALUE.fullmatch(value)}


def is_ours(service: Service, jar: Jar) -> bool:
    """Is somebody named whom this server has named itself?"""
    lives = (live for session in service.manifest.sessions.values() for live in session.activities.values())
    return bool(jar) and (
        service.participants.read(jar) is not None or any(codes.device(service, live, jar) for live in lives)
    )


def root_with(service: Service, jar: Jar) -> str:
    root = urls.for_everyone(service.manifest.root)
    return f"{root}{urls.WITHOUT_COOKIES}{packed(jar)}/" if jar else root


def root_after(service: Service, response: Response) -> str:
    """Below which the cookies count that a browser has refused to take from this answer."""
    return root_with(service, changed(service, {}, response.raw_headers))


def address_as(service: Service, live: LiveActivity, request: Request, device: str) -> str:
    """The same address for a device whose cookie was refused."""
    refused = Response()
    codes.remember(service, live, refused, device)
    return root_after(service, refused) + request.url.path.removeprefix(urls.for_everyone(service.manifest.root))


def changed(service: Service, jar: Jar, headers: list[tuple[bytes, bytes]]) -> Jar:
    """The jar after an answer that sets or deletes cookies."""
    after = dict(jar)
    for name, value in headers:
        if name == b"set-cookie":
            cookie, _, attributes = value.decode("latin-1").partition(";")
            key, _, held = cookie.strip().partition("=")
            if key not in names(service):
                continue
            if "max-age=0" in attributes.lower().replace(" ", ""):
                after.pop(key, None)
            else:
                after[key] = held.strip('"')
    return after


def led_on(service: Service, jar: Jar, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """An answer's headers, with what it sets in the address that it leads to."""
    before, after = root_with(service, jar), root_with(service, changed(service, jar, headers))
    root = urls.for_everyone(service.manifest.root)
    found = []
    for name, value in headers:
        if name == b"location":
            address = value.decode("latin-1").removeprefix(before)
            address = address.removeprefix(root) if address.startswith(f"{root}take-part/") else address
            is_inside = address.startswith("take-part/")
            value = f"{after}{address}".encode("latin-1") if is_inside else value
        if name != b"set-cookie":
            found.append((name, value))
    return found


def for_one(service: Service, jar: Jar) -> Service:
    """The same service, whose pages lead on below the address of one person, and are kept for nobody."""
    view = copy.copy(service)
    view.manifest = replace(service.manifest, root=root_with(service, jar))
    view.cache = NotKept(service.cache)
    return view
