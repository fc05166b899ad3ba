"""Counts flashes as WCAG defines them: pairs of opposing changes of luminance, and how much of a picture they fill."""

from collections.abc import Sequence

from PIL import Image

# A tenth of the full range, where the darker of the two is below 0.80.
CHANGE, BRIGHT = 0.1, 0.8
GRID = (32, 24)
LINEAR = [v / 12.92 if (v := i / 255) <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for i in range(256)]
Plane = list[float]


def luminance(image: Image.Image) -> Plane:
    """Relative luminance of each point of a coarse grid."""
    small = image.convert("RGB").resize(GRID, Image.Resampling.BOX)
    data = small.tobytes()
    return [
        0.2126 * LINEAR[data[i]] + 0.7152 * LINEAR[data[i + 1]] + 0.0722 * LINEAR[data[i + 2]]
        for i in range(0, len(data), 3)
    ]


def flashing_part(images: Sequence[Image.Image], times: Sequence[float]) -> float:
    """The part (0 to 1) of the picture that flashes more than three times within any one second."""
    planes = [luminance(image) for image in images]
    points = range(len(planes[0]))
    flashing = sum(most_in_a_second(changes([plane[point] for plane in planes], times)) > 6 for point in points)
    return flashing / len(planes[0])


def changes(values: Sequence[float], times: Sequence[float]) -> list[float]:
    """When the luminance turned: up after down, or down after up, by a tenth at least."""
    turned = []
    low = high = values[0]
    direction = 0
    for value, time in zip(values[1:], times[1:], strict=True):
        low, high = min(low, value), max(high, value)
        if direction <= 0 and value - low >= CHANGE and low < BRIGHT:
            turned.append(time)
            direction, high = 1, value
            low = value
        elif direction >= 0 and high - value >= CHANGE and value < BRIGHT:
            turned.append(time)
            direction, low = -1, value
            high = value
    return turned


def most_in_a_second(moments: Sequence[float]) -> int:
    return max((sum(start <= moment < start + 1 for moment in moments) for start in moments), default=0)
