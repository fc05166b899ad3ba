"""What an organiser writes for several questions: a list, each with the keys of a poll."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from participation_api.components.contract import Activity, DeclarationError, Json
from participation_api.components.declaration import (
    check_keys,
    declare_one_vote,
    identifier,
    items,
    refuse_same,
    text,
    yes_no,
)
from participation_api.components.poll import declaration as poll
from participation_api.components.poll.declaration import WORDS, Poll
from participation_api.components.words import Sentence, say

KEYS: Sequence[str] = ("questions", "one_vote")
MOST_QUESTIONS = 20
# A question stands in no address of its own, and opens and closes with the others.
KEYS_OF_PART = ("id", "question", "hint", "optional", *poll.KEYS_OF_QUESTION)


@dataclass(frozen=True, kw_only=True)
class Part(Poll):
    """One question of several. Its answers are kept as those of a poll, under `<activity>.<question>`."""

    name: str
    optional: bool = False

    @property
    def prefix(self) -> str:
        """Before the names of its fields, of which each stands once in a form."""
        return f"{self.name}."

    @property
    def is_optional(self) -> bool:
        return self.optional

    @property
    def instruction(self) -> Sentence:
        instruction = super().instruction
        return say("{field} (optional)", field=instruction) if self.is_optional else instruction

    @property
    def is_moderated(self) -> bool:
        return False

    @property
    def kept(self) -> Sentence | None:
        if self.method == WORDS:
            return say("Only the organisers read your words. Do not write other people's names or health.")
        return super().kept

    def html_id(self, field_name: str, number: int = 1) -> str:
        """`questions-feedback-pace-choice`, as the form that it stands in has it."""
        base = f"questions-{self.id.replace('.', '-')}-{field_name}"
        return base if number == 1 else f"{base}-{number}"


@dataclass(frozen=True, kw_only=True)
class Questions(Activity):
    written: tuple[Part, ...]

    @property
    def polls(self) -> list[Part]:
        """With the session and the language of the whole, which are known only after the block was read."""
        return [
            replace(part, id=f"{self.id}.{part.name}", session=self.session, lang=self.lang, retention=self.retention)
            for part in self.written
        ]

    @property
    def counts_when_published(self) -> bool:
        """With one sensitive question among them, all are counted once."""
        return any(part.sensitive for part in self.written)

    @property
    def is_moderated(self) -> bool:
        return False

    @property
    def official_wording(self) -> list[tuple[str, str]]:
        return [pair for part in self.written for pair in part.official_wording]

    def html_id(self, field_name: str, number: int = 1) -> str:
        """The name of a field has the question before it: `pace.choice`."""
        return super().html_id(field_name.replace(".", "-"), number)


def declare(entry: Mapping[str, Json]) -> Questions:
    parts = tuple(_part(item, f"questions.{number}") for number, item in enumerate(items(entry, "questions"), 1))
    if not 2 <= len(parts) <= MOST_QUESTIONS:
        sentence = say(
            "'questions' has {n}; write from 2 to {most}, and a poll for one", n=len(parts), most=MOST_QUESTIONS
        )
        raise DeclarationError("questions", sentence)
    refuse_same(((f"questions.{n}.id", part.name) for n, part in enumerate(parts, 1)), "questions")
    return Questions(
        kind="questions",
        id=identifier(entry),
        question=text(entry, "question"),
        hint=text(entry, "hint", ""),
        written=parts,
        one_vote=declare_one_vote(entry),
    )


def _part(item: Json, path: str) -> Part:
    if not isinstance(item, dict):
        raise DeclarationError(path, say("'{path}' must have an 'id', a 'question' and more", path=path))
    check_keys(item, KEYS_OF_PART, f"{path}.")
    try:
        found = poll.declare({key: value for key, value in item.items() if key != "optional"})
        optional = yes_no(item, "optional")
    except DeclarationError as error:
        raise DeclarationError(f"{path}.{error.key}", error.sentence) from error
    _refuse_countable(found, path)
    values: dict[str, Any] = {field.name: getattr(found, field.name) for field in fields(found)}
    return Part(**values, name=found.id, optional=optional)


def _refuse_countable(found: Poll, path: str) -> None:
    """The other questions say how many people there were; whoever chose "none" is among those who chose nothing else,
    so that the number of all would tell a hidden count. See `small_counts.rounded`."""
    if found.sensitive and found.multiple and any(choice.alone for choice in found.choices):
        sentence = say(
            "a sensitive question with 'multiple: yes' and a choice that stands 'alone' needs a poll of its own; "
            "beside others, the number of people who answered those would tell its hidden counts"
        )
        raise DeclarationError(f"{path}.sensitive", sentence)
