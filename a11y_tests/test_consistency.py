"""Pages compared: what is inconsistent is told where it was met second, and what is alike is not told at all."""

from typing import Any

import pytest

from a11y_tests.consistency import inconsistencies, traits_of
from a11y_tests.page import Page


def a_page(
    title: str = "", heading: str = "", nav: list[tuple[str, str]] | None = None, **regions: Any
) -> dict[str, Any]:
    links = {"nav": nav or [], **regions}
    return {
        "title": title,
        "heading": heading,
        "words": 100,
        "searches": [],
        "regions": {
            name: [{"name": n, "href": h, "selector": f"#{n}", "region": name.split()[0]} for n, h in rows]
            for name, rows in links.items()
            if rows
        },
    }


def said(pages: dict[str, dict[str, Any]]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    return {address: [(each.msg, each.wcag) for each in found] for address, found in inconsistencies(pages).items()}


MENU = [("home", "/"), ("pool", "/pool"), ("lake", "/lake")]


def test_pages_that_are_alike_give_nothing() -> None:
    assert said({"/": a_page("Town", "Town", MENU), "/pool": a_page("Pool", "Pool", MENU)}) == {}


def test_one_title_on_pages_with_other_headings_is_told() -> None:
    assert said({"/a": a_page("Town", "Pool"), "/b": a_page("Town", "Lake")}) == {
        "/b": [("title “Town” is also the title of /a, a page with another heading", ("2.4.2",))]
    }


def test_parts_of_one_list_may_share_a_title() -> None:
    assert said({"/a?page=1": a_page("News", "News"), "/a?page=2": a_page("News", "More news")}) == {}


def test_a_menu_in_another_order_is_told_on_the_page_that_differs() -> None:
    turned = [MENU[0], MENU[2], MENU[1]]
    pages = {"/1": a_page(nav=MENU), "/2": a_page(nav=turned), "/3": a_page(nav=MENU)}
    assert said(pages) == {
        "/2": [
            ("navigation (nav) has its links in another order than on other pages: “lake” before “pool”", ("3.2.3",))
        ]
    }


def test_a_menu_with_links_more_or_less_is_consistent() -> None:
    assert said({"/1": a_page(nav=MENU), "/2": a_page(nav=[MENU[0], ("hill", "/hill"), MENU[2]])}) == {}


def test_a_link_with_another_name_is_told() -> None:
    pages = {"/1": a_page(nav=MENU), "/2": a_page(nav=[MENU[0], ("swimming", "/pool"), MENU[2]])}
    assert said(pages) == {"/2": [("link “swimming” is called “pool” on other pages; both lead to /pool", ("3.2.4",))]}


@pytest.mark.parametrize("name", ["pool (2)", "you are here: pool", "pool"])
def test_a_name_with_an_addition_is_the_same_name(name: str) -> None:
    assert said({"/1": a_page(nav=MENU), "/2": a_page(nav=[MENU[0], (name, "/pool"), MENU[2]])}) == {}


def test_help_in_another_place_is_told() -> None:
    help_link = [("help", "/help")]
    assert said({"/1": a_page(header=help_link), "/2": a_page(footer=help_link)}) == {
        "/2": [("help (/help) stands in the footer here, and in the header of other pages", ("3.2.6",))]
    }


def test_help_in_both_places_is_consistent_with_each() -> None:
    help_link = [("help", "/help")]
    assert said({"/1": a_page(header=help_link, footer=help_link), "/2": a_page(footer=help_link)}) == {}


def test_a_search_field_with_another_name_is_told() -> None:
    one, other = a_page(), a_page()
    one["searches"] = [{"name": "search", "action": "/s", "selector": "#a"}]
    other["searches"] = [{"name": "find", "action": "/s", "selector": "#b"}]
    assert said({"/1": one, "/2": other}) == {
        "/2": [("the search field “find” is called “search” on other pages", ("3.2.4",))]
    }


@pytest.mark.browser
def test_traits_are_read_from_an_open_page(page: Page, tmp_path: Any) -> None:
    file = tmp_path / "page.html"
    file.write_text(
        '<!doctype html><html lang=en><title>Pool</title><nav aria-label="Town"><a href="http://a.example/x">Lake</a></nav>'
        "<main><h1>The pool</h1><a href=/y>in the text</a></main>",
        encoding="utf-8",
    )
    page.open(file.as_uri())
    page.hand_over_tree()
    assert traits_of(page) == {
        "title": "Pool",
        "heading": "The pool",
        "words": 6,
        "searches": [],
        "regions": {
            "nav town": [
                {
                    "name": "lake",
                    "href": "http://a.example/x",
                    "selector": "html > body > nav > a",
                    "region": "nav town",
                }
            ]
        },
    }
