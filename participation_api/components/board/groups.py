"""The places of a board: the columns of its block, and the groups that organisers make while it runs."""

import hashlib
import unicodedata

from participation_api.components.board.declaration import Board, Column
from participation_api.components.contract import Reader
from participation_api.components.words import Sentence, say

MAKE = """
insert into note_group (session, activity, id, text, made_at) values (?, ?, ?, ?, ?)
on conflict (session, activity, id) do nothing
"""
GROUPS = "select id, text from note_group where session = ? and activity = ? order by made_at, id"
WITHOUT_GROUP = say("Without a group")


def group_id(name: str) -> str:
    """Made of the name, so that the same name, pressed twice or by two organisers, is the same group."""
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    return f"group-{hashlib.sha256(plain.encode()).hexdigest()[:12]}"


def is_group(place: str) -> bool:
    """Made by an organiser, and not in the block."""
    return place.startswith("group-") and len(place) == len(group_id(""))


async def groups(reader: Reader, activity: Board) -> list[Column]:
    """In the order in which they were made."""
    return [Column(row["id"], row["text"]) for row in await reader.rows(GROUPS, *activity.key)]


def name_of(column: Column) -> str | Sentence:
    return column.text or WITHOUT_GROUP
