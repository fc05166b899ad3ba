"""The stylesheet by itself, without a browser: contrast of its colours, and what it must never use."""

import re
from pathlib import Path

import pytest

SHEET = Path(__file__).parent / "assets" / "site.css"
CSS = re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)

SCHEMES = {
    "light": "",
    "dark": "@media screen and (prefers-color-scheme: dark)",
    "more contrast": "@media screen and (prefers-contrast: more)",
    "more contrast, dark": "@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark)",
    "print": "@media print",
}
# What each scheme overrides, in the order of the cascade.
LAYERS = {
    "light": ["light"],
    "dark": ["light", "dark"],
    "more contrast": ["light", "more contrast"],
    "more contrast, dark": ["light", "dark", "more contrast", "more contrast, dark"],
    "print": ["light", "print"],
}
SURFACES = ["paper", "panel", "tint"]
TEXT_PAIRS = [(text, surface) for text in ("ink", "soft", "accent", "error") for surface in SURFACES]
TEXT_PAIRS += [("on-accent", "accent"), ("on-band", "band")]
EDGE_PAIRS = [(edge, surface) for edge in ("edge", "line", "accent", "error") for surface in SURFACES]


def tokens_of(scheme: str) -> dict[str, str]:
    """The colour tokens that one media block sets on :root, as written in the sheet."""
    start = CSS.index(SCHEMES[scheme] + " {") if SCHEMES[scheme] else 0
    block = CSS[CSS.index(":root {", start) :].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b", block))


def colours(scheme: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for layer in LAYERS[scheme]:
        found |= tokens_of(layer)
    return found


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


def too_faint(scheme: str, pairs: list[tuple[str, str]], least: float) -> list[str]:
    found = colours(scheme)
    return [
        f"{front} on {back}: {contrast(found[front], found[back]):.2f}"
        for front, back in pairs
        if contrast(found[front], found[back]) < least
    ]


@pytest.mark.requirement("PG-13")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_has_a_contrast_of_seven_to_one(scheme: str) -> None:
    assert too_faint(scheme, TEXT_PAIRS, 7) == []


@pytest.mark.requirement("PG-13")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_borders_have_a_contrast_of_three_to_one(scheme: str) -> None:
    assert too_faint(scheme, EDGE_PAIRS, 3) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_one_colour_of_the_focus_ring_stands_out_on_every_background(scheme: str) -> None:
    found = colours(scheme)
    backs = [*SURFACES, "accent", "band", "error"]
    lost = [back for back in backs if max(contrast(found[ring], found[back]) for ring in ("ring", "halo")) < 3]
    assert lost == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_two_colours_of_the_focus_ring_leave_no_grey_where_both_vanish(scheme: str) -> None:
    found = colours(scheme)
    # A background is at best midway between the two, on a scale that multiplies; 9:1 leaves 3:1 to one of them.
    assert contrast(found["ring"], found["halo"]) >= 9


def test_no_colour_is_written_outside_the_tokens() -> None:
    without_tokens = re.sub(r":root\s*\{[^}]*\}", "", CSS)
    # `mark` looks the same in both schemes.
    assert re.findall(r"#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\(", without_tokens) == ["#ffd34d", "#14181a"]
    assert contrast("#ffd34d", "#14181a") >= 7


def declarations() -> list[str]:
    """Every `property: value` of the sheet; media conditions are none."""
    return [line.strip() for block in re.findall(r"\{([^{}]*)\}", CSS) for line in block.split(";") if ":" in line]


def test_right_to_left_needs_no_second_sheet() -> None:
    physical = re.compile(
        r"^(?:(?:margin|padding|border|scroll-margin|inset)-)?(?:left|right|top|bottom)\b"
        r"|^(?:text-align|float|clear):\s*(?:left|right)"
        r"|^(?:min-|max-)?(?:width|height):"
        r"|^border-(?:top|bottom)-(?:left|right)-radius"
    )
    assert [line for line in declarations() if physical.match(line)] == []


def test_four_values_never_give_the_two_sides_different_space() -> None:
    uneven = []
    for line in declarations():
        name, value = line.split(":", 1)
        parts = value.split()
        if name.strip() in ("margin", "padding", "inset") and len(parts) == 4 and parts[1] != parts[3]:
            uneven.append(line)
    assert uneven == []


@pytest.mark.requirement("PG-09")
def test_nothing_sticks_to_the_screen() -> None:
    assert [line for line in declarations() if re.match(r"position:\s*(?:fixed|sticky)", line)] == []


@pytest.mark.requirement("RS-06")
def test_nothing_moves() -> None:
    moving = re.compile(r"^(?:animation|transition|scroll-behavior|offset-path|view-transition)")
    assert [line for line in declarations() if moving.match(line)] + re.findall(r"@keyframes", CSS) == []


def test_nothing_is_fetched() -> None:
    assert re.findall(r"@import|@font-face|url\([^)]*\)", CSS) == []
