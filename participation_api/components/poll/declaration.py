"""What an organiser writes for a poll."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participation_api.components.contract import Activity, DeclarationError, Json
from participation_api.components.declaration import (
    identifier,
    number,
    text,
    yes_no,
)
from participation_api.components.poll.choices import OTHER, Choice, declare_choices
from participation_api.components.poll.small_counts import LEAST_ANSWERS, LEAST_COUNT
from participation_api.components.words import Sentence, say

KEYS: Sequence[str] = ("choices", "multiple", "min", "max", "other", "plain", "sensitive")

@dataclass(frozen=True, kw_only=True)
class Poll(Activity):
    choices: tuple[Choice, ...]
    multiple: bool = False
    least: int = 1
    most: int = 1
    other: bool = False
    plain: str = ""
    sensitive: bool = False
    """Small counts stay hidden, and there is one count only: see sensitive.py."""

    @property
    def counts_when_published(self) -> bool:
        return self.sensitive

    @property
    def kept(self) -> Sentence | None:
        """What the form says instead of the words that all polls have."""
        if self.sensitive:
            return say(
                "No name is kept with your answer. Counts are shown only if {answers} people or more answer, "
                "and a count under {count} is hidden.",
                answers=LEAST_ANSWERS, count=LEAST_COUNT,
            )  # fmt: skip
        return None

    @property
    def counted(self) -> list[dict[str, str]]:
        """What is counted: `id` and `text`, which is empty for people's own words."""
        choices = [{"id": choice.id, "text": choice.label} for choice in self.choices]
        return [*choices, {"id": OTHER, "text": ""}] if self.other else choices

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
    choices = declare_choices(entry, yes_no(entry, "other"))
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
        sensitive=_sensitive(entry),
    )


def _sensitive(entry: Mapping[str, Json]) -> bool:
    sensitive = yes_no(entry, "sensitive")
    if sensitive and yes_no(entry, "other"):
        sentence = say("'sensitive' and 'other' are both yes; words that people write can tell who wrote them")
        raise DeclarationError("sensitive", sentence)
    return sensitive


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
