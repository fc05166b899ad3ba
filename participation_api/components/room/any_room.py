"""Any room: which one fits what a person needs. A pure function, so that it can be published and tested.

A room that lacks something is never counted. Rooms with an interpreter are not used to even out the numbers: their
places are for those who need the interpreter, as long as there is another room.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participation_api.components.room.failures import Failure, failing_in
from participation_api.components.room.room import Room
from participation_api.components.words import Sentence, say


@dataclass(frozen=True)
class Needs:
    """What a room must have; empty and false: it need not."""

    captions: bool = False
    writing: bool = False
    sign_language: str = ""
    language: str = ""


def lacks(room: Room, needs: Needs, failing: Sequence[Failure] = ()) -> list[Sentence]:
    """What the room does not have of it, or not now."""
    broken = {failure.what for failure in failing_in(failing, room.id)}
    found = [
        (needs.captions and (not room.has_captions or "captions" in broken), say("no captions")),
        (needs.writing and not room.takes_writing, say("no way to take part in writing only")),
        (
            bool(needs.sign_language) and (needs.sign_language not in room.signed or "interpreter" in broken),
            say("no {language}", language=needs.sign_language),
        ),
        (bool(needs.language) and needs.language not in room.spoken, say("no {language}", language=needs.language)),
    ]
    return [words for is_missing, words in found if is_missing]


def is_kept(room: Room, needs: Needs, rooms: Sequence[Room]) -> bool:
    """Are its places kept for others, who need the interpreter? Not where every room has one."""
    return room.has_interpretation and not needs.sign_language and any(not each.has_interpretation for each in rooms)


def is_full(room: Room, taken: Mapping[str, int]) -> bool:
    return room.places is not None and taken.get(room.id, 0) >= room.places


def find_room(
    rooms: Sequence[Room], needs: Needs, taken: Mapping[str, int], failing: Sequence[Failure] = ()
) -> Room | None:
    """Of the rooms that have it all and have a place, the one with the fewest people; the first of several."""
    fitting = [
        room
        for room in rooms
        if not lacks(room, needs, failing) and not is_full(room, taken) and not is_kept(room, needs, rooms)
    ]
    return min(fitting, key=lambda room: taken.get(room.id, 0), default=None)


def reasons(
    rooms: Sequence[Room], needs: Needs, taken: Mapping[str, int], failing: Sequence[Failure] = ()
) -> list[tuple[Room, list[Sentence]]]:
    """Why no room was found: every room, with what speaks against it."""
    found = []
    for room in rooms:
        why = lacks(room, needs, failing)
        if is_full(room, taken):
            why.append(say("no places left"))
        elif not why and is_kept(room, needs, rooms):
            why.append(say("its places are kept for people who need its interpreter; you can choose it yourself"))
        found.append((room, why))
    return found
