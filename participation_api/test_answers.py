"""Sending an answer: what counts, what does not, and what the person is told."""

from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from participation_api.conftest import Clock, make_site

LUNCH = "/take-part/demo/lunch/"
RECEIPT = "/take-part/demo/lunch/receipt/"


def send(client: TestClient, path: str = LUNCH, **fields: object) -> int:
    """Send as a browser does, repeating the POST after a 307; the last status."""
    response = client.post(path, data=fields)
    if response.status_code == 307:
        response = client.post(response.headers["location"], data=fields)
    return response.status_code


def tally(client: TestClient) -> dict[str, int]:
    service = client.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", "lunch")
    found = client.portal.call(live.component.results, service.store, live.activity)  # type: ignore[union-attr]
    return {choice["id"]: choice["count"] for choice in found["choices"]}


def heading(html: str) -> str:
    return html.split('<h1 id="content" tabindex="-1">')[1].split("</h1>")[0]


def title(html: str) -> str:
    return html.split("<title>")[1].split("</title>")[0]


def test_first_post_sets_the_cookie_and_counts_nothing_yet(client: TestClient) -> None:
    response = client.post(LUNCH, data={"choice": "soup"})
    assert (response.status_code, response.headers["location"]) == (307, f"{LUNCH}?cookie=sent")
    assert "HttpOnly" in response.headers["set-cookie"]
    assert tally(client) == {"soup": 0, "salad": 0, "i-do-not-know": 0}


def test_repeated_post_with_the_cookie_is_counted_once(client: TestClient) -> None:
    assert [send(client, choice="soup"), send(client, choice="soup")] == [303, 303]
    assert tally(client) == {"soup": 1, "salad": 0, "i-do-not-know": 0}


@pytest.mark.requirement("CF-01", "R9")
def test_receipt_repeats_the_answer_under_its_heading(client: TestClient) -> None:
    send(client, choice="soup")
    page = client.get(RECEIPT).text
    assert heading(page) == "Your answer is recorded"
    assert "<p>Soup</p>" in page
    assert title(page) == "Your answer is recorded – Demo session – Test site"


def test_no_cookie_is_set_before_the_first_post(client: TestClient) -> None:
    paths = ["/", "/sessions/demo/", LUNCH, RECEIPT]
    assert [client.get(path).headers.get("set-cookie") for path in paths] == [None, None, None, None]


def test_client_that_refuses_cookies_is_told_that_nothing_was_saved(client: TestClient) -> None:
    client.post(LUNCH, data={"choice": "soup"})
    client.cookies.clear()
    response = client.post(f"{LUNCH}?cookie=sent", data={"choice": "soup"})
    assert response.status_code == 400
    assert heading(response.text) == "Your browser refused the cookie; your answer was not saved"
    assert '<pre class="given-back" dir="auto" lang="">\nSoup</pre>' in response.text
    assert "Send it without a cookie</button>" in response.text


def test_browser_that_repeats_with_get_is_told_that_nothing_was_sent(client: TestClient) -> None:
    """w3m turns the 307 into a GET."""
    page = client.get(f"{LUNCH}?cookie=sent").text
    assert "Your answer has not been sent yet" in page
    assert heading(page) == "Which lunch?"


@pytest.mark.requirement("ER-01", "ER-03", "ER-05", "R9")
@pytest.mark.criterion("3.3.1", "3.3.3")
def test_empty_ballot_is_explained_and_nothing_is_set(client: TestClient) -> None:
    response = client.post(LUNCH, content=b"", headers={"content-type": "application/x-www-form-urlencoded"})
    assert response.status_code == 422
    assert title(response.text) == "Error: Open: Which lunch? – Demo session – Test site"
    assert '<a href="#poll-lunch-choice">Choose one answer</a>' in response.text
    assert '<a class="skip" href="#error-summary">' in response.text
    assert "set-cookie" not in response.headers


