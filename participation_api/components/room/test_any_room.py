"""Any room: a room that lacks what somebody needs is never found, and places with an interpreter are kept."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation_api.components import room
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.room.any_room import Needs, find_room, is_full, lacks
from participation_api.components.room.failures import Failure
from participation_api.components.room.room import Room

IS, ASL = "International Sign", "ASL"
names = st.lists(st.sampled_from(["English", "français", "العربية"]), unique=True).map(tuple)
rooms_of_all_sorts = st.lists(
    st.builds(
        Room,
        id=st.sampled_from("abcdefgh"),
        text=st.just("Room"),
        captions=st.sampled_from(["", "yes", "yes, English", "no", "not decided yet"]),
        in_writing=st.sampled_from(["", "no", "by e-mail"]),
        board=st.sampled_from(["", "notes"]),
        interpreter_link=st.sampled_from(["", "https://sign.example/"]),
        signed=st.lists(st.sampled_from([IS, ASL]), unique=True).map(tuple),
        spoken=names,
        places=st.one_of(st.none(), st.integers(1, 3)),
    ),
    min_size=2,
    unique_by=lambda each: each.id,
)
needs_of_all_sorts = st.builds(
    Needs, st.booleans(), st.booleans(), st.sampled_from(["", IS, ASL]), st.sampled_from(["", "English", "français"])
)
counts = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 4))
failures = st.lists(
    st.builds(Failure, st.sampled_from("abcdefgh"), st.sampled_from(["captions", "interpreter"]), st.just(NOON))
)


@given(rooms_of_all_sorts, needs_of_all_sorts, counts, failures)
def test_the_room_found_has_everything_and_a_place(
    rooms: list[Room], needs: Needs, taken: dict[str, int], broken: list[Failure]
) -> None:
    found = find_room(rooms, needs, taken, broken)
    if found is None:
        return
    assert not needs.captions or found.captions.startswith("yes")
    assert not needs.writing or found.board or found.in_writing == "by e-mail"
    assert needs.sign_language in ("", *found.signed)
    assert needs.language in ("", *found.spoken)
    assert found.places is None or taken.get(found.id, 0) < found.places
    broken_here = {failure.what for failure in broken if failure.room == found.id}
    assert not (needs.captions and "captions" in broken_here)
    assert not (needs.sign_language and "interpreter" in broken_here)


@given(rooms_of_all_sorts, needs_of_all_sorts, counts)
def test_places_with_an_interpreter_are_not_filled_by_balancing(
    rooms: list[Room], needs: Needs, taken: dict[str, int]
) -> None:
    found = find_room(rooms, needs, taken)
    if found and found.has_interpretation and not needs.sign_language:
        assert all(each.has_interpretation for each in rooms)


@given(rooms_of_all_sorts, counts, st.sampled_from([IS, ASL]))
def test_who_needs_a_sign_language_finds_any_room_that_has_it_and_a_place(
    rooms: list[Room], taken: dict[str, int], language: str
) -> None:
    needs = Needs(sign_language=language)
    there = [each for each in rooms if not lacks(each, needs) and not is_full(each, taken)]
    assert (find_room(rooms, needs, taken) is None) == (not there)


def test_the_room_with_the_fewest_people_is_found() -> None:
    rooms = [Room("a", "A"), Room("b", "B"), Room("c", "C")]
    found = find_room(rooms, Needs(), {"a": 3, "b": 1, "c": 1})
    assert found is rooms[1]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("English", ("English",)), ("English and Arabic", ("English", "Arabic")),
        ("English, français", ("English", "français")), (["ASL", "Langue des signes, française"],
         ("ASL", "Langue des signes, française")), ("no", ()), ("", ()), ("not decided yet", ()),
        ("International Sign, with a second interpreter", ("International Sign, with a second interpreter",)),
    ],
)  # fmt: skip
def test_languages_are_read_one_by_one(written: Any, names: tuple[str, ...]) -> None:
    activity: Any = declared(room, rooms=[{"text": "Blue", "sign_language": written}, "Green"])
    assert activity.rooms[0].signed == names


async def test_the_page_shows_the_room_or_says_what_speaks_against_each(event: Event) -> None:
    blue = {"text": "Blue", "captions": "yes", "sign_language": IS, "places": "1"}
    activity: Any = declared(room, rooms=[blue, {"text": "Green", "board": "notes"}])
    asked = await room.ask(event.store, activity, {})
    assert str(asked.heading) == "What must your room have?"
    assert [option["value"] for option in asked.values["sign_languages"]] == ["", IS]
    found = await room.ask(event.store, activity, {"find": ["yes"], "sign_language": [IS]})
    assert str(found.heading) == "The room “Blue” fits"
    await event.send(activity, {"room": "blue"})
    none = await room.ask(event.store, activity, {"find": ["yes"], "must": ["captions"], "sign_language": [IS]})
    assert str(none.heading) == "No room fits now"
    why = {each.text: [str(words) for words in reasons] for each, reasons in none.values["reasons"]}
    assert why == {"Blue": ["no places left"], "Green": ["no captions", "no International Sign"]}
