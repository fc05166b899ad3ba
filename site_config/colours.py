"""Colours that organisers choose in a stylesheet of their own, measured against those that they stand on."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from participation_api.components.words import say
from site_config.authoring import Advice

SHEET = Path(__file__).parent / "theme" / "assets" / "site.css"
TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?)\b")
SURFACES = ("paper", "panel", "tint")
# What stands on what, and the least contrast that WCAG asks for there.
PAIRS = [
    *((text, surface, 4.5) for text in ("ink", "soft", "accent", "error") for surface in SURFACES),
    ("on-accent", "accent", 4.5),
    ("on-band", "band", 4.5),
    *((edge, surface, 3.0) for edge in ("edge", "line") for surface in SURFACES),
]


def check(docs: Path, shown_as: str) -> list[Advice]:
    """Look at each stylesheet in the folder that sets a colour of the theme."""
    sheets = sorted(docs.rglob("*.css"))
    return [advice for sheet in sheets for advice in _of(sheet, f"{shown_as}/{sheet.relative_to(docs)}")]


def _of(file: Path, name: str) -> Iterator[Advice]:
    text = file.read_text(encoding="utf-8")
    own = dict(TOKEN.findall(text))
    chosen = {token: colour for token, colour in own.items() if token in standard()}
    used = {**standard(), **chosen}
    for front, back, least in PAIRS:
        if front not in chosen and back not in chosen:
            continue
        found = contrast(used[front], used[back])
        if found < least:
            token = front if front in chosen else back
            pair = {"front": front, "back": back, "found": f"{found:.1f}"}
            line = text.count("\n", 0, text.index(f"--{token}:")) + 1
            yield Advice(
                "colours", name, line,
                say("--{front} on --{back} has a contrast of {found} to 1", **pair),
                say("It must be {least} to 1 or more, in light and in dark.", least=least),
                say("Take a darker or a lighter colour for --{token}.", token=token),
            )  # fmt: skip


@cache
def standard() -> Mapping[str, str]:
    """The theme's own colours in its light scheme."""
    sheet = re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)
    block = sheet[sheet.index(":root {") :].split("}", 1)[0]
    return dict(TOKEN.findall(block))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    digits = colour.removeprefix("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else [digits[0:2], digits[2:4], digits[4:6]]
    parts = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
