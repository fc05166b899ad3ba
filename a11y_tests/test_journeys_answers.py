"""By keyboard alone, with scripts blocked: checking several answers before they are sent, and agreeing with a note."""

import pytest

from a11y_tests.live_site import LiveSite
from a11y_tests.own_pages.keyboard import Person
from a11y_tests.own_pages.recipes import address

pytestmark = [pytest.mark.browser, pytest.mark.requirement("PG-06"), pytest.mark.criterion("2.1.1")]
FORM, RESULTS = address("open", "form"), address("open", "notes", "results")


def ballots(live: LiveSite, question: str) -> list[str]:
    sql = f"select choices from ballot where session = 'state-open' and activity = 'form.{question}' order by at"
    return [str(choices) for (choices,) in live.rows(sql)]


@pytest.mark.requirement("CF-05", "ER-09")
@pytest.mark.criterion("3.3.4", "3.3.6")
def test_check_all_answers_mend_one_go_back_and_send(person: Person, live: LiveSite) -> None:
    before = ballots(live, "pace")
    person.open(FORM)
    person.choose("Too fast")
    person.fill("Which word do you take home? Write one word or a short phrase, up to 40 characters (optional)", "Trust")
    person.press_button("Check my answers")
    assert (person.path, person.heading) == (FORM, "Check your answers")
    assert ballots(live, "pace") == before
    person.press_button("Change answer 4 (Which word do you take home?)")
    assert person.hands.focus().id == "questions-form-word-words"
    assert person.hands.focus().value == "Trust"
    person.hands.press("Tab")
    assert person.hands.focus().name == "Check my answers"
    person.hands.press_and_wait("Enter")
    assert person.heading == "Check your answers"
    person.press_button("Send my answers")
    assert (person.path, person.heading) == (FORM + "receipt/", "Your answers are recorded")
    assert ballots(live, "pace") == [*before, '["too-fast"]']


@pytest.mark.requirement("NB-01", "NB-05")
@pytest.mark.criterion("2.4.3", "4.1.3")
def test_agree_with_a_note_and_take_it_back(person: Person) -> None:
    person.open(RESULTS)
    person.press_button("I agree, note 2")
    assert person.path.startswith(RESULTS)
    assert "You agree with note 2." in person.text
    # The next stop is the way back.
    person.hands.press("Tab")
    assert person.hands.focus().name == "Take back my agreement, note 2"
    person.hands.press_and_wait("Enter")
    assert "Your agreement with note 2 is taken back." in person.text
