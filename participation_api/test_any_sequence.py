"""Whatever people and organisers do, in whatever order: no impossible state, and nobody is counted twice."""

from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from participation_api.components.schedule import State
from participation_api.conftest import Clock
from participation_api.organise_states import STATE_ACTIONS, stamp
from participation_api.organiser_links import add_link

LUNCH, ORGANISE = "/take-part/demo/lunch/", "/organise/demo/lunch/"
FORM = {"content-type": "application/x-www-form-urlencoded"}
people = st.sampled_from("abc")
steps = st.one_of(
    st.tuples(st.just("vote"), people, st.sampled_from(["soup", "salad"])),
    st.tuples(st.just("change"), people, st.sampled_from(["soup", "salad"])),
    st.tuples(st.just("withdraw"), people, st.just("")),
    st.tuples(st.just("state"), st.sampled_from(sorted(STATE_ACTIONS)), st.sampled_from(["5", "7", ""])),
    st.tuples(st.just("undo"), st.just(""), st.just("")),
    st.tuples(st.just("time"), st.sampled_from([1, 4, 60, 60 * 24 * 8]), st.just("")),
)
# From each state, by hand or by the clock; undo may lead back to whatever was before.
FOLLOWS = {
    State.DRAFT: {State.OPEN},
    State.OPEN: {State.OPEN, State.CLOSING, State.CLOSED},
    State.CLOSING: {State.CLOSING, State.OPEN, State.CLOSED},
    State.CLOSED: {State.PUBLISHED, State.OPEN},
    State.PUBLISHED: {State.CLOSED, State.OPEN},
}


class Everyone:
    """Three people with a browser each, an organiser, and the server between them."""

    def __init__(self, client: TestClient, clock: Clock) -> None:
        self.client, self.clock = client, clock
        self.service: Any = client.app.state.service  # type: ignore[attr-defined]
        self.live = self.service.manifest.activity("demo", "lunch")
        self.cookies: dict[str, dict[str, str]] = {}
        self.answers: dict[str, str] = {}
        """What each person was told is recorded."""
        token = add_link(self.service.settings.database, "owner", "Ana", 3000, at=clock())
        assert self.send("Ana", f"/organise/in/{token}") == 303

    def send(self, who: str, path: str, **fields: str) -> int:
        """From this person's own browser."""
        self.client.cookies.clear()
        cookies = self.cookies.setdefault(who, {})
        headers = FORM | {"cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        answer = self.client.post(path, content=urlencode(fields), headers=headers)
        cookies.update(answer.cookies)
        return self.send(who, answer.headers["location"], **fields) if answer.status_code == 307 else answer.status_code

    def do(self, what: str, first: Any, second: str) -> None:
        match what:
            case "vote" | "change":
                change = {"change": "ballot"} if what == "change" else {}
                if self.send(first, LUNCH, choice=second, **change) == 303:
                    self.answers[first] = second
            case "withdraw":
                if self.send(first, f"{LUNCH}withdraw/", entry="ballot") == 303:
                    self.answers.pop(first, None)
            case "time":
                self.clock.pass_by(minutes=first)
            case "state":
                marks = {"expected": stamp(self.service, self.live, self.moment()), "minutes": second}
                self.send("Ana", f"{ORGANISE}state/{first}", **marks)
            case "undo":
                last = self.service.states.last(self.live)
                at = last.at.isoformat(timespec="microseconds") if last else ""
                self.send("Ana", f"{ORGANISE}state/undo", at=at)

    def moment(self) -> Any:
        return self.service.moment(self.live)

    def ballots(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.run(self.service.store.rows, "select choices, participant from ballot")
        return found

    def run(self, what: Any, *values: Any) -> Any:
        return self.client.portal.call(what, *values)  # type: ignore[union-attr]


@pytest.mark.requirement("CF-03")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=st.lists(steps, max_size=14))
def test_no_sequence_of_requests_reaches_an_impossible_state_or_counts_a_person_twice(
    client: TestClient, clock: Clock, sequence: list[tuple[str, Any, str]]
) -> None:
    _begin_anew(client)
    everyone = Everyone(client, clock)
    for step in sequence:
        before = everyone.moment().state
        everyone.do(*step)
        after = everyone.moment().state
        if step[0] in ("vote", "change", "withdraw"):
            assert after is before, "no participant changes the state"
        elif step[0] == "state" and after is not before:
            assert after in FOLLOWS[before]
        _check_counts(everyone)


def _begin_anew(client: TestClient) -> None:
    service: Any = client.app.state.service  # type: ignore[attr-defined]
    from participation_api.components.contract import Step, Write

    tables = ("ballot", "closing_tally", "activity_state", "moderation_log")
    erase = Write("erase", tuple(Step(f"delete from {table}", ()) for table in tables))
    client.portal.call(service.writer.save, erase)  # type: ignore[union-attr]
    service.states._changes.clear()
    service.states._known.clear()
    service._answered.clear()
    service._fixed.clear()
    service.limits.__init__()


def _check_counts(everyone: Everyone) -> None:
    ballots = everyone.ballots()
    assert len(ballots) == len({row["participant"] for row in ballots}) == len(everyone.answers)
    results = everyone.run(everyone.service.results, everyone.live, everyone.moment())
    counted = {choice["id"]: choice["count"] for choice in results["choices"]}
    if everyone.moment().counted_at is None:
        said = list(everyone.answers.values())
        assert counted == {name: said.count(name) for name in counted}, "what people were told is what is counted"
