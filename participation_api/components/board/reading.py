"""What everyone sees of a board, what its moderators see, and what is exported."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from participation_api.components.board.agreement import agreements
from participation_api.components.board.declaration import Board, Column
from participation_api.components.board.groups import groups, is_group, name_of
from participation_api.components.board.reports import open_reports
from participation_api.components.contract import Json, Reader
from participation_api.components.moments import is_apart
from participation_api.components.words import say, say_n

ALL = """
select number, column_id, group_id, text, lang, may_publish, status, hidden_reason, at, changed_at, late, shown_at,
  is_pinned, is_answered from note
where session = ? and activity = ? and status <> 'withdrawn' order by number
"""
LOG = """
select at, who, what, entry, why from moderation_log where session = ? and activity = ? order by at desc
"""
GONE = "select number from note where session = ? and activity = ? and status in ('withdrawn', 'hidden')"
COUNT = """
select column_id, count(*) as count from note where session = ? and activity = ? and status <> 'withdrawn'
group by column_id
"""


async def results(reader: Reader, activity: Board, closed_at: datetime | None = None) -> dict[str, Json]:
    """The notes that are shown, in their columns; of the others only how many wait."""
    rows = await reader.rows(ALL, *activity.key)
    shown = [row for row in rows if row["status"] == "shown"]
    agreed = await agreements(reader, activity)
    places = await groups(reader, activity)
    columns = []
    for column in (*activity.columns, *places):
        notes = [_public(row, agreed, closed_at) for row in shown if _place(activity, row, places) == column]
        # What is pinned comes first, and each number keeps its place among the others.
        notes.sort(key=lambda note: not note["pinned"])
        if notes or column in activity.columns:
            columns.append({"id": column.id, "text": column.text, "count": len(notes), "notes": notes})
    return {
        "columns": columns,
        "notes": len(shown),
        "afterwards": sum(_is_late(row, closed_at) for row in shown),
        "waiting": sum(row["status"] == "waiting" for row in rows),
    }


def _place(activity: Board, row: dict[str, Any], places: Sequence[Column]) -> Column:
    """Where an organiser has moved it, or where its author put it; a place that is gone hides no note."""
    known = {column.id: column for column in (*activity.columns, *places)}
    return known.get(row["group_id"]) or known.get(row["column_id"]) or activity.columns[0]


def _is_late(row: dict[str, Any], closed_at: datetime | None) -> bool:
    return is_apart(row["late"], row["changed_at"], closed_at)


def _public(row: dict[str, Any], agreed: Mapping[int, int], closed_at: datetime | None) -> dict[str, Json]:
    return {
        "number": row["number"],
        "text": row["text"],
        "lang": row["lang"],
        "at": row["at"],
        "late": _is_late(row, closed_at),
        "may_publish": bool(row["may_publish"]),
        "agree": agreed[row["number"]],
        "pinned": bool(row["is_pinned"]),
        "answered": bool(row["is_answered"]),
        "shown_at": row["shown_at"],
    }


def publishable(results: dict[str, Json]) -> dict[str, Json]:
    """What may stand in a public file for good: the notes whose authors ticked that, counted anew; of the others only
    how many there are."""
    columns = []
    for column in results["columns"]:
        notes = [note for note in column["notes"] if note["may_publish"]]
        if notes or not is_group(column["id"]):
            columns.append(column | {"count": len(notes), "notes": notes})
    notes = [note for column in columns for note in column["notes"]]
    late = sum(note["late"] for note in notes)
    left_out = results.get("left_out", 0) + results["notes"] - len(notes)
    counted = {"notes": len(notes), "afterwards": late, "waiting": 0, "left_out": left_out}
    return results | counted | {"columns": columns}


async def without_gone(reader: Reader, activity: Board, kept: dict[str, Json]) -> dict[str, Json]:
    """What was kept before, without the notes that were withdrawn or hidden since. A note of which nothing is known any
    more stays: after the retention date nobody can have done anything to it."""
    gone = {row["number"] for row in await reader.rows(GONE, *activity.key)}
    columns = [
        column | {"notes": [note | {"may_publish": note["number"] not in gone} for note in column["notes"]]}
        for column in kept["columns"]
    ]
    found = publishable(kept | {"columns": columns})
    return found | {"left_out": kept.get("left_out", 0)}


async def organise(reader: Reader, activity: Board, closed_at: datetime | None = None) -> dict[str, Json]:
    """Every note by its status, and what moderators did. `seen` goes with a button, so that nobody shows words that
    were changed since they were read."""
    rows = await reader.rows(ALL, *activity.key)
    agreed, reports = await agreements(reader, activity), await open_reports(reader, activity)
    places = await groups(reader, activity)
    notes = [
        _public(row, agreed, closed_at)
        | {
            "column": _place(activity, row, places).text,
            "places": _others(activity, places, _place(activity, row, places)),
            "reports": reports.get(row["number"], []) if row["status"] != "hidden" else [],
            "status": row["status"],
            "reason": row["hidden_reason"],
            "seen": row["changed_at"],
        }
        for row in rows
    ]
    found: dict[str, Json] = {"reported": [note for note in notes if note["reports"]]} | {
        status: [note for note in notes if note["status"] == status and not note["reports"]]
        for status in ("waiting", "shown", "hidden")
    }
    return found | _numbers(found) | {"log": await reader.rows(LOG, *activity.key)}


def _numbers(found: dict[str, Json]) -> dict[str, Json]:
    are_shown = sum(note["status"] == "shown" for note in (*found["reported"], *found["shown"]))
    reported, waiting, hidden = (len(found[status]) for status in ("reported", "waiting", "hidden"))
    sentences = [
        *([say_n("{n} note reported", "{n} notes reported", reported)] if reported else []),
        say_n("{n} note waiting for review", "{n} notes waiting for review", waiting),
        say_n("{n} note shown", "{n} notes shown", are_shown),
        say_n("{n} note hidden", "{n} notes hidden", hidden),
    ]
    waits = reported + waiting
    to_do = say_n("Review {n} note", "Review {n} notes", waits) if waits else None
    return {"numbers": sentences, "waits": waits, "to_do": to_do}


def _others(activity: Board, places: Sequence[Column], here: Column) -> list[dict[str, Json]]:
    """Where a note can be moved to, for a list to choose from."""
    others = [column for column in (*activity.columns, *places) if column != here]
    return [{"value": "", "label": say("No place chosen"), "lang": ""}] + [
        {"value": column.id, "label": name_of(column), "lang": ""} for column in others
    ]


async def export(reader: Reader, activity: Board, closed_at: datetime | None = None) -> list[dict[str, Json]]:
    """Every note that nobody has withdrawn or hidden."""
    rows = await reader.rows(ALL, *activity.key)
    agreed, places = await agreements(reader, activity), await groups(reader, activity)
    return [
        {"number": row["number"], "column": _place(activity, row, places).text}
        | {name: row[name] for name in ("text", "lang", "status", "at")}
        | {"late": _is_late(row, closed_at), "may_publish": bool(row["may_publish"])}
        | {"agree": agreed[row["number"]], "pinned": bool(row["is_pinned"]), "answered": bool(row["is_answered"])}
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
