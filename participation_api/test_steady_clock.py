"""A clock that is put back changes no order and drops no answer."""

from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.conftest import NOON, Clock, sign_in
from participation_api.database import OneServer, StartProblem
from participation_api.settings import Settings
from participation_api.steady_clock import never_back
from participation_api.test_answers import send, tally
from participation_api.test_organise import press


def test_it_stands_still_until_the_machine_has_caught_up() -> None:
    times = iter(NOON + timedelta(seconds=second) for second in (0, 10, 4, 5, 11))
    now = never_back(lambda: next(times))
    found = [(now() - NOON).total_seconds() for _ in range(5)]
    assert found == [0, 10, 10.000001, 10.000002, 11]


def test_it_begins_at_the_newest_time_of_the_database_unless_that_is_far_ahead() -> None:
    assert never_back(lambda: NOON, NOON + timedelta(hours=1))() == NOON + timedelta(hours=1, microseconds=1)
    assert never_back(lambda: NOON, NOON + timedelta(days=2))() == NOON


def test_a_changed_answer_counts_after_the_clock_was_put_back_and_the_server_began_anew(
    settings: Settings, clock: Clock
) -> None:
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        send(browser, choice="soup")
        cookies = dict(browser.cookies)
    clock.pass_by(hours=-1)
    with TestClient(create_app(settings, clock), follow_redirects=False, cookies=cookies) as browser:
        assert send(browser, choice="salad", change="ballot") == 303
        assert tally(browser) == {"soup": 0, "salad": 1, "i-do-not-know": 0}


@pytest.mark.parametrize("hours", [-1, -72])
def test_the_last_change_by_hand_counts_after_the_clock_was_put_back(
    settings: Settings, clock: Clock, hours: int
) -> None:
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        sign_in(browser, "Ana")
        press(browser, browser.get("/organise/demo/lunch/"), "Close now")
    clock.pass_by(hours=hours)
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        sign_in(browser, "Ana")
        press(browser, browser.get("/organise/demo/lunch/"), "Open again")
    with TestClient(create_app(settings, clock)) as browser:
        service: Any = browser.app.state.service  # type: ignore[attr-defined]
        assert service.moment(service.manifest.activity("demo", "lunch")).is_open


def test_a_second_server_at_the_same_database_is_told_so(settings: Settings) -> None:
    first = OneServer(settings.database)
    with pytest.raises(StartProblem, match=r"^Another server already uses the database .*test\.sqlite3\. Stop it first"):
        OneServer(settings.database)
    first.release()
    OneServer(settings.database).release()
