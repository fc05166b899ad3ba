"""What an organiser writes for a board of notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participation_api.components.contract import Activity, DeclarationError, Json
from participation_api.components.declaration import identifier, number, one_of, text, yes_no
from participation_api.components.language_names import language_name, languages_to_choose
from participation_api.components.listed import listed
from participation_api.components.words import say

KEYS: Sequence[str] = ("columns", "limit", "review", "preset")
NOTES, QUESTIONS = "notes", "questions"
MOST_COLUMNS = 12
MOST_CHARACTERS = 4000


@dataclass(frozen=True)
class Column:
    """One heading of the board; its text is empty where the board has no columns."""

    id: str
    text: str


ONLY_COLUMN = Column("notes", "")


@dataclass(frozen=True, kw_only=True)
class Board(Activity):
    columns: tuple[Column, ...] = (ONLY_COLUMN,)
    limit: int = 1000
    review: bool = True
    """A moderator reads each note before others see it."""
    preset: str = NOTES

    @property
    def has_answers(self) -> bool:
        """Questions: they can be marked as answered, and sorted by how many people agree."""
        return self.preset == QUESTIONS

    @property
    def parts(self) -> list[str]:
        return [column.text for column in self.columns if column.text]

    @property
    def languages(self) -> dict[str, str]:
        return languages_to_choose(self.lang)

    @property
    def options(self) -> list[dict[str, object]]:
        return [{"value": column.id, "label": column.text, "hint": ""} for column in self.columns]

    @property
    def language_options(self) -> list[dict[str, object]]:
        """No language is chosen before the person chooses one: a wrong one makes a voice read nonsense."""
        return [{"value": "", "label": say("not said"), "lang": ""}] + [
            {"value": tag, "label": name, "lang": tag} for tag, name in self.languages.items()
        ]

    def language_name(self, tag: str) -> str:
        return language_name(tag)

    def column(self, column_id: str) -> Column | None:
        return next((column for column in self.columns if column.id == column_id), None)


def declare(entry: Mapping[str, Json]) -> Board:
    columns = tuple(Column(item.id, item.text) for item in listed(entry, "columns")) if entry.get("columns") else ()
    if len(columns) > MOST_COLUMNS:
        sentence = say("'columns' has {n}; a board has {most} or fewer", n=len(columns), most=MOST_COLUMNS)
        raise DeclarationError("columns", sentence)
    return Board(
        kind="board",
        id=identifier(entry),
        question=text(entry, "question"),
        hint=text(entry, "hint", ""),
        columns=columns or (ONLY_COLUMN,),
        limit=number(entry, "limit", 1000, least=1, most=MOST_CHARACTERS),
        review=yes_no(entry, "review", default=True),
        preset=one_of(entry, "preset", (NOTES, QUESTIONS), NOTES),
    )
