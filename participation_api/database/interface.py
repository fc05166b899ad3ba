"""What a store must do, whichever database is behind it."""

from collections.abc import Sequence
from typing import Any, Protocol

from participation_api.components.contract import Write


class Unavailable(Exception):
    """The database cannot take anything now: locked for too long, full, or gone. Nothing of the write was kept."""


class Store(Protocol):
    async def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """All rows of a query, from committed data."""

    async def apply(self, batch: Sequence[Write]) -> list[Exception | None]:
        """Apply the writes in order in one transaction, and commit; for each write None, or why it alone was not kept.

        Raises Unavailable if nothing of the batch could be kept."""

    async def close(self) -> None: ...
