"""The items of a list in a block: each a text, or a mapping with an `id`, a `text` and more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from participation_api.components.contract import DeclarationError, Json
from participation_api.components.declaration import ID, check_keys, identifier, items, refuse_same, slug, text
from participation_api.components.words import say


@dataclass(frozen=True)
class Item:
    id: str
    text: str
    entry: Mapping[str, Json]
    path: str
    """Where it stands in the block, for a sentence about one of its other keys: `rooms.2.`"""


def listed(entry: Mapping[str, Json], key: str, also: Sequence[str] = ()) -> tuple[Item, ...]:
    """Every item with its id, which is what is stored: its own, or made of its first wording."""
    found = tuple(_item(value, f"{key}.{number}", also) for number, value in enumerate(items(entry, key), 1))
    refuse_same(_pairs(found, "text"), key)
    refuse_same(_pairs(found, "id"), key)
    return found


def _pairs(found: tuple[Item, ...], name: str) -> Iterator[tuple[str, str]]:
    return ((item.path + name, getattr(item, name)) for item in found)


def _item(value: Json, path: str, also: Sequence[str]) -> Item:
    known = ("id", "text", "was", *also)
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict):
        raise DeclarationError(path, say("'{path}' must be a text, or {keys}", path=path, keys=", ".join(known)))
    check_keys(value, known, path + ".")
    words = text(value, "text", path=path + ".")
    # `was` is the first wording, so that mending a typo keeps what people sent.
    return Item(_id(value, text(value, "was", words), path + "."), words, value, path + ".")


def _id(value: Mapping[str, Json], first_wording: str, path: str) -> str:
    if "id" in value:
        return identifier(value, "id", path)
    found = slug(first_wording)
    if not ID.fullmatch(found):
        sentence = say("'{text}' has no letters from a to z; give it an 'id' of its own", text=first_wording)
        raise DeclarationError(path + "text", sentence)
    return found
