"""The stream of events that a page listens to when its reader has chosen live updates.

Server-sent events: `change` says that the page is not what it was, `own` what concerns the reader alone, and `beat`
that somebody is still there. No event holds anything by which a person could be known.
"""

import asyncio
import contextlib
import json
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from participation_api import errors
from participation_api.broadcaster import Broadcaster, Stream
from participation_api.components import optional
from participation_api.components.contract import Personal
from participation_api.components.words import words_in
from participation_api.manifest import Session
from participation_api.service import Service

BEAT = 15.0
"""Seconds: a line on which nothing came for much longer is dead, and the page says so."""
PATIENCE = 30.0
"""Seconds in which a reader's line must take what is sent."""
HEADERS = {
    "cache-control": "no-store",
    # nginx would otherwise collect events until they fill its buffer.
    "x-accel-buffering": "no",
}


async def events(request: Request) -> Response:
    service: Service = request.app.state.service
    session = service.manifest.sessions.get(request.path_params["session"])
    if session is None:
        return await errors.missing(request)
    # A page of another site could hold streams open, one for each of its readers.
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return PlainTextResponse("Only for pages of this site.\n", 403)
    if service.broadcaster.is_full:
        return PlainTextResponse("Too many pages listen.\n", 503, {"retry-after": "30"})
    return EventStream(service.broadcaster, session, _participants(request, service, session))


def _participants(request: Request, service: Service, session: Session) -> dict[str, str]:
    """The keys of the one who listens, for the activities that have something to tell one person."""
    found = {}
    for name, live in session.activities.items():
        device = service.participants.device_in(request.cookies, *live.key)
        if device and optional.has_personal(live.component):
            found[name] = service.participants.key(device, *live.key)
    return found


class EventStream(Response):
    """Ends when the reader leaves, when the line takes nothing any more, and when the server stops."""

    media_type = "text/event-stream"

    def __init__(self, broadcaster: Broadcaster, session: Session, participants: Mapping[str, str]) -> None:
        super().__init__(None, headers=HEADERS)
        del self.headers["content-length"]
        self._broadcaster = broadcaster
        self._session = session
        self._participants = participants

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        if scope["method"] != "HEAD":
            await self._stream(receive, send)
        with contextlib.suppress(OSError):
            await send({"type": "http.response.body", "body": b""})

    async def _stream(self, receive: Receive, send: Send) -> None:
        stream = Stream(self._participants)
        self._broadcaster.open(self._session.id, stream)
        leaving = asyncio.create_task(_until_gone(receive, stream))
        try:
            text = "retry: 2000\n\n" + event("beat", "")
            while not stream.is_over:
                async with asyncio.timeout(PATIENCE):
                    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})
                text = self._text(*await stream.next(BEAT))
        except (TimeoutError, OSError):
            pass
        finally:
            leaving.cancel()
            self._broadcaster.close(self._session.id, stream)

    def _text(self, has_changed: bool, own: Mapping[str, Personal | None]) -> str:
        found = [event("own", self._told(activity, personal)) for activity, personal in own.items()]
        if has_changed:
            found.append(event("change", ""))
        return "".join(found) or event("beat", "")

    def _told(self, activity: str, personal: Personal | None) -> str:
        """Without words where there is nothing to tell any more."""
        told: dict[str, object] = {"activity": activity}
        if personal:
            text = words_in(self._session.lang).render(personal.sentence)
            told |= {"own": f"{activity}/{personal.entry}", "text": text, "urgent": personal.is_urgent}
        return json.dumps(told, ensure_ascii=False)


def event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"


async def _until_gone(receive: Receive, stream: Stream) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    stream.end()
