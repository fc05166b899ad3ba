"""The first vote in w3m and in Lynx: browsers that show text alone, run no script and know no style."""

import re
import shutil
from pathlib import Path

import pytest

from a11y_tests import test_journeys as journeys
from a11y_tests.live_site import LiveSite
from a11y_tests.own_pages.terminal import Terminal

pytestmark = [pytest.mark.browser, pytest.mark.requirement("PG-06"), pytest.mark.criterion("1.3.1", "2.1.1")]
RECORDED = "Your answer is recorded"
NOT_SENT = "Your answer has not been sent yet"


def missing(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(
        shutil.which(program) is None, reason=f"{program} is not installed, so {program} was NOT tried"
    )


@missing("w3m")
@pytest.mark.requirement("CF-01")
def test_first_vote_in_w3m(live: LiveSite, tmp_path: Path) -> None:
    """w3m repeats the first POST as a GET, is told that nothing was sent, and sends again with its cookie."""
    before = journeys.ballots(live)
    with Terminal(["w3m", live.origin + journeys.STAGES], tmp_path) as w3m:
        w3m.wait_for("Send my answer")
        _choose_and_send(w3m)
        assert w3m.wait_for(NOT_SENT, RECORDED) == NOT_SENT
        assert journeys.ballots(live) == before
        _choose_and_send(w3m)
        w3m.wait_for(RECORDED)
    assert journeys.ballots(live) == [*before, '["collecting"]']


def _choose_and_send(w3m: Terminal) -> None:
    """A search goes to the words of the choice; the button of it is one link back."""
    w3m.type("/", "Collecting the data", "Enter", "Shift+Tab", "Enter")
    w3m.type("/", "Send my answer", "Enter", "Enter")


@missing("w3m")
@pytest.mark.requirement("ER-08")
def test_w3m_without_cookies_is_led_to_an_address_where_it_can_vote(live: LiveSite, tmp_path: Path) -> None:
    before = journeys.ballots(live)
    with Terminal(["w3m", "-no-cookie", live.origin + journeys.STAGES], tmp_path) as w3m:
        w3m.wait_for("Send my answer")
        _choose_and_send(w3m)
        w3m.wait_for(NOT_SENT)
        assert journeys.ballots(live) == before
        w3m.type("/", "answer without a cookie", "Enter", "Enter")
        w3m.wait_for("This address is yours alone", "Send my answer")
        _choose_and_send(w3m)
        w3m.wait_for(RECORDED)
    assert journeys.ballots(live) == [*before, '["collecting"]']


@missing("lynx")
@pytest.mark.requirement("CF-01")
def test_first_vote_in_lynx(live: LiveSite, tmp_path: Path) -> None:
    """Lynx asks whether it may keep the cookie, and whether it may send the form again; then the vote counts."""
    before = journeys.ballots(live)
    with Terminal(["lynx", "-number_fields", live.origin + journeys.STAGES], tmp_path) as lynx:
        lynx.wait_for("Send my answer")
        choice, button = (_number(lynx, words) for words in ("Collecting the data", "Send my answer"))
        # It starts on the first link, and Enter on a choice stays there.
        lynx.type("\t" * (choice - 1), "Enter", "\t" * (button - choice), "Enter")
        questions = {"allow cookie": "y", "Allow?": "y", "P)roceed": "p", "Proceed": "p"}
        while (said := lynx.wait_for(RECORDED, *questions)) != RECORDED:
            lynx.type(questions[said])
    assert journeys.ballots(live) == [*before, '["collecting"]']


def _number(lynx: Terminal, words: str) -> int:
    """The number that Lynx gives to a link or a field."""
    found = re.search(rf"\[(\d+)\][^\[]*{words}", lynx.screen.text)
    assert found, lynx.screen.text
    return int(found[1])
