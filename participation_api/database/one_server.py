"""One server for each database: what it keeps in memory (states, finished pages, limits) no other server would know."""

from contextlib import suppress
from pathlib import Path
from typing import IO

from participation_api.database.sqlite import StartProblem

try:
    import fcntl
except ImportError:  # Windows has no such lock; there the second server is not noticed.
    fcntl = None  # type: ignore[assignment]


class OneServer:
    """Holds a lock beside the database file until it is let go, or the process ends."""

    def __init__(self, database: Path) -> None:
        self._file: IO[str] | None = None
        if fcntl is None:
            return
        path = database.with_name(f"{database.name}-server")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("w", encoding="utf-8")
        except OSError:
            # Then the database cannot be opened either, which says it in better words.
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._file.close()
            raise StartProblem(
                f"Another server already uses the database {database}. Stop it first, or name another file in "
                "CURBCUT_DATABASE_URL. Two servers at one database would not know what the other has done."
            ) from error

    def release(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
