"""The order of the queue, as properties that hold for every queue that hypothesis can think of."""

from collections import Counter
from dataclasses import fields, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation_api.components.queue.order import TAKEN, Turn, speaking_order

Queue = list[Turn]


@st.composite
def queues(draw: st.DrawFn) -> Queue:
    """Turns as the database may hold them: one open request a person, calls numbered in the order they were made."""
    people = draw(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(("room", "online")), st.booleans())))
    seen: set[str] = set()
    turns: Queue = []
    for number, (participant, place, is_done) in enumerate(people, 1):
        at = f"12:{draw(st.integers(0, 5)):02}"
        if is_done or participant in seen:
            turns.append(Turn(number, participant, place, at, "done", called=number))
        else:
            seen.add(participant)
            turns.append(Turn(number, participant, place, at, "waiting"))
    return draw(st.permutations(turns))


def taken(turns: Queue) -> Counter[str]:
    return Counter(turn.participant for turn in turns if turn.state in TAKEN)


@pytest.mark.requirement("R10")
def test_order_knows_nothing_of_the_time_used() -> None:
    assert {field.name for field in fields(Turn)} == {"number", "participant", "place", "at", "state", "called"}


def test_example_of_the_rule() -> None:
    ana, ben, cai, dee = (Turn(n, name, place, f"12:0{n}", "waiting") for n, name, place in (
        (1, "ana", "room"), (2, "ben", "room"), (3, "cai", "room"), (4, "dee", "online"),
    ))  # fmt: skip
    before = Turn(5, "ana", "room", "11:50", "done", called=1)
    assert speaking_order([ana, ben, cai, dee]) == [ana, dee, ben, cai]
    assert speaking_order([before, ana, ben, cai, dee]) == [dee, ben, cai, ana]


@given(queues())
def test_everyone_who_waits_is_in_the_order_once_and_nobody_else(turns: Queue) -> None:
    waiting = [turn for turn in turns if turn.state == "waiting"]
    order = speaking_order(turns)
    assert sorted(turn.number for turn in order) == sorted(turn.number for turn in waiting)


@pytest.mark.requirement("R10")
@given(queues())
def test_fewer_turns_come_first(turns: Queue) -> None:
    counts = [taken(turns)[turn.participant] for turn in speaking_order(turns)]
    assert counts == sorted(counts)


@given(queues())
def test_within_one_place_and_as_many_turns_who_asked_first_comes_first(turns: Queue) -> None:
    for place in ("room", "online"):
        mine = [
            (taken(turns)[turn.participant], turn.at, turn.number)
            for turn in speaking_order(turns)
            if turn.place == place
        ]
        assert mine == sorted(mine)


@pytest.mark.requirement("R10")
@given(queues())
def test_the_room_and_online_alternate_while_both_have_somebody_with_as_many_turns(turns: Queue) -> None:
    order, counts = speaking_order(turns), taken(turns)
    for position, (one, two) in enumerate(pairwise(order)):
        if one.place == two.place:
            others = [turn for turn in order[position + 1 :] if turn.place != one.place]
            assert all(counts[turn.participant] != counts[two.participant] for turn in others)


@given(queues(), st.randoms())
def test_order_does_not_depend_on_how_the_rows_come(turns: Queue, random: st.DataObject) -> None:
    mixed = list(turns)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert speaking_order(mixed) == speaking_order(turns)


@given(queues())
def test_calling_the_next_speaker_leaves_the_order_of_the_others(turns: Queue) -> None:
    """So nobody's place gets worse because somebody else had a turn, and the places shown stay true."""
    order = speaking_order(turns)
    if order:
        last = max((turn.called for turn in turns), default=0)
        called = [replace(turn, state="called", called=last + 1) if turn == order[0] else turn for turn in turns]
        assert speaking_order(called) == order[1:]


@given(queues())
def test_a_withdrawn_request_leaves_the_order_within_each_place(turns: Queue) -> None:
    order = speaking_order(turns)
    if order:
        left = [turn for turn in turns if turn != order[0]]
        for place in ("room", "online"):
            assert [turn for turn in speaking_order(left) if turn.place == place] == [
                turn for turn in order[1:] if turn.place == place
            ]
