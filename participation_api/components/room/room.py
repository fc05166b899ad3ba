"""One breakout room, and what people must know before they choose it, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from participation_api.components.contract import Fact
from participation_api.components.words import Sentence, say, say_n

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
    captions_link: str = ""
    interpreter_link: str = ""
    places: int | None = None
    """None: as many as come."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """In fixed order, each with its label; a link says what it leads to."""
        found = [
            Fact(say("Topic"), self.topic),
            Fact(say("Languages"), self.languages or NOT_DECIDED),
            Fact(say("Captions"), self.captions or NOT_DECIDED),
            Fact(say("Sign language"), self.sign_language or NOT_DECIDED),
            Fact(say("How to join"), self.join or NOT_DECIDED, say("Join the room “{room}”", room=self.text)),
            Fact(say("By phone"), self.phone or NOT_DECIDED),
            Fact(say("Captions as text"), self.captions_link, say("Captions of the room “{room}”", room=self.text)),
            Fact(say("Interpreter"), self.interpreter_link, say("Interpreter of the room “{room}”", room=self.text)),
            Fact(say("Places"), str(self.places or "")),
        ]
        return tuple(fact for fact in found if fact.text)

    def in_short(self, taken: Mapping[str, int] | None) -> Sentence:
        """One phrase for the form: languages, captions, sign language, phone, places."""
        provisions, places = self._provisions(), self._places(taken)
        return say("{provisions}; {places}", provisions=provisions, places=places) if places else provisions

    def _provisions(self) -> Sentence:
        values = (self.languages, self.captions, self.sign_language, self.phone)
        if all(value.lower() in ("", NOT_DECIDED.text) for value in values):
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
