"""What an organiser writes for a poll."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participation_api.components.contract import Activity, DeclarationError, Json
from participation_api.components.declaration import declare_one_vote, identifier, number, one_of, text, yes_no
from participation_api.components.poll.choices import OTHER, Choice, declare_choices, declare_points
from participation_api.components.poll.small_counts import LEAST_ANSWERS, LEAST_COUNT
from participation_api.components.words import Sentence, say

CHOICE, RANKING, SCALE, WORDS = "choice", "ranking", "scale", "words"
# Which methods a key goes with; the others go with all.
KEYS_OF: Mapping[str, Sequence[str]] = {
    "choices": (CHOICE, RANKING),
    "multiple": (CHOICE,),
    "min": (CHOICE,),
    "max": (CHOICE,),
    "other": (CHOICE,),
    "sensitive": (CHOICE, SCALE),
    "places": (RANKING,),
    "points": (SCALE,),
    "from": (SCALE,),
    "to": (SCALE,),
    "no_answer": (SCALE,),
    "limit": (WORDS,),
}
KEYS_OF_QUESTION: Sequence[str] = ("method", "plain", *KEYS_OF)
KEYS: Sequence[str] = (*KEYS_OF_QUESTION, "one_vote")
PLACES = (("first", say("1st place")), ("second", say("2nd place")), ("third", say("3rd place")))
"""The field of each place of a ranking, and what it is called."""


@dataclass(frozen=True, kw_only=True)
class Poll(Activity):
    choices: tuple[Choice, ...]
    method: str = CHOICE
    multiple: bool = False
    least: int = 1
    most: int = 1
    other: bool = False
    plain: str = ""
    sensitive: bool = False
    """Small counts stay hidden, and there is one count only: see sensitive.py."""
    places: int = 0
    limit: int = 0
    """How many characters a phrase may have."""

    @property
    def prefix(self) -> str:
        """Stands before the names of its fields, where several questions share a form."""
        return ""

    @property
    def is_optional(self) -> bool:
        return False

    @property
    def counts_when_published(self) -> bool:
        return self.sensitive

    @property
    def is_moderated(self) -> bool:
        return self.method == WORDS

    @property
    def kept(self) -> Sentence | None:
        """What the form says instead of the words that all polls have."""
        if self.sensitive:
            return say(
                "No name is kept with your answer. Counts are shown only if {answers} people or more answer, "
                "and a count under {count} is hidden.",
                answers=LEAST_ANSWERS, count=LEAST_COUNT,
            )  # fmt: skip
        if self.method == WORDS:
            return say(
                "No name is kept with your words. Others see them when the results are published. "
                "Do not write other people's names or health."
            )
        return None

    @property
    def place_fields(self) -> Sequence[tuple[str, Sentence]]:
        """The field and the name of each place of a ranking."""
        return PLACES[: self.places]

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
        """How many answers one person may choose, and how."""
        if self.method == RANKING:
            return say("Put up to {n} answers in order. Only the 1st place is needed", n=self.places)
        if self.method == WORDS:
            return say("Write one word or a short phrase, up to {limit} characters", limit=self.limit)
        if not self.multiple:
            return say("Choose one answer")
        if self.least > 1 or self.most < len(self.choices) + self.other:
            return say("Choose from {least} to {most} answers", least=self.least, most=self.most)
        return say("Choose all that apply")

    def choice(self, choice_id: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.id == choice_id), None)


def declare(entry: Mapping[str, Json]) -> Poll:
    method = one_of(entry, "method", (CHOICE, RANKING, SCALE, WORDS), CHOICE)
    _refuse_keys_of_others(entry, method)
    choices = _choices(entry, method)
    multiple = yes_no(entry, "multiple")
    least, most = _bounds(entry, multiple, len(choices) + yes_no(entry, "other"))
    return Poll(
        kind="poll",
        id=identifier(entry),
        question=text(entry, "question"),
        hint=text(entry, "hint", ""),
        plain=text(entry, "plain", ""),
        one_vote=declare_one_vote(entry),
        method=method,
        choices=choices,
        multiple=multiple,
        least=least,
        most=most,
        other=yes_no(entry, "other"),
        sensitive=_sensitive(entry),
        places=number(entry, "places", min(3, len(choices)), least=2, most=min(3, len(choices)))
        if method == RANKING
        else 0,
        limit=number(entry, "limit", 40, least=10, most=100) if method == WORDS else 0,
    )


def _refuse_keys_of_others(entry: Mapping[str, Json], method: str) -> None:
    for key, methods in KEYS_OF.items():
        if key in entry and method not in methods:
            sentence = say(
                "'{key}' does not go with 'method: {method}'; it goes with {methods}",
                key=key, method=method, methods=", ".join(methods),
            )  # fmt: skip
            raise DeclarationError(key, sentence)


def _choices(entry: Mapping[str, Json], method: str) -> tuple[Choice, ...]:
    if method == WORDS:
        return ()
    return declare_points(entry) if method == SCALE else declare_choices(entry, yes_no(entry, "other"))


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
