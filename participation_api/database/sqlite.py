"""SQLite as the store: WAL, a full fsync at each commit, one connection that writes and one that reads."""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import aiosqlite

from participation_api.components.contract import Refused, Write
from participation_api.database.interface import Unavailable
from participation_api.database.schema import for_sqlite, statements


class StartProblem(Exception):
    """The server cannot start; the text is for the operator and says what to do."""


async def open_database(path: Path) -> "SqliteStore":
    """Open the file, making it and its folder where they are missing; raises StartProblem."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return SqliteStore(await _writing(path), await _reading(path))
    except (OSError, sqlite3.Error) as error:
        raise StartProblem(
            f"The database {path} cannot be opened for writing ({error}). "
            "Make the file and its folder writable, or name another file in CURBCUT_DATABASE_URL (sqlite:///path)."
        ) from error


async def _writing(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    try:
        await _prepare(connection)
        # FULL, not NORMAL: an acknowledged answer must outlive a power cut, and group commit makes it cheap.
        await connection.execute("pragma synchronous = full")
        # What is erased is overwritten, not only left free.
        await connection.execute("pragma secure_delete = on")
        await connection.execute("begin immediate")
        for statement in statements():
            await connection.execute(for_sqlite(statement))
        await connection.execute("commit")
    except BaseException:
        await connection.close()
        raise
    return connection


async def _prepare(connection: aiosqlite.Connection) -> None:
    await connection.execute("pragma busy_timeout = 5000")
    async with connection.execute("pragma journal_mode = wal") as cursor:
        row = await cursor.fetchone()
    if row is None or row[0] != "wal":
        raise sqlite3.OperationalError(f"its journal is {row and row[0]}, not wal; a network drive cannot hold it")
    await connection.execute("pragma foreign_keys = on")


async def _reading(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    await connection.execute("pragma busy_timeout = 5000")
    await connection.execute("pragma query_only = on")
    return connection


class SqliteStore:
    def __init__(self, writing: aiosqlite.Connection, reading: aiosqlite.Connection) -> None:
        self._writing = writing
        self._reading = reading

    async def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        try:
            async with self._reading.execute(sql, values) as cursor:
                names = [column[0] for column in cursor.description]
                return [dict(zip(names, row, strict=True)) for row in await cursor.fetchall()]
        except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
            raise Unavailable(str(error)) from error

    async def apply(self, batch: Sequence[Write]) -> list[Exception | None]:
        outcomes = await self._apply(batch)
        if any(write.erases for write in batch):
            await self._empty_journal()
        return outcomes

    async def _empty_journal(self) -> None:
        """It holds the erased words until it is written back. While somebody else reads it stays until the next time:
        nobody's answer waits for that."""
        with contextlib.suppress(sqlite3.Error):
            await self._writing.execute("pragma busy_timeout = 100")
            async with self._writing.execute("pragma wal_checkpoint(truncate)") as cursor:
                await cursor.fetchall()
        await self._writing.execute("pragma busy_timeout = 5000")

    async def _apply(self, batch: Sequence[Write]) -> list[Exception | None]:
        try:
            return await self._transaction(batch, together=True)
        except sqlite3.OperationalError as error:
            raise Unavailable(str(error)) from error
        except (sqlite3.Error, OverflowError, UnicodeError):
            # One bad row: again, each write by itself, so that only the bad one is refused.
            try:
                return await self._transaction(batch, together=False)
            except sqlite3.OperationalError as error:
                raise Unavailable(str(error)) from error

    async def _transaction(self, batch: Sequence[Write], together: bool) -> list[Exception | None]:
        # IMMEDIATE takes the write lock before anything is read, so that two people cannot both get the last place.
        await self._writing.execute("begin immediate")
        try:
            outcomes: list[Exception | None] = []
            for run in _runs(batch, together):
                outcomes += await self._run(run)
            await self._writing.execute("commit")
        except BaseException:
            if self._writing.in_transaction:
                await self._writing.execute("rollback")
            raise
        return outcomes

    async def _run(self, run: list[Write]) -> list[Exception | None]:
        if len(run) > 1:
            await self._writing.executemany(run[0].steps[0].sql, [write.steps[0].values for write in run])
            return [None] * len(run)
        return [await self._alone(run[0])]

    async def _alone(self, write: Write) -> Exception | None:
        await self._writing.execute("savepoint alone")
        try:
            for step in write.steps:
                cursor = await self._writing.execute(step.sql, step.values)
                if step.refusal is not None and cursor.rowcount == 0:
                    raise Refused(step.refusal)
                await cursor.close()
        except (Refused, sqlite3.IntegrityError, sqlite3.DataError, OverflowError, UnicodeError) as error:
            await self._writing.execute("rollback to alone")
            await self._writing.execute("release alone")
            return error
        await self._writing.execute("release alone")
        return None

    async def close(self) -> None:
        await self._writing.close()
        await self._reading.close()


def _runs(batch: Sequence[Write], together: bool) -> Iterator[list[Write]]:
    """Neighbours with the same single statement go to the database at once; the order stays that of arrival."""
    for sql, run in groupby(batch, lambda write: _plain_statement(write) if together else None):
        if sql is None:
            yield from ([write] for write in run)
        else:
            yield list(run)


def _plain_statement(write: Write) -> str | None:
    """The statement of a write that is one step and cannot be refused."""
    return write.steps[0].sql if len(write.steps) == 1 and write.steps[0].refusal is None else None
