"""What a screen reader is given on each kind of page and in each state, as text that was read by a person once.

After a change that is meant: `pytest a11y_tests/test_trees.py --update-golden`, and read the difference.
"""

from typing import Any

import pytest

from a11y_tests.conftest import Golden, OwnPages
from a11y_tests.own_pages.golden_tree import as_text
from a11y_tests.own_pages.visit import Visit

pytestmark = pytest.mark.browser

# One page of each kind that organisers write; their texts change, the kinds do not.
KINDS = ("page/404.html", "page/", "page/a-z/", "page/sessions/", "page/speakers/haoyi-chen/", "page/organisations/unsd/",
         "page/explainers/citizen-data/", "session/open", "session/arabic")  # fmt: skip


def golden_name(visit: Visit) -> str:
    return f"trees/{(visit.name.removesuffix('.html').rstrip('/') + ('/home' if visit.name == 'page/' else ''))}.txt"


def is_golden(visit: Visit) -> bool:
    """Pages of the server in every state, and one page of each kind of the rest."""
    return visit.name in KINDS or not visit.name.startswith(("page/", "session/", "example/"))


@pytest.mark.criterion("1.3.1", "1.3.2", "4.1.2")
def test_tree_is_the_one_that_was_read(visits: list[Visit], golden: Golden) -> None:
    trees = {golden_name(visit): as_text(visit.tree) for visit in visits if is_golden(visit)}
    assert [name for name, text in trees.items() if golden.differs(name, text)] == []


@pytest.mark.criterion("1.3.1", "2.4.1")
def test_parts_around_every_page_are_the_ones_that_were_read(visits: list[Visit], golden: Golden) -> None:
    visit = next((visit for visit in visits if visit.name == "page/glossary/"), visits[0])
    parts = "\n".join(as_text(visit.tree, role) for role in ("banner", "navigation", "contentinfo"))
    assert not golden.differs("trees/around.txt", parts)


def test_no_golden_tree_is_left_over(visits: list[Visit], golden: Golden, own_pages: OwnPages) -> None:
    if not own_pages.is_whole:
        pytest.skip("only some pages were looked at")
    wanted = {golden_name(visit) for visit in visits if is_golden(visit)} | {"trees/around.txt"}
    assert golden.known("trees/**/*.txt") - wanted == set()


def test_same_page_gives_the_same_text() -> None:
    nodes: list[dict[str, Any]] = [
        {"nodeId": "1", "role": {"value": "RootWebArea"}, "name": {"value": "Lunch"}, "childIds": ["2"]},
        {"nodeId": "2", "role": {"value": "main"}, "childIds": ["3", "4"]},
        {"nodeId": "3", "role": {"value": "heading"}, "name": {"value": "Lunch"}, "childIds": ["5"],
         "properties": [{"name": "level", "value": {"value": 1}}]},
        {"nodeId": "4", "role": {"value": "radio"}, "name": {"value": "Soup"}, "description": {"value": "It is hot"},
         "properties": [{"name": "checked", "value": {"value": "false"}}]},
        {"nodeId": "5", "role": {"value": "StaticText"}, "name": {"value": "Lunch"}},
    ]  # fmt: skip
    assert as_text(nodes) == (
        "title: Lunch\n"
        "main\n"
        '  heading "Lunch" (level 1)\n'
        '  radio "Soup" (not checked) – described: It is hot\n'
    )  # fmt: skip
