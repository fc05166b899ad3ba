"""Freezing a session: its published results into a file that outlives the server, and nothing more is taken."""

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from participation_api import frozen_files
from participation_api.components import optional
from participation_api.components.contract import Json
from participation_api.components.frozen import Frozen, file_content
from participation_api.components.moments import iso
from participation_api.manifest import LiveActivity, Session
from participation_api.service import Service
from participation_api.session_now import is_shown


async def freeze(service: Service, session: Session, folder: Path | None = None) -> Path:
    """Write the file of the session and close its activities; raises OSError where the file cannot be written."""
    # One after the other: the last to write has seen everything that was withdrawn before.
    async with service.freezing:
        at = service.now()
        frozen = {name: await _frozen(service, live, at) for name, live in session.activities.items()}
        frozen_at = min((one.at for one in frozen.values()), default=at)
        if is_frozen(service, session):
            _keep(service, session, frozen)
        content = file_content(session.id, iso(frozen_at), frozen)
        written = frozen_files.write(folder or service.settings.results, content)
        _keep(service, session, frozen)
        return written


def _keep(service: Service, session: Session, frozen: Mapping[str, Frozen]) -> None:
    for name, live in session.activities.items():
        service.frozen[live.key] = frozen[name]
    service.cache.note_change(session.id, at_once=True)


async def remove_gone(service: Service, live: LiveActivity) -> None:
    """After something was withdrawn or hidden: what is frozen must not show it any more. Where the file cannot be
    written, the server's own pages leave it out all the same, and the next freeze takes it out of the file."""
    if live.key not in service.frozen:
        return
    session = service.manifest.sessions[live.activity.session]
    with contextlib.suppress(OSError):
        await freeze(service, session)


def thaw(service: Service, session: Session) -> None:
    """Remove the file, and let the activities be what their schedule and the organisers made them."""
    frozen_files.path_of(service.settings.results, session.id).unlink(missing_ok=True)
    for live in session.activities.values():
        service.frozen.pop(live.key, None)
    service.cache.note_change(session.id, at_once=True)


def is_frozen(service: Service, session: Session) -> bool:
    return any(live.key in service.frozen for live in session.activities.values())


async def _frozen(service: Service, live: LiveActivity, at: datetime) -> Frozen:
    """What was frozen before stays, since after the retention date nothing is left to make it of; but what was
    withdrawn or hidden since goes."""
    earlier = service.frozen.get(live.key)
    if earlier is None:
        return Frozen(at, live.declaration, await _results(service, live, at))
    if earlier.results is None:
        return earlier
    kept = await optional.without_gone(live.component, service.store, live.activity, {**earlier.results})
    return replace(earlier, results=kept)


async def _results(service: Service, live: LiveActivity, at: datetime) -> dict[str, Json] | None:
    """As after the closing, when nobody's name is in them; none where not everyone could see them."""
    moment = service.moment(live, at)
    if not is_shown(live.component, moment):
        return None
    results = await service.lasting_results(live, at)
    return None if results is None else optional.publishable(live.component, results)
