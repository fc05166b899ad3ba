"""Every sentence the software says, from one gettext catalogue, in the language of the page it stands on.

The English text is the key, as gettext has it; `locale/<lang>.po` is read in memory, so nothing compiled is kept.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True)
class Sentence:
    """A sentence not yet in any language: its English text, the values in it and, if counted, its plural."""

    text: str
    values: tuple[tuple[str, object], ...] = ()
    plural: str | None = None
    count: int = 0

    def __str__(self) -> str:
        return words_in("en").render(self)


def say(text: str, /, **values: object) -> Sentence:
    """Name a sentence of the catalogue; `{name}` in it is filled from the values."""
    return Sentence(text, tuple(values.items()))


def say_n(text: str, plural: str, n: int, /, **values: object) -> Sentence:
    """Name a sentence that is worded by a count, which is `{n}` in it."""
    return Sentence(text, (("n", n), *values.items()), plural, n)


class Words:
    """The catalogue of one language; what it lacks is said in English."""

    def __init__(self, lang: str, catalog: Catalog) -> None:
        self.lang = lang
        compiled = BytesIO()
        write_mo(compiled, catalog)
        compiled.seek(0)
        self._translations = GNUTranslations(compiled)

    def render(self, sentence: object) -> str:
        """Put a sentence into this language; anything else is given back as text."""
        if not isinstance(sentence, Sentence):
            return str(sentence)
        values = {name: self.render(value) for name, value in sentence.values}
        return self._wording(sentence).format(**values)

    def say(self, text: str, /, **values: object) -> str:
        return self.render(say(text, **values))

    def say_n(self, text: str, plural: str, n: int, /, **values: object) -> str:
        return self.render(say_n(text, plural, n, **values))

    def _wording(self, sentence: Sentence) -> str:
        if sentence.plural is None:
            return self._translations.gettext(sentence.text)
        return self._translations.ngettext(sentence.text, sentence.plural, sentence.count)


@cache
def words_in(lang: str) -> Words:
    """The words of a language, its region set aside where there is no catalogue for it; English where there is none."""
    for name in (lang, lang.split("-")[0], "en"):
        path = LOCALE / f"{name}.po"
        if path.exists():
            with path.open("rb") as file:
                return Words(name, read_po(file, locale=name))
    return Words("en", Catalog(locale="en"))


def languages() -> list[str]:
    """The languages there is a catalogue for."""
    return sorted(path.stem for path in LOCALE.glob("*.po"))


RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"}


def direction(lang: str) -> str:
    """`rtl` or `ltr` for a BCP 47 language tag; a script subtag would say more, and nobody has needed one yet."""
    return "rtl" if lang.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


Renderer = Callable[[object], str]


def join_with_and(items: Iterable[str], words: Words) -> str:
    """`a`, `a and b`, `a, b and c` in the language of the words."""
    *first, last = list(items) or [""]
    return words.say("{first} and {last}", first=", ".join(first), last=last) if first else last
