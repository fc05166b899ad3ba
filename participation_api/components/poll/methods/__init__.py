"""The ways in which a poll can be answered: each reads its form and gives an answer back as texts and fields."""

from collections.abc import Mapping
from typing import Protocol

from participation_api.components.contract import FieldErrors, Fields
from participation_api.components.poll.answer import Answer
from participation_api.components.poll.declaration import Poll
from participation_api.components.poll.methods import choice, ranking, words


class Method(Protocol):
    def read_form(self, activity: Poll, fields: Fields) -> Answer | FieldErrors: ...
    def read_back(self, activity: Poll, fields: Fields) -> list[str]:
        """What was sent, as texts, whatever is wrong with it."""

    def texts(self, activity: Poll, answer: Answer) -> list[str]: ...
    def fields(self, activity: Poll, answer: Answer) -> dict[str, list[str]]:
        """The fields of the form that hold the answer again, besides `choice` and `other`."""


METHODS: Mapping[str, Method] = {"choice": choice, "ranking": ranking, "scale": choice, "words": words}


def method_of(activity: Poll) -> Method:
    return METHODS[activity.method]
