"""Sign-in links of organisers: made on the command line, kept only as a digest."""

import secrets
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from participation_api.components.moments import iso
from participation_api.database.schema import for_sqlite, statements
from participation_api.database.sqlite import StartProblem
from participation_api.participants import digest

ROLES = ("owner", "organiser", "rapporteur", "access")
ADD = """
insert into organiser_link (session, token_digest, role, name, made_at, expires_at) values (?, ?, ?, ?, ?, ?)
"""
REVOKE = "update organiser_link set revoked_at = ? where name = ? and revoked_at is null"


def add_link(database: Path, role: str, name: str, days: int, session: str = "", at: datetime | None = None) -> str:
    """Give back the token of a new link; an empty session means all of them. Works while the server runs."""
    token = secrets.token_urlsafe(24)
    now = at or datetime.now(UTC)
    values = (session, digest(token), role, name, iso(now), iso(now + timedelta(days=days)))
    _write(database, ADD, values)
    return token


def revoke_links(database: Path, name: str) -> int:
    """Revoke every link of that name; gives back how many there were. Makes no database where there is none."""
    if not database.exists():
        return 0
    return _write(database, REVOKE, (iso(datetime.now(UTC)), name))


def _write(database: Path, sql: str, values: tuple[object, ...]) -> int:
    """One short transaction of its own; raises StartProblem with a text for the operator."""
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(database, timeout=5)) as connection, connection:
            for statement in statements():
                connection.execute(for_sqlite(statement))
            return connection.execute(sql, values).rowcount
    except (OSError, sqlite3.Error) as error:
        raise StartProblem(
            f"The database {database} cannot be written ({error}). Make the file and its folder writable."
        ) from error
