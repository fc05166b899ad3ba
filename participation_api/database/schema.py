"""The tables: this folder's own, and those that each kind of activity brings."""

import re
from collections.abc import Iterator
from pathlib import Path

from participation_api.components import COMPONENTS
from participation_api.components import __file__ as components_file

TABLE_END = re.compile(r"^\)\s*;", re.MULTILINE)


def statements() -> Iterator[str]:
    """Every `create` statement, in the words that SQLite and PostgreSQL share."""
    files = [Path(__file__).with_name("schema.sql")]
    files += [Path(components_file).parent / kind / "schema.sql" for kind in COMPONENTS]
    for file in files:
        for statement in file.read_text(encoding="utf-8").split(";"):
            if statement.strip():
                yield statement.strip()


def for_sqlite(statement: str) -> str:
    """STRICT makes SQLite check types; WITHOUT ROWID keeps the rows of an activity side by side."""
    if not statement.lower().startswith("create table"):
        return statement
    return f"{statement} strict, without rowid"
