"""The now page: what stands first, in which state, and that everyone reads the same."""

from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.components import schedule
from participation_api.components.markup import Element, elements_of
from participation_api.components.schedule import Change, State
from participation_api.conftest import NOON, Clock, make_site
from participation_api.settings import Settings
from participation_api.test_answers import send, title

NOW = "/take-part/demo/"
BOARD = "/take-part/demo/board/"


@pytest.fixture(autouse=True)
def _pages_are_always_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("participation_api.cache.LEAST_AGE", 0)


def main(client: TestClient, path: str = NOW, **headers: str) -> Element:
    """The main part of a page, which has exactly one h1, and headings that jump over no level."""
    found = next(elements_of(client.get(path, headers=headers).text).all("main"))
    levels = [int(heading.tag[1]) for heading in found.all("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels)), levels
    return found


def headings(part: Element) -> list[str]:
    return [heading.text for heading in part.all("h1", "h2", "h3")]


def links(part: Element) -> dict[str, str]:
    return {link.text: link["href"] for link in part.all("a")}


def change(client: TestClient, clock: Clock, activity: str, *states: str, minutes: int = 0) -> None:
    """Take an activity through changes by hand, as an organiser does."""
    service = client.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", activity)
    for state in states:
        at = clock()
        made = {
            "draft": Change(State.DRAFT, at),
            "open": Change(State.OPEN, at, at + timedelta(minutes=minutes) if minutes else None),
            "closed": schedule.closed(service.moment(live), at),
            "published": schedule.published(service.moment(live), at),
        }[state]
        client.portal.call(service.states.change, live, made)  # type: ignore[union-attr]
    service.cache.note_change("demo", at_once=True)


def act(client: TestClient, activity: str, action: str, **fields: Any) -> None:
    """Press an organiser's button."""
    service = client.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", activity)
    posted = {name: [str(value)] for name, value in fields.items()}
    write = live.component.ACTIONS[action].apply(live.activity, posted, "Jessa", service.now())
    client.portal.call(service.save, live, write)  # type: ignore[union-attr]


@pytest.mark.requirement("R3")
def test_heading_names_the_session_and_the_title_says_first_how_many_are_open(client: TestClient, clock: Clock) -> None:
    page = client.get(NOW).text
    assert title(page) == "5 open now: Demo session – Test site"
    assert headings(main(client))[:2] == ["Now: Demo session", "Open now (5)"]
    for activity in ("lunch", "needs", "board", "rooms", "floor"):
        change(client, clock, activity, "closed")
    assert title(client.get(NOW).text) == "Nothing open now: Demo session – Test site"


@pytest.mark.requirement("PG-05", "R3")
def test_open_ones_come_first_then_later_ones_then_results_then_closed_ones(client: TestClient, clock: Clock) -> None:
    change(client, clock, "needs", "closed", "published")
    change(client, clock, "rooms", "closed")
    change(client, clock, "floor", "draft")
    assert headings(main(client)) == [
        "Now: Demo session",
        "Open now (2)", "Which lunch?", "What should we note?",
        "Opens later (1)", "Do you want the floor?",
        "Results (1)", "Results of What do you need?",
        "Closed (1)", "Which room do you want?",
        "Access to this session", "How to join", "This page",
    ]  # fmt: skip


def test_each_open_one_is_a_link_with_its_state_and_the_time_of_its_closing(client: TestClient, clock: Clock) -> None:
    change(client, clock, "lunch", "open", minutes=30)
    item = next(main(client).all("li"))
    assert links(item) == {"Which lunch?": "/take-part/demo/lunch/"}
    assert item.text == "Which lunch? Poll: open. Closes: 1 December 2026, 12:30 UTC."


def test_page_changes_when_the_clock_opens_something(client: TestClient, site: Path, clock: Clock) -> None:
    later = {"id": "lunch", "question": "Which lunch?", "choices": ["Soup", "Salad"], "opens_at": "2026-12-01T12:10Z"}
    use(client, site, {"lunch": later})
    assert headings(main(client))[1:4] == ["Open now (0)", "Opens later (1)", "Which lunch?"]
    assert "Opens: 1 December 2026, 12:10 UTC." in main(client).text
    clock.pass_by(minutes=10)
    assert headings(main(client))[1:3] == ["Open now (1)", "Which lunch?"]


def use(client: TestClient, site: Path, activities: dict[str, dict[str, Any]]) -> None:
    """Serve these activities in place of the ones at start, as after a build while the server runs."""
    from participation_api.manifest import load_manifest

    service = client.app.state.service  # type: ignore[attr-defined]
    service.manifest = load_manifest(make_site(site, activities) / "take-part" / "manifest.json")
    service.cache.clear()


def test_what_opens_soonest_is_named_first(client: TestClient, site: Path) -> None:
    poll = {"question": "?", "choices": ["A", "B"]}
    use(client, site, {
        "undecided": {**poll, "id": "undecided", "question": "No time yet"},
        "second": {**poll, "id": "second", "question": "At two", "opens_at": "2026-12-01T14:00Z"},
        "first": {**poll, "id": "first", "question": "At one", "opens_at": "2026-12-01T13:00Z"},
    })  # fmt: skip
    assert headings(main(client))[3:6] == ["At one", "At two", "No time yet"]


@pytest.mark.requirement("RS-01")
def test_results_are_a_sentence_with_a_link_the_newest_first(client: TestClient, clock: Clock) -> None:
    send(client, choice="soup")
    change(client, clock, "lunch", "closed", "published")
    change(client, clock, "needs", "closed", "published")
    page = main(client)
    published = headings(page)[headings(page).index("Results (2)") :]
    assert published[1:3] == ["Results of What do you need?", "Results of Which lunch?"]
    assert "1 answer. Most chosen: Soup, 1 of 1." in page.text
    assert links(page)["Results of Which lunch?"] == "/take-part/demo/lunch/results/"
    assert links(page)["Answer afterwards: Which lunch?"] == "/take-part/demo/lunch/"


@pytest.mark.requirement("FM-13")
def test_closed_ones_say_until_when_an_answer_is_still_taken(client: TestClient, clock: Clock) -> None:
    change(client, clock, "lunch", "closed")
    page = main(client)
    assert "You can still answer. It is counted apart from the session, until: 8 December 2026, 12:00 UTC." in page.text
    assert links(page)["Which lunch?"] == "/take-part/demo/lunch/"


def test_counts_of_an_open_poll_are_not_told(client: TestClient) -> None:
    send(client, choice="soup")
    assert "1 answer" not in main(client).text


def test_reviewed_notes_and_the_queue_are_told_while_they_are_open(client: TestClient) -> None:
    send(client, BOARD, note="Ramps", column="ideas")
    send(client, "/take-part/demo/floor/", mode="speak", place="room")
    page = main(client)
    assert "No note is shown yet. 1 more note waits until a moderator has read it." in page.text
    assert "Nobody has the floor now. 1 person is waiting." in page.text
    notes = links(page)["What is there so far: What should we note?"]
    assert notes == "/take-part/demo/board/results/"
    assert "Ramps" not in client.get(notes).text
    act(client, "board", "show", number=1, seen=seen(client))
    assert "Ramps" in client.get(notes).text


def seen(client: TestClient) -> str:
    """When the note was last changed, as the moderator's button holds it."""
    service = client.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", "board")
    return str(client.portal.call(live.component.organise, service.store, live.activity)["waiting"][0]["seen"])  # type: ignore[union-attr]


def test_access_is_told_also_where_it_is_not_known(client: TestClient) -> None:
    found = next(part for part in main(client).all("dl") if part["class"] == "list")
    assert pairs(found) == [("Captions", "The organisers have not told us yet"), ("The room", "Step-free")]


def pairs(found: Element) -> list[tuple[str, str]]:
    return [(term.text, text.text) for term, text in zip(found.all("dt"), found.all("dd"), strict=True)]


@pytest.mark.requirement("FM-12")
def test_join_line_has_the_address_that_the_reader_used_and_the_code_in_groups(client: TestClient) -> None:
    page = main(client, host="roundtable.example:8080")
    found = next(part for part in page.all("dl") if part["class"] == "facts")
    assert pairs(found) == [("Address", "roundtable.example:8080/j"), ("Code", "421 793")]
    assert links(page)["roundtable.example:8080/j"] == "http://roundtable.example:8080/j"


def test_host_that_is_no_host_is_not_repeated(client: TestClient) -> None:
    page = client.get(NOW, headers={"host": 'x"><script>alert(1)</script>'})
    assert page.status_code in (200, 400)
    assert "alert" not in page.text


@pytest.mark.requirement("R5")
def test_page_says_as_of_when_it_is_and_refresh_moves_it_on(client: TestClient, clock: Clock) -> None:
    assert "Refresh (as of 12:00 UTC)" in main(client).text
    clock.pass_by(minutes=5)
    assert "Refresh (as of 12:05 UTC)" in main(client).text
    assert links(main(client))["Refresh"] == NOW


def test_page_is_the_same_for_everyone_and_may_be_kept(client: TestClient) -> None:
    first = client.get(NOW)
    send(client, choice="soup")
    assert client.cookies
    second = client.get(NOW)
    assert (first.text, first.headers["cache-control"]) == (second.text, "no-cache")
    assert client.get(NOW, headers={"if-none-match": second.headers["etag"]}).status_code == 304


def test_both_slash_forms_answer_and_an_unknown_session_has_no_page(client: TestClient) -> None:
    assert client.get("/take-part/demo").text == client.get(NOW).text
    assert client.get("/take-part/nothing/").status_code == 404


@pytest.mark.requirement("R5")
def test_no_script_of_its_own_no_refresh_and_no_style_in_the_page(client: TestClient) -> None:
    page = client.get(NOW).text.replace('<script src="/assets/live.js" defer></script>', "")
    assert [word for word in ("<script", "http-equiv", "style=", "<style", "accesskey") if word in page] == []


def test_times_of_the_clock_are_told_in_the_zone_of_the_session(client: TestClient, site: Path) -> None:
    service = client.app.state.service  # type: ignore[attr-defined]
    session = service.manifest.sessions["demo"]
    object.__setattr__(session, "starts_at", datetime.fromisoformat("2026-12-01T15:00+03:00"))
    assert "as of 15:00 UTC+3" in main(client).text
    assert NOON.hour == 12


def test_addresses_keep_to_the_path_that_the_site_stands_on(tmp_path: Path) -> None:
    settings = Settings(site=make_site(tmp_path / "site", root="/x/"), database=tmp_path / "test.sqlite3")
    with TestClient(create_app(settings, Clock()), follow_redirects=False) as client:
        page = main(client, "/x/take-part/demo/")
        assert links(page)["testserver/x/j"] == "http://testserver/x/j"
        assert {link for link in links(page).values() if not link.startswith(("/x/", "http://testserver/x/"))} == set()
        assert client.get("/x/j").headers["location"] == "/x/take-part/"
        assert client.get("/x/j/421793").headers["location"] == "/x/take-part/demo/"
        assert links(main(client, "/x/take-part/demo/screen/"))["What is open now"] == "/x/take-part/demo/"
        assert next(main(client, "/x/search/").all("form"))["action"] == "/x/search/"
