"""What people in breakout rooms must know now: that the rooms end soon, and what does not work."""

from datetime import datetime

from participation_api.components.contract import Notice, Reader
from participation_api.components.room.declaration import Rooms
from participation_api.components.room.ending import end_of, next_warning, warning
from participation_api.components.room.failures import TOLD_AFTER_MENDING, all_failures, told


async def notices(reader: Reader, activity: Rooms, at: datetime) -> list[Notice]:
    soon = warning(await end_of(reader, activity), at)
    return [*([soon] if soon else []), *told(activity, await all_failures(reader, activity), at)]


async def next_notice(reader: Reader, activity: Rooms, at: datetime) -> datetime | None:
    """When the clock changes them next."""
    mended = (one.mended_at for one in await all_failures(reader, activity) if one.mended_at)
    times = [next_warning(await end_of(reader, activity), at), *(time + TOLD_AFTER_MENDING for time in mended)]
    return min((time for time in times if time and time > at), default=None)
