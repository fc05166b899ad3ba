"""The receipt: first what the person waits for, then what they sent, with controls that name each entry."""

import sqlite3
from contextlib import closing

import pytest
from starlette.testclient import TestClient

from participation_api.components.markup import Element, elements_of
from participation_api.settings import Settings
from participation_api.test_answers import heading, send

DEMO = "/take-part/demo/"
SPEAK = {"mode": "speak", "place": "room"}


def receipt(client: TestClient, activity: str) -> tuple[str, Element]:
    page = client.get(f"{DEMO}{activity}/receipt/").text
    return heading(page), elements_of(page[page.index("<main>") : page.index("</main>") + 7])


def leads(page: Element) -> list[str]:
    return [line.text for line in page.all("p") if line["class"] == "lead"]


def controls(page: Element) -> list[str]:
    """The words that are seen on links that look like buttons."""
    return [
        "".join(part for part in link.children if isinstance(part, str)).strip()
        for link in page.all("a")
        if "button" in link["class"]
    ]


@pytest.mark.requirement("SQ-02")
def test_own_place_in_the_queue_is_the_first_line_of_the_entry(client: TestClient) -> None:
    send(client, f"{DEMO}floor/", **SPEAK)
    title, page = receipt(client, "floor")
    (entry,) = [line for listed in page.all("ul") if listed["class"] == "receipt" for line in listed.all("li")]
    assert title == "Your request is recorded. You are next."
    assert next(entry.all("p")).text == "You are next. Your number is 1."
    assert controls(entry) == ["Change request 1", "Withdraw request 1"]


def test_the_chosen_room_says_what_it_offers_and_how_to_join(client: TestClient) -> None:
    send(client, f"{DEMO}rooms/", room="blue-room")
    _, page = receipt(client, "rooms")
    facts = {term.text: text.text for term, text in zip(page.all("dt"), page.all("dd"), strict=True)}
    assert (facts["Topic"], facts["How to join"], facts["Places"]) == ("Paths", "not decided yet", "2")


@pytest.mark.requirement("NB-03")
def test_each_note_has_controls_that_name_it(client: TestClient) -> None:
    for text in ("First", "Second"):
        send(client, f"{DEMO}board/", note=text, column="ideas")
    _, page = receipt(client, "board")
    assert controls(page) == ["Change note 2", "Withdraw note 2", "Change note 1", "Withdraw note 1"]
    assert leads(page)[0] == "Note 2. A moderator reads it before others can see it."


def test_a_changed_note_is_the_same_note_with_other_words(client: TestClient) -> None:
    send(client, f"{DEMO}board/", note="Frist", column="ideas")
    form = client.get(f"{DEMO}board/?change=1").text
    assert '<input type="hidden" name="change" value="1">' in form
    send(client, f"{DEMO}board/", note="First", column="ideas", change="1")
    _, page = receipt(client, "board")
    assert [text.text for text in page.all("blockquote")] == ["First"]


def test_a_full_room_is_an_error_of_the_form_and_the_choice_is_kept(client: TestClient) -> None:
    for _ in range(2):
        another = TestClient(client.app, follow_redirects=False)
        another.portal = client.portal
        send(another, f"{DEMO}rooms/", room="blue-room")
    answer = client.post(f"{DEMO}rooms/", data={"room": "blue-room"})
    answer = client.post(answer.headers["location"], data={"room": "blue-room"})
    assert answer.status_code == 422
    assert "All 2 places in the room “Blue room” are taken. Choose another room" in answer.text
    assert 'value="blue-room" checked' in answer.text


def test_who_waits_in_the_queue_is_not_asked_to_send_another_request(client: TestClient) -> None:
    send(client, f"{DEMO}floor/", **SPEAK)
    assert "Send another" not in receipt(client, "floor")[1].text
    send(client, f"{DEMO}board/", note="First", column="ideas")
    assert "Send another" in receipt(client, "board")[1].text


