"""When the rooms end: told from the start, with a warning when five minutes are left and when one is."""

from datetime import UTC, datetime, timedelta
from math import ceil

from participation_api.components.contract import Notice, Reader
from participation_api.components.moments import clock_text, from_iso
from participation_api.components.room.declaration import Rooms
from participation_api.components.words import Sentence, say, say_n

LAST = "select ends_at from room_end where session = ? and activity = ? order by at desc limit 1"
WARNINGS = (5, 1)
"""Minutes before the end."""
TOLD_AFTERWARDS = timedelta(minutes=30)


async def end_of(reader: Reader, activity: Rooms) -> datetime | None:
    """The end that an organiser set last, else the one in the block; in the zone of the session."""
    rows = await reader.rows(LAST, *activity.key)
    ends_at = from_iso(rows[0]["ends_at"]) if rows else activity.ends_at
    if ends_at is None:
        return None
    written_in = activity.ends_at.tzinfo if activity.ends_at else None
    return ends_at.astimezone(activity.zone or written_in or UTC)


def warning(ends_at: datetime | None, at: datetime) -> Notice | None:
    """The text for that moment. It stands on a page that somebody opens: nothing counts down, and nothing moves."""
    if ends_at is None or at >= ends_at + TOLD_AFTERWARDS:
        return None
    if at >= ends_at:
        return Notice(say("The breakout rooms have ended. Come back to everyone."), ends_at)
    minutes = ceil((ends_at - at) / timedelta(minutes=1))
    if minutes > max(WARNINGS):
        return None
    return Notice(
        say_n("The breakout rooms end in {n} minute.", "The breakout rooms end in {n} minutes.", minutes), ends_at
    )


def next_warning(ends_at: datetime | None, at: datetime) -> datetime | None:
    """When the text changes next."""
    if ends_at is None:
        return None
    minutes = [ends_at - timedelta(minutes=left) for left in range(max(WARNINGS), -1, -1)]
    return min((time for time in (*minutes, ends_at + TOLD_AFTERWARDS) if time > at), default=None)


def recorded(name: str, ends_at: datetime | None, lang: str) -> Sentence:
    """The h1 of the receipt: the room, and until when one is in it."""
    if ends_at is None:
        return say("Your room is recorded: {room}", room=name)
    return say("Your room is recorded: {room}, until {time}", room=name, time=clock_text(ends_at, lang))
