"""Freezing a session: its published results into a file that outlives the server, and nothing more is taken."""

from datetime import datetime
from pathlib import Path

from participation_api import frozen_files
from participation_api.components.contract import Json
from participation_api.components.frozen import Frozen, file_content
from participation_api.components.moments import iso
from participation_api.manifest import LiveActivity, Session
from participation_api.service import Service
from participation_api.session_now import is_shown


async def freeze(service: Service, session: Session, folder: Path | None = None) -> Path:
    """Write the file of the session and close its activities; raises OSError where the file cannot be written."""
    at = service.now()
    frozen = {name: await _frozen(service, live, at) for name, live in session.activities.items()}
    written = frozen_files.write(folder or service.settings.results, file_content(session.id, iso(at), frozen))
    for name, live in session.activities.items():
        service.frozen[live.key] = frozen[name]
    service.cache.note_change(session.id, at_once=True)
    return written


def thaw(service: Service, session: Session) -> None:
    """Remove the file, and let the activities be what their schedule and the organisers made them."""
    frozen_files.path_of(service.settings.results, session.id).unlink(missing_ok=True)
    for live in session.activities.values():
        service.frozen.pop(live.key, None)
    service.cache.note_change(session.id, at_once=True)


def is_frozen(service: Service, session: Session) -> bool:
    return any(live.key in service.frozen for live in session.activities.values())


async def _frozen(service: Service, live: LiveActivity, at: datetime) -> Frozen:
    """What was frozen before stays: after the retention date, nothing is left to make it of."""
    earlier = service.frozen.get(live.key)
    return earlier or Frozen(at, live.declaration, await _results(service, live, at))


async def _results(service: Service, live: LiveActivity, at: datetime) -> dict[str, Json] | None:
    """As after the closing, when nobody's name is in them; none where not everyone could see them."""
    moment = service.moment(live, at)
    if not is_shown(live.component, moment):
        return None
    await service.fix_tally(live, moment)
    closed_at = moment.counted_at or (None if moment.waits_for_count else at)
    results = await live.component.results(service.store, live.activity, closed_at)
    # A kind in which people write texts says which of them their authors let us publish.
    publishable = getattr(live.component, "publishable", None)
    return publishable(results) if publishable else results
