"""The private link on the receipt: it needs no cookie, is for one person in one activity, and ends with the date."""

import re
from urllib.parse import urlsplit

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from participation_api.conftest import Clock
from participation_api.test_answers import heading, send
from participation_api.test_organise import press

BOARD, LUNCH = "/take-part/demo/board/", "/take-part/demo/lunch/"


def link(browser: TestClient, activity: str) -> str:
    found = re.search(r'<a href="([^"]+)">Private link to what I sent</a>', browser.get(f"{activity}receipt/").text)
    assert found
    return found[1]


def enter(browser: TestClient, kept: str) -> Response:
    """Press the button of the link's page; a browser repeats it after a 307."""
    answer = browser.post(urlsplit(kept).path, data={})
    return browser.post(answer.headers["location"], data={}) if answer.status_code == 307 else answer


@pytest.fixture
def kept(client: TestClient) -> str:
    """The link of somebody who has sent a note, and whose cookie is gone since."""
    send(client, BOARD, note="Mine", column="ideas")
    found = link(client, BOARD)
    client.cookies.clear()
    return found


@pytest.mark.requirement("CF-02")
@pytest.mark.criterion("3.3.4", "3.3.6")
def test_without_the_cookie_it_leads_to_what_was_sent_to_be_changed_and_removed(client: TestClient, kept: str) -> None:
    page = client.get(kept)
    assert heading(page.text) == "See, change or remove what you sent"
    assert "Mine" not in page.text
    done = enter(client, kept)
    assert (done.status_code, done.headers["location"]) == (303, f"{BOARD}receipt/?link=yes")
    assert "Mine" in client.get(done.headers["location"]).text
    form = client.get(f"{BOARD}?change=1").text
    of = re.search(r'name="of" value="([^"]+)"', form)
    assert of
    changed = client.post(BOARD, data={"note": "Ours", "column": "ideas", "change": "1", "of": of[1]})
    assert (changed.status_code, changed.headers["location"]) == (303, f"{BOARD}receipt/")
    assert "Ours" in client.get(f"{BOARD}receipt/").text
    gone = press(client, client.get(f"{BOARD}withdraw/?entry=1"), "Withdraw it")
    assert heading(gone.text) == "It is withdrawn"


def test_the_address_with_the_token_is_never_in_a_referer(client: TestClient, kept: str) -> None:
    assert client.get(kept).headers["referrer-policy"].split(", ")[-1] == "strict-origin"
    done = enter(client, kept)
    token = kept.rsplit("/", 1)[1]
    assert token not in done.headers["location"]
    assert token not in client.get(f"{BOARD}?change=1").text


def test_a_link_to_one_activity_says_nothing_about_another(client: TestClient) -> None:
    send(client, BOARD, note="Mine", column="ideas")
    send(client, LUNCH, choice="soup")
    board, lunch = link(client, BOARD), link(client, LUNCH)
    tokens = [address.rsplit("/", 1)[1].split(".") for address in (board, lunch)]
    assert not {*tokens[0]} & {*tokens[1]}
    client.cookies.clear()
    swapped = f"{LUNCH}mine/{board.rsplit('/', 1)[1]}"
    assert client.get(swapped).status_code == client.post(swapped, data={}).status_code == 404
    enter(client, board)
    assert "Nothing is recorded from this device" in client.get(f"{LUNCH}receipt/").text


@pytest.mark.parametrize("token", ["x", "a.b", "é.é", "A" * 43 + ".x", "A" * 400])
def test_a_token_that_is_not_ours_leads_to_nothing(client: TestClient, token: str) -> None:
    answer = client.get(f"{BOARD}mine/{token}")
    assert (answer.status_code, heading(answer.text)) == (404, "This link leads to nothing")


def test_it_ends_with_the_date_that_every_form_names(client: TestClient, kept: str, clock: Clock) -> None:
    clock.pass_by(days=61)
    assert client.get(kept).status_code == 200
    clock.pass_by(days=1)
    assert heading(client.get(kept).text) == "This link has ended"
    assert enter(client, kept).status_code == 410


def test_finishing_on_a_device_leaves_the_link_working_and_says_so(client: TestClient, kept: str) -> None:
    enter(client, kept)
    page = client.get(f"{BOARD}receipt/")
    assert "It does not end your private link." in page.text
    press(client, page, "Finish on this device")
    assert "Nothing is recorded from this device" in client.get(f"{BOARD}receipt/").text
    enter(client, kept)
    assert "Mine" in client.get(f"{BOARD}receipt/").text


def test_it_does_not_touch_what_the_device_itself_has_sent(client: TestClient, kept: str) -> None:
    send(client, LUNCH, choice="salad")
    send(client, BOARD, note="Of the device", column="ideas")
    enter(client, kept)
    assert "Of the device" not in client.get(f"{BOARD}receipt/").text
    assert "Salad" in client.get(f"{LUNCH}receipt/").text
