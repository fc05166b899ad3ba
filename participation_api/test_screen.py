"""The projector: which item it shows, that it shows reviewed text only, and that the now page says the same."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from starlette.testclient import TestClient

from participation_api.components.markup import Element
from participation_api.conftest import Clock
from participation_api.test_answers import send, title
from participation_api.test_now_page import BOARD, NOW, act, change, headings, links, main, seen, use

SCREEN = "/take-part/demo/screen/"
FLOOR = "/take-part/demo/floor/"


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are made anew after every commit, not only twice a second."""
    monkeypatch.setattr("participation_api.cache.LEAST_AGE", 0)


def item(client: TestClient, name: str = "") -> Element:
    """What stands in large type."""
    page = main(client, f"{SCREEN}?item={name}" if name else SCREEN)
    return next(part for part in page.all("div") if part["class"].startswith("screen-item"))


def test_first_open_item_is_shown_with_its_choices_and_how_to_answer(client: TestClient) -> None:
    assert title(client.get(SCREEN).text) == "On the screen: Which lunch? – Demo session – Test site"
    page = main(client, SCREEN)
    assert headings(page) == ["Which lunch?", "How to join", "Other items"]
    assert item(client).text == "Choose one answer: Soup Salad I do not know"


@pytest.mark.usefixtures("fresh")
def test_where_nothing_is_open_the_newest_results_are_shown_as_sentence_and_table(
    client: TestClient, clock: Clock
) -> None:
    send(client, choice="soup")
    for name in ("needs", "lunch"):
        change(client, clock, name, "closed", "published")
    for name in ("board", "rooms", "floor"):
        change(client, clock, name, "closed")
    page = main(client, SCREEN)
    assert headings(page)[0] == "Which lunch?"
    assert "1 answer. Most chosen: Soup, 1 of 1." in item(client).text
    assert next(page.all("caption")).text == "Answers to: Which lunch?"


def test_where_nothing_is_open_or_published_the_session_is_named_with_the_way_in(
    client: TestClient, site: Path
) -> None:
    use(client, site, {"lunch": {"id": "lunch", "question": "Which lunch?", "choices": ["Soup", "Salad"]}})
    page = main(client, SCREEN)
    assert headings(page) == ["Demo session", "How to join", "Other items"]
    assert item(client).text == "Nothing is open at this moment."
    assert links(page)["Next: Which lunch?"] == f"{SCREEN}?item=lunch"
    assert "Poll: not open yet." in main(client, f"{SCREEN}?item=lunch").text


def test_session_with_nothing_to_do_still_says_how_to_join(client: TestClient, site: Path) -> None:
    use(client, site, {})
    assert headings(main(client, SCREEN)) == ["Demo session", "How to join", "Other items"]
    assert headings(main(client))[:2] == ["Now: Demo session", "Open now (0)"]


def test_links_lead_to_the_item_before_and_the_item_after(client: TestClient) -> None:
    page = main(client, f"{SCREEN}?item=needs")
    assert links(page) == {
        "Previous: Which lunch?": f"{SCREEN}?item=lunch",
        "Next: What should we note?": f"{SCREEN}?item=board",
        "What matters now": SCREEN,
        "Refresh": f"{SCREEN}?item=needs",
        "What is open now": NOW,
    }
    assert "Item 2 of 5." in page.text


def test_the_way_by_keyboard_is_told_and_needs_no_keys_of_its_own(client: TestClient) -> None:
    page = client.get(SCREEN).text
    assert "By keyboard: Tab goes to the next link, Shift and Tab back, Enter opens it." in page
    assert [word for word in ("accesskey", "<script", "http-equiv", "style=") if word in page] == []


@pytest.mark.criterion("1.1.1")
def test_qr_code_is_named_by_the_address_and_the_code_that_stand_before_it(client: TestClient) -> None:
    page = main(client, SCREEN)
    (picture,) = page.all("svg")
    assert (picture["role"], picture["aria-label"]) == ("img", "Join at testserver/j, code 421 793")
    order = [part.tag for part in page.all("dl", "svg")]
    assert order == ["dl", "svg"]
    assert not any(part["style"] for part in page.all())


@pytest.mark.usefixtures("fresh")
def test_only_notes_that_a_moderator_has_read_are_shown(client: TestClient) -> None:
    send(client, BOARD, note="Ramps everywhere", column="ideas")
    assert "Ramps" not in client.get(f"{SCREEN}?item=board").text
    assert "1 more note waits" in item(client, "board").text
    act(client, "board", "show", number=1, seen=seen(client))
    assert "Note 1 Ramps everywhere" in item(client, "board").text
    act(client, "board", "hide", number=1, reason="It names a person")
    assert "Ramps" not in client.get(f"{SCREEN}?item=board").text


