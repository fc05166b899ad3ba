"""The state of every activity now: changes made by hand, kept in the database and held in memory."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from participation_api.components.contract import Step, Write
from participation_api.components.moments import from_iso, iso
from participation_api.components.schedule import Change, Moment, Schedule, State, effective_state
from participation_api.database.interface import Store
from participation_api.database.writer import Writer
from participation_api.manifest import LiveActivity, Manifest

CHANGE = """
insert into activity_state (session, activity, at, state, ends_at, by) values (?, ?, ?, ?, ?, ?)
on conflict (session, activity, at) do nothing
"""
UNDO = "delete from activity_state where session = ? and activity = ? and at = ?"
ALL = "select session, activity, at, state, ends_at, by from activity_state order by at"

Key = tuple[str, str]


def now() -> datetime:
    return datetime.now(UTC)


class States:
    """Changes by hand, oldest first, for each activity; the last one counts."""

    def __init__(self, store: Store, writer: Writer) -> None:
        self._store = store
        self._writer = writer
        self._changes: dict[Key, list[Change]] = {}
        self._known: dict[Key, tuple[Schedule, datetime, Moment]] = {}
        self.lock = asyncio.Lock()
        """Held from looking at a state to changing it: two organisers may press at the same moment."""

    async def load(self) -> None:
        for row in await self._store.rows(ALL):
            ends_at = from_iso(row["ends_at"]) if row["ends_at"] else None
            change = Change(State(row["state"]), from_iso(row["at"]), ends_at, row["by"])
            self._changes.setdefault((row["session"], row["activity"]), []).append(change)

    def moment(self, live: LiveActivity, at: datetime) -> Moment:
        """The last one found holds until the clock or a person changes it."""
        known = self._known.get(live.key)
        if known:
            schedule, since, moment = known
            is_now = since <= at and (moment.next_change is None or at < moment.next_change)
            if is_now and schedule is live.schedule:
                return moment
        moment = effective_state(live.schedule, self.last(live), at)
        self._known[live.key] = (live.schedule, at, moment)
        return moment

    def last(self, live: LiveActivity) -> Change | None:
        changes = self._changes.get(live.key)
        return changes[-1] if changes else None

    async def change(self, live: LiveActivity, change: Change, also: Sequence[Step] = ()) -> None:
        """`also`: what is kept in the same transaction, such as the line in the log."""
        ends_at = iso(change.ends_at) if change.ends_at else None
        values = (*live.key, iso(change.at), change.state.value, ends_at, change.by)
        await self._writer.save(Write("change_state", (Step(CHANGE, values), *also)))
        self._changes.setdefault(live.key, []).append(change)
        self._known.pop(live.key, None)

    async def undo(self, live: LiveActivity, at: datetime, also: Sequence[Step] = ()) -> bool:
        """Take the change made at that time back, if it is the last; a second press finds nothing to do."""
        last = self.last(live)
        if last is None or last.at != at:
            return False
        await self._writer.save(Write("undo_state", (Step(UNDO, (*live.key, iso(at))), *also)))
        self._changes[live.key].pop()
        self._known.pop(live.key, None)
        return True

    def all_moments(self, manifest: Manifest, session: str, at: datetime) -> Mapping[str, Moment]:
        return {name: self.moment(live, at) for name, live in manifest.sessions[session].activities.items()}
