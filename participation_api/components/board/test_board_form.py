"""What a board asks of its organiser and of the person who writes a note."""

from typing import Any

import pytest

from participation_api.components import board
from participation_api.components.board import Note
from participation_api.components.conftest import declared
from participation_api.components.contract import DeclarationError, FieldErrors
from participation_api.components.language_names import languages_to_choose


def a_board(**entry: Any) -> Any:
    return declared(board, **entry)


def errors(activity: Any, **fields: list[str]) -> dict[str, str]:
    found = board.read_form(activity, fields)
    assert isinstance(found, FieldErrors)
    return {name: str(sentence) for name, sentence in found.sentences.items()}


def test_an_empty_form_says_what_to_do() -> None:
    assert errors(a_board(columns=["Works", "Missing"])) == {"column": "Choose one column", "note": "Enter a note"}


@pytest.mark.parametrize("nothing", ["", "  \n ", "\u200b\u200b", "\x00\x07"])
def test_a_note_with_nothing_to_see_is_no_note(nothing: str) -> None:
    assert errors(a_board(), note=[nothing]) == {"note": "Enter a note"}


def test_a_long_note_is_told_how_long_it_is() -> None:
    assert errors(a_board(limit="20"), note=["x" * 23]) == {"note": "Write 20 characters or fewer; you wrote 23"}


def test_line_ends_count_as_one_character_and_the_text_is_kept_whole() -> None:
    note = board.read_form(a_board(limit="7"), {"note": ["a\r\n\r\nb\tc"]})
    assert note == Note("a\n\nb\tc", "notes")


def test_an_unknown_column_or_language_is_refused() -> None:
    found = errors(a_board(columns=["Works", "Missing"]), note=["x"], column=["9"], lang=["tlh"])
    assert found == {"column": "Choose from the columns on this page", "lang": "Choose a language from the list"}


def test_the_languages_begin_with_none_the_sessions_own_and_the_six_of_the_united_nations() -> None:
    activity = a_board()
    assert [option["value"] for option in activity.language_options][:7] == ["", "en", "ar", "zh", "fr", "ru", "es"]


def test_the_sessions_own_language_is_offered_even_if_the_list_lacks_it() -> None:
    languages = languages_to_choose("mt")
    assert list(languages.items())[:2] == [("mt", "Malti"), ("ar", "العربية")]


@pytest.mark.parametrize(
    ("entry", "key", "sentence"),
    [
        ({"limit": "5000"}, "limit", "'limit' is '5000'; it must be a whole number from 1 to 4000"),
        ({"review": "perhaps"}, "review", "'review' is 'perhaps'; it must be yes or no"),
        ({"columns": ["One", "one"]}, "columns.2.text", "'columns' has 'one' twice; each must differ"),
        ({"columns": ["١"]}, "columns.1.text", "'١' has no letters from a to z; give it an 'id' of its own"),
        ({"columns": [{"texts": "One"}]}, "columns.1.texts", "'texts' is not a known key; did you mean 'text'?"),
        ({"columns": [["One"]]}, "columns.1", "'columns.1' must be a text, or id, text, was"),
        ({"columns": list("abcdefghijklm")}, "columns", "'columns' has 13; a board has 12 or fewer"),
    ],
)
def test_a_mistake_in_a_board_is_named(entry: dict[str, Any], key: str, sentence: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        a_board(**entry)
    assert (caught.value.key, str(caught.value)) == (key, sentence)
