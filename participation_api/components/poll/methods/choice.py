"""Choosing one answer, or several: every error says what to do. A point of a scale is chosen in the same way."""

from participation_api.components.contract import FieldErrors, Fields
from participation_api.components.poll.answer import Answer
from participation_api.components.poll.declaration import Poll
from participation_api.components.words import Sentence, say, say_n

OTHER_LIMIT = 200


def read_form(activity: Poll, fields: Fields) -> Answer | FieldErrors:
    sent = set(fields.get("choice", ()))
    other = " ".join(fields.get("other", [""])[0].split()) if activity.other else ""
    chosen = tuple(choice.id for choice in activity.choices if choice.id in sent)
    errors: dict[str, Sentence] = {}
    if problem := _choice_problem(activity, sent, chosen, other):
        errors["choice"] = problem
    if len(other) > OTHER_LIMIT:
        errors["other"] = say_n(
            "Write {limit} characters or fewer; you wrote {n}", "Write {limit} characters or fewer; you wrote {n}",
            len(other), limit=OTHER_LIMIT,
        )  # fmt: skip
    return FieldErrors(errors) if errors else Answer(chosen, other)


def _choice_problem(activity: Poll, sent: set[str], chosen: tuple[str, ...], other: str) -> Sentence | None:
    count = len(chosen) + bool(other)
    alone = [choice for choice in activity.choices if choice.id in chosen and choice.alone]
    if len(chosen) != len(sent):
        return say("Choose from the answers on this page")
    if count == 0:
        return _nothing_chosen(activity)
    if not activity.multiple and count > 1:
        return say("Choose one answer or write another one, not both") if other else say("Choose one answer only")
    if alone and count > 1:
        return say("Choose “{choice}” alone, or choose the others without it", choice=alone[0].label)
    if activity.multiple and count < activity.least and not alone:
        return say_n("Choose {n} answer or more", "Choose {n} answers or more", activity.least)
    if activity.multiple and count > activity.most:
        return say_n("Choose {n} answer or fewer", "Choose {n} answers or fewer", activity.most)
    return None


def _nothing_chosen(activity: Poll) -> Sentence:
    if activity.multiple:
        return (
            say("Choose one or more answers, or write another one")
            if activity.other
            else say("Choose one or more answers")
        )
    return say("Choose one answer, or write another one") if activity.other else say("Choose one answer")


def read_back(activity: Poll, fields: Fields) -> list[str]:
    labels = [choice.label for choice in activity.choices if choice.id in fields.get("choice", ())]
    return labels + [words for words in fields.get("other", ()) if words]


def texts(activity: Poll, answer: Answer) -> list[str]:
    labels = [choice.label for choice in activity.choices if choice.id in answer.choices]
    return labels + ([answer.other] if answer.other else [])


def fields(activity: Poll, answer: Answer) -> dict[str, list[str]]:
    return {}
