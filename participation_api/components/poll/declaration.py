"""What an organiser writes for a poll."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participation_api.components.contract import Activity, DeclarationError, Json
from participation_api.components.declaration import (
    ID,
    check_keys,
    identifier,
    items,
    number,
    refuse_same,
    slug,
    text,
    yes_no,
)
from participation_api.components.words import Sentence, say

KEYS: Sequence[str] = ("choices", "multiple", "min", "max", "other", "plain")
OTHER = "other"
MOST_CHOICES = 40


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


@dataclass(frozen=True, kw_only=True)
class Poll(Activity):
    choices: tuple[Choice, ...]
    multiple: bool = False
    least: int = 1
    most: int = 1
    other: bool = False
    plain: str = ""

    @property
    def heading(self) -> str:
        return self.plain or self.question

    @property
    def official_wording(self) -> list[tuple[str, str]]:
        """(plain, official) pairs that stand once below the form; empty where no plain wording was written."""
        pairs = [(self.plain, self.question), *((choice.plain, choice.text) for choice in self.choices)]
        return [(plain, official) for plain, official in pairs if plain and plain != official]

    @property
    def instruction(self) -> Sentence:
        """How many answers one person may choose."""
        if not self.multiple:
            return say("Choose one answer")
        if self.least > 1 or self.most < len(self.choices) + self.other:
            return say("Choose from {least} to {most} answers", least=self.least, most=self.most)
        return say("Choose all that apply")

    def choice(self, choice_id: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.id == choice_id), None)


def declare(entry: Mapping[str, Json]) -> Poll:
    """Shapes: `choices` is a list of texts or of {id, text, plain, was, alone}."""
    choices = tuple(_choice(item, number) for number, item in enumerate(items(entry, "choices"), 1))
    _check(choices, other=yes_no(entry, "other"))
    multiple = yes_no(entry, "multiple")
    least, most = _bounds(entry, multiple, len(choices) + yes_no(entry, "other"))
    return Poll(
        kind="poll",
        id=identifier(entry),
        question=text(entry, "question"),
        hint=text(entry, "hint", ""),
        plain=text(entry, "plain", ""),
        choices=choices,
        multiple=multiple,
        least=least,
        most=most,
        other=yes_no(entry, "other"),
    )


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


def _bounds(entry: Mapping[str, Json], multiple: bool, available: int) -> tuple[int, int]:
    if not multiple:
        for key in ("min", "max"):
            if entry.get(key):
                raise DeclarationError(
                    key, say("'{key}' needs 'multiple: yes'; one answer is chosen otherwise", key=key)
                )
        return 1, 1
    least = number(entry, "min", 1, least=1, most=available)
    return least, number(entry, "max", available, least=least, most=available)
