"""The pages behind “Any room”: what it must have, and then the room that fits, before anything is chosen."""

from participation_api.components.contract import Fields, Reader
from participation_api.components.optional import Asked
from participation_api.components.room.any_room import Needs, find_room, reasons
from participation_api.components.room.declaration import ANY, Rooms
from participation_api.components.room.failures import failing
from participation_api.components.room.storage import taken_places
from participation_api.components.typed import chosen
from participation_api.components.words import Sentence, say

MUST: dict[str, Sentence] = {"captions": say("Captions"), "writing": say("A way to take part in writing only")}


def asks_first(activity: Rooms, fields: Fields) -> bool:
    return chosen(fields, "room") == ANY


async def ask(reader: Reader, activity: Rooms, fields: Fields) -> Asked:
    """`find=yes`: look for a room with what was ticked; else ask, with what was ticked before."""
    if chosen(fields, "find") != "yes":
        return Asked(say("What must your room have?"), "room/ask.html", _form(activity, fields))
    taken, broken = await taken_places(reader, activity), await failing(reader, activity)
    needs = read_needs(activity, fields)
    room = find_room(activity.rooms, needs, taken, broken)
    if room is None:
        why = reasons(activity.rooms, needs, taken, broken)
        return Asked(say("No room fits now"), "room/none_fits.html", {"reasons": why, "fields": fields})
    heading = say("The room “{room}” fits", room=room.text)
    return Asked(heading, "room/fits.html", {"room": room, "taken": taken, "fields": fields})


def read_needs(activity: Rooms, fields: Fields) -> Needs:
    """What nobody could have chosen on our page counts as nothing."""
    must = fields.get("must") or ()
    sign_language, language = chosen(fields, "sign_language"), chosen(fields, "language")
    return Needs(
        captions="captions" in must,
        writing="writing" in must,
        sign_language=sign_language if sign_language in _all(activity, "signed") else "",
        language=language if language in _all(activity, "spoken") else "",
    )


def _all(activity: Rooms, name: str) -> list[str]:
    """Every language that some room has, in the order of the rooms."""
    return list(dict.fromkeys(language for room in activity.rooms for language in getattr(room, name)))


def _form(activity: Rooms, fields: Fields) -> dict[str, object]:
    return {
        "fields": fields,
        "must": [{"value": name, "label": label, "hint": ""} for name, label in MUST.items()],
        "sign_languages": _options(say("None needed"), _all(activity, "signed")),
        "languages": _options(say("Any language"), _all(activity, "spoken")),
    }


def _options(nothing: Sentence, names: list[str]) -> list[dict[str, object]]:
    """None where there is nothing to choose between."""
    options: list[dict[str, object]] = [{"value": name, "label": name, "lang": ""} for name in names]
    return [{"value": "", "label": nothing, "lang": ""}, *options] if options else []
