"""Breakout rooms: one room for each person, places counted where they are taken, changing always possible."""

import json
from typing import Any

import pytest

from participation_api.components import room
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.contract import DeclarationError, FieldErrors, Refused
from participation_api.components.room import Answer, Room

BLUE = {"text": "Blue", "topic": "How do we plan?", "places": "2"}


def rooms(*given: Any, **entry: Any) -> Any:
    return declared(room, rooms=list(given or (BLUE, "Green")), **entry)


def error(activity: Any, *sent: str) -> str:
    found = room.read_form(activity, {"room": list(sent)})
    assert isinstance(found, FieldErrors)
    return str(found.sentences["room"])


async def counts(event: Event, activity: Any) -> dict[str, int]:
    return {found["id"]: found["count"] for found in (await event.results(activity))["rooms"]}


async def test_every_room_is_counted_also_where_nobody_chose_it(event: Event) -> None:
    activity = rooms()
    await event.send(activity, {"room": "blue"})
    assert await event.results(activity) == {
        "people": 1,
        "rooms": [
            {"id": "blue", "text": "Blue", "topic": "How do we plan?", "count": 1, "places": 2},
            {"id": "green", "text": "Green", "topic": "", "count": 0, "places": None},
        ],
    }


async def test_a_full_room_refuses_and_says_what_to_do(event: Event) -> None:
    activity = rooms()
    for participant in "ab":
        await event.send(activity, {"room": "blue"}, participant)
    sentence = r"^All 2 places in the room “Blue” are taken. Choose another room$"
    with pytest.raises(Refused, match=sentence):
        await event.send(activity, {"room": "blue"}, "c")
    assert await counts(event, activity) == {"blue": 2, "green": 0}


async def test_a_refused_change_keeps_the_room_that_the_person_had(event: Event) -> None:
    activity = rooms({"text": "Blue", "places": "1"}, "Green")
    await event.send(activity, {"room": "blue"}, "a")
    await event.send(activity, {"room": "green"}, "b")
    with pytest.raises(Refused, match=r"^The one place in the room “Blue” is taken. Choose another room$"):
        await event.send(activity, {"room": "blue"}, "b")
    assert [entry.text for entry in await event.own(activity, "b")] == ["Green"]


async def test_changing_the_room_frees_the_place_for_somebody_else(event: Event) -> None:
    activity = rooms({"text": "Blue", "places": "1"}, "Green")
    await event.send(activity, {"room": "blue"}, "a")
    await event.send(activity, {"room": "green"}, "a")
    await event.send(activity, {"room": "blue"}, "b")
    assert await counts(event, activity) == {"blue": 1, "green": 1}


async def test_choosing_ones_own_full_room_again_is_no_problem(event: Event) -> None:
    activity = rooms({"text": "Blue", "places": "1"}, "Green")
    for _ in range(2):
        await event.send(activity, {"room": "blue"})
    assert await counts(event, activity) == {"blue": 1, "green": 0}


async def test_two_people_in_one_transaction_do_not_both_get_the_last_place(event: Event) -> None:
    activity = rooms({"text": "Blue", "places": "1"}, "Green")
    first, second = (room.record(activity, Answer("blue"), participant, NOON) for participant in "ab")
    outcomes = await event.store.apply([first, second])
    assert [type(outcome) for outcome in outcomes] == [type(None), Refused]
    assert await counts(event, activity) == {"blue": 1, "green": 0}


async def test_leaving_a_room_erases_the_choice(event: Event) -> None:
    activity = rooms()
    await event.send(activity, {"room": "blue"})
    await event.withdraw(activity)
    assert await event.store.rows("select * from room_choice") == []


async def test_the_receipt_tells_how_to_reach_the_room(event: Event) -> None:
    activity = rooms({"text": "Blue", "join": "https://meet.example/blue", "captions": "yes, English"}, "Green")
    await event.send(activity, {"room": "blue"})
    (entry,) = await event.own(activity)
    facts = [(str(fact.label), fact.address or str(fact.text), str(fact.leads_to or "")) for fact in entry.facts]
    assert facts == [
        ("Languages", "not decided yet", ""),
        ("Captions", "yes, English", ""),
        ("Sign language", "not decided yet", ""),
        ("How to join", "https://meet.example/blue", "Join the room “Blue”"),
        ("By phone", "not decided yet", ""),
        ("In writing only", "not decided yet", ""),
    ]


