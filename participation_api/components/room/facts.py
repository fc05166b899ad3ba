"""What people must know about a room before they choose it, in words."""

from collections.abc import Mapping

from participation_api.components.contract import Fact
from participation_api.components.room.declaration import Room
from participation_api.components.words import Sentence, say, say_n

NOT_DECIDED = "not decided yet"


def facts(room: Room) -> tuple[Fact, ...]:
    """The room's facts in fixed order, each with its label; a link says what it leads to."""
    found = [
        Fact(say("Topic"), room.topic),
        Fact(say("Languages"), _known(room.languages)),
        Fact(say("Captions"), _known(room.captions)),
        Fact(say("Sign language"), _known(room.sign_language)),
        Fact(say("How to join"), _known(room.join), say("Join the room “{room}”", room=room.text)),
        Fact(say("By phone"), _known(room.phone)),
        Fact(say("Captions as text"), room.captions_link, say("Captions of the room “{room}”", room=room.text)),
        Fact(say("Interpreter"), room.interpreter_link, say("Interpreter of the room “{room}”", room=room.text)),
    ]
    return tuple(fact for fact in found if fact.text)


def provisions(room: Room) -> Sentence:
    """One phrase for the form: languages, captions, sign language."""
    values = (room.languages, room.captions, room.sign_language)
    if all(value.lower() in ("", NOT_DECIDED) for value in values):
        return say("Languages, captions and sign language: not decided yet")
    return say(
        "Languages: {languages}; captions: {captions}; sign language: {sign_language}",
        languages=_known(room.languages), captions=_known(room.captions), sign_language=_known(room.sign_language),
    )  # fmt: skip


def places(room: Room, taken: Mapping[str, int] | None) -> Sentence | None:
    """The room's places; how many are left where the form was made by the server, which can count."""
    if room.places is None:
        return None
    if taken is None:
        return say_n("{n} place", "{n} places", room.places)
    left = max(0, room.places - taken.get(room.id, 0))
    if not left:
        return say("no places left")
    return say("{left} of {places} places left", left=left, places=room.places)


def _known(value: str) -> str | Sentence:
    return value or say("not decided yet")
