"""One word or a short phrase from each person; other spaces, or capital letters, make no other phrase of it."""

import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from participation_api.components.contract import FieldErrors, Fields
from participation_api.components.poll.answer import Answer
from participation_api.components.poll.declaration import Poll
from participation_api.components.typed import too_long, typed_line
from participation_api.components.words import say

WRITTEN = "words"
"""What stands in place of a choice: a tally that is kept must not keep words that their author withdraws."""


def read_form(activity: Poll, fields: Fields) -> Answer | FieldErrors:
    phrase = typed_line(fields, "words")
    problem = too_long(phrase, activity.limit) if phrase else say("Enter a word or a short phrase")
    return FieldErrors({"words": problem}) if problem else Answer((WRITTEN,), phrase)


def read_back(activity: Poll, fields: Fields) -> list[str]:
    phrase = typed_line(fields, "words")
    return [phrase] if phrase else []


def texts(activity: Poll, answer: Answer) -> list[str]:
    return [answer.other]


def fields(activity: Poll, answer: Answer) -> dict[str, list[str]]:
    return {"words": [answer.other]}


def digest(phrase: str) -> str:
    """The same for `Trust` and ` TRUST`; it numbers a phrase without keeping its words."""
    plain = " ".join(unicodedata.normalize("NFKC", phrase).casefold().split())
    return hashlib.sha256(plain.encode()).hexdigest()


def counted(phrases: Iterable[str]) -> list[tuple[str, str, int]]:
    """(digest, text, count), the most frequent first, in the spelling that most people wrote."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase in phrases:
        spellings[digest(phrase)][phrase] += 1
    found = [(key, min(ways, key=lambda way: (-ways[way], way)), ways.total()) for key, ways in spellings.items()]
    return sorted(found, key=lambda phrase: (-phrase[2], phrase[1].casefold(), phrase[1]))
