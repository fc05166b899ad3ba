"""Organisers' sign-in: a link, a button, a cookie; and what everybody else is told."""

import logging
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.conftest import NOON, Clock, sign_in
from participation_api.organiser_links import add_link, revoke_links
from participation_api.settings import Settings

ORGANISE = "/organise/"
PAGES = ["/organise/", "/organise/demo/", "/organise/demo/lunch/", "/organise/demo/log/"]
BUTTONS = ["state/close", "state/undo", "act/show", "act/show/undo"]


@pytest.fixture
def token(client: TestClient, settings: Settings) -> str:
    return add_link(settings.database, "owner", "Ana", 1, at=NOON)


def heading(html: str) -> str:
    return html.split('<h1 id="content" tabindex="-1">')[1].split("</h1>")[0]


def test_opening_the_link_shows_one_button_and_signs_nobody_in(client: TestClient, token: str) -> None:
    page = client.get(f"/organise/in/{token}")
    assert (page.status_code, heading(page.text), page.text.count("<button")) == (200, "Sign in to organise", 1)
    assert "set-cookie" not in page.headers
    assert client.get(ORGANISE).status_code == 403


def test_the_button_signs_in_and_leads_to_an_address_without_the_token(client: TestClient, token: str) -> None:
    answer = client.post(f"/organise/in/{token}")
    assert (answer.status_code, answer.headers["location"]) == (303, ORGANISE)
    page = client.get(ORGANISE)
    assert (page.status_code, heading(page.text)) == (200, "Organise: you are signed in")
    assert token not in page.text


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(client: TestClient, token: str) -> None:
    name, *rest = client.post(f"/organise/in/{token}").headers["set-cookie"].split("; ")
    assert name.startswith(f"curbcut-organiser={token}.")
    assert sorted(rest) == ["HttpOnly", "Max-Age=86399", "Path=/", "SameSite=lax"]


def test_under_https_the_cookie_is_secure_and_bound_to_the_host(settings: Settings, clock: Clock) -> None:
    app = create_app(replace(settings, is_https=True), clock)
    with TestClient(app, "https://testserver", follow_redirects=False) as browser:
        token = sign_in(browser, "Ana")
        cookie = browser.post(f"/organise/in/{token}").headers["set-cookie"]
        assert (cookie.split("=")[0], "Secure" in cookie) == ("__Host-curbcut-organiser", True)
        assert browser.get(ORGANISE).status_code == 200


def test_the_link_works_again_on_another_device(client: TestClient, token: str) -> None:
    for _ in range(2):
        client.cookies.clear()
        assert client.post(f"/organise/in/{token}").status_code == 303
        assert client.get(ORGANISE).status_code == 200


def test_a_link_that_has_expired_signs_nobody_in_and_ends_what_it_began(
    client: TestClient, token: str, clock: Clock
) -> None:
    client.post(f"/organise/in/{token}")
    clock.pass_by(days=1)
    assert client.get(ORGANISE).status_code == 403
    for answer in (client.get(f"/organise/in/{token}"), client.post(f"/organise/in/{token}")):
        assert (answer.status_code, heading(answer.text)) == (403, "This link does not sign you in")


def test_a_revoked_link_ends_the_visits_that_it_began(client: TestClient, token: str, settings: Settings) -> None:
    client.post(f"/organise/in/{token}")
    assert client.get(ORGANISE).status_code == 200
    assert revoke_links(settings.database, "Ana") == 1
    assert client.get(ORGANISE).status_code == 403


def test_an_unknown_token_is_told_how_to_get_a_link(client: TestClient) -> None:
    page = client.get("/organise/in/nothing")
    assert (page.status_code, heading(page.text)) == (403, "This link does not sign you in")
    assert "curbcut organiser-link" in page.text


@pytest.mark.parametrize("page", PAGES)
def test_without_sign_in_a_page_says_how_to_get_a_link(client: TestClient, page: str) -> None:
    answer = client.get(page)
    assert (answer.status_code, heading(answer.text)) == (403, "Sign in to organise")
    assert "curbcut organiser-link" in answer.text


@pytest.mark.parametrize("button", BUTTONS)
@pytest.mark.requirement("ER-08")
def test_without_sign_in_a_button_changes_nothing_and_gives_the_text_back(client: TestClient, button: str) -> None:
    fields = {"number": "12", "reason": "It names <b>my</b> neighbour"}
    answer = client.post(f"/organise/demo/lunch/{button}", data=fields)
    assert (answer.status_code, heading(answer.text)) == (403, "Sign in to organise")
    assert "<p>Nothing was changed.</p>" in answer.text
    assert '<pre class="given-back" dir="auto" lang="">\nIt names &lt;b&gt;my&lt;/b&gt; neighbour</pre>' in answer.text
    assert ">12<" not in answer.text


