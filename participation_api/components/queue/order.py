"""The order in which people are called: a pure function, published, and the same for everybody.

How long somebody spoke is no part of it: interpreted and typed speech takes longer.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    moved_back: int = 0
    """How often a moderator moved it back, after calling twice."""
    moved_after: int = 0
    """Of the turns called so far, the last one, when it was moved back."""


def speaking_order(turns: Iterable[Turn]) -> list[Turn]:
    """Those who wait, as they would be called one after the other: the fewest turns taken, then who asked first, the
    room and online in turn. Who was moved back lets one person go first; the second time two, and so on."""
    turns = list(turns)
    taken = Counter(turn.participant for turn in turns if turn.state in TAKEN)
    waiting = sorted((turn for turn in turns if turn.state == "waiting"), key=lambda turn: (turn.at, turn.number))
    behind = {turn.number: still_lets_go_first(turn, turns) for turn in waiting}
    order: list[Turn] = []
    while waiting:
        turn = _next(waiting, taken, behind, len(order), order[-1].place if order else _last_place(turns))
        waiting.remove(turn)
        order.append(turn)
    return order


def _next(waiting: list[Turn], taken: Counter[str], behind: dict[int, int], went: int, place: str) -> Turn:
    """Of those who wait, when `went` people have gone and the last one was at that place."""
    # Where everybody was moved back, who lets the fewest people go first is next: nobody is ever out.
    least = max(went, min(behind[turn.number] for turn in waiting))
    able = [turn for turn in waiting if behind[turn.number] <= least]
    fewest = min(taken[turn.participant] for turn in able)
    equals = [turn for turn in able if taken[turn.participant] == fewest]
    return next((turn for turn in equals if turn.place != place), equals[0])


def still_lets_go_first(turn: Turn, turns: Sequence[Turn]) -> int:
    """How many people go before somebody who was moved back."""
    called_since = sum(other.state in TAKEN and other.called > turn.moved_after for other in turns)
    return max(0, turn.moved_back - called_since)


def _last_place(turns: Sequence[Turn]) -> str:
    last = max((turn for turn in turns if turn.state in TAKEN), key=lambda turn: turn.called, default=None)
    return last.place if last else ""
