"""What guards every request: no cross-site writes, a bounded body, and headers that let pages load only their own."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
# No page needs a script; these may run one file of ours, which listens for changes.
LIVE_POLICY = {"content-security-policy": "; ".join((*POLICY, "script-src 'self'", "connect-src 'self'"))}
HEADERS = {
    "content-security-policy": "; ".join(POLICY),
    "x-content-type-options": "nosniff",
    # Never no-referrer: browsers then send `Origin: null` with a form, and a participant's own vote would be refused.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
RAW_HEADERS = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
# Of two content security policies, browsers apply both.
WITHOUT_POLICY = [header for header in RAW_HEADERS if header[0] != b"content-security-policy"]
# A redirect shows nothing that a policy could guard; only where one comes from is passed on.
OF_REDIRECTS = [header for header in RAW_HEADERS if header[0] == b"referrer-policy"]
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def is_cross_site(method: str, headers: Headers, trusted_origins: frozenset[str]) -> bool:
    """The rules of Go 1.25's http.CrossOriginProtection: Sec-Fetch-Site first, then Origin against Host."""
    if method in SAFE_METHODS:
        return False
    origin, fetch_site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin in trusted_origins:
        return False
    if fetch_site is not None:
        return fetch_site not in ("same-origin", "none")
    # Plain http on a venue's own host name sends no Sec-Fetch-Site; there only this rule protects.
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")


class Guard:
    """ASGI middleware. `refuse` answers in place of the app, with a page for the person."""

    def __init__(self, app: ASGIApp, refuse: ASGIApp, trusted_origins: frozenset[str]) -> None:
        self.app = app
        self.refuse = refuse
        self.trusted_origins = trusted_origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*_guarding(message), *message["headers"]]
            await send(message)

        is_foreign = scope["method"] not in SAFE_METHODS and is_cross_site(
            scope["method"], Headers(scope=scope), self.trusted_origins
        )
        await (self.refuse if is_foreign else self.app)(scope, receive, send_with_headers)


def _guarding(message: Message) -> list[tuple[bytes, bytes]]:
    """What comes before an answer's own headers: of two referrer policies, browsers take the last one."""
    if 300 <= message["status"] < 400:
        return OF_REDIRECTS
    has_policy = any(name == b"content-security-policy" for name, _ in message["headers"])
    return WITHOUT_POLICY if has_policy else RAW_HEADERS
