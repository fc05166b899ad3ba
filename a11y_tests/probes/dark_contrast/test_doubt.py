"""axe measures a page once more in dark colours only where some text is not surely clear enough."""

from pathlib import Path

import pytest

from a11y_tests.page import Page
from a11y_tests.probes.dark_contrast.probe import is_in_doubt

pytestmark = pytest.mark.browser
SURE = [
    "<p>White on black</p>",
    '<p style="background: #fff; color: #222">Dark on a light ground</p>',
    '<p style="color: #222; opacity: 0; height: 0; overflow: hidden">Not seen</p>',
    '<div style="background: #eee; padding: 1em"><p style="color: #222">On the ground of its box</p></div>',
]
IN_DOUBT = [
    '<p style="color: #666">Grey on black</p>',
    '<p style="color: rgb(255 255 255 / .9)">Seen through</p>',
    '<p style="opacity: .9">Seen through as a whole</p>',
    '<div style="opacity: .9"><p style="background: #fff; color: #000">Seen through with its ground</p></div>',
    '<p style="background: linear-gradient(#000, #222)">On a picture</p>',
    '<p style="background: rgb(255 0 0 / .2)">On a veil</p>',
    '<p style="background: color(srgb 0 0 0)">On a colour in other numbers</p>',
    '<p style="color: #ddd">Moved</p><div style="background: #ddd; height: 5em; margin-top: -3em"></div>',
    '<div style="display: grid"><p style="grid-area: 1/1; background: #fff">x</p><p style="grid-area: 1/1">y</p></div>',
    '<div style="background: #fff; color: #fff; height: 1em; width: 1em; color: #000"><p>Out of its box</p></div>',
    '<p style="position: absolute; left: 0; top: 0">Over a picture</p><svg width="90" height="90"></svg>',
    '<input aria-label="x" style="background: #000; color: #333">',
]


def doubt(page: Page, folder: Path, body: str) -> bool:
    style = "<style>html { background: #000; color: #fff }</style>"
    file = folder / "page.html"
    file.write_text(f"<!doctype html><html lang=en><title>Page</title>{style}{body}", encoding="utf-8")
    page.open(file.as_uri())
    return is_in_doubt(page)


@pytest.mark.parametrize("body", SURE)
def test_clear_text_on_a_plain_ground_needs_no_measuring(page: Page, tmp_path: Path, body: str) -> None:
    assert doubt(page, tmp_path, body) is False


@pytest.mark.parametrize("body", IN_DOUBT)
def test_all_that_is_not_surely_clear_is_measured(page: Page, tmp_path: Path, body: str) -> None:
    assert doubt(page, tmp_path, body) is True
