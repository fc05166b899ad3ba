"""Results kept for good: the freeze file of a session, which the build prints where the forms were."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from participation_api.components.contract import Json
from participation_api.components.moments import from_iso
from participation_api.components.schedule import Moment, State
from participation_api.components.words import Sentence, say

VERSION = 1


class FrozenProblem(ValueError):
    """The file cannot be used; the sentence says why, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass(frozen=True)
class Frozen:
    """One activity as it stood when its session was frozen; `results` is None where they were never published."""

    at: datetime
    declaration: Mapping[str, Json]
    results: Mapping[str, Json] | None

    @property
    def state(self) -> State:
        return State.CLOSED if self.results is None else State.PUBLISHED

    @property
    def moment(self) -> Moment:
        """Nothing is taken any more, however late answers could come before."""
        return Moment(self.state, frozen_at=self.at)


def file_content(session: str, at: str, activities: Mapping[str, Frozen]) -> dict[str, Json]:
    return {
        "version": VERSION,
        "session": session,
        "frozen_at": at,
        "activities": {
            name: {"state": str(one.state), "declaration": one.declaration, "results": one.results}
            for name, one in activities.items()
        },
    }


def read_content(content: Json, session: str) -> dict[str, Frozen]:
    """Every activity of the file by its id; raises FrozenProblem."""
    version = content.get("version") if isinstance(content, dict) else None
    if version != VERSION:
        raise FrozenProblem(
            say(
                "it has version {version}, and only version {known} can be read; freeze the session again",
                version=repr(version),
                known=VERSION,
            )
        )
    try:
        if content["session"] != session:
            sentence = say("it is about the session '{name}'; name the file after it", name=content["session"])
            raise FrozenProblem(sentence)
        at = from_iso(content["frozen_at"])
        found = content["activities"].items()
        return {name: Frozen(at, {**one["declaration"]}, one["results"]) for name, one in found}
    except (KeyError, TypeError, AttributeError) as error:
        sentence = say("{part} is missing or not as it was written; freeze the session again", part=error)
        raise FrozenProblem(sentence) from error
