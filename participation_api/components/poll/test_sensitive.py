"""A sensitive poll: nothing before it is published, one count only, and no way back from what is shown to a small count."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation_api.components import environment, poll
from participation_api.components.conftest import NOON, Event, declared, in_memory
from participation_api.components.contract import DeclarationError
from participation_api.components.declaration import declare_activity
from participation_api.components.panel import Place
from participation_api.components.poll.small_counts import protected, rounded
from participation_api.components.schedule import Change, Moment, Schedule, State, effective_state

PUBLISHED_AT = NOON + timedelta(minutes=10)
LATER = PUBLISHED_AT + timedelta(hours=1)
RS_07 = pytest.mark.requirement("RS-07")


def a_poll(*choices: str, **entry: Any) -> Any:
    return declared(poll, choices=list(choices or "abc"), sensitive="yes", **entry)


async def send(event: Event, activity: Any, counts: Mapping[str, int]) -> None:
    for choice, count in counts.items():
        for number in range(count):
            await event.send(activity, {"choice": choice}, f"{choice}-{number}")


async def everything_shown(event: Event, activity: Any, counted_at: Any = PUBLISHED_AT) -> str:
    """All that anybody can get: figures, pages, exports, and what the organiser's page says."""
    results = await event.results(activity, counted_at)
    pages = [
        environment().get_template(f"poll/{name}.html").render(
            activity=activity, results=results, data=await event.organise(activity),
            moment=Moment(State.PUBLISHED), place=Place(),
        )
        for name in ("results", "sentence", "screen", "organise")
    ]  # fmt: skip
    export = await poll.export(event.store, activity)
    return json.dumps([results, pages, export, str((await event.organise(activity))["numbers"][0])])


async def shown_of(counts: Mapping[str, int], **entry: Any) -> str:
    activity = a_poll(*counts, **entry)
    async with in_memory() as event:
        await send(event, activity, counts)
        await event.save(poll.fix(activity, PUBLISHED_AT))
        return await everything_shown(event, activity)


@RS_07
@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([7, 5, 1], [7, None, None]),
        ([7, 6, 5], [7, 6, 5]),
        ([9, 9, 0], [None, None, None]),
        ([20, 9, 9, 4, 0], [20, None, None, None, None]),
        ([4, 4, 4], [None, None, None]),
    ],
)
def test_a_count_under_five_and_the_next_smallest_are_hidden_together(counts: list[int], shown: list[int]) -> None:
    assert protected(counts) == shown


@RS_07
@given(st.lists(st.integers(0, 30), min_size=2, max_size=6))
def test_one_hidden_count_is_never_alone_and_hidden_counts_can_change_places(counts: list[int]) -> None:
    shown = protected(counts)
    hidden = [place for place, count in enumerate(shown) if count is None]
    assert len(hidden) != 1
    turned = list(counts)
    for place, value in zip(hidden, [counts[place] for place in [*hidden[1:], *hidden[:1]]], strict=True):
        turned[place] = value
    assert protected(turned) == shown


COUNTS = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 9), min_size=2, max_size=4)


@RS_07
# Each example has two databases of its own, which a busy machine does not make in the usual 200 ms.
@settings(deadline=None, max_examples=25)
@given(COUNTS, st.data())
async def test_no_output_tells_hidden_counts_apart(counts: dict[str, int], data: st.DataObject) -> None:
    """Whoever knows the rules and reads everything cannot recover a cell: with others in its place, all is the same."""
    if sum(counts.values()) < 10:
        return
    hidden = [choice for choice, shown in zip(counts, protected(list(counts.values())), strict=True) if shown is None]
    moved = dict(zip(hidden, data.draw(st.permutations([counts[choice] for choice in hidden])), strict=True))
    assert await shown_of(counts) == await shown_of({**counts, **moved})


