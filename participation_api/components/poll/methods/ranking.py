"""Ranking: up to three places, each with a list to choose from; only the first is needed, and nothing is dragged."""

from participation_api.components.contract import FieldErrors, Fields
from participation_api.components.poll.answer import Answer
from participation_api.components.poll.declaration import PLACES, Poll
from participation_api.components.words import Sentence, say


def read_form(activity: Poll, fields: Fields) -> Answer | FieldErrors:
    sent = [_value(fields, name) for name in _names(activity)]
    errors = {
        name: problem
        for number, name in enumerate(_names(activity), 1)
        if (problem := _problem(activity, sent, number))
    }
    return FieldErrors(errors) if errors else Answer(tuple(choice for choice in sent if choice))


def _names(activity: Poll) -> list[str]:
    return [name for name, _ in PLACES[: activity.places]]


def _value(fields: Fields, name: str) -> str:
    return (fields.get(name) or [""])[0]


def _problem(activity: Poll, sent: list[str], number: int) -> Sentence | None:
    """What is wrong with one place, as the person has to mend it in its own field."""
    value, place = sent[number - 1], PLACES[number - 1][1]
    if not value:
        return _missing(sent, number)
    choice = activity.choice(value)
    if choice is None:
        return say("Choose from the answers on this page")
    if value in sent[: number - 1]:
        return say(
            "You chose “{choice}” twice. Choose another answer for the {place}", choice=choice.label, place=place
        )
    return None


def _missing(sent: list[str], number: int) -> Sentence | None:
    """A place without an answer; the first one must have one, and so must each before one that has."""
    if number == 1:
        return say("Choose an answer for the 1st place")
    later = [PLACES[place][1] for place in range(number, len(sent)) if sent[place]]
    if not later:
        return None
    place = PLACES[number - 1][1]
    return say("Choose an answer for the {place}, or leave the {later} empty", place=place, later=later[0])


def read_back(activity: Poll, fields: Fields) -> list[str]:
    chosen = [activity.choice(_value(fields, name)) for name in _names(activity)]
    return [f"{number}. {choice.label}" for number, choice in enumerate(chosen, 1) if choice]


def texts(activity: Poll, answer: Answer) -> list[str]:
    return read_back(activity, fields(activity, answer))


def fields(activity: Poll, answer: Answer) -> dict[str, list[str]]:
    return {name: [choice] for name, choice in zip(_names(activity), answer.choices, strict=False)}
