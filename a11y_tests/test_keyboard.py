"""Every page by the Tab key alone: the skip link, each stop, and where the focus is when the page opens."""

import pytest

from a11y_tests.own_pages.visit import Visit
from a11y_tests.test_pages import nothing, nothing_in

pytestmark = pytest.mark.browser


@pytest.mark.requirement("PG-02")
@pytest.mark.criterion("2.4.1")
def test_first_tab_is_a_skip_link_that_leads_into_main(visits: list[Visit]) -> None:
    nothing_in("skip_link", visits)


@pytest.mark.requirement("PG-09")
@pytest.mark.criterion("2.1.1", "2.1.2", "2.4.3", "2.4.7", "2.4.11", "4.1.2")
def test_every_stop_is_on_the_page_uncovered_named_and_marked(visits: list[Visit]) -> None:
    nothing_in("tab_stops", visits)


# Who presses "Change" on the page of all answers comes to the field of that answer.
ASKED_FOR = {"form/edit": "questions-form-helped-choice"}


@pytest.mark.criterion("3.2.1")
def test_only_a_message_takes_the_focus_when_a_page_opens(visits: list[Visit]) -> None:
    expected = {visit.name: visit.snapshot.target for visit in visits}
    expected |= {visit.name: "error-summary" for visit in visits if 'id="error-summary"' in visit.snapshot.html}
    expected |= {visit.name: "not-sent" for visit in visits if 'id="not-sent"' in visit.snapshot.html}
    expected |= {name: field for name, field in ASKED_FOR.items() if name in expected}
    wrong = [
        (visit.name, f"the focus is on “{visit.focused_at_load}”")
        for visit in visits
        if visit.focused_at_load != expected[visit.name]
    ]
    nothing(wrong)
