"""One breakout room, and what people must know before they choose it, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from participation_api.components.contract import Fact
from participation_api.components.words import Sentence, say, say_n

if TYPE_CHECKING:
    from participation_api.components.room.failures import Failure

NOT_DECIDED = say("not decided yet")


@dataclass(frozen=True)
class Room:
    """A fact that was not written is empty."""

    id: str
    text: str
    topic: str = ""
    languages: str = ""
    captions: str = ""
    sign_language: str = ""
    join: str = ""
    phone: str = ""
    in_writing: str = ""
    captions_link: str = ""
    interpreter_link: str = ""
    rapporteur: str = ""
    board: str = ""
    """The activity that holds the room's notes."""
    column: str = ""
    """The column of that board which is the room's."""
    places: int | None = None
    """None: as many as come."""
    spoken: tuple[str, ...] = ()
    """The languages, one by one, as people choose among them; `languages` says it in the organiser's words."""
    signed: tuple[str, ...] = ()

    @property
    def has_captions(self) -> bool:
        """Only where it is certain: who needs them must not be led to a room that has none."""
        return says_yes(self.captions) or bool(self.captions_link and not says_no(self.captions))

    @property
    def takes_writing(self) -> bool:
        """Can one take part by text alone?"""
        return bool(self.board) or not (says_no(self.in_writing) or is_unknown(self.in_writing))

    @property
    def has_interpretation(self) -> bool:
        return bool(self.signed or self.interpreter_link)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """In fixed order, each with its label; a link says what it leads to."""
        name = self.text
        by_board = say("on its notes board") if self.board else NOT_DECIDED
        found = [
            Fact(say("Topic"), self.topic),
            Fact(say("Languages"), self.languages or NOT_DECIDED),
            Fact(say("Captions"), self.captions or NOT_DECIDED),
            Fact(say("Sign language"), self.sign_language or NOT_DECIDED),
            Fact(say("How to join"), self.join or NOT_DECIDED, say("Join the room “{room}”", room=name)),
            Fact(say("By phone"), self.phone or NOT_DECIDED),
            Fact(say("In writing only"), self.in_writing or by_board),
            Fact(say("Notes"), self.board, self._notes(), is_activity=True),
            Fact(say("Captions as text"), self.captions_link, say("Captions of the room “{room}”", room=name)),
            Fact(say("Interpreter"), self.interpreter_link, say("Interpreter of the room “{room}”", room=name)),
            Fact(say("Rapporteur"), self.rapporteur),
            Fact(say("Places"), str(self.places or "")),
        ]
        return tuple(fact for fact in found if fact.text)

    def _notes(self) -> Sentence:
        if self.column:
            return say("Notes of the room “{room}”, in the column “{column}”", room=self.text, column=self.column)
        return say("Notes of the room “{room}”", room=self.text)

    def in_short(self, taken: Mapping[str, int] | None, failing: Sequence["Failure"] = ()) -> Sentence:
        """One phrase for the form: languages, captions, sign language, phone, what fails now, places."""
        phrase = self._provisions()
        for failure in failing:
            phrase = say("{provisions}; {what}", provisions=phrase, what=failure.in_short)
        places = self._places(taken)
        return say("{provisions}; {places}", provisions=phrase, places=places) if places else phrase

    def _provisions(self) -> Sentence:
        values = (self.languages, self.captions, self.sign_language, self.phone)
        if all(is_unknown(value) for value in values):
            return say("Languages, captions, sign language and phone: not decided yet")
        languages, captions, sign_language, phone = (value or NOT_DECIDED for value in values)
        return say(
            "Languages: {languages}; captions: {captions}; sign language: {sign_language}; by phone: {phone}",
            languages=languages, captions=captions, sign_language=sign_language, phone=phone,
        )  # fmt: skip

    def _places(self, taken: Mapping[str, int] | None) -> Sentence | None:
        """How many places are left, where the server made the form, which can count; else how many there are."""
        if self.places is None:
            return None
        if taken is None:
            return say_n("{n} place", "{n} places", self.places)
        left = max(0, self.places - taken.get(self.id, 0))
        return say("{left} of {places} places left", left=left, places=self.places) if left else say("no places left")


def is_unknown(value: str) -> bool:
    return value.lower() in ("", NOT_DECIDED.text)


def says_yes(value: str) -> bool:
    return _first_word(value) == "yes"


def says_no(value: str) -> bool:
    return _first_word(value) == "no"


def _first_word(value: str) -> str:
    return value.lower().replace(",", " ").replace(";", " ").partition(" ")[0]
