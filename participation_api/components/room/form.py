"""Reading a posted choice of room."""

from collections.abc import Sequence
from dataclasses import dataclass

from participation_api.components.contract import Entry, FieldErrors, Fields
from participation_api.components.room.declaration import Rooms
from participation_api.components.typed import chosen
from participation_api.components.words import say


@dataclass(frozen=True)
class Answer:
    room: str


def read_form(activity: Rooms, fields: Fields) -> Answer | FieldErrors:
    sent = chosen(fields, "room")
    if activity.room(sent):
        return Answer(sent)
    if len(set(fields.get("room") or ())) > 1:
        return FieldErrors({"room": say("Choose one room only")})
    return FieldErrors({"room": say("Choose from the rooms on this page") if sent else say("Choose one room")})


def conflict(own: Sequence[Entry], answer: Answer) -> Entry | None:
    """The person's own choice where it is another room than this."""
    return next((entry for entry in own if list(entry.fields["room"]) != [answer.room]), None)


def read_back(activity: Rooms, fields: Fields) -> list[str]:
    """The name of the room, to give back where the choice could not be kept."""
    room = activity.room(chosen(fields, "room"))
    return [room.text] if room else []
