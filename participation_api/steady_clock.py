"""A clock that never goes back: an answer that came later must never look earlier, whatever the machine does."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from participation_api.components.moments import from_iso
from participation_api.database.interface import Store
from participation_api.database.schema import tables_with_times

MOST_AHEAD = timedelta(days=1)
"""What is further ahead was kept while the clock was wrong, and must not hold up the time for so long."""


def never_back(clock: Callable[[], datetime], newest: datetime | None = None) -> Callable[[], datetime]:
    """Stands still where the clock was put back, until it has caught up. `newest`: the last time in the database."""
    last = newest if newest and newest - clock() <= MOST_AHEAD else datetime.min.replace(tzinfo=UTC)

    def now() -> datetime:
        nonlocal last
        at = clock()
        # A microsecond on, so that two things never happen at the same moment.
        last = at if at > last else last + timedelta(microseconds=1) if at < last else last
        return last

    return now


async def newest_time(store: Store) -> datetime | None:
    """Of everything that was kept."""
    found = [
        row["newest"]
        for table in tables_with_times()
        for row in await store.rows(f"select max(at) as newest from {table}")  # noqa: S608 - our own schema's names
        if row["newest"]
    ]
    return from_iso(max(found)) if found else None
