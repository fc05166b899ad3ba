"""Who meets a barrier: groups of people, by the success criteria that matter most to them."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml

from participation_api.components.words import Sentence, say

GROUPS: Mapping[str, Sentence] = {
    "screen-reader": say("People who are blind and use a screen reader or braille"),
    "low-vision": say("People who see little, enlarge text or change the colours"),
    "colours": say("People who do not tell all colours apart"),
    "hearing": say("People who hear little or nothing"),
    "keyboard": say("People who use the keyboard, a switch or their eyes in place of a mouse"),
    "hands": say("People whose hands tremble, tire or move little"),
    "speech": say("People who speak to operate a device"),
    "learning": say("People who find it hard to read, to remember or to keep their attention on something"),
    "movement": say("People who become ill from movement or flashes"),
}


@cache
def _criteria_of_groups() -> dict[str, frozenset[str]]:
    rows = yaml.safe_load((Path(__file__).parent / "people.yaml").read_text(encoding="utf-8"))
    return {group: frozenset(numbers) for group, numbers in rows.items()}


def groups_of(numbers: Iterable[str]) -> list[str]:
    """The groups that any of the criteria matters to, in a fixed order."""
    wanted = set(numbers)
    return [group for group in GROUPS if _criteria_of_groups()[group] & wanted]


def who_meets(numbers: Iterable[str]) -> str:
    """In one sentence, for findings of engines, whose rules do not say it."""
    names = [str(GROUPS[group]) for group in groups_of(numbers)]
    return "; ".join([names[0], *(name[0].lower() + name[1:] for name in names[1:])]) + "." if names else ""
