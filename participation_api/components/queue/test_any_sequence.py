"""Whatever people and moderators do, in whatever order: one speaker at a time, one request each, nobody lost."""

import asyncio
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation_api.components import queue
from participation_api.components.conftest import NOON, Event, declared, in_memory
from participation_api.components.contract import Refused
from participation_api.components.queue.calling import ACTIONS

people = st.sampled_from("abc")
numbers = st.integers(1, 5)
steps = st.one_of(
    st.tuples(st.just("ask"), people, st.sampled_from(["room", "online", "online-interpreter"])),
    st.tuples(st.just("withdraw"), people, st.integers(0, 1)),
    st.tuples(st.sampled_from(sorted(ACTIONS)), numbers, st.one_of(st.just(""), numbers)),
    st.tuples(st.sampled_from([f"undo {name}" for name in sorted(ACTIONS)]), numbers, st.one_of(st.just(""), numbers)),
)
Step = tuple[str, Any, Any]


@pytest.mark.requirement("SQ-01", "SQ-03")
@settings(max_examples=150, deadline=None)
@given(st.lists(steps, max_size=25))
def test_no_sequence_reaches_an_impossible_state_or_counts_a_person_twice(sequence: list[Step]) -> None:
    asyncio.run(_play(sequence))


async def _play(sequence: list[Step]) -> None:
    activity = declared(queue)
    async with in_memory() as event:
        for minute, step in enumerate(sequence):
            before = await _turns(event)
            with suppress(Refused, IndexError):
                await _do(event, activity, step, minute)
            await _check(event, activity, before, step)


async def _do(event: Event, activity: Any, step: Step, minute: int) -> None:
    what, first, second = step
    at = NOON + timedelta(minutes=minute)
    match what:
        case "ask":
            await event.send(activity, {"mode": "speak", "place": second}, first, at)
        case "withdraw":
            await event.withdraw(activity, first, second)
        case _ if what.startswith("undo "):
            await event.undo(activity, what.removeprefix("undo "), at, number=first, floor=second)
        case _:
            await event.act(activity, what, at, number=first, floor=second)


async def _turns(event: Event) -> dict[int, dict[str, Any]]:
    return {row["number"]: row for row in await event.store.rows("select * from turn order by number")}


async def _check(event: Event, activity: Any, before: dict[int, dict[str, Any]], step: Step) -> None:
    after = await _turns(event)
    states = Counter(row["state"] for row in after.values())
    assert states["called"] <= 1, "one speaker at a time"
    open_ones = Counter(row["participant"] for row in after.values() if row["state"] in ("waiting", "called"))
    assert all(count == 1 for count in open_ones.values()), "one open request for each person"
    assert set(before) <= set(after), "a number never vanishes"
    results, seen = await event.results(activity), await event.organise(activity)
    assert [turn["position"] for turn in results["waiting"]] == list(range(1, states["waiting"] + 1))
    assert {turn["number"] for turn in results["waiting"]} == {
        number for number, row in after.items() if row["state"] == "waiting"
    }
    assert sum(seen["turns"].values()) == states["done"], "each turn counts once, for the room or for online"
    lost = [number for number, row in after.items() if row["state"] == "withdrawn"]
    if step[0] != "withdraw":
        assert all(before[number]["state"] == "withdrawn" for number in lost), "only its author takes a request away"