@pytest.mark.usefixtures("fresh")
def test_notes_that_nobody_reviews_are_shown_only_once_an_organiser_takes_them_up(
    client: TestClient, site: Path
) -> None:
    entry = {"id": "board", "question": "What should we note?", "review": "no", "state": "open"}
    use(client, site, {"board": {**entry, "kind": "board"}})
    send(client, BOARD, note="Ramps everywhere")
    assert "1 note. These notes are shown without review." in item(client, "board").text
    assert "Ramps" not in client.get(f"{SCREEN}?item=board").text
    act(client, "board", "pin", number=1)
    assert "Note 1 Ramps everywhere" in item(client, "board").text
    send(client, BOARD, note="Other words", change="1")
    assert "Other words" not in client.get(f"{SCREEN}?item=board").text


@pytest.mark.usefixtures("fresh")
def test_words_that_came_after_the_closing_are_not_on_the_projector_nor_in_the_sentence_of_the_now_page(
    client: TestClient, clock: Clock, site: Path
) -> None:
    use(client, site, {"word": {"id": "word", "question": "Which word?", "method": "words", "state": "open"}})
    send(client, "/take-part/demo/word/", words="Trust")
    change(client, clock, "word", "closed")
    for _ in range(2):
        other = TestClient(client.app, follow_redirects=False)
        other.portal = client.portal
        send(other, "/take-part/demo/word/", words="Shout")
    change(client, clock, "word", "published")
    shown = item(client, "word").text
    assert ("Trust 1" in shown, "Shout" in shown) == (True, False)
    assert "1 more phrase came after the closing. Read it on your own device." in shown
    assert "Shout" not in main(client).text
    assert "Shout 2" in main(client, "/take-part/demo/word/results/").text


@pytest.mark.requirement("SQ-02")
@pytest.mark.usefixtures("fresh")
def test_queue_says_who_is_called_and_who_is_next_never_how_they_speak(client: TestClient) -> None:
    send(client, FLOOR, mode="read-aloud", text="Please read this", place="online", name="Ana", more_time="yes")
    other = TestClient(client.app, follow_redirects=False)
    other.portal = client.portal
    send(other, FLOOR, mode="speak", place="room", name="Shout")
    act(client, "floor", "call_next", number=1)
    shown = item(client, "floor").text
    assert "Shout" not in shown, "a name that nobody of the team has read"
    assert "Has the floor now: Ana, number 1." in shown
    assert "Next: number 2" in shown
    assert [word for word in ("Please read", "aloud", "more time") if word in shown] == []
    assert "Has the floor now: Ana, number 1. 1 person is waiting." in main(client).text


def test_rooms_are_shown_with_their_topics(client: TestClient) -> None:
    assert item(client, "rooms").text == "The rooms to choose from: Blue roomPaths Green roomBridges"


def test_counts_of_an_open_poll_are_not_shown(client: TestClient) -> None:
    send(client, choice="soup")
    assert item(client, "lunch").text == "Choose one answer: Soup Salad I do not know"


@pytest.mark.requirement("R5")
def test_now_page_and_projector_say_the_same_at_the_same_moment(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both stay behind a commit together, and both follow together, whichever was asked for before."""
    at = [1000.0]
    # The name in that module only: the event loop keeps the true time, or what it waits for never comes.
    monkeypatch.setattr("participation_api.cache.time", SimpleNamespace(monotonic=lambda: at[0]))
    waiting = "{} waiting."
    assert waiting.format("Nobody is") in main(client).text
    send(client, FLOOR, mode="speak", place="room")
    assert waiting.format("Nobody is") in item(client, "floor").text
    at[0] += 1
    assert waiting.format("1 person is") in item(client, "floor").text
    assert waiting.format("1 person is") in main(client).text


def test_unknown_item_or_session_has_no_page(client: TestClient) -> None:
    assert client.get(f"{SCREEN}?item=nothing").status_code == 404
    assert client.get("/take-part/nothing/screen/").status_code == 404


def test_items_of_every_kind_and_state_have_one_heading_and_an_order_of_levels(
    client: TestClient, clock: Clock
) -> None:
    names = ("lunch", "needs", "board", "rooms", "floor")
    for states in ([], ["closed"], ["published"]):
        for name in names:
            change(client, clock, name, *states)
            assert headings(main(client, f"{SCREEN}?item={name}"))[0] != "Demo session"
