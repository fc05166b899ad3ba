"""Remembering how a choice was worded, so that results can say when it changed after people had answered."""

from datetime import datetime

from participation_api.components.contract import Step, Write
from participation_api.components.moments import iso
from participation_api.database.interface import Store
from participation_api.database.writer import Writer
from participation_api.manifest import LiveActivity, Manifest

LATEST = "select choice, text from wording where session = ? and activity = ? order by since"
ADD = """
insert into wording (session, activity, choice, since, text) values (?, ?, ?, ?, ?)
on conflict (session, activity, choice, since) do update set text = excluded.text
"""
FORGET = "delete from wording where session = ? and activity = ?"


async def note_wordings(manifest: Manifest, store: Store, writer: Writer, now: datetime) -> None:
    """Called when a manifest is loaded: a new wording counts as a change only once somebody has answered."""
    for session in manifest.sessions.values():
        for live in session.activities.values():
            await _note(live, store, writer, now)


async def _note(live: LiveActivity, store: Store, writer: Writer, now: datetime) -> None:
    known = {row["choice"]: row["text"] for row in await store.rows(LATEST, *live.key)}
    present = live.component.wordings(live.activity)
    steps = [
        Step(ADD, (*live.key, choice, iso(now), text)) for choice, text in present.items() if known.get(choice) != text
    ]
    if not steps:
        return
    has_answers = bool(await live.component.participants(store, live.activity))
    if not has_answers:
        steps = [Step(FORGET, live.key), *(Step(ADD, (*live.key, *new)) for new in _all(present, now))]
    await writer.save(Write("note_wordings", tuple(steps)))


def _all(present: dict[str, str], now: datetime) -> list[tuple[str, str, str]]:
    return [(choice, iso(now), text) for choice, text in present.items()]
