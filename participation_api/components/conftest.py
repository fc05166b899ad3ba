"""An event in an empty database, as the tests of every kind of activity need it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any

import aiosqlite
import pytest

from participation_api.components import COMPONENTS
from participation_api.components.contract import Activity, Component, Entry, Write
from participation_api.components.declaration import declare_activity
from participation_api.components.examples import Example, Played, examples, play
from participation_api.components.markup import Element, elements_of
from participation_api.database.schema import for_sqlite, statements
from participation_api.database.sqlite import SqliteStore

SCHEMA = "".join(f"{for_sqlite(statement)};\n" for statement in statements())
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


class Event:
    """Writes one by one, and reads what was committed."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store

    async def save(self, write: Write) -> None:
        (problem,) = await self.store.apply([write])
        if problem:
            raise problem

    async def send(
        self,
        activity: Activity,
        fields: Mapping[str, Any],
        participant: str = "a",
        at: datetime = NOON,
        late: bool = False,
    ) -> None:
        """Post a form: `note="Hello"` stands for `note=["Hello"]`."""
        component = COMPONENTS[activity.kind]
        posted = {name: [value] if isinstance(value, str) else value for name, value in fields.items()}
        await self.save(component.record(activity, component.read_form(activity, posted), participant, at, late))

    async def own(self, activity: Activity, participant: str = "a") -> list[Entry]:
        return await COMPONENTS[activity.kind].own(self.store, activity, participant)

    async def withdraw(self, activity: Activity, participant: str = "a", number: int = 0) -> None:
        entry = (await self.own(activity, participant))[number]
        await self.save(COMPONENTS[activity.kind].withdraw(activity, entry, participant, NOON))

    async def results(self, activity: Activity, closed_at: datetime | None = None) -> dict[str, Any]:
        return await COMPONENTS[activity.kind].results(self.store, activity, closed_at)

    async def act(self, activity: Activity, action: str, at: datetime = NOON, **fields: object) -> None:
        """What an organiser's button does."""
        apply = COMPONENTS[activity.kind].ACTIONS[action].apply
        await self.save(apply(activity, _posted(fields), "Jessa", at))

    async def undo(self, activity: Activity, action: str, at: datetime = NOON, **fields: object) -> None:
        undo = COMPONENTS[activity.kind].ACTIONS[action].undo
        assert undo is not None
        await self.save(undo(activity, _posted(fields), "Jessa", at))

    async def organise(self, activity: Activity) -> dict[str, Any]:
        return await COMPONENTS[activity.kind].organise(self.store, activity)


def _posted(fields: Mapping[str, object]) -> dict[str, list[str]]:
    return {name: [str(value)] for name, value in fields.items()}


def declared(component: Component, session: str = "demo", **entry: Any) -> Activity:
    """An activity as the build declares it; `id` and `question` may be left out."""
    whole = {"id": "one", "question": "What do you say?", **entry}
    return declare_activity(component, whole, session, "en", None).activity


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@asynccontextmanager
async def in_memory() -> AsyncIterator[Event]:
    """Reads and writes on one connection; what the two do apart is tested beside the database."""
    async with aiosqlite.connect(":memory:", isolation_level=None) as connection:
        await connection.executescript(SCHEMA)
        yield Event(SqliteStore(connection, connection))


@pytest.fixture
async def event() -> AsyncIterator[Event]:
    async with in_memory() as opened:
        yield opened


EXAMPLES = [pytest.param(example, id=f"{example.kind}: {example.name}") for example in examples()]
Shown = tuple[Example, Played, Element]


@cache
def played_examples() -> dict[str, Shown]:
    """Every example played once, for tests that only look."""
    return asyncio.run(_play_all())


async def _play_all() -> dict[str, Shown]:
    async with in_memory() as event:
        played = [(example, await play(example, event.save, event.store)) for example in examples()]
        return {example.session: (example, found, elements_of(found.html)) for example, found in played}


@pytest.fixture(params=EXAMPLES)
def shown(request: pytest.FixtureRequest) -> Shown:
    """An example, what came of it, and the elements of its panel."""
    return played_examples()[request.param.session]
