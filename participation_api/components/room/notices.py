"""What people in breakout rooms must know now: that the rooms end soon, and what does not work."""

from datetime import datetime

from participation_api.components.contract import Notice, Personal, Reader
from participation_api.components.room.declaration import Rooms
from participation_api.components.room.ending import WARNINGS, end_of, next_warning, warning
from participation_api.components.room.failures import TOLD_AFTER_MENDING, all_failures, told
from participation_api.components.schedule import Moment

CHOSEN = "select participant, room from room_choice where session = ? and activity = ?"


async def notices(reader: Reader, activity: Rooms, at: datetime) -> list[Notice]:
    soon = warning(await end_of(reader, activity), at)
    return [*([soon] if soon else []), *told(activity, await all_failures(reader, activity), at)]


async def personal(reader: Reader, activity: Rooms, moment: Moment, at: datetime) -> dict[str, Personal]:
    """For live updates: the end when five minutes are left, when one is, and when it has come, never every minute;
    and what has failed in one's own room."""
    told = [one for one in await notices(reader, activity, at) if one.sentence.count in (0, *WARNINGS)]
    found = {}
    for row in await reader.rows(CHOSEN, *activity.key):
        mine = next((one for one in told if one.part in ("", row["room"])), None)
        if mine:
            found[row["participant"]] = Personal("room", mine.sentence, is_urgent=True)
    return found


async def next_notice(reader: Reader, activity: Rooms, at: datetime) -> datetime | None:
    """When the clock changes them next."""
    mended = (one.mended_at for one in await all_failures(reader, activity) if one.mended_at)
    times = [next_warning(await end_of(reader, activity), at), *(time + TOLD_AFTER_MENDING for time in mended)]
    return min((time for time in times if time and time > at), default=None)