@pytest.mark.requirement("CF-03")
def test_different_answer_asks_who_is_sending(client: TestClient) -> None:
    send(client, choice="soup")
    response = client.post(LUNCH, data={"choice": "salad"})
    assert response.status_code == 409
    assert heading(response.text) == "Change your answer, or is this another person?"
    assert tally(client) == {"soup": 1, "salad": 0, "i-do-not-know": 0}


def test_changing_replaces_the_answer(client: TestClient) -> None:
    send(client, choice="soup")
    assert send(client, choice="salad", change="ballot") == 303
    assert tally(client) == {"soup": 0, "salad": 1, "i-do-not-know": 0}


def test_another_person_on_the_same_device_erases_nothing_and_counts_once_when_pressed_twice(
    client: TestClient,
) -> None:
    send(client, choice="soup")
    page = client.post(LUNCH, data={"choice": "salad"}).text
    token = page.split('name="person" value="')[1].split('"')[0]
    first_cookie = dict(client.cookies)
    send(client, choice="salad", person=token)
    assert send(client, choice="salad", person=token) == 303
    client.cookies.clear()
    client.cookies.update(first_cookie)
    assert send(client, choice="salad", person=token) == 303
    assert tally(client) == {"soup": 1, "salad": 1, "i-do-not-know": 0}


def test_page_left_open_cannot_change_or_withdraw_the_answer_of_the_next_person(client: TestClient) -> None:
    send(client, choice="soup")
    asked = client.get("/take-part/demo/lunch/withdraw/?entry=ballot").text
    of = asked.split('name="of" value="')[1].split('"')[0]
    page = client.post(LUNCH, data={"choice": "salad"}).text
    token = page.split('name="person" value="')[1].split('"')[0]
    assert send(client, choice="salad", person=token) == 303
    withdrawn = client.post("/take-part/demo/lunch/withdraw/", data={"entry": "ballot", "of": of})
    changed = client.post(LUNCH, data={"choice": "soup", "change": "ballot", "of": of})
    assert (withdrawn.status_code, changed.status_code) == (409, 409)
    assert heading(changed.text) == "Nothing was changed"
    assert tally(client) == {"soup": 1, "salad": 1, "i-do-not-know": 0}


def test_change_link_shows_the_form_with_the_answer_in_it(client: TestClient) -> None:
    send(client, choice="salad")
    page = client.get(f"{LUNCH}?change=ballot").text
    assert 'value="salad" checked' in page
    assert '<input type="hidden" name="change" value="ballot">' in page


@pytest.mark.requirement("CF-02")
def test_withdrawing_erases_the_answer(client: TestClient) -> None:
    send(client, choice="salad")
    asked = client.get("/take-part/demo/lunch/withdraw/?entry=ballot").text
    assert heading(asked) == "Withdraw this?"
    response = client.post("/take-part/demo/lunch/withdraw/", data={"entry": "ballot"})
    assert response.headers["location"] == f"{RECEIPT}?withdrawn=yes"
    assert tally(client) == {"soup": 0, "salad": 0, "i-do-not-know": 0}
    assert client.get(LUNCH).status_code == 200


def test_finish_on_this_device_forgets_the_cookie_and_keeps_the_answer(client: TestClient) -> None:
    send(client, choice="soup")
    client.post("/take-part/finish/")
    assert dict(client.cookies) == {}
    assert heading(client.get(RECEIPT).text) == "Nothing is recorded from this device"
    assert tally(client)["soup"] == 1


def test_receipts_are_kept_by_no_cache(client: TestClient) -> None:
    send(client, choice="soup")
    assert client.get(RECEIPT).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"", "application/x-www-form-urlencoded", 422),
        (b"choice=-1", "application/x-www-form-urlencoded", 422),
        (b"choice=" + b"9" * 400, "application/x-www-form-urlencoded", 422),
        (b"choice=soup&choice=salad", "application/x-www-form-urlencoded", 422),
        (b"choice=%ff%fe", "application/x-www-form-urlencoded", 400),
        (b"choice=" + b"x" * (5 << 20), "application/x-www-form-urlencoded", 413),
        (b"&".join(b"f%d=1" % n for n in range(1000)), "application/x-www-form-urlencoded", 400),
        (b'{"choice": "soup"}', "application/json", 415),
        (b"--x\r\n\r\nsoup\r\n--x--", "multipart/form-data; boundary=x", 415),
        (b"choice=soup", "", 415),
    ],
)
def test_hostile_forms_get_a_clear_page_and_store_nothing(
    client: TestClient, body: bytes, kind: str, status: int
) -> None:
    client.post(LUNCH, data={"choice": "soup"})
    response = client.post(LUNCH, content=body, headers={"content-type": kind})
    assert response.status_code == status
    assert response.text.count("<h1 ") == 1
    assert tally(client) == {"soup": 0, "salad": 0, "i-do-not-know": 0}


