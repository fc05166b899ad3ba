"""Every task on a screen 320 px wide by touch, with text at 200 %, and in a language that is written from right to left."""

from collections.abc import Iterator
from typing import Any

import pytest

from a11y_tests import test_journeys as journeys
from a11y_tests.live_site import LiveSite
from a11y_tests.own_pages.finger import Finger
from a11y_tests.own_pages.hands import ChromiumHands
from a11y_tests.own_pages.keyboard import CannotReach, Person
from a11y_tests.test_journeys_bare import TASKS as EVERY_TASK

pytestmark = pytest.mark.browser
# What an error leads to is walked by keyboard alone.
TASKS = tuple(task for task in EVERY_TASK if task is not journeys.test_correct_an_error)
ARABIC = "/take-part/state-arabic/"


@pytest.fixture(params=[False, True], ids=["320 px", "320 px and text at 200 %"])
def finger(request: pytest.FixtureRequest, chromium_hands: ChromiumHands, live: LiveSite) -> Iterator[Finger]:
    cdp = chromium_hands.cdp
    chromium_hands.forget_cookies()
    cdp.call("Emulation.setDeviceMetricsOverride", width=320, height=640, deviceScaleFactor=1, mobile=True)
    cdp.call("Emulation.setTouchEmulationEnabled", enabled=True)
    yield Finger(chromium_hands, live.origin, is_text_large=request.param)
    cdp.call("Emulation.setTouchEmulationEnabled", enabled=False)
    cdp.call("Emulation.clearDeviceMetricsOverride")


@pytest.mark.criterion("1.4.4", "1.4.10", "2.5.1")
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__.removeprefix("test_"))
def test_task_is_done_by_touch_on_a_small_screen(task: Any, finger: Finger, live: LiveSite) -> None:
    task(finger, live)
    wide = finger.hands.ask("() => document.scrollingElement.scrollWidth")
    assert wide <= 320


def test_what_is_covered_cannot_be_tapped(finger: Finger) -> None:
    finger.open(journeys.STAGES)
    finger.hands.ask(
        "() => { const cover = document.createElement('div');"
        " Object.assign(cover.style, {position: 'fixed', inset: '0', zIndex: '99'}); document.body.append(cover); }"
    )
    with pytest.raises(CannotReach, match="is covered or outside the screen"):
        finger.press_button("Send my answer")


@pytest.mark.criterion("1.3.2", "2.1.1")
def test_every_task_is_done_from_right_to_left(person: Person, live: LiveSite) -> None:
    person.open(f"{ARABIC}choice/")
    assert person.hands.ask("() => getComputedStyle(document.querySelector('main form')).direction") == "rtl"
    person.choose("حساء مع الخبز")
    person.press_button("Send my answer")
    assert (person.path, "حساء مع الخبز" in person.text) == (f"{ARABIC}choice/receipt/", True)
    person.open(f"{ARABIC}notes/")
    person.choose("أفكار")
    person.fill("Your note", "ملاحظة")
    person.press_button("Send my note")
    assert (person.path, "ملاحظة" in person.text) == (f"{ARABIC}notes/receipt/", True)
    person.open(f"{ARABIC}rooms/")
    person.choose("Any room")
    person.press_button("Choose this room")
    assert person.path.startswith(f"{ARABIC}rooms/")
    person.open(f"{ARABIC}floor/")
    person.choose("I sign")
    person.choose("Online")
    person.press_button("Ask for the floor")
    assert person.path == f"{ARABIC}floor/receipt/"
    sql = "select mode, place from turn where session = 'state-arabic' order by number desc"
    assert live.rows(sql)[0] == ("sign", "online")
