"""An audit as it could be: a page with findings of each level, a good page, one that failed, and two records."""

from datetime import UTC, date, datetime

import pytest

from a11y_tests.reports.manual_records import Record, Records
from a11y_tests.reports.model import JudgedPage, Run, findings_of

ORIGIN = "http://127.0.0.1:40123"
FOCUS = {
    "rule": "focus-visible",
    "msg": "button “Send” shows no visible focus",
    "wcag": ["2.4.7"],
    "level": "violation",
    "act": ["oj04fd"],
    "selector": "form > button",
    "html": "<button>Send</button>",
    "who": "People who see and use the keyboard.",
    "repair": "Leave the browser’s outline in place.",
}
ALT = {
    "rule": "axe:image-alt",
    "msg": "Images must have alternative text: Element does not have an alt attribute",
    "wcag": ["1.1.1"],
    "level": "violation",
    "act": [],
    "selector": "img:nth-of-type(2)",
    "html": '<img src="x.png">',
    "who": "",
    "repair": "=Give it an alt attribute",
}
LINK = {
    "rule": "link-text",
    "msg": "link “more”: is it clear where it leads?",
    "wcag": ["2.4.4"],
    "level": "review",
    "act": [],
    "selector": "a",
    "html": '<a href="/x">more</a>',
    "who": "People with screen readers.",
    "repair": "Say where it leads.",
}
ADVICE = {**LINK, "rule": "plain-language", "msg": "a long sentence", "wcag": [], "level": "advice", "selector": "p"}
ROWS = [FOCUS, ALT, ALT, LINK, ADVICE]


@pytest.fixture
def run() -> Run:
    bad, good, broken = f"{ORIGIN}/bad/", f"{ORIGIN}/good/?page=2", f"{ORIGIN}/broken/"
    return Run(
        at=datetime(2026, 11, 22, 15, 30, tzinfo=UTC),
        pages=(
            JudgedPage(bad, "Bad page", found=findings_of(bad, ROWS), content=frozenset({"script"})),
            JudgedPage(good, "Good page", content=frozenset({"link"})),
            JudgedPage(broken, error="the page was not loaded: HTTP status 500"),
        ),
        tools={"curbcut": "0.1.0", "axe-core": "4.14.1", "Chromium": "156"},
        left_out=(f"{ORIGIN}/organise/",),
        hidden_texts=3,
        unspoken=4,
    )  # fmt: skip


@pytest.fixture
def records() -> Records:
    tab = Record(
        date(2026, 11, 20), "Reviewer A", "Tab through the page", "none", "Firefox ESR 153",
        criteria=("2.4.3", "2.4.7"), outcome="passed",
    )  # fmt: skip
    failed = Record(
        date(2026, 11, 21), "Reviewer B", "Read the page aloud", "NVDA 2026.3", "Firefox ESR 153",
        persons_with_disabilities=1, pages=("/good/?page=2",), criteria=("1.3.1",), outcome="failed",
        place="The table", note="The table is read as text.", repair="Mark up the table.",
    )  # fmt: skip
    return Records(records=(tab, failed))
