"""The phrases that people wrote in a poll of words: counted, numbered, and hidden ones apart."""

from datetime import datetime
from typing import Any

from participation_api.components.contract import Json, Reader
from participation_api.components.moments import is_apart
from participation_api.components.poll.counting import ALL
from participation_api.components.poll.declaration import WORDS, Poll
from participation_api.components.poll.methods.words import counted, digest

NUMBERS = "select number, digest, status, hidden_reason from phrase where session = ? and activity = ?"

LEAST_SAME = 3
"""Two could be a person and the one who helped them to write."""
Phrase = dict[str, Any]


async def phrases(
    reader: Reader, activity: Poll, closed_at: datetime | None = None
) -> tuple[list[Phrase], list[Phrase]]:
    """(shown, hidden), each with `number`, `text`, `count`, the `reason` for hiding it, and whether it came `late`."""
    if activity.method != WORDS:
        return [], []
    known = {row["digest"]: row for row in await reader.rows(NUMBERS, *activity.key)}
    shown: list[Phrase] = []
    hidden: list[Phrase] = []
    rows = await reader.rows(ALL, *activity.key)
    in_time = {digest(row["other"]) for row in rows if not is_apart(row["late"], row["at"], closed_at)}
    for key, text, count in counted(row["other"] for row in rows):
        row = known[key]
        phrase = {"number": row["number"], "text": text, "count": count, "reason": row["hidden_reason"]}
        phrase["late"] = key not in in_time
        (hidden if row["status"] == "hidden" else shown).append(phrase)
    return shown, hidden


def publishable(results: dict[str, Json]) -> dict[str, Json]:
    """What may stand in a public file for good. Nobody was asked whether their own words may be published, and the
    words of one person can name a person or give them away: so only what several people wrote is kept."""
    if "hidden" not in results:
        return results
    kept = [phrase for phrase in results["choices"] if phrase["count"] >= LEAST_SAME]
    rare = sum(phrase["count"] for phrase in results["choices"]) - sum(phrase["count"] for phrase in kept)
    return results | {"choices": kept, "left_out": results.get("left_out", 0) + rare}


async def without_gone(reader: Reader, activity: Poll, kept: dict[str, Json]) -> dict[str, Json]:
    """What was kept before, without the words that a moderator has hidden since, or that too few people stand by."""
    if activity.method != WORDS:
        return kept
    # After the retention date no phrase is known any more, and nobody can have done anything to one.
    known = {str(row["number"]) for row in await reader.rows(NUMBERS, *activity.key)}
    shown, _ = await phrases(reader, activity)
    still = {str(phrase["number"]) for phrase in shown if phrase["count"] >= LEAST_SAME}
    choices = [phrase for phrase in kept["choices"] if phrase["id"] in still or phrase["id"] not in known]
    fewer = sum(phrase["count"] for phrase in kept["choices"]) - sum(phrase["count"] for phrase in choices)
    return kept | {"choices": choices, "left_out": kept.get("left_out", 0) + fewer}


async def hidden_digests(reader: Reader, activity: Poll) -> set[str]:
    if activity.method != WORDS:
        return set()
    return {row["digest"] for row in await reader.rows(NUMBERS, *activity.key) if row["status"] == "hidden"}
