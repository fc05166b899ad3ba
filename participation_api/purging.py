"""Erasing what people sent, after the date that every form promised."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from participation_api.components import COMPONENTS
from participation_api.components.contract import Counted
from participation_api.components.words import Sentence, say, say_n
from participation_api.database.schema import for_sqlite, statements
from participation_api.database.sqlite import StartProblem
from participation_api.manifest import Manifest, Session

TABLE = re.compile(r"create table if not exists (\w+)")
SESSION_COLUMN = re.compile(r"^\s*session text", re.MULTILINE)
# When something was open, how it was worded, and who may sign in: nothing that participants sent. Every other table
# that names a session is emptied, so that a new one keeps the promise without being named here.
KEPT = frozenset({"activity_state", "wording", "organiser_link"})

OWN: Mapping[str, Counted] = {
    "moderation_log": lambda n: say_n("{n} line of the log", "{n} lines of the log", n),
    "problem": lambda n: say_n("{n} problem told to the team", "{n} problems told to the team", n),
    "vote_code": lambda n: say_n("{n} code", "{n} codes", n),
    "cancelled_code": lambda n: say_n("{n} cancelled code", "{n} cancelled codes", n),
}
STORED = {**OWN, **{table: words for kind in COMPONENTS.values() for table, words in kind.STORED.items()}}


@dataclass(frozen=True)
class Purged:
    """What was removed of one session: rows by table. `is_known` is false where no page says until when it is kept."""

    session: str
    retention: date | None
    rows: Mapping[str, int] = field(default_factory=dict)
    is_known: bool = True

    def __str__(self) -> str:
        return str(self._sentence())

    @property
    def counted(self) -> list[Sentence]:
        return [counted(table, count) for table, count in self.rows.items()]

    def _sentence(self) -> Sentence:
        what = ", ".join(map(str, self.counted))
        if not self.is_known:
            return say(
                "{session}: no page is there that says until when it is kept; left: {what}",
                session=self.session,
                what=what,
            )
        if not what:
            return say("{session}: kept until {day}; nothing was left", session=self.session, day=self.retention)
        return say("{session}: kept until {day}; removed: {what}", session=self.session, day=self.retention, what=what)


def counted(table: str, n: int) -> Sentence:
    return STORED[table](n)


def purge(
    database: Path,
    manifest: Manifest,
    today: date,
    *,
    only: Mapping[str, Session] | None = None,
    only_look: bool = False,
) -> list[Purged]:
    """Erase every session whose date is past, or of `only` these, in one transaction, also while the server runs;
    raises StartProblem."""
    asked = (manifest.sessions if only is None else only).values()
    over = {session.id: session.retention for session in asked if is_over(session.retention, today)}
    if not database.exists():
        return [Purged(session, day) for session, day in over.items()]
    try:
        with closing(sqlite3.connect(database, timeout=5, isolation_level=None)) as connection:
            # Without it the words would stay in the file, in places that SQLite holds free.
            connection.execute("pragma secure_delete = on")
            connection.execute("begin immediate")
            for statement in statements():
                connection.execute(for_sqlite(statement))
            done = [Purged(session, day, _erase(connection, session)) for session, day in over.items()]
            if only is None:
                done += [Purged(name, None, rows, is_known=False) for name, rows in _unknown(connection, manifest)]
            connection.execute("rollback" if only_look else "commit")
            # The journal holds the erased words until it is written back.
            connection.execute("pragma wal_checkpoint(truncate)").fetchall()
            return done
    except sqlite3.Error as error:
        raise StartProblem(f"The database {database} cannot be written ({error}). Nothing was removed.") from error


def is_over(retention: date | None, today: date) -> bool:
    return retention is not None and today > retention


def tables() -> list[str]:
    """Those that hold what belongs to a session."""
    named = [(TABLE.match(statement), statement) for statement in statements()]
    return [found[1] for found, text in named if found and SESSION_COLUMN.search(text) and found[1] not in KEPT]


def _erase(connection: sqlite3.Connection, session: str) -> dict[str, int]:
    rows = {}
    for table in tables():
        # The names of the tables are our own schema's.
        rows[table] = connection.execute(f"delete from {table} where session = ?", (session,)).rowcount  # noqa: S608
    return {table: count for table, count in rows.items() if count}


def _unknown(connection: sqlite3.Connection, manifest: Manifest) -> Iterator[tuple[str, dict[str, int]]]:
    """Sessions that have rows and no page any more: nothing says until when they are kept, so they are only named."""
    found: dict[str, dict[str, int]] = {}
    for table in tables():
        for session, count in connection.execute(f"select session, count(*) from {table} group by session"):  # noqa: S608
            if session not in manifest.sessions:
                found.setdefault(session, {})[table] = count
    yield from sorted(found.items())
