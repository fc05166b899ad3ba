"""Animated pictures (GIF, WebP, APNG): how long they go on, whether their frames differ, how they flash."""

import base64
import io
from dataclasses import dataclass

from PIL import Image, ImageChops, UnidentifiedImageError

from a11y_tests.cdp import CdpError
from a11y_tests.page import Page

MOST_FRAMES = 200


@dataclass(frozen=True)
class Animation:
    frames: tuple[Image.Image, ...]
    durations: tuple[float, ...]  # seconds
    loops: float  # inf: for ever

    @property
    def seconds(self) -> float:
        """How long it moves."""
        return sum(self.durations) * self.loops

    @property
    def differs(self) -> bool:
        return any(ImageChops.difference(self.frames[0], frame).getbbox() for frame in self.frames[1:])


def animation_at(page: Page, frame: int, url: str) -> Animation | None:
    """None where the picture does not move, or cannot be read."""
    try:
        return read_animation(content_of(page, frame, url))
    except (CdpError, OSError, ValueError, UnidentifiedImageError):
        return None


def read_animation(content: bytes) -> Animation | None:
    image = Image.open(io.BytesIO(content))
    count = min(getattr(image, "n_frames", 1), MOST_FRAMES)
    if count < 2:
        return None
    frames, durations = [], []
    for number in range(count):
        image.seek(number)
        frames.append(image.convert("RGB"))
        durations.append(float(image.info.get("duration", 100)) / 1000 or 0.1)
    # A GIF that names no number of loops is played once; 0 is for ever.
    loops = image.info.get("loop", 1 if image.format == "GIF" else 0)
    return Animation(tuple(frames), tuple(durations), float(loops) or float("inf"))


def content_of(page: Page, frame: int, url: str) -> bytes:
    if url.startswith("data:"):
        return base64.b64decode(url.split(",", 1)[1])
    reply = page.cdp.call("Page.getResourceContent", frameId=page.frames.ids[frame], url=url)
    content: str = reply["content"]
    return base64.b64decode(content) if reply["base64Encoded"] else content.encode()
