"""The one writer: it takes all that waits into one transaction, and answers after COMMIT.

There is no timer: while one commit runs the next batch gathers, so that a full hall costs one fsync and not a hundred.
"""

import asyncio
from collections.abc import Sequence

from participation_api.components.contract import Write
from participation_api.database.interface import Store, Unavailable

MOST_AT_ONCE = 500
MOST_WAITING = 5_000


class Writer:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[tuple[Write, asyncio.Future[None]]] = []
        self._has_work = asyncio.Event()
        self._is_idle = asyncio.Event()
        self._is_idle.set()
        self._task: asyncio.Task[None] | None = None
        self._is_stopping = False

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name="writer")

    async def save(self, write: Write) -> None:
        """Return when the write is committed; raises Refused, Unavailable, or what the database said of this row."""
        if self._is_stopping or len(self._waiting) >= MOST_WAITING:
            raise Unavailable("too many answers are waiting")
        saved: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((write, saved))
        self._has_work.set()
        self._is_idle.clear()
        # A browser that hangs up cancels its own waiting, never the write, which is in the list already.
        await saved

    async def stop(self) -> None:
        """Save all that waits, then end; nothing new is taken meanwhile."""
        self._is_stopping = True
        if self._task is None:
            return
        await self._is_idle.wait()
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await self._has_work.wait()
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            await self._save_batch(batch)
            if not self._waiting:
                self._has_work.clear()
                self._is_idle.set()

    async def _save_batch(self, batch: Sequence[tuple[Write, asyncio.Future[None]]]) -> None:
        outcomes: Sequence[Exception | None]
        try:
            outcomes = await self._store.apply([write for write, _ in batch])
        except Exception as error:  # the loop must go on whatever the database says
            outcomes = [error] * len(batch)
        for (_, saved), outcome in zip(batch, outcomes, strict=True):
            if saved.cancelled():
                continue
            if outcome is None:
                saved.set_result(None)
            else:
                saved.set_exception(outcome)
                # The one who asked may have gone; without this, asyncio would log the unread error.
                saved.exception()
