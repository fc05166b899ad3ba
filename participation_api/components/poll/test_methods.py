"""Ranking, scale and words: what a form may hold, how it is counted, and what moderators do to a phrase."""

import json
from collections import Counter
from datetime import timedelta
from statistics import median_high, median_low
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation_api.components import environment, poll
from participation_api.components.conftest import NOON, Event, declared, in_memory
from participation_api.components.contract import DeclarationError, FieldErrors, Refused
from participation_api.components.panel import render_form
from participation_api.components.poll import Answer
from participation_api.components.poll.methods.scale import median

CLOSED_AT = NOON + timedelta(minutes=10)
ENDS = {"from": "Never", "to": "Always"}


def ranking(*choices: str, **entry: Any) -> Any:
    return declared(poll, method="ranking", choices=list(choices or "abcd"), **entry)


def scale(**entry: Any) -> Any:
    return declared(poll, method="scale", **{**ENDS, **entry})


def words(**entry: Any) -> Any:
    return declared(poll, method="words", **entry)


def errors(activity: Any, **fields: str) -> dict[str, str]:
    found = poll.read_form(activity, {name: [value] for name, value in fields.items()})
    assert isinstance(found, FieldErrors)
    return {name: str(sentence) for name, sentence in found.sentences.items()}


async def phrases(event: Event, activity: Any) -> dict[str, int]:
    return {choice["text"]: choice["count"] for choice in (await event.results(activity))["choices"]}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, {"first": "Choose an answer for the 1st place"}),
        ({"first": "z"}, {"first": "Choose from the answers on this page"}),
        ({"first": "a", "third": "b"},
         {"second": "Choose an answer for the 2nd place, or leave the 3rd place empty"}),
        ({"first": "a", "second": "b", "third": "a"},
         {"third": "You chose “a” twice. Choose another answer for the 3rd place"}),
    ],
)  # fmt: skip
def test_a_ranking_that_cannot_count_says_what_to_do_at_the_place(fields: dict[str, str], found: dict[str, str]) -> None:
    assert errors(ranking(), **fields) == found


@pytest.mark.requirement("R6")
@pytest.mark.criterion("2.5.7")
@pytest.mark.criterion("3.3.1")
def test_a_ranking_is_lists_to_choose_from_and_the_error_stands_at_the_second_one() -> None:
    activity = ranking()
    fields = {"first": ["a"], "second": ["a"]}
    found = poll.read_form(activity, fields)
    assert isinstance(found, FieldErrors)
    form = render_form(poll, activity, "/", fields, found.sentences)
    assert form.count("<select") == 3
    assert '<select id="poll-one-second" name="second" aria-describedby="poll-one-second-error">' in form
    assert form.count('<option value="a" selected>') == 2
    assert "drag" not in form


PERSONS = st.lists(st.tuples(st.sampled_from("pqrst"), st.lists(st.sampled_from("abcd"), min_size=1, max_size=4)))


# Each example has a database of its own, which a busy machine does not make in the usual 200 ms.
@settings(deadline=None, max_examples=25)
@given(PERSONS)
async def test_a_ranking_counts_each_persons_last_order_and_no_answer_twice(sent: list[tuple[str, list[str]]]) -> None:
    activity = ranking()
    last: dict[str, list[str]] = {}
    async with in_memory() as event:
        for second, (participant, order) in enumerate(sent):
            fields = {name: [choice] for name, choice in zip(("first", "second", "third"), order, strict=False)}
            answer = poll.read_form(activity, fields)
            assert isinstance(answer, FieldErrors) == (len(set(order[:3])) < len(order[:3]))
            if isinstance(answer, Answer):
                at = NOON + timedelta(seconds=second)
                await event.save(poll.record(activity, answer, participant, at))
                last[participant] = order[:3]
        results = await event.results(activity)
    expected = {choice: [sum(order[place : place + 1] == [choice] for order in last.values()) for place in range(3)]
                for choice in "abcd"}  # fmt: skip
    assert {choice["id"]: choice["places"] for choice in results["choices"]} == expected
    assert results["answers"] == len(last) == sum(places[0] for places in expected.values())


