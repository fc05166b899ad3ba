"""The phrases that people wrote in a poll of words: counted, numbered, and hidden ones apart."""

from typing import Any

from participation_api.components.contract import Reader
from participation_api.components.poll.counting import ALL
from participation_api.components.poll.declaration import WORDS, Poll
from participation_api.components.poll.methods.words import counted

NUMBERS = "select number, digest, status, hidden_reason from phrase where session = ? and activity = ?"

Phrase = dict[str, Any]


async def phrases(reader: Reader, activity: Poll) -> tuple[list[Phrase], list[Phrase]]:
    """(shown, hidden), each with `number`, `text`, `count` and the `reason` for hiding it."""
    if activity.method != WORDS:
        return [], []
    known = {row["digest"]: row for row in await reader.rows(NUMBERS, *activity.key)}
    shown: list[Phrase] = []
    hidden: list[Phrase] = []
    for digest, text, count in counted(row["other"] for row in await reader.rows(ALL, *activity.key)):
        row = known[digest]
        phrase = {"number": row["number"], "text": text, "count": count, "reason": row["hidden_reason"]}
        (hidden if row["status"] == "hidden" else shown).append(phrase)
    return shown, hidden


async def hidden_digests(reader: Reader, activity: Poll) -> set[str]:
    if activity.method != WORDS:
        return set()
    return {row["digest"] for row in await reader.rows(NUMBERS, *activity.key) if row["status"] == "hidden"}
