"""A scale: points with a number each, and words at both ends; the middle answer says more than a mean would."""

from collections.abc import Mapping, Sequence

from participation_api.components.poll.declaration import Poll


def median(activity: Poll, count: Mapping[str, int]) -> list[str]:
    """The point in the middle of all answers in order; two where the middle lies between them, none without any."""
    points: Sequence[str] = [choice.id for choice in activity.choices if choice.id.isdigit()]
    in_order = [point for point in points for _ in range(count.get(point, 0))]
    if not in_order:
        return []
    low, high = in_order[(len(in_order) - 1) // 2], in_order[len(in_order) // 2]
    return [low] if low == high else [low, high]
