"""A poll: one ballot for each person, every declared choice counted, the figure of the session kept."""

import json
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation_api.components import poll
from participation_api.components.conftest import NOON, Event, declared, in_memory
from participation_api.components.contract import DeclarationError, FieldErrors
from participation_api.components.poll import Answer

CLOSED_AT = NOON + timedelta(minutes=10)


def a_poll(*choices: Any, **entry: Any) -> Any:
    return declared(poll, choices=list(choices or ("Soup", "Salad")), **entry)


def errors(activity: Any, **fields: list[str]) -> dict[str, str]:
    found = poll.read_form(activity, fields)
    assert isinstance(found, FieldErrors)
    return {name: str(sentence) for name, sentence in found.sentences.items()}


async def counts(event: Event, activity: Any, **when: Any) -> dict[str, int]:
    return {choice["id"]: choice["count"] for choice in (await event.results(activity, **when))["choices"]}


async def test_second_ballot_replaces_the_first(event: Event) -> None:
    activity = a_poll()
    await event.send(activity, {"choice": "soup"})
    await event.send(activity, {"choice": "salad"}, at=NOON + timedelta(seconds=1))
    assert await counts(event, activity) == {"soup": 0, "salad": 1}


async def test_an_earlier_ballot_that_comes_late_replaces_nothing(event: Event) -> None:
    activity = a_poll()
    await event.send(activity, {"choice": "salad"}, at=NOON + timedelta(seconds=1))
    await event.send(activity, {"choice": "soup"})
    assert await counts(event, activity) == {"soup": 0, "salad": 1}


async def test_a_withdrawn_ballot_is_gone(event: Event) -> None:
    activity = a_poll()
    await event.send(activity, {"choice": "soup"})
    await event.withdraw(activity)
    assert (await counts(event, activity), await event.store.rows("select * from ballot")) == ({"soup": 0, "salad": 0}, [])


async def test_the_figure_of_the_session_stays_when_ballots_change_afterwards(event: Event) -> None:
    activity = a_poll()
    for participant in "abc":
        await event.send(activity, {"choice": "soup"}, participant)
    for _ in range(2):
        await event.save(poll.fix(activity, CLOSED_AT))
    later = CLOSED_AT + timedelta(hours=1)
    await event.send(activity, {"choice": "salad"}, "a", later, late=True)
    await event.send(activity, {"choice": "salad"}, "d", later, late=True)
    await event.withdraw(activity, "b")
    results = await event.results(activity, CLOSED_AT)
    assert (results["in_session"], results["answers"]) == (3, 3)
    assert [(choice["in_session"], choice["count"]) for choice in results["choices"]] == [(3, 1), (0, 2)]


async def test_a_poll_that_nobody_answered_was_counted_too(event: Event) -> None:
    activity = a_poll()
    await event.save(poll.fix(activity, CLOSED_AT))
    await event.send(activity, {"choice": "soup"}, at=CLOSED_AT + timedelta(hours=1), late=True)
    await event.save(poll.fix(activity, CLOSED_AT))
    results = await event.results(activity, CLOSED_AT)
    assert (results["in_session"], results["answers"]) == (0, 1)


async def test_a_mended_or_moved_choice_keeps_its_ballots_and_a_dropped_one_is_named(event: Event) -> None:
    before = a_poll("Suop", "Salad", "Bread")
    for participant, choice in (("a", "suop"), ("b", "suop"), ("c", "bread")):
        await event.send(before, {"choice": choice}, participant)
    mended = a_poll("Salad", "Bread", {"text": "Soup", "was": "Suop"})
    assert await poll.dropped(event.store, mended) == []
    assert [(choice["text"], choice["count"]) for choice in (await event.results(mended))["choices"]] == [
        ("Salad", 0), ("Bread", 1), ("Soup", 2),
    ]  # fmt: skip
    assert await poll.dropped(event.store, a_poll("Salad", "Bread")) == [("suop", 2)]


async def test_the_export_has_texts_in_full_and_no_key(event: Event) -> None:
    activity = a_poll({"id": "soup", "text": "Soup of the day", "plain": "Soup"}, "Salad", multiple="yes", other="yes")
    await event.send(activity, {"choice": ["salad", "soup"], "other": "Bread"}, "key-a")
    rows = await poll.export(event.store, activity)
    assert rows == [
        {"choices": "other; Salad; Soup of the day", "other": "Bread", "at": "2026-12-01T12:00:00.000000+00:00", "late": False}
    ]
    assert "key-a" not in json.dumps(rows)
    assert (await event.organise(activity))["others"] == ["Bread"]


