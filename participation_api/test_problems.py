"""Telling the team about a problem: kept once, read by the team alone, and the sender learns when."""

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from participation_api.conftest import sign_in
from participation_api.test_organise import buttons, heading, press, title

PROBLEM = "/take-part/demo/problem/"


def tell(browser: TestClient, kind: str = "captions", text: str = "") -> Response:
    return press(browser, browser.get(f"{PROBLEM}?from=lunch"), "Tell the team", kind=kind, text=text)


@pytest.mark.requirement("PG-11")
@pytest.mark.criterion("3.2.6")
def test_the_help_of_every_page_leads_to_the_form_of_its_session(client: TestClient) -> None:
    link = '<footer><a href="/take-part/{}">Tell the team about a problem</a></footer>'
    for page in ("/take-part/demo/", "/take-part/demo/problem/"):
        assert link.format("demo/problem/") in client.get(page).text
    for page in ("", "receipt/", "results/", "withdraw/"):
        assert link.format("demo/problem/?from=lunch") in client.get(f"/take-part/demo/lunch/{page}").text
    for page in ("/take-part/", "/nothing-here/", "/search/", "/organise/"):
        assert link.format("problem/") in client.get(page).text


def test_from_a_page_without_session_the_form_is_one_step_away(client: TestClient) -> None:
    assert client.get("/take-part/problem/").headers["location"] == "/take-part/demo/problem/"


def test_the_sender_reads_that_the_team_was_told_and_later_when_it_was_seen(client: TestClient) -> None:
    sent = tell(client, text="The screen is black")
    assert (sent.status_code, heading(sent)) == (200, "The team has been told")
    assert "The screen is black" in sent.text
    assert not client.cookies
    sign_in(client, "Ana")
    press(client, client.get("/organise/demo/"), "I have seen this: The captions have stopped")
    for _ in range(2):
        client.post("/organise/demo/problems/seen", data={"problem": "1"})
    log = client.get("/organise/demo/log/").text
    assert log.count("<td>Mark a problem as seen: The captions have stopped</td>") == 1
    again = client.get(str(sent.url.path))
    assert heading(again) == "The team has seen it"
    assert 'Seen at <time datetime="2026-12-01T12:00:00+00:00">12:00 UTC</time>' in again.text


def test_it_stands_first_on_the_team_s_page_with_the_count_in_the_title(ana: TestClient) -> None:
    tell(ana)
    tell(ana, "other", "Too cold")
    page = ana.get("/organise/demo/")
    assert title(page) == "2 problems – Organise: Demo session – Test site"
    assert page.text.index("2 problems told to the team") < page.text.index("Nothing waits for you.")
    assert [button.words for button in buttons(page)][:2] == [
        "I have seen this: Something else", "I have seen this: The captions have stopped",
    ]  # fmt: skip
    for _ in range(2):
        page = press(ana, ana.get("/organise/demo/"), "I have seen this")
    assert title(page) == "Organise: Demo session – Test site"
    assert "2 problems that the team has seen" in page.text


def test_a_double_press_is_one_problem(ana: TestClient) -> None:
    form = ana.get(PROBLEM)
    first, second = (press(ana, form, "Tell the team", kind="page", text="") for _ in range(2))
    assert first.url == second.url
    assert "1 problem told to the team" in ana.get("/organise/demo/").text


@pytest.mark.parametrize(("role", "sees"), [("access", True), ("organiser", True), ("rapporteur", False)])
def test_the_access_team_sees_it_and_a_rapporteur_does_not(client: TestClient, role: str, sees: bool) -> None:
    tell(client, "treatment", "A name")
    sign_in(client, "Bo", role)
    page = client.get("/organise/demo/")
    assert ("A name" in page.text) == sees
    answer = client.post("/organise/demo/problems/seen", data={"problem": "x"})
    assert answer.status_code == (303 if sees else 403)


@pytest.mark.requirement("ER-01", "ER-03", "ER-05")
def test_without_a_choice_the_form_comes_back_with_the_text(client: TestClient) -> None:
    page = client.post(PROBLEM, data={"text": "Kept words"})
    assert page.status_code == 422
    assert title(page) == "Error: Tell the team about a problem – Demo session – Test site"
    assert '<a href="#problem-kind">Choose what the problem is</a>' in page.text
    assert "Kept words</textarea>" in page.text
