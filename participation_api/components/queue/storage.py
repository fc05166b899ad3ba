"""Requests for the floor in the database: asked, changed, withdrawn, and one person's own with their place."""

from datetime import datetime
from typing import Any

from participation_api.components.contract import Entry, Reader, Step, Write
from participation_api.components.moments import from_iso, iso
from participation_api.components.queue.declaration import CALLED, MODES, Queue, place_of
from participation_api.components.queue.form import MORE_TIME, Request, fields_of
from participation_api.components.queue.order import Turn, speaking_order
from participation_api.components.words import Sentence, say, words_in

# One open request for each person (turn_one_open). Not a digest of the content: after a turn, "I speak" again is a new
# request. A changed request keeps its time, and so its place.
ASK = """
insert into turn (session, activity, number, participant, state, mode, place, name, text, more_time, called, at)
select ?, ?, coalesce(max(number), 0) + 1, ?, 'waiting', ?, ?, ?, ?, ?, 0, ? from turn
where session = ? and activity = ?
on conflict (session, activity, participant) where state in ('waiting', 'called') do update
set mode = excluded.mode, place = excluded.place, name = excluded.name, text = excluded.text,
  more_time = excluded.more_time
where excluded.at >= turn.at
"""
# A turn that was taken still counts as one; everything its speaker wrote goes.
WITHDRAW = """
update turn set mode = '', name = '', text = '', more_time = 0,
  participant = case when state = 'done' then participant else '' end,
  place = case when state = 'done' then place else '' end,
  state = case when state = 'done' then 'done' else 'withdrawn' end
where session = ? and activity = ? and number = ? and participant = ?
"""
ALL = """
select turn.number, participant, state, mode, place, name, text, more_time, called, at,
  coalesce(calls, 0) as calls, coalesce(moved_back, 0) as moved_back, coalesce(moved_after, 0) as moved_after
from turn left join turn_call on turn_call.session = turn.session and turn_call.activity = turn.activity
  and turn_call.number = turn.number
where turn.session = ? and turn.activity = ? and state <> 'withdrawn' order by turn.number
"""
WHO = "select distinct participant from turn where session = ? and activity = ? and participant <> ''"

Row = dict[str, Any]


def record(activity: Queue, answer: Request, participant: str, at: datetime, late: bool = False) -> Write:
    request = (answer.mode, answer.place, answer.name, answer.text, int(answer.more_time))
    return Write("ask_for_floor", (Step(ASK, (*activity.key, participant, *request, iso(at), *activity.key)),))


def withdraw(activity: Queue, entry: Entry, participant: str, at: datetime) -> Write:
    return Write("withdraw_request", (Step(WITHDRAW, (*activity.key, int(entry.id), participant)),))


def fix(activity: Queue, closed_at: datetime) -> None:
    """A closing fixes nothing: those who wait can still be called."""


async def turns(reader: Reader, activity: Queue) -> list[Row]:
    """Every turn that was not withdrawn, in the order of its number."""
    return await reader.rows(ALL, *activity.key)


def in_order(rows: list[Row]) -> list[Row]:
    """The rows of those who wait, next one first."""
    by_number = {row["number"]: row for row in rows}
    return [by_number[turn.number] for turn in speaking_order(_turn(row) for row in rows)]


def _turn(row: Row) -> Turn:
    names = ("number", "participant", "at", "state", "called", "moved_back", "moved_after")
    return Turn(place=place_of(row["place"]), **{name: row[name] for name in names})


async def own(reader: Reader, activity: Queue, participant: str) -> list[Entry]:
    rows = await turns(reader, activity)
    positions = {row["number"]: position for position, row in enumerate(in_order(rows), 1)}
    mine = [row for row in reversed(rows) if row["participant"] == participant]
    return [_entry(activity, row, positions.get(row["number"], 0)) for row in mine]


def _entry(activity: Queue, row: Row, position: int) -> Entry:
    is_open = row["state"] != "done"
    request = Request(row["mode"], row["place"], row["name"], row["text"], bool(row["more_time"]))
    return Entry(
        id=str(row["number"]),
        text=_text(activity, request),
        at=from_iso(row["at"]),
        status=status_of(row, position),
        recorded=_recorded(row, position),
        fields=fields_of(request),
        can_change=is_open,
        can_withdraw=is_open or bool(request.mode),
        name=say("request {number}", number=row["number"]),
    )


def _text(activity: Queue, request: Request) -> str:
    """The request as lines of text, in the language of the session."""
    render = words_in(activity.lang).render
    lines = [
        render(MODES[request.mode]) if request.mode in MODES else "",
        render(CALLED[request.place]) if request.place in CALLED else "",
        render(MORE_TIME) if request.more_time else "",
        request.name,
        request.text,
    ]
    return "\n".join(line for line in lines if line)


def status_of(row: Row, position: int) -> Sentence:
    number = row["number"]
    if row["state"] == "called":
        return say("It is your turn. Your number is {number}.", number=number)
    if row["state"] == "done":
        return say("You had this turn. Its number was {number}.", number=number)
    if row["moved_back"]:
        return say("We called you twice. {place} Your number is {number}.", place=_place(position), number=number)
    return say("{place} Your number is {number}.", place=_place(position), number=number)


def _recorded(row: Row, position: int) -> Sentence | None:
    """The h1 of the receipt: the person's own place is heard first."""
    if row["state"] == "called":
        return say("It is your turn")
    if row["state"] == "done":
        return None
    return say("Your request is recorded. {place}", place=_place(position))


def _place(position: int) -> Sentence:
    first = {1: say("You are next."), 2: say("You are 2nd."), 3: say("You are 3rd.")}
    return first.get(position) or say("You are number {position} in the queue.", position=position)


async def participants(reader: Reader, activity: Queue) -> list[str]:
    return [row["participant"] for row in await reader.rows(WHO, *activity.key)]
