"""Hiding the small counts of a sensitive poll, so that nobody can work out what a few people chose.

With a count under 5, all counts equal to the next smallest are hidden too. What is hidden does then not change when
hidden counts change places, so that no cell can be told from another one by anything that is shown.
"""

from collections.abc import Sequence

LEAST_ANSWERS = 10
LEAST_COUNT = 5
STEP = 10


def protected(counts: Sequence[int]) -> list[int | None]:
    """The counts in their order, None where one is hidden."""
    if all(count >= LEAST_COUNT for count in counts):
        return list(counts)
    # Every tie with the next smallest: which of two equal counts were hidden would tell their order.
    next_smallest = min((count for count in counts if count >= LEAST_COUNT), default=0)
    return [None if count < LEAST_COUNT or count == next_smallest else count for count in counts]


def rounded(total: int, says_only_enough: bool = False) -> int:
    """The total rounded down to tens; only that there are enough, where an exact total would say more (a choice that
    excludes the others has at most the rest of the total)."""
    return LEAST_ANSWERS if says_only_enough else total // STEP * STEP