def test_unknown_activity_gives_the_text_back(client: TestClient) -> None:
    response = client.post("/take-part/demo/dinner/", data={"note": "Bread <b>&</b> butter"})
    assert response.status_code == 404
    assert "Bread &lt;b&gt;&amp;&lt;/b&gt; butter" in response.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 307),
        ({"sec-fetch-site": "none"}, 307),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://testserver"}, 307),
        ({"origin": "http://elsewhere.example"}, 403),
        ({"origin": "null"}, 403),
        ({}, 307),
    ],
)
def test_forms_of_other_sites_are_refused(client: TestClient, headers: dict[str, str], status: int) -> None:
    response = client.post(LUNCH, data={"choice": "soup"}, headers=headers)
    assert response.status_code == status
    assert (status == 403) == ("Open the live page and send it there" in response.text)


def test_answer_that_comes_before_the_opening_is_given_back(tmp_path: Path, client: TestClient, site: Path) -> None:
    make_site(site, {"lunch": {"id": "lunch", "question": "Which lunch?", "choices": ["Soup", "Salad"]}})
    from participation_api.manifest import load_manifest

    client.app.state.service.manifest = load_manifest(site / "take-part" / "manifest.json")  # type: ignore[attr-defined]
    response = client.post(LUNCH, data={"choice": "soup"})
    assert response.status_code == 409
    assert heading(response.text) == "This is not open yet"
    assert '<pre class="given-back" dir="auto" lang="">\nSoup</pre>' in response.text


def close(client: TestClient, clock: Clock) -> None:
    from participation_api.components.schedule import closing

    service = client.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", "lunch")
    client.portal.call(service.states.change, live, closing(live.schedule, clock()))  # type: ignore[union-attr]
    service.cache.note_change("demo", at_once=True)


@pytest.mark.requirement("FM-13")
@pytest.mark.criterion("2.2.1")
def test_late_answers_are_counted_apart(client: TestClient, clock: Clock) -> None:
    send(client, choice="soup")
    close(client, clock)
    send(client, choice="salad", change="ballot")
    clock.pass_by(minutes=4)
    late = TestClient(client.app, follow_redirects=False)
    late.portal = client.portal
    assert send(late, choice="salad") == 303
    service = client.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", "lunch")
    found = client.portal.call(service.results, live, service.moment(live))  # type: ignore[union-attr]
    assert (found["in_session"], found["answers"]) == (1, 2)
    assert [(choice["count"], choice["in_session"]) for choice in found["choices"]] == [(0, 0), (2, 1), (0, 0)]


def test_withdrawing_after_the_closing_moves_only_the_figure_of_afterwards(client: TestClient, clock: Clock) -> None:
    send(client, choice="soup")
    close(client, clock)
    clock.pass_by(minutes=4)
    client.post("/take-part/demo/lunch/withdraw/", data={"entry": "ballot"})
    service = client.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", "lunch")
    found = client.portal.call(service.results, live, service.moment(live))  # type: ignore[union-attr]
    assert (found["in_session"], found["answers"]) == (1, 0)


def test_after_the_late_window_the_text_is_given_back(client: TestClient, clock: Clock) -> None:
    close(client, clock)
    clock.at += timedelta(days=8)
    response = client.post(LUNCH, data={"choice": "soup"})
    assert response.status_code == 409
    assert heading(response.text) == "This is closed"
