"""Sign-in links of organisers: made on the command line, kept only as a digest."""

import secrets
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from participation_api import organise_log
from participation_api.components.contract import Step
from participation_api.components.moments import iso
from participation_api.database.schema import for_sqlite, statements
from participation_api.database.sqlite import StartProblem
from participation_api.participants import digest

ROLES = ("owner", "organiser", "rapporteur", "access")
ADD = """
insert into organiser_link (session, token_digest, role, name, made_at, expires_at) values (?, ?, ?, ?, ?, ?)
"""
REVOKE = "update organiser_link set revoked_at = ? where name = ? and revoked_at is null"


def add_link(
    database: Path,
    role: str,
    name: str,
    days: int,
    session: str = "",
    at: datetime | None = None,
    *,
    logged_in: Sequence[str] = (),
) -> str:
    """Give back the token of a new link; an empty session means all of them. Works while the server runs.

    `logged_in` are the sessions whose logs tell it."""
    token = secrets.token_urlsafe(24)
    now = at or datetime.now(UTC)
    values = (session, digest(token), role, name, iso(now), iso(now + timedelta(days=days)))
    _write(database, Step(ADD, values), *_lines(logged_in, now, "make-link", name))
    return token


def revoke_links(database: Path, name: str, *, logged_in: Sequence[str] = ()) -> int:
    """Revoke every link of that name; gives back how many there were. Makes no database where there is none."""
    if not database.exists():
        return 0
    now = datetime.now(UTC)
    return _write(database, Step(REVOKE, (iso(now), name)), *_lines(logged_in, now, "revoke-link", name))


def _lines(sessions: Sequence[str], at: datetime, what: str, name: str) -> list[Step]:
    return [organise_log.of_whole_session(session, at, organise_log.COMMAND_LINE, what, name) for session in sessions]


def _write(database: Path, change: Step, *lines: Step) -> int:
    """One short transaction of its own, with the lines of the log where something was changed; raises StartProblem
    with a text for the operator."""
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(database, timeout=5)) as connection, connection:
            for statement in statements():
                connection.execute(for_sqlite(statement))
            count = connection.execute(change.sql, change.values).rowcount
            for line in lines if count else ():
                connection.execute(line.sql, line.values)
            return count
    except (OSError, sqlite3.Error) as error:
        raise StartProblem(
            f"The database {database} cannot be written ({error}). Make the file and its folder writable."
        ) from error
