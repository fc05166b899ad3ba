"""An organiser runs a session by keyboard alone, with scripts blocked, in Chromium and in Firefox."""

import pytest

from a11y_tests.live_site import LiveSite
from a11y_tests.own_pages.keyboard import Person

pytestmark = [pytest.mark.browser, pytest.mark.requirement("AU-01", "AU-09"), pytest.mark.criterion("2.1.1", "3.3.4")]
POLL = "Which lunch do you want?"


@pytest.fixture
def chair(person: Person, live: LiveSite) -> Person:
    """Signed in by a link: opening it shows a button, and only the button signs in."""
    person.open(live.organiser_link())
    assert person.heading == "Sign in to organise"
    person.press_button("Sign in")
    assert (person.path, person.heading) == ("/organise/", "Organise: you are signed in")
    return person


def session_of(person: Person) -> str:
    return f"state-chaired-{person.browser}"


def result_has_focus_and_undo_is_first(person: Person) -> None:
    """The h1 says what has happened and has the focus; the next Tab is Undo."""
    assert person.hands.focus().id == "content"
    person.hands.press("Tab")
    focus = person.hands.focus()
    assert (focus.role, focus.name.startswith("Undo")) == ("button", True)


def test_close_publish_and_undo(chair: Person) -> None:
    page = f"/organise/{session_of(chair)}/choice/"
    chair.open("/organise/")
    chair.press_button(f"Activities for tests, chaired-{chair.browser}")
    chair.press_button(POLL)
    assert chair.path == page
    chair.press_button("Close now, without waiting")
    assert chair.heading == f"“{POLL}” is closed"
    result_has_focus_and_undo_is_first(chair)
    chair.hands.press_and_wait("Enter")
    assert chair.heading.startswith("Undone")
    chair.press_button("Close now, without waiting")
    chair.press_button("Publish the results")
    assert chair.heading == f"The results of “{POLL}” are published"
    result_has_focus_and_undo_is_first(chair)
    chair.open(f"/take-part/{session_of(chair)}/choice/results/")
    assert chair.heading == f"Results: {POLL}"


def test_open_again_with_an_end_and_more_time(chair: Person) -> None:
    chair.open(f"/organise/{session_of(chair)}/several/")
    chair.press_button("Close now, without waiting")
    chair.press_button("Open again")
    assert chair.heading == "“What do you need?” is open again"
    chair.tab_to("Let it close by itself after")
    chair.press_button("Set an end")
    assert chair.heading == "“What do you need?” has a new end"
    chair.press_button("Add time")
    assert chair.heading == "“What do you need?” has a new end"


def test_hide_and_show_a_note(chair: Person, live: LiveSite) -> None:
    session = session_of(chair)
    chair.open(f"/organise/{session}/notes/")
    chair.fill("Reason for hiding note 1", "It names a person")
    chair.press_button("Hide note 1")
    assert chair.heading == "Note 1 is hidden now"
    result_has_focus_and_undo_is_first(chair)
    status = "select status from note where session = ? and number = 1"
    assert live.rows(status, session) == [("hidden",)]
    chair.press_button("Show note 1 again")
    assert chair.heading == "Note 1 is shown again"
    chair.press_button("Show note 4")
    assert chair.heading == "Note 4 is shown now"
    chair.press_button("Undo")
    assert live.rows("select number, status from note where session = ? order by number", session) == [
        (1, "shown"), (2, "shown"), (3, "hidden"), (4, "waiting")
    ]  # fmt: skip


def test_call_the_next_speaker(chair: Person, live: LiveSite) -> None:
    session = session_of(chair)
    states = "select number, state from turn where session = ? order by number"
    chair.open(f"/organise/{session}/floor/")
    chair.press_button("Call the next speaker: number 2")
    assert chair.heading == "Number 2 has the floor now"
    result_has_focus_and_undo_is_first(chair)
    assert live.rows(states, session) == [(1, "done"), (2, "called"), (3, "done")]
    chair.hands.press_and_wait("Enter")
    assert live.rows(states, session) == [(1, "done"), (2, "waiting"), (3, "called")]
    chair.press_button("Turn done: number 3")
    assert chair.heading == "The turn of number 3 is done"


def test_reload_and_back_do_nothing_again(chair: Person, live: LiveSite) -> None:
    chair.open(f"/organise/{session_of(chair)}/rooms/")
    chair.press_button("Close now, without waiting")
    changes = "select count(*) from activity_state where session = ? and activity = 'rooms'"
    before = live.rows(changes, session_of(chair))
    chair.hands.reload()
    chair.hands.back()
    chair.hands.forward()
    assert live.rows(changes, session_of(chair)) == before


def test_sign_out(chair: Person) -> None:
    chair.press_button("Sign out")
    assert chair.heading == "You are signed out"
    chair.open("/organise/")
    assert chair.heading == "Sign in to organise"
