"""People take part by keyboard alone, with scripts blocked, in Chromium and in Firefox: every task from page to receipt."""

import re

import pytest

from a11y_tests.live_site import LiveSite
from a11y_tests.own_pages.keyboard import Person

pytestmark = [pytest.mark.browser, pytest.mark.requirement("PG-06"), pytest.mark.criterion("2.1.1")]
SESSION = "/sessions/citizen-data/"
STAGES = "/take-part/citizen-data/stages/"
BOARD = "/take-part/citizen-data/board/"
ROOMS = "/take-part/citizen-data/rooms/"
FLOOR = "/take-part/citizen-data/floor/"

# Others may wait already.
OWN_PLACE = re.compile(r"Your request is recorded\. You are (next|2nd|3rd|number \d+ in the queue)\.")


def ballots(live: LiveSite) -> list[str]:
    """The choices of every ballot in the first poll, oldest first."""
    found = live.rows("select choices from ballot where session = 'citizen-data' and activity = 'stages' order by at")
    return [str(choices) for (choices,) in found]


def vote(person: Person, choice: str = "Collecting the data", path: str = STAGES) -> None:
    person.open(path)
    person.choose(choice)
    person.press_button("Send my answer")


@pytest.mark.requirement("CF-01", "CF-02")
@pytest.mark.criterion("2.4.2", "4.1.3")
def test_vote_from_the_session_page(person: Person, live: LiveSite) -> None:
    before = ballots(live)
    vote(person, path=SESSION)
    assert (person.path, person.heading) == (STAGES + "receipt/", "Your answer is recorded")
    assert person.title.startswith("Your answer is recorded – Citizen data to advance human rights")
    assert "Collecting the data" in person.text
    assert ballots(live) == [*before, '["collecting"]']
    assert person.hands.ask("() => document.querySelector('main a').textContent") == "What is open now"


@pytest.mark.requirement("NB-01", "NB-04")
def test_write_a_note(person: Person, live: LiveSite) -> None:
    person.open(BOARD)
    person.choose("Something that works")
    person.fill("Your note (up to 1000 characters)", "Ask us first.")
    person.tab_to("Language of your note (optional)")
    person.press_button("Send my note")
    assert (person.path, person.heading) == (BOARD + "receipt/", "Your note is recorded")
    sql = "select column_id, text, lang, status from note where session = 'citizen-data' order by number desc"
    assert live.rows(sql)[0] == ("works", "Ask us first.", "", "waiting")


@pytest.mark.requirement("BR-02", "BR-03")
def test_choose_a_room(person: Person, live: LiveSite) -> None:
    person.open(ROOMS)
    person.choose("Trust and safety")
    person.press_button("Choose this room")
    assert (person.path, person.heading) == (ROOMS + "receipt/", "Your room is recorded: Trust and safety")


@pytest.mark.requirement("SQ-01", "FM-11")
def test_ask_for_the_floor_in_writing(person: Person, live: LiveSite) -> None:
    person.open(FLOOR)
    person.choose("In writing only")
    person.fill("Your text (optional, unless it is read aloud or in writing only)", "Thank you.")
    person.choose("Online")
    person.fill("How shall we call you? (optional; or we give you a number)", "Sam")
    person.press_button("Ask for the floor")
    assert person.path == FLOOR + "receipt/"
    assert OWN_PLACE.fullmatch(person.heading)
    sql = "select mode, place, name, text, state from turn where session = 'citizen-data' order by number desc"
    assert live.rows(sql)[0] == ("written", "online", "Sam", "Thank you.", "waiting")


