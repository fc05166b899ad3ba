"""The answers in the database: each question's as the ballots of a poll, all of one person in one transaction."""

from datetime import datetime

from participation_api.components.contract import Entry, Json, Reader, Step, Write
from participation_api.components.poll import storage as poll
from participation_api.components.questions.declaration import Questions
from participation_api.components.questions.form import Answers

# Between the two texts stands everything that begins with the id and a stop.
KEPT = """
select activity, count(*) as count from ballot where session = ? and activity > ? and activity < ? group by activity
"""


def record(activity: Questions, answer: Answers, participant: str, at: datetime, late: bool = False) -> Write:
    """A question that was left out this time loses what was answered before."""
    steps: list[Step] = []
    for part in activity.polls:
        given = answer.given[part.name]
        if given:
            steps += poll.record(part, given, participant, at, late).steps
        else:
            steps.append(Step(poll.WITHDRAW, (*part.key, participant)))
    return Write("answer_questions", tuple(steps))


def withdraw(activity: Questions, entry: Entry, participant: str, at: datetime) -> Write:
    steps = [Step(poll.WITHDRAW, (*part.key, participant)) for part in activity.polls]
    return Write("withdraw_answers", tuple(steps))


def fix(activity: Questions, closed_at: datetime) -> Write:
    return Write("fix_tallies", tuple(step for part in activity.polls for step in poll.fix(part, closed_at).steps))


async def own(reader: Reader, activity: Questions, participant: str) -> list[Entry]:
    """One entry for the whole form: what was answered, question by question."""
    found = [(part, entry) for part in activity.polls for entry in await poll.own(reader, part, participant)]
    if not found:
        return []
    return [
        Entry(
            id="answers",
            text="\n".join(f"{part.heading} {entry.text.replace(chr(10), '; ')}" for part, entry in found),
            at=max(entry.at for _, entry in found),
            late_at=max((entry.late_at for _, entry in found if entry.late_at), default=None),
            fields={part.prefix + name: value for part, entry in found for name, value in entry.fields.items()},
        )
    ]


async def participants(reader: Reader, activity: Questions) -> list[str]:
    found = {who for part in activity.polls for who in await poll.participants(reader, part)}
    return sorted(found)


async def dropped(reader: Reader, activity: Questions) -> list[tuple[str, int]]:
    """Choices, and whole questions, that have answers and are no longer declared."""
    found = [
        (f"{part.name}: {choice}", count)
        for part in activity.polls
        for choice, count in await poll.dropped(reader, part)
    ]
    names = {part.id for part in activity.polls}
    rows = await reader.rows(KEPT, activity.session, f"{activity.id}.", f"{activity.id}/")
    return found + [(row["activity"], row["count"]) for row in rows if row["activity"] not in names]


async def form_context(reader: Reader, activity: Questions) -> dict[str, Json]:
    """The form shows nothing of what others answered."""
    return {}
