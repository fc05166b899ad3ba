"""Reading a posted request for the floor."""

from collections.abc import Sequence
from dataclasses import dataclass

from participation_api.components.contract import Entry, FieldErrors, Fields
from participation_api.components.queue.declaration import CALLED, MODES, NEEDS_TEXT, TEXT_LIMIT, Queue
from participation_api.components.typed import chosen, is_ticked, too_long, typed_line, typed_text
from participation_api.components.words import Sentence, say, words_in

NAME_LIMIT = 60
MORE_TIME = say("I need more time")


@dataclass(frozen=True)
class Request:
    mode: str
    place: str
    name: str = ""
    text: str = ""
    more_time: bool = False


def read_form(activity: Queue, fields: Fields) -> Request | FieldErrors:
    mode, place = chosen(fields, "mode"), chosen(fields, "place")
    name, text = typed_line(fields, "name"), typed_text(fields, "text")
    problems = {
        "mode": _one_of(mode, MODES, say("Choose how you take your turn")),
        "text": too_long(text, TEXT_LIMIT) or (None if text else NEEDS_TEXT.get(mode)),
        "place": _one_of(place, CALLED, say("Choose where we call you")),
        "name": too_long(name, NAME_LIMIT),
    }
    errors = {field: problem for field, problem in problems.items() if problem}
    return FieldErrors(errors) if errors else Request(mode, place, name, text, is_ticked(fields, "more_time"))


def _one_of(value: str, allowed: dict[str, Sentence], nothing_chosen: Sentence) -> Sentence | None:
    if value in allowed:
        return None
    return say("Choose from the answers on this page") if value else nothing_chosen


def fields_of(request: Request) -> dict[str, list[str]]:
    """What the form must hold to give this request again."""
    return {
        "mode": [request.mode],
        "place": [request.place],
        "name": [request.name],
        "text": [request.text],
        "more_time": ["yes"] if request.more_time else [],
    }


def conflict(own: Sequence[Entry], answer: Request) -> Entry | None:
    """The person's request that still waits or has the floor, where it says something else than this one."""
    open_ones = (entry for entry in own if entry.can_change)
    return next((entry for entry in open_ones if entry.fields != fields_of(answer)), None)


def read_back(activity: Queue, fields: Fields) -> list[str]:
    """What the person chose and wrote, to give back where the request could not be kept."""
    words = words_in(activity.lang)
    mode, place = MODES.get(chosen(fields, "mode")), CALLED.get(chosen(fields, "place"))
    more_time = MORE_TIME if is_ticked(fields, "more_time") else None
    chose = [words.render(sentence) for sentence in (mode, place, more_time) if sentence]
    return [*chose, *(text for text in (typed_line(fields, "name"), typed_text(fields, "text")) if text)]
