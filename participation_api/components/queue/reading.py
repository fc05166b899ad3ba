"""What everyone sees of the queue, what its moderators see, and what is exported.

How somebody takes a turn, and that they need more time, tells of a disability: only moderators see it.
"""

from collections import Counter
from datetime import datetime

from participation_api.components.contract import Json, Personal, Reader
from participation_api.components.queue.declaration import CALLED, MODES, PLACES, Queue, place_of
from participation_api.components.queue.storage import Row, in_order, status_of, turns
from participation_api.components.schedule import Moment
from participation_api.components.words import say, say_n

LEAST_COUNT = 5


async def results(reader: Reader, activity: Queue, closed_at: datetime | None = None) -> dict[str, Json]:
    """Who has the floor, who waits in which order, and how many turns the room and online had. After the queue has
    closed there are numbers without names: nobody's name outlives the session on a page of results."""
    rows = await turns(reader, activity)
    has_names = closed_at is None
    waiting = [{"position": n} | _public(row, has_names) for n, row in enumerate(in_order(rows), 1)]
    floor = [_public(row, has_names) for row in rows if row["state"] == "called"]
    return {"floor": floor[0] if floor else None, "waiting": waiting, "turns": _turns_taken(rows)}


def _public(row: Row, has_names: bool) -> dict[str, Json]:
    return {"number": row["number"], "name": row["name"] if has_names else ""}


def _turns_taken(rows: list[Row]) -> dict[str, int | None]:
    """None for both where one is under 5: the order of calls tells the sum, and the sum would tell the small one."""
    counts = _counts(rows)
    is_small = min(counts.values()) < LEAST_COUNT
    return dict.fromkeys(PLACES) if is_small else dict(counts)


def _counts(rows: list[Row]) -> dict[str, int]:
    done = Counter(place_of(row["place"]) for row in rows if row["state"] == "done")
    return {place: done[place] for place in PLACES}


async def personal(reader: Reader, activity: Queue, moment: Moment, at: datetime) -> dict[str, Personal]:
    """One's own place, for live updates: only that it is one's turn now, or next, is urgent."""
    rows = await turns(reader, activity)
    positions = {row["number"]: position for position, row in enumerate(in_order(rows), 1)}
    found = {}
    for row in rows:
        position = positions.get(row["number"], 0)
        if row["state"] == "called" or position:
            found[row["participant"]] = Personal(str(row["number"]), status_of(row, position), position < 2)
    return found


async def organise(reader: Reader, activity: Queue, closed_at: datetime | None = None) -> dict[str, Json]:
    """For moderators: who has the floor, who waits in which order, how, with what text, and who had a turn."""
    rows = await turns(reader, activity)
    floor = [_for_moderators(row) for row in rows if row["state"] == "called"]
    waiting = [{"position": n} | _for_moderators(row) for n, row in enumerate(in_order(rows), 1)]
    done = sorted((row for row in rows if row["state"] == "done"), key=lambda row: -row["called"])
    return {
        "floor": floor[0] if floor else None,
        "next": waiting[0] if waiting else None,
        "waiting": waiting,
        "done": [_for_moderators(row) for row in done],
        "turns": _counts(rows),
        "numbers": [
            say_n("{n} person waiting to speak", "{n} people waiting to speak", len(waiting)),
            say_n("{n} turn taken", "{n} turns taken", len(done)),
        ],
        "waits": len(waiting),
        "to_do": say("Call the next speaker") if waiting else None,
    }


def _for_moderators(row: Row) -> dict[str, Json]:
    names = ("number", "name", "mode", "place", "text", "at")
    words = {
        "mode_words": MODES.get(row["mode"], ""),
        "place_words": PLACES.get(place_of(row["place"]), ""),
        "called_words": CALLED.get(row["place"], ""),
    }
    calls = {"was_called_twice": row["calls"] >= 2, "moved_back": row["moved_back"]}
    return {name: row[name] for name in names} | words | calls | {"more_time": bool(row["more_time"])}


async def export(reader: Reader, activity: Queue, closed_at: datetime | None = None) -> list[dict[str, Json]]:
    """The texts of turns that were taken, without number, name, place or mode, in an order that tells nothing."""
    rows = await turns(reader, activity)
    return [{"text": text} for text in sorted(row["text"] for row in rows if row["state"] == "done" and row["text"])]


async def dropped(reader: Reader, activity: Queue) -> list[tuple[str, int]]:
    """A queue declares nothing that a request could depend on."""
    return []


async def form_context(reader: Reader, activity: Queue) -> dict[str, Json]:
    """How many people wait, so that the form can say it before somebody joins."""
    rows = await turns(reader, activity)
    return {"waiting": sum(row["state"] == "waiting" for row in rows)}


def wordings(activity: Queue) -> dict[str, str]:
    """What people read; a queue has a question only."""
    return {"": activity.heading}
