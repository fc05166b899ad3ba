"""Owners make links for other people, by role, and end them at once."""

import re
from html import unescape

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from participation_api.conftest import sign_in
from participation_api.test_organise import buttons, heading, press, title

LINKS = "/organise/links/"


def make(browser: TestClient, name: str = "Bo", role: str = "organiser", **other: str) -> Response:
    typed = {"name": name, "role": role, "session": "demo", "days": "2"} | other
    return press(browser, browser.get(LINKS), "Make the link", **typed)


def link_on(page: Response) -> str:
    return str(re.findall(r'id="links-made" value="http://testserver([^"]+)"', page.text)[0])


def as_another(browser: TestClient, link: str) -> TestClient:
    """The same server, in another browser, signed in with the link."""
    other = TestClient(browser.app, follow_redirects=False)
    assert other.post(link).status_code == 303
    return other


def test_a_link_is_shown_once_and_signs_in_with_its_role(ana: TestClient) -> None:
    page = make(ana, "Bo", "rapporteur")
    assert heading(page) == "The link for Bo is made"
    link = link_on(page)
    bo = as_another(ana, link)
    assert bo.get("/organise/demo/").status_code == 200
    assert bo.post("/organise/demo/lunch/state/close", data={"expected": ""}).status_code == 403
    again = ana.get(LINKS)
    assert link.rpartition("/")[2] not in again.text
    assert "Rapporteur. Demo session. It works until" in again.text


def test_a_form_that_is_sent_twice_makes_one_link(ana: TestClient) -> None:
    page = ana.get(LINKS)
    typed = {"name": "Bo", "role": "access", "session": "", "days": "7"}
    first, second = (press(ana, page, "Make the link", **typed) for _ in range(2))
    assert link_on(first) == link_on(second)
    assert ana.get(LINKS).text.count("<h3><bdi>Bo</bdi></h3>") == 1
    other = press(ana, page, "Make the link", **{**typed, "name": "Cy"})
    assert link_on(other) != link_on(first)


def test_a_link_is_ended_at_once_and_that_is_undone_by_the_first_control(ana: TestClient) -> None:
    bo = as_another(ana, link_on(make(ana)))
    page = press(ana, ana.get(LINKS), "End the link of Bo")
    assert heading(page) == "The link of Bo does not work any more"
    assert bo.get("/organise/demo/").status_code == 403
    assert buttons(page)[0].words == "Undo “End the link of Bo”"
    press(ana, page, "Undo")
    assert bo.get("/organise/demo/").status_code == 200
    log = ana.get("/organise/demo/log/").text
    for line in ("Make a link for Bo", "End the link of Bo", "Undone: End the link of Bo"):
        assert f"<td>{line}</td>" in log


def test_the_link_that_one_is_signed_in_with_has_no_button(ana: TestClient) -> None:
    page = ana.get(LINKS)
    assert "This is the link that you are signed in with." in page.text
    assert [button.words for button in buttons(page)] == ["Make the link", "Sign out"]


@pytest.mark.requirement("ER-01", "ER-03", "ER-05")
def test_what_is_missing_is_said_at_the_field_and_in_the_summary(ana: TestClient) -> None:
    page = make(ana, name=" ", role="", days="9000")
    assert page.status_code == 422
    assert title(page) == "Error: Links for organisers – Test site"
    summary = re.findall(r'<li><a href="#(links-\w+)">(.*?)</a>', page.text)
    assert [(field, unescape(text)) for field, text in summary] == [
        ("links-name", "Enter a name of up to 60 characters"),
        ("links-role", "Choose what the link is for"),
        ("links-days", "Choose how many days from the list"),
    ]
    assert all(f'id="{field}"' in page.text and f'id="{field}-error"' in page.text for field, _ in summary)


@pytest.mark.parametrize("role", ["organiser", "rapporteur", "access"])
def test_only_owners_see_and_make_links(client: TestClient, role: str) -> None:
    sign_in(client, "Bo", role)
    assert client.get(LINKS).status_code == 403
    for address in (LINKS, f"{LINKS}revoke", f"{LINKS}restore"):
        assert client.post(address, data={"link": "x"}).status_code == 403
    assert "Links for organisers" not in client.get("/organise/").text


def test_an_owner_of_one_session_makes_and_sees_no_link_for_all(client: TestClient) -> None:
    sign_in(client, "Zoe")
    sign_in(client, "Ana", session="demo")
    page = client.get(LINKS)
    assert "<bdi>Zoe</bdi>" not in page.text
    assert "All sessions</option>" not in page.text
    assert make(client, session="").status_code == 422
