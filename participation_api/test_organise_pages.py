"""Organisers' pages as they are heard: words to say aloud, the log, and the structure of every page."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from participation_api.conftest import Clock, sign_in
from participation_api.test_organise import BOARD, DEMO, FLOOR, LUNCH, buttons, notes, press, send, speakers


def test_an_open_question_is_said_with_its_choices_where_to_answer_and_how_long(ana: TestClient) -> None:
    page = press(ana, ana.get(LUNCH), "Set an end", minutes="10")
    said = page.text.split("<h2>Say this aloud</h2>")[1].split("<h2>")[0]
    text = " ".join(unescape(re.sub(r"<[^>]*>", " ", said)).split())
    assert text == (
        "Which lunch? The answers to choose from: Soup Salad I do not know "
        "Open this address: testserver/j . The code is: 421 793 . It is open until 12:10 UTC . "
        "Who needs longer can still answer afterwards. It is counted apart."
    )


def test_results_are_said_in_a_sentence(ana: TestClient) -> None:
    for choice in ("soup", "soup", "salad"):
        send(ana, "lunch", choice=choice)
    page = press(ana, ana.get(LUNCH), "Close now")
    said = page.text.split("<h2>Say this aloud</h2>")[1].split("<h2>")[0]
    assert "3 answers. Most chosen: Soup, 2 of 3." in said


def test_own_words_of_participants_stand_on_the_organisers_page_only(ana: TestClient) -> None:
    send(ana, "needs", choice="captions", other="<i>A quiet room</i>")
    words = "&lt;i&gt;A quiet room&lt;/i&gt;"
    assert words in ana.get(f"{DEMO}needs/").text
    page = press(ana, ana.get(f"{DEMO}needs/"), "Close now")
    press(ana, page, "Publish")
    assert "A quiet room" not in ana.get("/take-part/demo/needs/results/").text


def test_the_log_says_who_did_what_and_why(ana: TestClient, clock: Clock) -> None:
    notes(ana, "A name")
    press(ana, ana.get(LUNCH), "Close")
    clock.pass_by(minutes=1)
    sign_in(ana, "Ben <b>")
    press(ana, ana.get(BOARD), "Hide note 1", reason="It names a person")
    page = ana.get(f"{DEMO}log/")
    rows = [re.sub(r"<[^>]*>", "", row) for row in re.findall(r"<tr>(.*?)</tr>", page.text, re.DOTALL)][1:]
    assert [[cell for cell in row.split("\n") if cell] for row in rows] == [
        [
            "1 December 2026, 12:01 UTC",
            "Ben &lt;b&gt;",
            "Hide note 1 (What should we note?)Reason, place, or how much: It names a person",
        ],
        ["1 December 2026, 12:00 UTC", "Ana", "Close: Which lunch?"],
    ]
    assert "A name" not in page.text


class Structure(HTMLParser):
    """What a screen reader needs of a page: headings, labels, descriptions, captions."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.needed: set[str] = set()
        self.labelled: set[str] = set()
        self.fields: set[str] = set()
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.tags.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in values:
            self.ids.append(values["id"])
        self.needed.update(values.get("aria-describedby", "").split())
        if tag == "label":
            self.labelled.add(values["for"])
        if tag in ("input", "select", "textarea") and values.get("type") != "hidden":
            self.fields.add(values["id"])


@pytest.fixture
def busy(ana: TestClient) -> TestClient:
    notes(ana, "One", "Two", "Three")
    speakers(ana, "Ben", "Cai", "Dina")
    send(ana, "needs", choice="captions", other="A quiet room")
    press(ana, ana.get(BOARD), "Show note 1")
    press(ana, ana.get(BOARD), "Hide note 2", reason="It names a person")
    press(ana, ana.get(FLOOR), "Call the next speaker")
    return ana


@pytest.mark.requirement("PG-04", "FM-01", "FM-02")
def test_every_page_has_one_h1_no_jump_of_headings_labels_and_unique_ids(busy: TestClient) -> None:
    answers = [busy.get(path) for path in ("/organise/", DEMO, f"{DEMO}log/", f"{DEMO}rooms/", f"{DEMO}needs/", LUNCH)]
    answers += [busy.get(BOARD), busy.get(FLOOR), press(busy, busy.get(BOARD), "Hide note 3", reason="")]
    answers += [press(busy, busy.get(LUNCH), "Close now"), press(busy, busy.get(LUNCH), "Publish")]
    for answer in answers:
        page = Structure(answer.text)
        assert page.headings[0] == 1 or "error-summary" in page.ids
        assert page.headings.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(page.headings[1:], page.headings[2:], strict=False))
        assert len(page.ids) == len(set(page.ids))
        assert page.needed <= set(page.ids)
        assert page.fields == page.labelled
        assert page.tags.count("table") == page.tags.count("caption")
        assert "script" not in page.tags


def test_no_two_buttons_of_a_page_have_the_same_words(busy: TestClient) -> None:
    for path in (DEMO, BOARD, FLOOR, LUNCH):
        words = [button.words for button in buttons(busy.get(path))]
        assert len(words) == len(set(words))
