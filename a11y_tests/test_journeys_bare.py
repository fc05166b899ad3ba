"""Taking part with less: without styles, without cookies, and with a hand that presses a button twice."""

from collections.abc import Iterator

import pytest

from a11y_tests import test_journeys as journeys
from a11y_tests.firefox import Firefox, firefox_path
from a11y_tests.live_site import LiveSite
from a11y_tests.own_pages.hands import ChromiumHands, FirefoxHands
from a11y_tests.own_pages.keyboard import Person
from a11y_tests.own_pages.recipes import GOOD, Device
from a11y_tests.own_pages.snapshots import device

pytestmark = pytest.mark.browser
TASKS = (
    journeys.test_vote_from_the_session_page,
    journeys.test_write_a_note,
    journeys.test_choose_a_room,
    journeys.test_ask_for_the_floor_in_writing,
    journeys.test_correct_an_error,
    journeys.test_change_an_answer,
    journeys.test_withdraw_an_answer,
    journeys.test_another_person_on_the_same_device_erases_nothing,
)
MILLISECONDS = (0, 20, 50, 100, 150, 200, 300)


@pytest.fixture
def unstyled(chromium_hands: ChromiumHands, live: LiveSite) -> Iterator[Person]:
    """Somebody whose browser loads no style sheet."""
    chromium_hands.forget_cookies()
    chromium_hands.cdp.call("Network.setBlockedURLs", urls=["*.css"])
    chromium_hands.cdp.call("Network.setCacheDisabled", cacheDisabled=True)
    yield Person(chromium_hands, live.origin)
    chromium_hands.cdp.call("Network.setBlockedURLs", urls=[])
    chromium_hands.cdp.call("Network.setCacheDisabled", cacheDisabled=False)


@pytest.mark.requirement("PG-06")
@pytest.mark.criterion("1.3.1", "1.3.2")
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__.removeprefix("test_"))
def test_task_is_done_without_styles(task: object, unstyled: Person, live: LiveSite) -> None:
    unstyled.open(journeys.STAGES)
    assert unstyled.hands.ask("() => getComputedStyle(document.body).fontFamily").startswith('"Times')
    assert callable(task)
    task(unstyled, live)


@pytest.mark.requirement("CF-03")
@pytest.mark.criterion("3.3.4")
@pytest.mark.parametrize("milliseconds", MILLISECONDS)
def test_double_press_on_a_first_visit_counts_once(milliseconds: int, person: Person, live: LiveSite) -> None:
    before = journeys.ballots(live)
    person.open(journeys.STAGES)
    person.choose("Using the data to change something")
    person.tab_to("Send my answer")
    person.hands.press_twice("Enter", milliseconds)
    assert person.heading == "Your answer is recorded"
    assert journeys.ballots(live) == [*before, '["using"]']


@pytest.mark.requirement("CF-03", "NB-01")
def test_double_press_leaves_one_note(person: Person, live: LiveSite) -> None:
    person.open(journeys.BOARD)
    person.choose("A step to take next")
    person.fill("Your note", f"Pressed twice in {person.browser}")
    person.tab_to("Send my note")
    person.hands.press_twice("Enter", 60)
    assert person.heading == "Your note is recorded"
    assert live.rows("select count(*) from note where text = ?", f"Pressed twice in {person.browser}") == [(1,)]


@pytest.mark.requirement("ER-08")
@pytest.mark.skipif(firefox_path() is None, reason="Firefox is not installed, so Firefox was NOT tried")
def test_browser_that_refuses_cookies_is_told_and_takes_part_without_one(live: LiveSite) -> None:
    before = journeys.ballots(live)
    with Firefox(are_scripts_blocked=True, are_cookies_refused=True) as firefox:
        person = Person(FirefoxHands(firefox), live.origin)
        journeys.vote(person)
        assert person.heading == "Your browser refused the cookie; your answer was not saved"
        assert "Collecting the data" in person.text
        assert journeys.ballots(live) == before
        person.press_button("Send it without a cookie")
        assert person.heading == "Your answer is recorded"
        assert "This address is yours alone" in person.text
        assert journeys.ballots(live) == [*before, '["collecting"]']


def test_no_cookie_is_set_before_something_is_sent(live: LiveSite) -> None:
    with device(live).client as client:
        visitor = Device(client)
        for path in (
            *live.pages[:5],
            "/take-part/",
            *(journeys.STAGES + page for page in ("", "results/", "receipt/")),
        ):
            assert "set-cookie" not in visitor.open(path).headers, path
        visitor.send(journeys.STAGES, {})
        assert dict(client.cookies) == {}
        visitor.send("/take-part/state-open/choice/", GOOD["choice"])
        assert list(client.cookies) == ["curbcut"]
