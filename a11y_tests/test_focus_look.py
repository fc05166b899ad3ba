"""What counts as a visible change: not rounding, not a few smoothed dots, not a colour that nobody can tell apart."""

from PIL import Image, ImageDraw

from a11y_tests.focus_look import FocusLook, compared, contrast

WHITE = (255, 255, 255)


def with_line(color: tuple[int, int, int], width: int = 40) -> Image.Image:
    image = Image.new("RGB", (60, 30), WHITE)
    ImageDraw.Draw(image).line([(5, 25), (5 + width, 25)], fill=color, width=1)
    return image


def blank() -> Image.Image:
    return Image.new("RGB", (60, 30), WHITE)


def test_the_same_picture_shows_no_focus() -> None:
    assert compared(blank(), blank()) == FocusLook("none", 1.0)


def test_a_rounded_colour_and_three_dots_show_no_focus() -> None:
    assert compared(blank(), with_line((250, 250, 250))) == FocusLook("none", 1.0)
    assert compared(blank(), with_line((0, 0, 0), width=2)) == FocusLook("none", 1.0)


def test_a_dark_line_is_a_clear_mark() -> None:
    assert compared(blank(), with_line((0, 0, 0))) == FocusLook("clear", 21.0)


def test_a_pale_line_is_faint() -> None:
    assert compared(blank(), with_line((230, 230, 230))).change == "faint"


def test_pictures_of_other_sizes_cannot_be_compared() -> None:
    assert compared(blank(), Image.new("RGB", (61, 30), WHITE)).change == "unknown"


def test_contrast_is_wcag_s() -> None:
    assert round(contrast(bytes((118, 118, 118)), bytes(WHITE)), 2) == 4.54
