"""Reading a posted note: its text is kept whole, whatever is wrong with it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from participation_api.components.board.declaration import Board
from participation_api.components.contract import Entry, FieldErrors, Fields
from participation_api.components.typed import chosen, chosen_number, is_ticked, too_long, typed_text
from participation_api.components.words import Sentence, say


@dataclass(frozen=True)
class Note:
    """What one person writes; `replaces` is the number of their note that this is the new wording of."""

    text: str
    column: str
    lang: str = ""
    may_publish: bool = False
    replaces: int | None = None

    @property
    def digest(self) -> str:
        """The same words in the same column are the same note; its language and permission can be put right."""
        return hashlib.sha256(json.dumps([self.column, self.text]).encode()).hexdigest()


def read_form(activity: Board, fields: Fields) -> Note | FieldErrors:
    text = typed_text(fields, "note")
    column = chosen(fields, "column") if len(activity.columns) > 1 else activity.columns[0].id
    lang = chosen(fields, "lang")
    problems = {
        "column": _column_problem(activity, column),
        "note": too_long(text, activity.limit) if text else say("Enter a note"),
        "lang": None if lang in ("", *activity.languages) else say("Choose a language from the list"),
    }
    errors = {name: problem for name, problem in problems.items() if problem}
    if errors:
        return FieldErrors(errors)
    return Note(text, column, lang, is_ticked(fields, "may_publish"), chosen_number(fields, "change"))


def _column_problem(activity: Board, column: str) -> Sentence | None:
    if activity.column(column):
        return None
    return say("Choose from the columns on this page") if column else say("Choose one column")


def conflict(own: Sequence[Entry], answer: Note) -> Entry | None:
    """None: a person may write several notes, so another note replaces nothing."""
    return None


def read_back(activity: Board, fields: Fields) -> list[str]:
    """The note and the heading that it was for, to give back where it could not be kept."""
    column = activity.column(chosen(fields, "column"))
    return [text for text in (column.text if column else "", typed_text(fields, "note")) if text]
