"""The access team's page and sheet: read only, with what interpreters, captioners and room assistants need."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.components.markup import elements_of
from participation_api.conftest import Clock, sign_in
from participation_api.settings import Settings
from participation_api.test_organise import heading, press, send, title

PAGE, SHEET = "/organise/demo/access/", "/organise/demo/access/sheet"


@pytest.fixture
def client(settings: Settings, site: Path, clock: Clock) -> Iterator[TestClient]:
    path = site / "take-part" / "manifest.json"
    content = json.loads(path.read_text())
    content["site"]["glossary"] = [{"word": "Access", "meaning": "What a session offers."}]
    content["sessions"][0]["people"] = [
        {"name": "Xochitl", "role": "Speaker", "say_as": "SO-cheel", "affiliation": "Test house"},
        {"name": "Ben", "role": "Moderator", "say_as": "", "affiliation": ""},
    ]
    content["sessions"][0]["plan"] = [{"minutes": "0 to 5", "what": "Welcome"}]
    path.write_text(json.dumps(content))
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        yield browser


def words(page: str) -> str:
    return " ".join(next(elements_of(page).all("main")).text.split())


def headings(page: str) -> list[str]:
    return [element.text for element in elements_of(page).all("h1", "h2")]


def test_the_team_reads_the_next_speaker_the_mode_names_words_and_problems(client: TestClient) -> None:
    send(client, "floor", mode="read-aloud", place="online-interpreter", name="Amina", text="Ask us.", more_time="yes")
    client.post("/take-part/demo/problem/", data={"kind": "captions", "text": "No text", "token": "x"})
    sign_in(client, "Iris", "access")
    page = client.get(PAGE)
    assert title(page) == (
        "1 problem – For interpreters, captioners and room assistants: Demo session – Test site"
    )
    assert headings(page.text)[:5] == [
        "For interpreters, captioners and room assistants: Demo session", "1 problem told to the team",
        "Speakers: Do you want the floor?", "What comes, in this order", "Names",
    ]  # fmt: skip
    text = words(page.text)
    for said in (
        "Next: Amina, number 1", "Read my text aloud. Online, through an interpreter. Needs more time.",
        "Read this text aloud, word for word: Ask us.", "XochitlSpeaker, Test house. Say: SO-cheel.", "BenModerator.",
        "AccessWhat a session offers.", "Minutes: 0 to 5Welcome", "Which lunch?", "Soup",
    ):  # fmt: skip
        assert said in text


def test_the_sheet_is_a_page_to_save_with_nothing_of_what_was_sent(client: TestClient) -> None:
    send(client, "floor", mode="read-aloud", place="online", name="Amina", text="Ask us.", more_time="yes")
    sign_in(client, "Iris", "access")
    sheet = client.get(SHEET)
    assert sheet.headers["content-disposition"] == 'attachment; filename="demo-to-prepare.html"'
    assert '<html lang="en" dir="ltr">' in sheet.text
    assert headings(sheet.text) == [
        "To prepare: Demo session", "What people are asked", "Names", "Plan", "Access to this session", "Words",
    ]  # fmt: skip
    assert not any(said in sheet.text for said in ("Amina", "Ask us.", "Needs more time", "number 1"))


@pytest.mark.parametrize(
    ("role", "status"), [("access", 200), ("organiser", 200), ("owner", 200), ("rapporteur", 403), ("", 403)]
)
def test_who_may_read_it(client: TestClient, role: str, status: int) -> None:
    if role:
        sign_in(client, "Iris", role)
    assert [client.get(path).status_code for path in (PAGE, SHEET)] == [status, status]


def test_the_access_team_changes_nothing_and_is_led_to_its_page(client: TestClient) -> None:
    sign_in(client, "Iris", "access")
    page = client.get("/organise/demo/")
    assert f'<a class="button" href="{PAGE}">What you need to interpret, caption and assist</a>' in page.text
    answer = client.post("/organise/demo/lunch/state/close", data={"expected": "open@"})
    assert (answer.status_code, heading(answer)) == (403, "Your link does not allow that")


def test_a_problem_can_be_marked_as_seen_there(client: TestClient) -> None:
    client.post("/take-part/demo/problem/", data={"kind": "too-fast", "text": "", "token": "x"})
    sign_in(client, "Iris", "access")
    page = press(client, client.get(PAGE), "I have seen this: It is too fast")
    assert "1 problem that the team has seen" in page.text


def test_a_rapporteur_does_not_read_that_somebody_is_called_through_an_interpreter(client: TestClient) -> None:
    send(client, "floor", mode="sign", place="room-interpreter")
    sign_in(client, "Ravi", "rapporteur")
    text = words(client.get("/organise/demo/floor/").text)
    assert "In the room." in text
    assert "interpreter." not in text.partition("Say this aloud")[0]
