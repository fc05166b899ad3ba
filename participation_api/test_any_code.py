"""Whatever is sent with codes, with other people's codes and without, by browsers that keep cookies and by others: each
code counts once, and nothing counts without one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.components.contract import Step, Write
from participation_api.conftest import Clock, make_site
from participation_api.settings import Settings
from participation_api.test_codes import HERE, VOTE, made
from participation_api.test_organise import buttons
from participation_api.test_without_cookies import Bare, count, links

CHOICES = st.sampled_from(["yes", "no"])
steps = st.one_of(
    st.tuples(st.just("vote"), st.sampled_from(["0", "1", "2", "made up", ""]), CHOICES),
    st.tuples(st.just("change"), st.sampled_from(["", "0", "1"]), CHOICES),
    st.tuples(st.just("button"), st.sampled_from(["Send it without a cookie", "Send my answer"]), CHOICES),
    st.tuples(st.just("link"), st.sampled_from(["Change", "Private link", "What is open"]), st.just("")),
    st.tuples(st.just("again"), st.just(""), st.just("")),
    st.tuples(st.just("finish"), st.just(""), st.just("")),
)


@pytest.fixture
def hall(tmp_path: Path, clock: Clock) -> Iterator[TestClient]:
    own = Settings(site=make_site(tmp_path / "site", VOTE), database=tmp_path / "codes.sqlite3")
    with TestClient(create_app(own, clock), follow_redirects=False) as browser:
        yield browser


class Anyone(Bare):
    """Tries what the page offers, and what it does not; `keeps` says whether this browser keeps cookies."""

    def __init__(self, client: TestClient, codes: list[str], *, keeps: bool) -> None:
        super().__init__(client)
        client.cookies.clear()
        self.keeps, self.codes = keeps, codes
        self.typed: set[str] = set()
        self.open(HERE)

    def forget(self) -> None:
        if not self.keeps:
            super().forget()

    def do(self, what: str, which: str, choice: str) -> None:
        code = self.codes[int(which)] if which.isdigit() else "123 456 789" if which else ""
        here = re.sub("take-part/.*", "take-part/demo/vote/", self.address)
        match what:
            case "vote" | "change":
                self.typed |= {code} & {*self.codes}
                self.send(here, {"code": code, "choice": choice} | ({"change": "1"} if what == "change" else {}))
            case "button":
                for button in [found for found in buttons(self.page) if found.words.startswith(which)][:1]:
                    self.send(button.address, {"choice": choice, **button.fields})
            case "link":
                for address in [address for address, text in links(self.page) if text.startswith(which)][:1]:
                    self.open(re.sub("^https?://[^/]+", "", address))
            case "again":
                self.open(f"{here}?cookie=sent")
                self.do("link", "If you read this", "")
            case "finish":
                self.send("/take-part/finish/", {})


@pytest.mark.requirement("CF-03", "ER-08")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(keeps=False, sequence=[("again", "", ""), ("change", "", "yes")])
@given(keeps=st.booleans(), sequence=st.lists(steps, min_size=2, max_size=8))
def test_no_sequence_counts_a_code_twice_or_an_answer_without_one(
    hall: TestClient, keeps: bool, sequence: list[tuple[str, str, str]]
) -> None:
    codes = made(hall)
    hall.portal.call(  # type: ignore[union-attr]
        hall.app.state.service.writer.save,  # type: ignore[attr-defined]
        Write("erase", (Step("delete from ballot", ()),)),
    )
    hall.app.state.service._answered.clear()  # type: ignore[attr-defined]
    hall.app.state.service.limits.__init__()  # type: ignore[attr-defined]
    anyone = Anyone(hall, codes, keeps=keeps)
    for step in sequence:
        anyone.do(*step)
        assert anyone.page.status_code < 500, step
        assert count(hall, "ballot") <= len(anyone.typed), step
