"""What an organiser writes for the queue of people who ask for the floor."""

from collections.abc import Mapping
from dataclasses import dataclass

from participation_api.components.contract import Activity, Json
from participation_api.components.declaration import identifier, text

KEYS: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Queue(Activity):
    pass


def declare(entry: Mapping[str, Json]) -> Queue:
    return Queue(kind="queue", id=identifier(entry), question=text(entry, "question"), hint=text(entry, "hint", ""))
