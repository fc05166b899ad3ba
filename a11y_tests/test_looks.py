"""Each look at a page sees what is wrong on a page where everything is wrong; so where it says nothing, nothing is."""

from pathlib import Path

import pytest

from a11y_tests.browser import Browser
from a11y_tests.own_pages.snapshots import shelf_for
from a11y_tests.own_pages.visit import Visit, Visitor
from a11y_tests.test_pages import nothing
from participation_api.security import HEADERS

pytestmark = pytest.mark.browser
FOLDER = Path(__file__).parent / "own_pages"


@pytest.fixture(scope="module")
def seen() -> Visit:
    """The broken page under the server's own headers."""
    headers = {**HEADERS, "content-type": "text/html; charset=utf-8"}
    with shelf_for(FOLDER) as shelf, Browser() as browser:
        page = shelf.keep_page("broken", "/broken/", 200, headers, (FOLDER / "broken.html").read_bytes())
        return Visitor(browser).visit(page)


def kinds(problems: list[str]) -> set[str]:
    return {problem.split(":")[0] for problem in problems}


def test_axe_sees_barriers_in_each_look(seen: Visit) -> None:
    found = {(outcome.look, outcome.rule) for outcome in seen.axe if outcome.is_sure}
    rules = ("button-name", "heading-order", "html-has-lang", "page-has-heading-one", "region")
    looks = ("1280, light", "1280, dark", "1280, forced colours", "320, light")
    contrast = {(look, rule) for look in looks for rule in ("color-contrast", "color-contrast-enhanced")}
    sizes = {("1280, light", "target-size"), ("320, light", "target-size")}
    assert found == {("1280, light", rule) for rule in rules} | contrast | sizes


@pytest.mark.parametrize(
    ("look", "only_there"),
    [
        ("320 px wide", None),
        ("text at 200 %", "cut: “Fits until it is enlarged” in p.only-large"),
        ("320 px with text spacing", "cut: “Fits until it is spaced” in p.only-spaced"),
    ],
)
def test_cut_text_is_seen_where_it_is_cut(look: str, only_there: str | None, seen: Visit) -> None:
    always = {"cut", "beyond the edge of the page", "control beyond the edge of the page", "the page scrolls sideways"}
    assert always <= kinds(seen.clipped[look])
    fitting = [problem for problem in seen.clipped[look] if "Fits until" in problem and problem.startswith("cut")]
    assert fitting == ([only_there] if only_there else [])


def test_text_over_other_text_is_seen(seen: Visit) -> None:
    assert "under or over “Below another text”: “Above another text” in p.two" in seen.clipped["320 px wide"]


def test_missing_parts_are_seen(seen: Visit) -> None:
    assert kinds(seen.structure) == {
        "PG-03", "PG-04", "PG-05", "PG-09", "PG-10", "PG-11", "ER-03", "ER-04, LV-06", "LV-01",
        "something of script or style stands in the page",
    }  # fmt: skip


def test_a_keyboard_that_gets_lost_is_seen(seen: Visit) -> None:
    assert seen.skip_link == ["“Skip to main content” leads to #, not to #content", "the skip link leads nowhere"]
    assert seen.tab_stops == [
        "button without a name has no name",
        "button “Off the page” is not seen",
        "button “Off the page” is out of view",
        "button “Off the page” shows no clear focus (none)",
        "button “Covered” is covered by html > body > main > div:nth-of-type(2)",
        "button “Covered” shows no clear focus (none)",
        "button “No mark” shows no clear focus (none)",
    ]


def test_small_controls_and_lost_borders_and_colours_are_seen(seen: Visit) -> None:
    assert "button “Covered” is 67 × 30" in seen.small_targets
    assert seen.forced_colours == [
        "button.bare “Send” has no border",
        "button.markless “No mark” has no border",
        "“Text that is too pale” in p has a contrast of 1.9",
    ]


def test_messages_and_requests_are_seen(seen: Visit) -> None:
    refused = [line for line in seen.console if "Content Security Policy" in line]
    assert {word for word in ("stylesheet", "inline style", "inline script") if any(word in line for line in refused)} == {
        "stylesheet", "inline style", "inline script"
    }  # fmt: skip
    assert "http://127.0.0.1:9/elsewhere.css" in seen.requests


def test_a_list_of_problems_fails_with_the_whole_list() -> None:
    with pytest.raises(pytest.fail.Exception, match="too small\n    on 2: one, two"):
        nothing([("one", "too small"), ("two", "too small")])