async def test_the_export_says_rooms_and_no_key(event: Event) -> None:
    activity = rooms()
    await event.send(activity, {"room": "green"}, "key-a")
    rows = await room.export(event.store, activity)
    assert rows == [{"room": "Green", "at": "2026-12-01T12:00:00.000000+00:00"}]
    assert "key-a" not in json.dumps(rows)


async def test_a_room_that_is_no_longer_declared_is_named_with_its_people(event: Event) -> None:
    await event.send(rooms(), {"room": "blue"})
    assert await room.dropped(event.store, rooms("Red", "Green")) == [("blue", 1)]
    assert await room.dropped(event.store, rooms({"text": "Azure", "was": "Blue"}, "Green")) == []


async def test_nothing_of_another_session_is_counted(event: Event) -> None:
    await event.send(rooms(), {"room": "blue"})
    other = rooms(session="other")
    assert await counts(event, other) == {"blue": 0, "green": 0}
    assert await room.participants(event.store, other) == []


def test_a_room_in_short_names_what_it_provides_and_what_is_left() -> None:
    blue = Room("blue", "Blue", languages="English", captions="yes", sign_language="IS", phone="+1 555 0100", places=12)
    assert str(blue.in_short({"blue": 8})) == (
        "Languages: English; captions: yes; sign language: IS; by phone: +1 555 0100; 4 of 12 places left"
    )


@pytest.mark.parametrize(
    ("places", "taken", "said"),
    [
        (None, None, ""), (None, {"blue": 9}, ""), (1, None, "; 1 place"), (12, None, "; 12 places"),
        (12, {}, "; 12 of 12 places left"), (12, {"blue": 12}, "; no places left"),
        (12, {"blue": 13}, "; no places left"),
    ],
)  # fmt: skip
def test_places_are_told_as_far_as_they_are_known(places: int | None, taken: dict[str, int] | None, said: str) -> None:
    start = "Languages, captions, sign language and phone: not decided yet"
    assert str(Room("blue", "Blue", places=places).in_short(taken)) == start + said


@pytest.mark.parametrize("join", ["javascript:alert(1)", "https://meet.example/\"><b>", "ask at the desk", "https://a b"])
def test_a_text_that_is_no_web_address_is_never_a_link(join: str) -> None:
    blue = Room("blue", "Blue", join=join)
    assert [fact.address for fact in blue.facts if fact.text == blue.join] == [""]


def test_a_form_without_a_choice_says_what_to_do() -> None:
    activity = rooms()
    assert error(activity) == "Choose one room"
    assert error(activity, "red") == "Choose from the rooms on this page"
    assert error(activity, "blue", "green") == "Choose one room only"


@pytest.mark.parametrize(
    ("given", "key", "sentence"),
    [
        (["One"], "rooms", "'rooms' has 1; a set of rooms needs from 2 to 40"),
        (["One", {"text": "Two", "places": "few"}], "rooms.2.places",
         "'places' is 'few'; it must be a whole number from 1 to 10000"),
        (["One", {"text": "Two", "caption": "yes"}], "rooms.2.caption",
         "'caption' is not a known key; did you mean 'captions'?"),
        (["One", {"text": "Two", "captions_link": "ask us"}], "rooms.2.captions_link",
         "'captions_link' is 'ask us'; write an address that begins with https://"),
        (["One", {"text": "Any"}], "rooms.2.id", "'id' is 'any'; the site uses that word itself, choose another"),
        (["One", {"text": "Two", "column": "Ideas"}], "rooms.2.column",
         "'column' needs 'board', the id of the board that has this column"),
        (["One", {"topic": "Two"}], "rooms.2.text", "'text' is missing; write a text"),
        (["One", {"id": "one", "text": "Two"}], "rooms.2.id", "'rooms' has 'one' twice; each must differ"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_set_of_rooms_is_named(given: list[Any], key: str, sentence: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        rooms(*given)
    assert (caught.value.key, str(caught.value)) == (key, sentence)