@pytest.mark.requirement("ER-01", "ER-02", "ER-03")
@pytest.mark.criterion("2.4.3", "3.3.1", "3.3.3")
def test_correct_an_error(person: Person, live: LiveSite) -> None:
    person.open(FLOOR)
    person.fill("How shall we call you? (optional; or we give you a number)", "Kim")
    person.press_button("Ask for the floor")
    assert person.title.startswith("Error: Open: Do you want to say something to everyone?")
    assert person.focus_at("error-summary").id == "error-summary"
    person.hands.press("Tab")
    assert person.hands.focus().name == "Choose how you take your turn"
    person.hands.press("Enter")
    focus = person.focus_at("queue-floor-mode")
    assert (focus.id, focus.name) == ("queue-floor-mode", "I speak")
    person.hands.press("Space")
    person.choose("In the room")
    assert person.tab_to("How shall we call you? (optional; or we give you a number)").value == "Kim"
    person.press_button("Ask for the floor")
    assert OWN_PLACE.fullmatch(person.heading)
    assert live.rows("select name, mode from turn order by at desc, number desc")[0] == ("Kim", "speak")


@pytest.mark.requirement("CF-02")
@pytest.mark.criterion("3.3.4", "3.3.6")
def test_change_an_answer(person: Person, live: LiveSite) -> None:
    before = ballots(live)
    vote(person)
    person.press_button("Change")
    assert person.hands.ask("() => document.querySelector('main input:checked').value") == "collecting"
    person.choose("Checking the data")
    person.press_button("Send my answer")
    assert person.heading == "Your answer is recorded"
    assert ballots(live) == [*before, '["checking"]']


@pytest.mark.requirement("CF-02")
@pytest.mark.criterion("3.3.4", "3.3.6")
def test_withdraw_an_answer(person: Person, live: LiveSite) -> None:
    before = ballots(live)
    vote(person)
    person.press_button("Withdraw")
    assert person.heading == "Withdraw this?"
    person.press_button("Withdraw it")
    assert person.heading == "It is withdrawn"
    assert ballots(live) == before


@pytest.mark.requirement("CF-03")
def test_another_person_on_the_same_device_erases_nothing(person: Person, live: LiveSite) -> None:
    before = ballots(live)
    vote(person, "Planning what to ask")
    vote(person, "I do not know")
    assert person.heading == "Change your answer, or is this another person?"
    assert ballots(live) == [*before, '["planning"]']
    person.press_button("I am another person on this device")
    assert person.heading == "Your answer is recorded"
    assert ballots(live) == [*before, '["planning"]', '["not-known"]']


def test_finish_on_this_device(person: Person, live: LiveSite) -> None:
    vote(person)
    before = live.content()
    person.press_button("Finish on this device")
    assert person.heading == "You have finished on this device"
    # Chromium may show the receipt once more from its memory, which no server can forbid; it can change nothing.
    person.hands.back()
    person.hands.reload()
    assert person.heading == "Nothing is recorded from this device"
    assert live.content() == before


@pytest.mark.requirement("CF-04", "ER-09")
@pytest.mark.criterion("3.3.4")
def test_reload_back_and_forward_send_nothing(person: Person, live: LiveSite) -> None:
    vote(person)
    before = live.content()
    person.hands.reload()
    assert person.heading == "Your answer is recorded"
    person.hands.back()
    assert person.path == STAGES
    person.hands.forward()
    assert (person.path, person.heading) == (STAGES + "receipt/", "Your answer is recorded")
    assert live.content() == before


@pytest.mark.requirement("ER-09")
@pytest.mark.criterion("3.3.4")
def test_reload_back_and_forward_after_an_error_send_and_lose_nothing(person: Person, live: LiveSite) -> None:
    name = "How shall we call you? (optional; or we give you a number)"
    person.open(FLOOR)
    person.fill(name, "Noor")
    before = live.content()
    person.press_button("Ask for the floor")
    # Firefox asks before it sends a form again, in a window of its own that no test can answer.
    reload = [] if person.hands.asks_before_sending_again else [person.hands.reload]
    for go in (*reload, person.hands.back, person.hands.forward):
        go()
        assert person.hands.ask("() => document.querySelector('[name=name]').value") == "Noor", go.__name__
    assert person.title.startswith("Error: ")
    assert live.content() == before
