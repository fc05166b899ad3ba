"""The tables: this folder's own, and those that each kind of activity brings."""

import re
from collections.abc import Iterator
from pathlib import Path

from participation_api.components import COMPONENTS
from participation_api.components import __file__ as components_file

TABLE_NAME = re.compile(r"create table if not exists (\w+)")
TIME_COLUMN = re.compile(r"^\s*at text", re.MULTILINE)
TABLE_END = re.compile(r"^\)\s*;", re.MULTILINE)


def statements() -> Iterator[str]:
    """Every `create` statement, in the words that SQLite and PostgreSQL share."""
    files = [Path(__file__).with_name("schema.sql")]
    files += [Path(components_file).parent / kind / "schema.sql" for kind in COMPONENTS]
    for file in files:
        for statement in file.read_text(encoding="utf-8").split(";"):
            if statement.strip():
                yield statement.strip()


def tables_with_times() -> list[str]:
    """Those whose rows say at which moment they were made."""
    found = (TABLE_NAME.match(statement) for statement in statements() if TIME_COLUMN.search(statement))
    return [match[1] for match in found if match]


def for_sqlite(statement: str) -> str:
    """STRICT makes SQLite check types; WITHOUT ROWID keeps the rows of an activity side by side."""
    if not statement.lower().startswith("create table"):
        return statement
    return f"{statement} strict, without rowid"
