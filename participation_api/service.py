"""Everything a request needs, put together once at start."""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from participation_api.broadcaster import Broadcaster, Look
from participation_api.cache import PageCache
from participation_api.components import optional
from participation_api.components.contract import Json, Personal, Step, Write
from participation_api.components.frozen import Frozen
from participation_api.components.moments import iso
from participation_api.components.panel import Place
from participation_api.components.schedule import Moment
from participation_api.database import StartProblem, Writer, open_database
from participation_api.database.interface import Store
from participation_api.frozen_files import all_frozen
from participation_api.limits import Limits, most_streams
from participation_api.manifest import LiveActivity, Manifest, Session, load_manifest
from participation_api.participants import Participants
from participation_api.search_index import SearchIndex
from participation_api.settings import Settings
from participation_api.shells import Shells
from participation_api.state import States, now
from participation_api.steady_clock import never_back, newest_time
from participation_api.wording import note_wordings

KEEP_KEY = "insert into setting (name, value) values ('secret', ?) on conflict (name) do nothing"
READ_KEY = "select value from setting where name = 'secret'"


@dataclass
class Service:
    settings: Settings
    manifest: Manifest
    shells: Shells
    store: Store
    writer: Writer
    states: States
    participants: Participants
    cache: PageCache
    now: Callable[[], datetime] = now
    limits: Limits = field(default_factory=Limits)
    frozen: dict[tuple[str, str], Frozen] = field(default_factory=dict)
    search: tuple[str, SearchIndex] | None = None
    """The index of the pages, with the time of the build that it was made of; made when it is first needed."""
    _answered: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    _fixed: set[tuple[str, str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.freezing = asyncio.Lock()
        self.broadcaster = Broadcaster(self.look, most_streams())
        self.cache.listener = self.broadcaster.note_change

    def moment(self, live: LiveActivity, at: datetime | None = None) -> Moment:
        frozen = self.frozen.get(live.key)
        return frozen.moment if frozen else self.states.moment(live, at or self.now())

    def counted_at(self, live: LiveActivity) -> datetime | None:
        """The end of what is counted as the session's, also where freezing has closed everything since."""
        return self.states.moment(live, self.now()).counted_at

    def place(self, live: LiveActivity) -> Place:
        session = self.manifest.sessions[live.activity.session]
        return Place(self.manifest.root, session.zone, live.heading_level)

    async def save(self, live: LiveActivity, write: Write) -> None:
        """Save, and let the session's pages be made anew."""
        await self.writer.save(write)
        self.cache.note_change(live.activity.session)

    async def has_answered(self, live: LiveActivity, participant: str) -> bool:
        return participant in await self._participants(live)

    async def note_answer(self, live: LiveActivity, participant: str) -> None:
        (await self._participants(live)).add(participant)

    async def _participants(self, live: LiveActivity) -> set[str]:
        """Kept in memory, so that a first vote costs no read of the database."""
        known = self._answered.get(live.key)
        if known is None:
            found = await live.component.participants(self.store, live.activity)
            known = self._answered.setdefault(live.key, set())
            known.update(found)
        return known

    def forget(self, session: Session) -> None:
        """What was kept in memory of a session whose answers were erased."""
        for live in session.activities.values():
            self._answered.pop(live.key, None)
        self._fixed = {mark for mark in self._fixed if mark[0] != session.id}
        self.cache.note_change(session.id, at_once=True)

    async def fix_tally(self, live: LiveActivity, moment: Moment) -> None:
        """Keep the figure that the session saw, before anything late can change it."""
        if moment.counted_at is None:
            return
        mark = (*live.key, iso(moment.counted_at))
        if mark in self._fixed:
            return
        write = live.component.fix(live.activity, moment.counted_at)
        if write is not None:
            await self.writer.save(write)
        self._fixed.add(mark)

    async def results(self, live: LiveActivity, moment: Moment) -> dict[str, Json]:
        frozen = self.frozen.get(live.key)
        if frozen and frozen.results is not None:
            return {**frozen.results}
        await self.fix_tally(live, moment)
        return await live.component.results(self.store, live.activity, moment.counted_at)

    async def lasting_results(self, live: LiveActivity, at: datetime) -> dict[str, Json] | None:
        """As after the closing, when nobody's name is in them, however early they are taken."""
        frozen = self.frozen.get(live.key)
        if frozen:
            return {**frozen.results} if frozen.results is not None else None
        moment = self.moment(live, at)
        await self.fix_tally(live, moment)
        closed_at = moment.counted_at or (None if moment.waits_for_count else at)
        return await live.component.results(self.store, live.activity, closed_at)

    async def look(self, session: str) -> Look:
        """One look for all who listen: what is open, and what each kind has to tell one person alone."""
        at = self.now()
        states = []
        own: dict[str, Mapping[str, Personal]] = {}
        found = self.manifest.sessions.get(session)
        for name, live in (found.activities if found else {}).items():
            moment = self.moment(live, at)
            states.append((name, moment.state, moment.frozen_at))
            told = await optional.personal(live.component, self.store, live.activity, moment, at)
            if told is not None and not moment.frozen_at:
                own[name] = told
        return Look(tuple(states), own)

    async def close(self) -> None:
        self.broadcaster.end()
        if self.search:
            self.search[1].close()
        await self.writer.stop()
        await self.store.close()


async def start_service(settings: Settings, clock: Callable[[], datetime] = now) -> Service:
    """Open, check and load everything; raises StartProblem or ManifestProblem with a text for the operator."""
    manifest = load_manifest(settings.site / "take-part" / "manifest.json")
    shells = Shells(settings.site / "take-part", manifest.languages)
    store = await open_database(settings.database)
    try:
        writer = Writer(store)
        writer.start()
        secret = settings.secret or await _own_secret(store, writer)
        await refuse_dropped(manifest, store)
        clock = never_back(clock, await newest_time(store))
        await note_wordings(manifest, store, writer, clock())
        states = States(store, writer)
        await states.load()
    except BaseException:
        await store.close()
        raise
    participants = Participants(secret, settings.is_https)
    frozen = all_frozen(manifest, settings.results)
    cache = PageCache(clock)
    return Service(settings, manifest, shells, store, writer, states, participants, cache, clock, frozen=frozen)


async def _own_secret(store: Store, writer: Writer) -> str:
    await writer.save(Write("keep_secret", (Step(KEEP_KEY, (secrets.token_hex(32),)),)))
    return str((await store.rows(READ_KEY))[0]["value"])


async def refuse_dropped(manifest: Manifest, store: Store) -> None:
    """A choice that people have chosen must not vanish from the page: their answers would count for nothing."""
    problems = []
    for session in manifest.sessions.values():
        for live in session.activities.values():
            for choice, count in await live.component.dropped(store, live.activity):
                problems.append(
                    f"{live.source}: {live.component.KIND} '{live.activity.id}' no longer has '{choice}', "
                    f"which {count} {'answer names' if count == 1 else 'answers name'}. "
                    f"Put it back, or keep its id with 'was' if only its wording changed."
                )
    if problems:
        raise StartProblem("\n".join(problems))