async def test_the_order_of_a_ranking_comes_back_into_its_form(event: Event) -> None:
    activity = ranking()
    await event.send(activity, {"first": "c", "second": "a"})
    (entry,) = await event.own(activity)
    assert (entry.text, entry.fields["first"], entry.fields["second"]) == ("1. c\n2. a", ["c"], ["a"])
    assert poll.conflict([entry], Answer(("c", "a"))) is None
    assert poll.conflict([entry], Answer(("a", "c"))) == entry
    assert poll.read_back(activity, {"first": ["c"], "second": ["z"]}) == ["1. c"]
    (row,) = await poll.export(event.store, activity)
    assert (row["first"], row["second"], row["third"]) == ("c", "a", "")


@given(st.dictionaries(st.sampled_from([str(n) for n in range(1, 8)]), st.integers(0, 9)))
def test_the_middle_of_a_scale_is_the_median_of_all_points(count: dict[str, int]) -> None:
    points = [int(point) for point, times in count.items() for _ in range(times)]
    expected = sorted({median_low(points), median_high(points)}) if points else []
    assert [int(point) for point in median(scale(points="7"), count)] == expected


def test_a_scale_has_words_at_its_ends_and_a_way_not_to_say() -> None:
    activity = scale(points="0-10", no_answer="I do not know")
    labels = [choice.label for choice in activity.choices]
    assert labels == ["0: Never", *map(str, range(1, 10)), "10: Always", "I do not know"]


async def test_words_are_counted_whatever_their_capitals_and_spaces(event: Event) -> None:
    activity = words()
    for participant, phrase in enumerate(["Being asked", " being  asked", "BEING ASKED", "Trust"]):
        await event.send(activity, {"words": phrase}, str(participant))
    assert await phrases(event, activity) == {"BEING ASKED": 3, "Trust": 1}


WRITTEN = st.lists(st.text("abAB é", min_size=1, max_size=5).filter(str.strip), max_size=12)


@settings(deadline=None, max_examples=25)
@given(WRITTEN)
async def test_every_persons_words_are_counted_once(sent: list[str]) -> None:
    activity = words()
    async with in_memory() as event:
        for participant, phrase in enumerate(sent):
            await event.send(activity, {"words": phrase}, str(participant))
        expected = Counter(" ".join(phrase.casefold().split()) for phrase in sent)
        found = Counter({text.casefold(): count for text, count in (await phrases(event, activity)).items()})
        assert (found, (await event.results(activity))["answers"]) == (expected, len(sent))


async def test_a_person_changes_and_withdraws_their_words_and_nothing_of_them_stays(event: Event) -> None:
    activity = words()
    await event.send(activity, {"words": "Fear"})
    await event.save(poll.fix(activity, CLOSED_AT))
    await event.send(activity, {"words": "Hope"}, at=NOON + timedelta(seconds=1))
    assert await phrases(event, activity) == {"Hope": 1}
    await event.withdraw(activity)
    tables = [await event.store.rows(f"select * from {name}") for name in ("ballot", "phrase", "closing_tally")]
    assert "hope" not in json.dumps(tables).casefold()
    assert "fear" not in json.dumps(tables).casefold()


async def test_a_hidden_phrase_is_gone_from_all_that_others_see_and_its_author_reads_why(event: Event) -> None:
    activity = words()
    await event.send(activity, {"words": "Trust"}, "a")
    await event.send(activity, {"words": "Ana is ill"}, "b")
    await event.act(activity, "hide", number=2, reason="It names a person")
    assert await phrases(event, activity) == {"Trust": 1}
    assert (await event.results(activity))["hidden"] == 1
    assert [row["words"] for row in await poll.export(event.store, activity)] == ["Trust"]
    (entry,) = await event.own(activity, "b")
    assert str(entry.status) == "A moderator has hidden these words. The reason: It names a person"
    await event.send(activity, {"words": "ana is ILL"}, "c")
    assert await phrases(event, activity) == {"Trust": 1}


