"""The HTML of every page, state and example is valid, and no two pages have the same title."""

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from a11y_tests.conftest import OwnPages
from a11y_tests.own_pages.nu_checker import messages

pytestmark = pytest.mark.browser
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@pytest.mark.criterion("4.1.2")
def test_nu_checker_has_nothing_to_say(own_pages: OwnPages, tmp_path: Path) -> None:
    """Notes count like errors and warnings: there is none."""
    pages = {snapshot.name: snapshot.html for snapshot in own_pages.snapshots}
    assert "\n".join(messages(pages, tmp_path)) == ""


def test_nu_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    broken = "<!doctype html><html lang=en><title>T</title><p id=a>One<p id=a>Two<img src=x>"
    kinds = [line.split(" at ")[0] for line in messages({"broken/page": broken}, tmp_path)]
    assert sorted(kinds) == ["broken/page: error"] * 3


@pytest.mark.requirement("PG-01")
@pytest.mark.criterion("2.4.2")
def test_no_two_addresses_have_the_same_title(own_pages: OwnPages) -> None:
    """States that an activity goes through one after the other, and answers to forms, are one address."""
    found = {page.name: unescape(TITLE.findall(page.html)[0]) for page in own_pages.snapshots if is_address(page.name)}
    assert {title: count for title, count in Counter(found.values()).items() if count > 1} == {}


def is_address(name: str) -> bool:
    group, _, state = name.partition("/")
    return group == "page" or state in ("open", "draft", "results-open")
