"""The choices of a poll, as an organiser writes them."""

from collections.abc import Mapping
from dataclasses import dataclass

from participation_api.components.contract import DeclarationError, Json
from participation_api.components.declaration import (
    ID,
    check_keys,
    identifier,
    items,
    refuse_same,
    slug,
    text,
    yes_no,
)
from participation_api.components.words import say

OTHER = "other"
MOST_CHOICES = 40
NO_ANSWER = "no-answer"
SCALES = {**{str(n): range(1, n + 1) for n in range(3, 8)}, "0-10": range(11)}


@dataclass(frozen=True)
class Choice:
    """`id` is what is stored; `text` the official wording; `plain` the wording people choose by, if given."""

    id: str
    text: str
    plain: str = ""
    alone: bool = False
    """It excludes the others, as "I do not know" does."""

    @property
    def label(self) -> str:
        return self.plain or self.text


def declare_choices(entry: Mapping[str, Json], other: bool) -> tuple[Choice, ...]:
    """A list of texts or of {id, text, plain, was, alone}."""
    choices = tuple(_choice(item, number) for number, item in enumerate(items(entry, "choices"), 1))
    _check(choices, other)
    return choices


def _choice(item: Json, number: int) -> Choice:
    path = f"choices.{number}."
    if isinstance(item, str):
        item = {"text": item}
    if not isinstance(item, dict):
        raise DeclarationError(path[:-1], say("choice {number} must be a text, or id, text, plain, was", number=number))
    check_keys(item, ("id", "text", "plain", "was", "alone"), path)
    words = text(item, "text", path=path)
    # The id comes from the first wording, so that mending a typo with `was` keeps every ballot.
    return Choice(
        _choice_id(item, text(item, "was", words), path),
        words,
        text(item, "plain", ""),
        yes_no(item, "alone", path=path),
    )


def _choice_id(item: Mapping[str, Json], first_wording: str, path: str) -> str:
    if "id" in item:
        return identifier(item, "id", path)
    found = slug(first_wording)
    if not ID.fullmatch(found):
        sentence = say("choice '{text}' has no letters from a to z; give it an 'id' of its own", text=first_wording)
        raise DeclarationError(path + "text", sentence)
    return found


def _check(choices: tuple[Choice, ...], other: bool) -> None:
    if not 2 <= len(choices) <= MOST_CHOICES:
        sentence = say("'choices' has {n}; a poll needs from 2 to {most}", n=len(choices), most=MOST_CHOICES)
        raise DeclarationError("choices", sentence)
    refuse_same(((f"choices.{n}.text", choice.label) for n, choice in enumerate(choices, 1)), "choices")
    refuse_same(((f"choices.{n}.id", choice.id) for n, choice in enumerate(choices, 1)), "choices")
    if other and any(choice.id == OTHER for choice in choices):
        raise DeclarationError(
            "other", say("'other' is yes and a choice has the id 'other' too; give that choice another id")
        )


def declare_points(entry: Mapping[str, Json]) -> tuple[Choice, ...]:
    """The points of a scale, with words at both ends; then, if it is offered, the way not to choose one."""
    points = text(entry, "points", "5")
    if points not in SCALES:
        sentence = say("'points' is '{value}'; it must be one of {allowed}", value=points, allowed=", ".join(SCALES))
        raise DeclarationError("points", sentence)
    numbers = SCALES[points]
    ends = {numbers[0]: text(entry, "from"), numbers[-1]: text(entry, "to")}
    made = [Choice(str(n), f"{n}: {ends[n]}" if n in ends else str(n)) for n in numbers]
    no_answer = text(entry, "no_answer", "")
    return tuple([*made, Choice(NO_ANSWER, no_answer)] if no_answer else made)
