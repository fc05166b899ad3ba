"""What people typed, as it is kept: whole, with one kind of line end, without characters that no page can hold."""

import re

from participation_api.components.contract import Fields
from participation_api.components.words import Sentence, say_n

NUMBER = re.compile("[0-9]{1,9}")
# Control characters, lone halves of pairs and noncharacters: HTML has no way to write them, PostgreSQL keeps no NUL.
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def typed_text(fields: Fields, name: str) -> str:
    """The first value of a field that may have several lines; empty where nothing that can be seen was typed.
    Spaces and empty lines before it belong to it, as in a poem."""
    value = (fields.get(name) or [""])[0].replace("\r\n", "\n").replace("\r", "\n")
    text = NOT_TEXT.sub("", value).rstrip()
    return text if any(sign.isprintable() and not sign.isspace() for sign in text) else ""


def typed_line(fields: Fields, name: str) -> str:
    """The same for a field of one line: runs of spaces become one."""
    return " ".join(typed_text(fields, name).split())


def chosen(fields: Fields, name: str) -> str:
    """The one value of a group of radio buttons or of a list; empty where none came, or several."""
    values = set(fields.get(name) or ())
    return values.pop() if len(values) == 1 else ""


def chosen_number(fields: Fields, name: str) -> int | None:
    """The number of an entry, as our own pages send it; None for anything else."""
    value = chosen(fields, name)
    return int(value) if NUMBER.fullmatch(value) else None


def is_ticked(fields: Fields, name: str) -> bool:
    return bool(fields.get(name))


def too_long(text: str, limit: int) -> Sentence | None:
    if len(text) <= limit:
        return None
    return say_n(
        "Write {limit} characters or fewer; you wrote {n}", "Write {limit} characters or fewer; you wrote {n}",
        len(text), limit=limit,
    )  # fmt: skip
