"""The walk of the Tab key is the same whether its presses wait for one another or not."""

from pathlib import Path

import pytest

from a11y_tests.page import Page
from a11y_tests.tab_walk import Place, go, pressed_at_once, start

pytestmark = pytest.mark.browser
EVERY_SORT = """<!doctype html><html lang=en><title>Page</title>
<style>header { position: sticky; top: 0; background: white } p { margin: 60vh 0 }</style>
<header><a href="#x" id=skip>Skip</a></header>
<p><input type=date id=date aria-label=Day></p>
<p><input type=radio name=r id=r1 aria-label=One> <input type=radio name=r id=r2 aria-label=Two></p>
<p><button id=late tabindex=2>Late</button> <button id=first tabindex=1>First</button></p>
<p><button id=unseen style="opacity: 0">Unseen</button> <a href="#y" id=last>Last</a></p>"""
STOPS = ["first", "late", "skip", "date", "r1", "unseen", "last"]


@pytest.fixture
def sorts(page: Page, tmp_path: Path) -> Page:
    (tmp_path / "sorts.html").write_text(EVERY_SORT, encoding="utf-8")
    page.open((tmp_path / "sorts.html").as_uri())
    page.ensure_tree()
    return page


def ids(places: list[Place]) -> list[str]:
    return [stop.element.id if stop else f"in page: {is_in_page}" for stop, is_in_page in places]


def test_presses_sent_at_once_meet_the_same_stops_in_the_same_places(sorts: Page) -> None:
    tabbable = start(sorts)
    slowly = [go(sorts, key, tabbable, 0, is_slow=False) for key in ("Tab", "Shift+Tab")]
    at_once = [go(sorts, key, tabbable, 20, is_slow=False) for key in ("Tab", "Shift+Tab")]
    assert at_once == slowly
    assert [stop.element.id for stop in at_once[0].stops] == STOPS


def test_too_many_presses_at_once_end_where_the_focus_left_the_page(sorts: Page) -> None:
    """Tab goes in again from the start; what follows must begin where the walk ended, not in the middle."""
    start(sorts)
    forward = list(pressed_at_once(sorts, "Tab", 16, []))
    assert ids(forward)[-4:] == ["r1", "unseen", "last", "in page: False"]
    assert ids(list(pressed_at_once(sorts, "Shift+Tab", 3, []))) == ["last", "unseen", "r1"]


def test_more_stops_than_are_pressed_at_once_are_all_met(sorts: Page, tmp_path: Path) -> None:
    links = "".join(f'<a href="#{number}" id="n{number}">{number}</a> ' for number in range(150))
    (tmp_path / "many.html").write_text(f"<!doctype html><html lang=en><title>Page</title>{links}", encoding="utf-8")
    sorts.open((tmp_path / "many.html").as_uri())
    assert [stop.element.id for stop in sorts.tab_walk.stops] == [f"n{number}" for number in range(150)]