@RS_07
def test_every_hidden_count_of_a_small_poll_could_be_another_one() -> None:
    """The attack with all knowledge: every possible poll, grouped by what would be shown of it."""
    could_be: dict[Any, list[Sequence[int]]] = defaultdict(list)
    for counts in product(range(25), repeat=3):
        if sum(counts) >= 10:
            could_be[(tuple(protected(counts)), rounded(sum(counts)))].append(counts)
    recovered = [
        (shown, place)
        for (shown, _), all_counts in could_be.items()
        for place, count in enumerate(shown)
        if count is None and len({counts[place] for counts in all_counts}) < 2
    ]
    assert recovered == []


@RS_07
def test_a_choice_that_excludes_the_others_cannot_be_worked_out_from_the_total() -> None:
    """a and b are chosen together or not, "none" excludes both; so `none` is at most the total less a."""
    could_be: dict[Any, list[int]] = defaultdict(list)
    for a, b, none in product(range(22), repeat=3):
        for total in range(max(a, b, 10 - none), a + b + 1):
            shown = tuple(protected((a, b, none)))
            could_be[(shown, rounded(total + none, says_only_enough=True))].append(none)
    assert [shown for (shown, _), found in could_be.items() if shown[2] is None and len(set(found)) < 2] == []


@RS_07
async def test_nothing_is_shown_before_the_results_are_published(event: Event) -> None:
    activity = a_poll()
    before = await everything_shown(event, activity, None)
    await send(event, activity, {"a": 9})
    assert await everything_shown(event, activity, None) == before
    await send(event, activity, {"a": 9, "b": 9})
    results = await event.results(activity)
    assert (results["withheld"], results["answers"]) == ("not counted yet", None)
    assert await poll.export(event.store, activity) == []


@RS_07
@pytest.mark.parametrize(("answers", "withheld"), [(9, "too few answers"), (10, "")])
async def test_nothing_is_shown_under_ten_answers(event: Event, answers: int, withheld: str) -> None:
    activity = a_poll()
    await send(event, activity, {"a": answers})
    await event.save(poll.fix(activity, PUBLISHED_AT))
    assert (await event.results(activity, PUBLISHED_AT))["withheld"] == withheld


@RS_07
async def test_what_comes_after_the_count_changes_nothing_that_is_shown(event: Event) -> None:
    """Two counts would tell what the person between them chose: late, changed, withdrawn, or published again."""
    activity = a_poll()
    await send(event, activity, {"a": 12, "b": 7, "c": 6})
    await event.save(poll.fix(activity, PUBLISHED_AT))
    first = await everything_shown(event, activity)
    await event.send(activity, {"choice": "b"}, "late", LATER, late=True)
    await event.send(activity, {"choice": "b"}, "a-0", LATER, late=True)
    await event.withdraw(activity, "c-0")
    await event.save(poll.fix(activity, LATER))
    assert await everything_shown(event, activity, LATER) == first


def test_late_answers_are_taken_until_publishing_and_are_in_the_one_count() -> None:
    entry = {"id": "one", "question": "?", "choices": ["a", "b"], "sensitive": "yes", "late_until": "2026-12-08T12:00Z"}
    rules = declare_activity(poll, entry, "demo", "en").schedule
    closed = effective_state(rules, Change(State.CLOSED, NOON, NOON), LATER)
    assert (closed.takes_late, closed.closed_at, closed.counted_at) == (True, NOON, None)
    published = effective_state(rules, Change(State.PUBLISHED, PUBLISHED_AT, NOON), LATER)
    assert (published.takes_late, published.counted_at) == (False, PUBLISHED_AT)
    usual = effective_state(Schedule(), Change(State.CLOSED, NOON, NOON), LATER)
    assert usual.counted_at == NOON


def test_a_sensitive_poll_has_no_field_for_peoples_own_words() -> None:
    with pytest.raises(DeclarationError) as caught:
        a_poll(other="yes")
    assert (caught.value.key, str(caught.value)) == (
        "sensitive", "'sensitive' and 'other' are both yes; words that people write can tell who wrote them",
    )  # fmt: skip
