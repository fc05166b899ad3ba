"""Reading a posted ballot: pure, and every error says what to do."""

from collections.abc import Sequence

from participation_api.components.codes import with_code
from participation_api.components.contract import Entry, FieldErrors, Fields
from participation_api.components.poll.answer import Answer
from participation_api.components.poll.declaration import Poll
from participation_api.components.poll.methods import method_of


def read_form(activity: Poll, fields: Fields) -> Answer | FieldErrors:
    return with_code(activity, fields, method_of(activity).read_form(activity, fields))


def conflict(own: Sequence[Entry], answer: Answer) -> Entry | None:
    """The person's own ballot where it says something else than this answer."""
    for entry in own:
        same = tuple(entry.fields["choice"]) == answer.choices and entry.fields["other"] == [answer.other]
        return None if same else entry
    return None


def read_back(activity: Poll, fields: Fields) -> list[str]:
    """The labels of what was chosen and the person's own words, to give back where nothing could be counted."""
    return method_of(activity).read_back(activity, fields)
