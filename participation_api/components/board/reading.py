"""What everyone sees of a board, what its moderators see, and what is exported."""

from datetime import datetime
from typing import Any

from participation_api.components.board.declaration import Board
from participation_api.components.contract import Json, Reader
from participation_api.components.words import say_n

ALL = """
select number, column_id, text, lang, may_publish, status, hidden_reason, at, changed_at, late from note
where session = ? and activity = ? and status <> 'withdrawn' order by number
"""
LOG = """
select at, who, what, entry, why from moderation_log where session = ? and activity = ? order by at desc
"""
COUNT = """
select column_id, count(*) as count from note where session = ? and activity = ? and status <> 'withdrawn'
group by column_id
"""


async def results(reader: Reader, activity: Board, closed_at: datetime | None = None) -> dict[str, Json]:
    """The notes that are shown, in their columns; of the others only how many wait."""
    rows = await reader.rows(ALL, *activity.key)
    shown = [row for row in rows if row["status"] == "shown"]
    columns = []
    for column in activity.columns:
        notes = [_public(row) for row in shown if row["column_id"] == column.id]
        columns.append({"id": column.id, "text": column.text, "count": len(notes), "notes": notes})
    return {
        "columns": columns,
        "notes": len(shown),
        "afterwards": sum(row["late"] for row in shown),
        "waiting": sum(row["status"] == "waiting" for row in rows),
    }


def _public(row: dict[str, Any]) -> dict[str, Json]:
    return {
        "number": row["number"],
        "text": row["text"],
        "lang": row["lang"],
        "at": row["at"],
        "late": bool(row["late"]),
        "may_publish": bool(row["may_publish"]),
    }


def publishable(results: dict[str, Json]) -> dict[str, Json]:
    """What may stand in a public file for good: the notes whose authors ticked that, counted anew."""
    columns = []
    for column in results["columns"]:
        notes = [note for note in column["notes"] if note["may_publish"]]
        columns.append(column | {"count": len(notes), "notes": notes})
    notes = [note for column in columns for note in column["notes"]]
    late = sum(note["late"] for note in notes)
    return results | {"columns": columns, "notes": len(notes), "afterwards": late, "waiting": 0}


async def organise(reader: Reader, activity: Board) -> dict[str, Json]:
    """Every note by its status, and what moderators did. `seen` goes with a button, so that nobody shows words that
    were changed since they were read."""
    rows = await reader.rows(ALL, *activity.key)
    titles = {column.id: column.text for column in activity.columns}
    notes = [
        _public(row)
        | {
            "column": titles.get(row["column_id"], row["column_id"]),
            "status": row["status"],
            "reason": row["hidden_reason"],
            "seen": row["changed_at"],
        }
        for row in rows
    ]
    found: dict[str, Json] = {
        status: [note for note in notes if note["status"] == status] for status in ("waiting", "shown", "hidden")
    }
    return found | _numbers(found) | {"log": await reader.rows(LOG, *activity.key)}


def _numbers(found: dict[str, Json]) -> dict[str, Json]:
    waiting, shown, hidden = (len(found[status]) for status in ("waiting", "shown", "hidden"))
    sentences = [
        say_n("{n} note waiting for review", "{n} notes waiting for review", waiting),
        say_n("{n} note shown", "{n} notes shown", shown),
        say_n("{n} note hidden", "{n} notes hidden", hidden),
    ]
    to_do = say_n("Review {n} note", "Review {n} notes", waiting) if waiting else None
    return {"numbers": sentences, "waits": waiting, "to_do": to_do}


async def export(reader: Reader, activity: Board) -> list[dict[str, Json]]:
    """Every note that nobody has withdrawn or hidden."""
    rows = await reader.rows(ALL, *activity.key)
    titles = {column.id: column.text for column in activity.columns}
    return [
        {"number": row["number"], "column": titles.get(row["column_id"], row["column_id"])}
        | {name: row[name] for name in ("text", "lang", "status", "at")}
        | {name: bool(row[name]) for name in ("late", "may_publish")}
        for row in rows
        if row["status"] != "hidden"
    ]


async def dropped(reader: Reader, activity: Board) -> list[tuple[str, int]]:
    """Columns that hold notes and are no longer declared, with the number of notes."""
    rows = await reader.rows(COUNT, *activity.key)
    return sorted((row["column_id"], row["count"]) for row in rows if activity.column(row["column_id"]) is None)


async def form_context(reader: Reader, activity: Board) -> dict[str, Json]:
    """A board's form shows nothing of what others wrote."""
    return {}


def wordings(activity: Board) -> dict[str, str]:
    """What people read, by column; the question stands under the empty name."""
    return {"": activity.heading, **{column.id: column.text for column in activity.columns}}
