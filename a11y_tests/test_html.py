"""The HTML of every page, state and example is valid, and no two pages have the same title."""

import re
from collections import Counter
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from a11y_tests.conftest import OwnPages
from a11y_tests.own_pages.nu_checker import messages
from a11y_tests.test_pages import nothing

pytestmark = pytest.mark.browser
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


BROKEN = "<!doctype html><html lang=en><title>T</title><p id=a>One<p id=a>Two<img src=x>"
# What the checker says about something that is meant: its words, and our reason.
WAIVERS: Mapping[str, str] = {
    "The “list” role is unnecessary for element “ul”.": (
        "NB-02: Safari takes a list without marks for no list at all unless it says that it is one"
    ),
    "The “list” role is unnecessary for element “ol”.": "NB-02: the same for numbered ones",
}


@pytest.mark.criterion("4.1.2")
def test_nu_checker_has_nothing_to_say(own_pages: OwnPages, tmp_path: Path) -> None:
    """Notes count like errors and warnings: there is none. One run of Java; a broken page shows that it works."""
    pages = {snapshot.name: snapshot.html for snapshot in own_pages.snapshots}
    found = messages({**pages, "broken": BROKEN}, tmp_path)
    assert sorted(line.split(" at ")[0] for line in found if line.startswith("broken:")) == [
        "broken: error", "broken: error", "broken: warning"
    ]  # fmt: skip
    about_pages = [line for line in found if not line.startswith("broken:")]
    nothing(_page_and_message(line) for line in about_pages if not any(waived in line for waived in WAIVERS))
    if own_pages.is_whole:
        assert [waived for waived in WAIVERS if not any(waived in line for line in about_pages)] == []


@pytest.mark.requirement("PG-01")
@pytest.mark.criterion("2.4.2")
def test_no_two_addresses_have_the_same_title(own_pages: OwnPages) -> None:
    """States that an activity goes through one after the other, and answers to forms, are one address."""
    found = {page.name: unescape(TITLE.findall(page.html)[0]) for page in own_pages.snapshots if is_address(page.name)}
    assert {title: count for title, count in Counter(found.values()).items() if count > 1} == {}


def is_address(name: str) -> bool:
    group, _, state = name.partition("/")
    return group == "page" or state in ("open", "draft", "results-open")


def _page_and_message(line: str) -> tuple[str, str]:
    page, _, message = line.partition(": ")
    return page, message
