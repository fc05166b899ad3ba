"""The order in which people are called: a pure function, published, and the same for everybody.

How long somebody spoke is no part of it: interpreted and typed speech takes longer.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

TAKEN = ("called", "done")


@dataclass(frozen=True)
class Turn:
    """All that the order may know of a turn."""

    number: int
    participant: str
    place: str
    """`room` or `online`"""
    at: str
    """When it was asked for."""
    state: str
    called: int = 0
    """1 for the first turn that was called, 2 for the next; 0 before it is called."""


def speaking_order(turns: Iterable[Turn]) -> list[Turn]:
    """Those who wait, next one first: the fewest turns taken, then who asked first, the room and online in turn."""
    turns = list(turns)
    taken = Counter(turn.participant for turn in turns if turn.state in TAKEN)
    waiting = [turn for turn in turns if turn.state == "waiting"]
    waiting.sort(key=lambda turn: (taken[turn.participant], turn.at, turn.number))
    order: list[Turn] = []
    for _, equals in groupby(waiting, key=lambda turn: taken[turn.participant]):
        order += _alternate(list(equals), order[-1].place if order else _last_place(turns))
    return order


def _last_place(turns: Sequence[Turn]) -> str:
    last = max((turn for turn in turns if turn.state in TAKEN), key=lambda turn: turn.called, default=None)
    return last.place if last else ""


def _alternate(waiting: list[Turn], before: str) -> Iterator[Turn]:
    """From the other place than the turn before, where somebody waits there; otherwise who asked first."""
    while waiting:
        turn = next((turn for turn in waiting if turn.place != before), waiting[0])
        waiting.remove(turn)
        before = turn.place
        yield turn