async def test_hiding_can_be_undone_and_stands_in_the_log_with_who_and_why(event: Event) -> None:
    activity = words()
    await event.send(activity, {"words": "Trust"})
    for second, (name, is_undo) in enumerate([("hide", False), ("hide", True), ("hide", False), ("restore", False)]):
        act = event.undo if is_undo else event.act
        await act(activity, name, NOON + timedelta(seconds=second), number=1, reason="Twice")
    assert await phrases(event, activity) == {"Trust": 1}
    await event.undo(activity, "restore", NOON + timedelta(seconds=5), number=1)
    assert await phrases(event, activity) == {}
    assert (await event.organise(activity))["hidden"][0]["reason"] == "Twice"
    log = await event.store.rows("select who, what, entry, why from moderation_log order by at")
    assert [(line["who"], line["what"], line["entry"], line["why"]) for line in log] == [
        ("Jessa", "hide", "1", "Twice"), ("Jessa", "undo hide", "1", ""), ("Jessa", "hide", "1", "Twice"),
        ("Jessa", "restore", "1", ""), ("Jessa", "undo restore", "1", ""),
    ]  # fmt: skip


async def test_hiding_needs_a_reason_and_a_phrase_that_is_there(event: Event) -> None:
    activity = words()
    await event.send(activity, {"words": "Trust"})
    with pytest.raises(Refused) as no_reason:
        await event.act(activity, "hide", number=1)
    assert (no_reason.value.field, str(no_reason.value)) == ("reason", "Enter the reason; who wrote the phrase sees it")
    with pytest.raises(Refused) as unknown:
        await event.act(activity, "hide", number=7, reason="?")
    assert str(unknown.value) == "There is no phrase 7"


async def test_peoples_words_are_never_taken_for_our_language_or_for_markup(event: Event) -> None:
    activity = words()
    await event.send(activity, {"words": "<b>الثقة</b>"})
    template = environment().get_template("poll/results_words.html")
    html = template.render(activity=activity, results=await event.results(activity))
    assert '<th scope="row"><bdi lang="">&lt;b&gt;الثقة&lt;/b&gt;</bdi></th>' in html


@pytest.mark.parametrize(
    ("entry", "key", "sentence"),
    [
        ({"method": "vote"}, "method", "'method' is 'vote'; it must be one of choice, ranking, scale, words"),
        ({"method": "words", "choices": ["a", "b"]}, "choices",
         "'choices' does not go with 'method: words'; it goes with choice, ranking"),
        ({"method": "ranking", "choices": ["a", "b"], "sensitive": "yes"}, "sensitive",
         "'sensitive' does not go with 'method: ranking'; it goes with choice, scale"),
        ({"method": "ranking", "choices": ["a", "b"], "places": "3"}, "places",
         "'places' is '3'; it must be a whole number from 2 to 2"),
        ({"method": "scale", "points": "8", **ENDS}, "points",
         "'points' is '8'; it must be one of 3, 4, 5, 6, 7, 0-10"),
        ({"method": "scale", "from": "Never"}, "to", "'to' is missing; write a text"),
        ({"method": "words", "limit": "500"}, "limit", "'limit' is '500'; it must be a whole number from 10 to 100"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_method_of_a_poll_is_named(entry: dict[str, Any], key: str, sentence: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        declared(poll, **entry)
    assert (caught.value.key, str(caught.value)) == (key, sentence)


async def test_a_method_that_changes_under_the_answers_is_noticed(event: Event) -> None:
    choosing: Any = declared(poll, choices=["a", "b"])
    await event.send(words(), {"words": "Trust"})
    await event.send(scale(id="two"), {"choice": "5"})
    assert await poll.dropped(event.store, choosing) == [("words", 1)]
    assert await poll.dropped(event.store, scale(id="two", points="3")) == [("5", 1)]