def test_a_device_that_forgot_who_sent_is_not_told_that_anything_is_erased(client: TestClient) -> None:
    send(client, f"{DEMO}lunch/", choice="soup")
    client.post("/take-part/finish/")
    answer = client.post(f"{DEMO}lunch/withdraw/", data={"entry": "ballot"}, follow_redirects=True)
    assert heading(answer.text) == "Nothing is recorded from this device"


def test_a_second_press_of_withdraw_says_the_same_as_the_first(client: TestClient) -> None:
    send(client, f"{DEMO}lunch/", choice="soup")
    pressed = [client.post(f"{DEMO}lunch/withdraw/", data={"entry": "ballot"}, follow_redirects=True) for _ in range(2)]
    assert [heading(answer.text) for answer in pressed] == ["It is withdrawn"] * 2


@pytest.mark.requirement("FM-10")
@pytest.mark.criterion("3.3.7")
def test_the_language_of_a_note_is_not_asked_twice_and_its_words_are_asked_anew(client: TestClient) -> None:
    send(client, f"{DEMO}board/", note="Le temps", column="worries", lang="fr")
    form = client.get(f"{DEMO}board/").text
    assert '<option value="fr" selected' in form
    assert "Le temps" not in form
    assert " checked" not in form


@pytest.mark.requirement("FM-10")
@pytest.mark.criterion("3.3.7")
def test_who_had_a_turn_is_not_asked_for_the_name_again(client: TestClient) -> None:
    send(client, f"{DEMO}floor/", **{**SPEAK, "name": "Sam"})
    service = client.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", "floor")
    for action in ("call_next", "done"):
        write = live.component.ACTIONS[action].apply(live.activity, {"number": ["1"]}, "Jessa", service.now())
        client.portal.call(service.save, live, write)  # type: ignore[union-attr]
    form = client.get(f"{DEMO}floor/").text
    assert 'name="name" value="Sam"' in form
    assert " checked" not in form


@pytest.mark.requirement("ER-01", "ER-05")
def test_what_was_withdrawn_in_another_tab_can_be_sent_as_something_new_as_the_error_says(client: TestClient) -> None:
    send(client, f"{DEMO}board/", note="First", column="ideas")
    form = client.get(f"{DEMO}board/?change=1").text
    client.post(f"{DEMO}board/withdraw/", data={"entry": "1"})
    answer = client.post(f"{DEMO}board/", data={"note": "Better words", "column": "ideas", "change": "1"})
    assert (answer.status_code, "Note 1 is no longer here to change. Send it as a new note" in answer.text) == (422, True)
    kept = ('name="change"' in form, 'name="change"' in answer.text, ">\nBetter words</textarea>" in answer.text)
    assert kept == (True, False, True)
    # A mistake in words that are still there goes on changing them.
    send(client, f"{DEMO}board/", note="Second", column="ideas")
    send(client, f"{DEMO}board/", note="Third", column="ideas")
    answer = client.post(f"{DEMO}board/", data={"note": "Second", "column": "ideas", "change": "3"})
    assert (answer.status_code, '<input type="hidden" name="change" value="3">' in answer.text) == (422, True)


def test_what_is_withdrawn_is_in_no_file_of_the_database_any_more(client: TestClient, settings: Settings) -> None:
    """Neither where SQLite has freed its place, nor in its journal."""
    secret = "Words that their author takes back"
    sent = {"board": {"note": secret, "column": "ideas"}, "needs": {"choice": "captions", "other": secret},
            "floor": {"mode": "read-aloud", "place": "room", "text": secret}}  # fmt: skip
    for activity, fields in sent.items():
        send(client, f"{DEMO}{activity}/", **fields)
    # Some of it has left the journal by then.
    with closing(sqlite3.connect(settings.database)) as database:
        database.execute("pragma wal_checkpoint(truncate)")
    files = [*settings.database.parent.glob(f"{settings.database.name}*")]
    assert any(secret.encode() in file.read_bytes() for file in files)
    for activity in sent:
        entry = client.get(f"{DEMO}{activity}/receipt/").text.partition("withdraw/?entry=")[2].partition('"')[0]
        assert send(client, f"{DEMO}{activity}/withdraw/", entry=entry) == 303
    assert [file.name for file in files if secret.encode() in file.read_bytes()] == []
