"""The built site, with each activity's panel filled in its present state."""

import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from participation_api import errors
from participation_api.cache import Built, Shortcut
from participation_api.components.panel import panel_markers, render_panel
from participation_api.components.schedule import State
from participation_api.manifest import LiveActivity, Session
from participation_api.service import Service

MARKED = re.compile(r"<!--activity:([a-z0-9-]+)/([a-z0-9-]+)-->.*?<!--/activity:\1/\2-->", re.DOTALL)
# Drafts are in the manifest, and the shells are no pages.
TEXTS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
PRIVATE = ("take-part/manifest.json", "take-part/shell.")


async def static_page(request: Request) -> Response:
    """A file of the site; a folder's `index.html` answers with and without the slash."""
    service: Service = request.app.state.service
    if request.method not in ("GET", "HEAD"):
        return await errors.wrong_method(request) if _file(service, request) else await errors.missing(request)
    path = _file(service, request)
    if path is None:
        return await errors.missing(request)
    if path.name == "index.html" and not request.url.path.endswith(("/", "index.html")):
        return RedirectResponse(request.url.path + "/", 308)
    media_type = TEXTS.get(path.suffix)
    if media_type is None:
        return FileResponse(path, headers={"cache-control": "no-cache"})
    session = _session_of(service, path)
    return await service.cache.respond(
        f"static:{path}",
        session.id if session else "",
        request,
        lambda: _filled(service, path, session, media_type),
        shortcut=Shortcut.FOR_ALL,
    )


def _file(service: Service, request: Request) -> Path | None:
    """The file of an address, or None; never one outside the site, hidden, or private."""
    name = request.path_params.get("path", "").removesuffix("/")
    # One way to write each address: of `a//b` and `x/../a`, any number could be made, and they pass by what is private.
    if name and any(not part or part.startswith(".") for part in name.split("/")):
        return None
    # In small letters, because some file systems find `TAKE-PART/manifest.json` too.
    if name.lower().startswith(PRIVATE):
        return None
    root = service.settings.site.resolve()
    try:
        path = (root / name).resolve()
        if path.is_dir():
            path = path / "index.html"
        return path if path.is_relative_to(root) and path.is_file() else None
    except (ValueError, OSError):
        # No name that a file can have: with a NUL, or of a thousand letters.
        return None


def _session_of(service: Service, path: Path) -> Session | None:
    address = path.parent.relative_to(service.settings.site.resolve()).as_posix() + "/"
    return next((session for session in service.manifest.sessions.values() if session.url == address), None)


async def _filled(service: Service, path: Path, session: Session | None, media_type: str) -> Built:
    text = path.read_text(encoding="utf-8")  # noqa: ASYNC240 - a small local file, once for each rebuilt page
    if session is None:
        return Built(text.encode(), media_type=media_type)
    now = service.now()
    panels: dict[str, str] = {}
    changes = []
    for live in session.activities.values():
        moment = service.moment(live, now)
        start, _ = panel_markers(*live.key)
        if start in text:
            panels[f"{live.key[0]}/{live.key[1]}"] = await panel(service, live)
        if moment.next_change:
            changes.append(moment.next_change)
    body = MARKED.sub(lambda found: panels.get(f"{found[1]}/{found[2]}", found[0]), text)
    return Built(body.encode(), min(changes, default=None))


async def panel(service: Service, live: LiveActivity) -> str:
    """The panel in its present state, in the bytes that the build would print for it."""
    moment = service.moment(live)
    results = await service.results(live, moment) if moment.state is State.PUBLISHED else None
    extra = await live.component.form_context(service.store, live.activity)
    return render_panel(
        live.component, live.activity, live.schedule, moment, service.place(live), results=results, extra=extra
    )
