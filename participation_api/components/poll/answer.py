"""What one person answers to a poll, whatever its method."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """Ids of choices in the order of the poll, or of the person's ranking; and the person's own words."""

    choices: tuple[str, ...]
    other: str = ""