@pytest.mark.parametrize("value", ["", "x", "x.y", "é.ü", ".", "a" * 4000])
def test_a_forged_cookie_signs_nobody_in(client: TestClient, value: str) -> None:
    answer = client.get(ORGANISE, headers=[(b"cookie", f"curbcut-organiser={value}".encode())])
    assert answer.status_code == 403


def test_a_token_with_the_wrong_signature_signs_nobody_in(client: TestClient, token: str) -> None:
    client.cookies.set("curbcut-organiser", f"{token}.{'A' * 22}")
    assert client.get(ORGANISE).status_code == 403


def test_a_participants_cookie_signs_nobody_in(client: TestClient) -> None:
    service = client.app.state.service  # type: ignore[attr-defined]
    device = service.participants.mint()
    client.cookies.set("curbcut-organiser", f"{device}.{service.participants.sign('cookie', device)}")
    assert client.get(ORGANISE).status_code == 403


def test_only_a_digest_of_the_token_is_kept(client: TestClient, token: str, settings: Settings) -> None:
    client.post(f"/organise/in/{token}")
    client.get(ORGANISE)
    files = settings.database.parent.glob(settings.database.name + "*")
    assert not any(token.encode() in file.read_bytes() for file in files)


def test_the_token_reaches_no_log_and_no_referer(
    client: TestClient, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "participation_api")
    caplog.set_level(logging.DEBUG, "uvicorn")
    for answer in (client.get(f"/organise/in/{token}"), client.post(f"/organise/in/{token}")):
        # Of several policies browsers take the last; this one sends the origin alone, and the form keeps its Origin.
        assert answer.headers.get_list("referrer-policy")[-1] == "strict-origin"
    ours = [record for record in caplog.records if record.name.split(".")[0] in ("participation_api", "uvicorn")]
    assert not any(token in record.getMessage() for record in ours)


def test_a_link_for_one_session_opens_no_other_one(client: TestClient) -> None:
    sign_in(client, "Ana", session="another")
    answer = client.get("/organise/demo/")
    assert (answer.status_code, "Your link is for another session." in answer.text) == (403, True)
    assert "Demo session" not in client.get(ORGANISE).text


def test_a_link_for_this_session_opens_it(client: TestClient) -> None:
    sign_in(client, "Ana", session="demo")
    assert client.get("/organise/demo/lunch/").status_code == 200
    assert "Demo session" in client.get(ORGANISE).text


@pytest.mark.parametrize("role", ["rapporteur", "access"])
def test_some_links_let_people_look_and_change_nothing(client: TestClient, role: str) -> None:
    sign_in(client, "Saionara", role)
    page = client.get("/organise/demo/lunch/").text
    assert (page.count("<button"), "Close: Poll" in page) == (1, False)
    answer = client.post("/organise/demo/lunch/state/close", data={"expected": "open@"})
    assert (answer.status_code, heading(answer.text)) == (403, "Your link does not allow that")


@pytest.mark.parametrize(("role", "status"), [("owner", 200), ("rapporteur", 200), ("access", 403)])
def test_the_access_team_downloads_no_answers(client: TestClient, role: str, status: int) -> None:
    sign_in(client, "Ana", role)
    assert client.get("/organise/demo/lunch/answers.csv").status_code == status


def test_signing_out_forgets_the_cookie_and_says_so(ana: TestClient) -> None:
    answer = ana.post("/organise/out/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/organise/out/")
    assert heading(ana.get("/organise/out/").text) == "You are signed out"
    assert ana.get(ORGANISE).status_code == 403


def test_who_opens_the_page_of_signing_out_is_still_signed_in(ana: TestClient) -> None:
    assert heading(ana.get("/organise/out/").text) == "You are still signed in"
    assert ana.get(ORGANISE).status_code == 200


def test_a_form_on_another_site_cannot_press_a_button(ana: TestClient) -> None:
    headers = {"sec-fetch-site": "cross-site", "origin": "https://elsewhere.example"}
    answer = ana.post("/organise/demo/lunch/state/close", data={"expected": "open@"}, headers=headers)
    assert answer.status_code == 403
    assert "Poll: open." in ana.get("/organise/demo/lunch/").text


def test_nothing_of_an_organisers_page_is_kept_by_a_cache(ana: TestClient) -> None:
    for page in (*PAGES, "/organise/demo/lunch/answers.csv"):
        assert ana.get(page).headers["cache-control"] == "no-store"


def test_the_link_may_be_made_before_the_server_starts(settings: Settings, clock: Clock) -> None:
    token = add_link(settings.database, "owner", "Ana", 1, at=NOON)
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        assert browser.post(f"/organise/in/{token}").status_code == 303
