"""Several questions: what organisers may write, and answers that are counted question by question."""

from datetime import timedelta
from typing import Any

import pytest

from participation_api.components import questions
from participation_api.components.conftest import NOON, Event, declared
from participation_api.components.contract import DeclarationError

LATER = NOON + timedelta(minutes=1)
PACE = {"id": "pace", "question": "How was the pace?", "choices": ["Slow", "Right"]}
WORD = {"id": "word", "question": "Which word?", "method": "words", "optional": "yes"}


def a_form(*parts: dict[str, Any]) -> Any:
    return declared(questions, questions=list(parts or (PACE, WORD)))


@pytest.mark.parametrize(
    ("parts", "key", "sentence"),
    [
        ([PACE], "questions", "'questions' has 1; write from 2 to 20, and a poll for one"),
        (["Which?", PACE], "questions.1", "'questions.1' must have an 'id', a 'question' and more"),
        ([PACE, PACE], "questions.2.id", "'questions' has 'pace' twice; each must differ"),
        ([PACE, {**WORD, "id": "x.y"}], "questions.2.id", None),
        ([{**PACE, "choices": ["One"]}, WORD], "questions.1.choices", "'choices' has 1; a poll needs from 2 to 40"),
        ([{**PACE, "opens_at": "now"}, WORD], "questions.1.opens_at", None),
        (
            [PACE, {**WORD, "optional": "perhaps"}],
            "questions.2.optional",
            "'optional' is 'perhaps'; it must be yes or no",
        ),
    ],
)
def test_a_mistake_in_a_question_is_named_with_its_place(parts: list[Any], key: str, sentence: str | None) -> None:
    with pytest.raises(DeclarationError) as caught:
        a_form(*parts)
    assert (caught.value.key, str(caught.value)) == (key, sentence or str(caught.value))


async def counted(event: Event, activity: Any) -> dict[str, int]:
    return {part["id"]: part["answers"] for part in (await event.results(activity))["questions"]}


async def test_a_question_that_was_left_out_is_not_counted(event: Event) -> None:
    activity = a_form()
    await event.send(activity, {"pace.choice": "slow", "word.words": " "}, "a")
    await event.send(activity, {"pace.choice": "slow", "word.words": "Trust"}, "b")
    assert await counted(event, activity) == {"pace": 2, "word": 1}
    assert await questions.participants(event.store, activity) == ["a", "b"]


async def test_leaving_a_question_out_the_second_time_erases_what_was_answered(event: Event) -> None:
    activity = a_form()
    await event.send(activity, {"pace.choice": "slow", "word.words": "Trust"})
    await event.send(activity, {"pace.choice": "right"}, at=LATER)
    assert await counted(event, activity) == {"pace": 1, "word": 0}


async def test_a_poll_of_the_same_session_is_counted_apart(event: Event) -> None:
    from participation_api.components import poll

    activity, other = a_form(), declared(poll, id="pace", choices=["Slow", "Right"])
    await event.send(activity, {"pace.choice": "slow"})
    assert (await event.results(other))["answers"] == 0


async def test_late_answers_are_counted_apart_in_each_question(event: Event) -> None:
    activity = a_form()
    await event.send(activity, {"pace.choice": "slow"}, "a")
    await event.save(questions.fix(activity, LATER))
    await event.send(activity, {"pace.choice": "right", "word.words": "x"}, "b", at=LATER, late=True)
    found = (await event.results(activity, LATER))["questions"]
    assert [(part["in_session"], part["answers"]) for part in found] == [(1, 2), (0, 1)]


async def test_choices_and_questions_that_are_gone_are_named_with_their_answers(event: Event) -> None:
    await event.send(a_form(), {"pace.choice": "slow", "word.words": "x"})
    after = a_form({**PACE, "choices": ["Fast", "Right"]}, {**PACE, "id": "other"})
    assert await questions.dropped(event.store, after) == [("pace: slow", 1), ("one.word", 1)]


@pytest.mark.requirement("RS-07")
async def test_a_sensitive_question_hides_small_counts_and_makes_all_wait_for_one_count(event: Event) -> None:
    activity = a_form({**PACE, "sensitive": "yes"}, {**PACE, "id": "other"})
    assert activity.counts_when_published
    for number in range(11):
        await event.send(activity, {"pace.choice": "slow" if number else "right", "other.choice": "slow"}, str(number))
    await event.save(questions.fix(activity, LATER))
    first, second = (await event.results(activity, LATER))["questions"]
    assert [choice["count"] for choice in first["choices"]] == [None, None]
    assert [choice["count"] for choice in second["choices"]] == [11, 0]
    rows = [(row["question"], row["answer"]) for row in await questions.export(event.store, activity)][:2]
    assert rows == [("How was the pace?", "Slow: hidden"), ("How was the pace?", "Right: hidden")]


@pytest.mark.requirement("RS-07")
def test_a_count_that_the_number_of_people_would_tell_is_asked_for_alone() -> None:
    """Everyone chose time, and the other question says that they were everyone: so nobody chose nothing."""
    needs = {**PACE, "sensitive": "yes", "multiple": "yes", "choices": ["Time", {"text": "Nothing", "alone": "yes"}]}
    with pytest.raises(DeclarationError, match="needs a poll of its own") as refused:
        a_form(needs, {**PACE, "id": "other"})
    assert refused.value.key == "questions.1.sensitive"