async def test_two_sessions_with_the_same_activity_know_nothing_of_each_other(event: Event) -> None:
    await event.send(a_poll(), {"choice": "soup"})
    assert await counts(event, a_poll(session="other")) == {"soup": 0, "salad": 0}
    assert await poll.participants(event.store, a_poll(session="other")) == []


BALLOTS = st.lists(st.tuples(st.sampled_from("abcde"), st.sets(st.sampled_from(("x", "y", "z")), min_size=1)))


# Each example has a database of its own, which a busy machine does not make in the usual 200 ms.
@settings(deadline=None, max_examples=30)
@given(BALLOTS)
async def test_tally_is_what_counting_the_last_ballot_of_each_person_gives(ballots: list[tuple[str, set[str]]]) -> None:
    activity = a_poll("x", "y", "z", multiple="yes")
    async with in_memory() as event:
        for second, (participant, chosen) in enumerate(ballots):
            await event.send(activity, {"choice": sorted(chosen)}, participant, NOON + timedelta(seconds=second))
        last = dict(ballots)
        expected = Counter(choice for chosen in last.values() for choice in chosen)
        assert await counts(event, activity) == {choice: expected[choice] for choice in "xyz"}
        assert (await event.results(activity))["answers"] == len(last)


@pytest.mark.parametrize(
    ("entry", "sent", "sentence"),
    [
        ({}, [], "Choose one answer"),
        ({}, ["soup", "salad"], "Choose one answer only"),
        ({}, ["bread"], "Choose from the answers on this page"),
        ({"other": "yes"}, [], "Choose one answer, or write another one"),
        ({"multiple": "yes"}, [], "Choose one or more answers"),
        ({"multiple": "yes", "other": "yes"}, [], "Choose one or more answers, or write another one"),
        ({"multiple": "yes", "max": "1"}, ["soup", "salad"], "Choose 1 answer or fewer"),
        ({"multiple": "yes", "min": "2"}, ["soup"], "Choose 2 answers or more"),
    ],
)
def test_a_ballot_that_cannot_count_says_what_to_do(entry: dict[str, Any], sent: list[str], sentence: str) -> None:
    assert errors(a_poll(**entry), choice=sent) == {"choice": sentence}


def test_a_choice_and_ones_own_words_are_not_both_one_answer() -> None:
    found = errors(a_poll(other="yes"), choice=["soup"], other=["Bread"])
    assert found == {"choice": "Choose one answer or write another one, not both"}


def test_ones_own_words_are_an_answer() -> None:
    assert poll.read_form(a_poll(other="yes"), {"other": [" Some \n bread "]}) == Answer((), "Some bread")


def test_a_choice_that_stands_alone_needs_no_second_one() -> None:
    activity = a_poll("Soup", "Salad", {"text": "Nothing", "alone": "yes"}, multiple="yes", min="2")
    assert poll.read_form(activity, {"choice": ["nothing"]}) == Answer(("nothing",))


@pytest.mark.parametrize(
    ("entry", "key", "sentence"),
    [
        ({"choices": ["Soup"]}, "choices", "'choices' has 1; a poll needs from 2 to 40"),
        ({"choices": "Soup"}, "choices", "'choices' must be a list with one item on each line, each after '- '"),
        ({"choices": ["Soup", "soup"]}, "choices.2.text", "'choices' has 'soup' twice; each must differ"),
        ({"min": "2"}, "min", "'min' needs 'multiple: yes'; one answer is chosen otherwise"),
        ({"multiple": "yes", "max": "9"}, "max", "'max' is '9'; it must be a whole number from 1 to 2"),
        ({"choises": ["Soup"]}, "choises", "'choises' is not a known key; did you mean 'choices'?"),
        ({"other": "yes", "choices": ["Other", "Salad"]}, "other",
         "'other' is yes and a choice has the id 'other' too; give that choice another id"),
        ({"id": "results"}, "id", "'id' is 'results'; the site uses that word itself, choose another"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_poll_is_named(entry: dict[str, Any], key: str, sentence: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        declared(poll, **{"choices": ["Soup", "Salad"], **entry})
    assert (caught.value.key, str(caught.value)) == (key, sentence)
