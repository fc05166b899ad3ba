"""A page that only has to be sent: its head and body for those who take gzip, for those who do not, and for 304."""

import gzip
import hashlib
from collections.abc import Iterable

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from participation_api.security import LIVE_POLICY

LEAST_TO_COMPRESS = 1000
"""Bytes; below that gzip gains nothing."""

RawHeaders = Iterable[tuple[bytes, bytes]]


class ReadyPage(Response):
    """The tag is a hash of the page: a number would start again at 0 after a restart."""

    def __init__(
        self, body: bytes, status: int = 200, media_type: str = "text/html", *, is_live: bool = False
    ) -> None:
        super().__init__(b"", status)
        tag = hashlib.sha256(body).hexdigest()[:32]
        policy = [(name.encode(), value.encode()) for name, value in LIVE_POLICY.items()] if is_live else []
        self._plain = _messages(body, status, media_type, f'"{tag}"', policy)
        self._packed = self._plain
        if len(body) >= LEAST_TO_COMPRESS:
            # A tag of its own: the two are not the same bytes (RFC 9110, 8.8.3).
            encoding = [(b"content-encoding", b"gzip"), *policy]
            self._packed = _messages(gzip.compress(body, 6, mtime=0), status, media_type, f'"{tag}-gzip"', encoding)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing of these pages is one person's own, so that compressing them tells nobody anything (BREACH)."""
        wanted = accepted = b""
        for name, value in scope["headers"]:
            if name == b"if-none-match":
                wanted = value
            elif name == b"accept-encoding":
                accepted = value
        tag, messages = self._packed if b"gzip" in accepted else self._plain
        # Proxies that compress put W/ before a tag, and a browser may name several (RFC 9110, 13.1.2: weak comparison).
        if tag in wanted:
            await _not_modified(tag)(scope, receive, send)
            return
        for message in messages:
            # A copy: whoever sends it on may add headers.
            await send({**message})


def _messages(
    body: bytes, status: int, media_type: str, tag: str, more: RawHeaders
) -> tuple[bytes, tuple[Message, Message]]:
    headers = [
        (b"content-type", f"{media_type}; charset=utf-8".encode()),
        (b"content-length", b"%d" % len(body)),
        (b"etag", tag.encode()),
        (b"cache-control", b"no-cache"),
        (b"vary", b"cookie, accept-encoding"),
        *more,
    ]
    start = {"type": "http.response.start", "status": status, "headers": headers}
    return tag.encode(), (start, {"type": "http.response.body", "body": body})


def _not_modified(tag: bytes) -> Response:
    headers = {"etag": tag.decode(), "cache-control": "no-cache", "vary": "cookie, accept-encoding"}
    return Response(status_code=304, headers=headers)
