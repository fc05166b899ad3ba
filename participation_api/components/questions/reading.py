"""The results question by question, what organisers see, and an export that joins no two answers of one person."""

from datetime import datetime

from participation_api.components.contract import Json, Reader
from participation_api.components.poll import reading as poll
from participation_api.components.poll.declaration import WORDS
from participation_api.components.questions.declaration import Part, Questions
from participation_api.components.questions.storage import participants
from participation_api.components.words import say_n


async def results(reader: Reader, activity: Questions, closed_at: datetime | None = None) -> dict[str, Json]:
    wordings = await reader.rows(poll.WORDINGS, *activity.key)
    found = []
    for part in activity.polls:
        counted = await poll.results(reader, part, closed_at)
        if part.method == WORDS:
            # Nobody reads them before everyone does, so that only the organisers see them.
            counted = counted | {"choices": [], "hidden": 0}
        mine = [row for row in wordings if row["choice"].startswith(part.prefix)]
        found.append({"id": part.name, "question": part.heading, **counted, "reworded": poll.changes(mine)})
    return {"questions": found}


def wordings(activity: Questions) -> dict[str, str]:
    """What people read, by question and choice; the heading of all stands under the empty name."""
    return {"": activity.heading} | {
        part.prefix + choice: text for part in activity.polls for choice, text in poll.wordings(part).items()
    }


async def export(reader: Reader, activity: Questions, closed_at: datetime | None = None) -> list[dict[str, Json]]:
    """A row for each answer to each question. Its time is left out: it would join what one person answered."""
    return [
        {"question": part.question, "answer": _text(row), "late": row.get("late", "")}
        for part in activity.polls
        for row in await poll.export(reader, part, closed_at)
    ]


def _text(row: dict[str, Json]) -> str:
    """In one column for every method; of a sensitive question, the counts that everyone sees."""
    if "count" in row:
        return f"{row['answer']}: {row['count']}"
    return "; ".join(str(value) for name, value in row.items() if value and name not in ("at", "late"))


async def organise(reader: Reader, activity: Questions, closed_at: datetime | None = None) -> dict[str, Json]:
    people = len(await participants(reader, activity))
    is_sensitive = activity.counts_when_published
    numbers = [poll.enough(people) if is_sensitive else say_n("{n} person answered", "{n} people answered", people)]
    own_words = {part.name: await _own_words(reader, part) for part in activity.polls}
    return {"own_words": own_words, "numbers": numbers, "waits": 0, "to_do": None}


async def _own_words(reader: Reader, part: Part) -> list[str]:
    found = await poll.organise(reader, part)
    return [*found["others"], *(phrase["text"] for phrase in found["shown"])]
