"""The order of the queue, as properties that hold for every queue that hypothesis can think of."""

from collections import Counter
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation_api.components.queue.order import TAKEN, Turn, speaking_order, still_lets_go_first

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


@st.composite
def queues_with_moves(draw: st.DrawFn) -> Queue:
    """The same, where some of those who wait were called twice and moved back."""
    turns = draw(queues())
    last = max((turn.called for turn in turns), default=0)
    return [
        replace(turn, moved_back=draw(st.integers(0, 3)), moved_after=draw(st.integers(0, last)))
        if turn.state == "waiting"
        else turn
        for turn in turns
    ]


def taken(turns: Queue) -> Counter[str]:
    return Counter(turn.participant for turn in turns if turn.state in TAKEN)


@pytest.mark.requirement("R10")
def test_order_knows_nothing_of_the_time_used() -> None:
    assert {field.name for field in fields(Turn)} == {
        "number", "participant", "place", "at", "state", "called", "moved_back", "moved_after",
    }  # fmt: skip


def test_the_guide_says_the_rule_that_the_form_says() -> None:
    guide = (Path(__file__).parents[3] / "docs/help/explanation/equal-participation.md").read_text(encoding="utf-8")
    rule = (Path(__file__).parent / "rule.html").read_text(encoding="utf-8")
    for words in ("has had the fewest turns comes first", "who asked first", "Where several have had as many turns"):
        assert words in guide
        assert words in rule
    assert "`speaking_order` in `participation_api/components/queue/order.py`" in guide


def test_example_of_the_rule() -> None:
    ana, ben, cai, dee = (Turn(n, name, place, f"12:0{n}", "waiting") for n, name, place in (
        (1, "ana", "room"), (2, "ben", "room"), (3, "cai", "room"), (4, "dee", "online"),
    ))  # fmt: skip
    before = Turn(5, "ana", "room", "11:50", "done", called=1)
    assert speaking_order([ana, ben, cai, dee]) == [ana, dee, ben, cai]
    assert speaking_order([before, ana, ben, cai, dee]) == [dee, ben, cai, ana]


@given(queues_with_moves())
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


@given(queues_with_moves(), st.randoms())
def test_order_does_not_depend_on_how_the_rows_come(turns: Queue, random: st.DataObject) -> None:
    mixed = list(turns)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert speaking_order(mixed) == speaking_order(turns)


@given(queues_with_moves())
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


def test_who_is_moved_back_lets_one_person_go_first_and_the_second_time_two() -> None:
    ana, ben, cai = (Turn(n, name, "room", f"12:0{n}", "waiting") for n, name in ((1, "ana"), (2, "ben"), (3, "cai")))
    once = replace(ana, moved_back=1)
    assert speaking_order([once, ben, cai]) == [ben, once, cai]
    twice = replace(ana, moved_back=2)
    assert speaking_order([twice, ben, cai]) == [ben, cai, twice]
    done = replace(ben, state="done", called=1)
    assert speaking_order([once, done, cai]) == [once, cai], "one person has gone since"


@given(queues_with_moves())
def test_who_was_moved_back_goes_after_that_many_people_and_not_before(turns: Queue) -> None:
    """Unless everybody who waits was moved back: somebody is always next, and nobody is out."""
    order = speaking_order(turns)
    for position, turn in enumerate(order):
        left = order[position:]
        lets = {other.number: still_lets_go_first(other, turns) for other in left}
        assert lets[turn.number] <= max(position, min(lets.values()))


@given(queues())
def test_the_one_moved_back_lets_one_go_first_and_more_only_for_the_other_place(turns: Queue) -> None:
    order = speaking_order(turns)
    if len(order) < 2:
        return
    last = max((turn.called for turn in turns), default=0)
    back = replace(order[0], moved_back=1, moved_after=last)
    after = speaking_order([back if turn == order[0] else turn for turn in turns])
    assert after[0] != back
    assert after[1] == back or after[1].place != after[0].place
