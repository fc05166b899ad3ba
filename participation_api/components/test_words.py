"""The catalogue holds every sentence, and a page in another language says none in English."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from participation_api.components import COMPONENTS, words
from participation_api.components.words import Words, direction, join_with_and, say, say_n, words_in

TOOLS = Path(__file__).resolve().parents[2] / "tools"


def extracted(lang: str) -> Catalog:
    sys.path.insert(0, str(TOOLS))
    try:
        found = import_module("update_words").catalogue(lang)
        assert isinstance(found, Catalog)
        return found
    finally:
        sys.path.remove(str(TOOLS))


@pytest.mark.parametrize("lang", words.languages())
def test_every_sentence_of_the_software_is_in_the_catalogue(lang: str) -> None:
    with (words.LOCALE / f"{lang}.po").open("rb") as file:
        kept = read_po(file, locale=lang)
    new = extracted(lang)
    missing = [message.id for message in new if message.id and message.id not in kept]
    unused = [message.id for message in kept if message.id and message.id not in new]
    assert (missing, unused) == ([], []), "run: make words"


def test_sentence_is_filled_with_its_values() -> None:
    assert str(say("Enter a note of {limit} characters or fewer", limit=500)) == (
        "Enter a note of 500 characters or fewer"
    )


def test_counted_sentence_has_its_plural() -> None:
    said = [str(say_n("{n} answer", "{n} answers", n)) for n in (0, 1, 2)]
    assert said == ["0 answers", "1 answer", "2 answers"]


def test_sentence_within_a_sentence_is_said_in_the_same_language() -> None:
    catalog = Catalog(locale="fr")
    catalog.add("Open", "Ouvert")
    catalog.add("It is: {state}", "C’est : {state}")
    assert Words("fr", catalog).render(say("It is: {state}", state=say("Open"))) == "C’est : Ouvert"


def test_language_without_a_catalogue_is_said_in_english() -> None:
    assert words_in("xx").say("Open") == "Open"


def test_directions() -> None:
    assert [direction(lang) for lang in ("en", "ar", "fa-IR", "he", "zh")] == ["ltr", "rtl", "rtl", "rtl", "ltr"]


def test_lists_are_joined_as_people_say_them() -> None:
    assert [join_with_and(items, words_in("en")) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_every_kind_names_itself_in_the_catalogue() -> None:
    with (words.LOCALE / "en.po").open("rb") as file:
        kept = read_po(file, locale="en")
    said = [sentence.text for kind in COMPONENTS.values() for sentence in (kind.NAME, kind.SUBMIT, kind.RECORDED, kind.KEPT)]
    assert [text for text in said if text not in kept] == []


def test_components_import_nothing_of_the_server_or_the_build() -> None:
    """Data flows one way: a11y_tests → site_config → participation_api.components."""
    code = "import sys, participation_api.components; print([m for m in sys.modules if m.split('.')[0] in FORBIDDEN])"
    forbidden = "FORBIDDEN = ('site_config', 'a11y_tests', 'curbcut', 'starlette', 'mkdocs', 'aiosqlite')\n"
    found = subprocess.run([sys.executable, "-c", forbidden + code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
