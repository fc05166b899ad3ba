"""Every kind of activity keeps the contract, and every named example does what it says."""

import inspect
import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from participation_api.components import COMPONENTS, environment
from participation_api.components.conftest import EXAMPLES, Event
from participation_api.components.contract import Activity, Component, OrganiserAction
from participation_api.components.examples import Example, Played, examples, play
from participation_api.components.markup import words_of
from participation_api.components.words import Sentence

NEEDED = {"default", "with a hint", "with an error", "long text", "right to left", "closed", "draft", "published"}
EXPECTED = {"answer", "errors", "refused", "results", "says", "says_not"}
NAMES = get_type_hints(Component)
TEMPLATES = ("form", "text", "results", "sentence", "screen", "organise")
FUNCTIONS = [name for name, value in vars(Component).items() if inspect.isfunction(value) and not name.startswith("_")]


@pytest.mark.parametrize("kind", COMPONENTS)
def test_kind_has_every_name_of_the_contract(kind: str) -> None:
    component = COMPONENTS[kind]
    assert [name for name in (*NAMES, *FUNCTIONS) if not hasattr(component, name)] == []
    assert kind == component.KIND
    for name, wanted in NAMES.items():
        if wanted in (str, bool, Sentence):
            assert type(getattr(component, name)) is wanted, name


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("kind", COMPONENTS)
def test_function_takes_what_the_contract_says(kind: str, name: str) -> None:
    ours, theirs = getattr(COMPONENTS[kind], name), getattr(Component, name)
    wanted = list(inspect.signature(theirs).parameters)[1:]
    assert list(inspect.signature(ours).parameters) == wanted
    assert inspect.iscoroutinefunction(ours) == inspect.iscoroutinefunction(theirs)


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("kind", COMPONENTS)
def test_kind_has_every_template_in_its_folder(kind: str, name: str) -> None:
    assert environment().get_template(f"{kind}/{name}.html").name


@pytest.mark.parametrize("kind", COMPONENTS)
def test_action_has_its_words_and_a_way_back(kind: str) -> None:
    """Undo, or a question before: never both, never neither."""
    for action in COMPONENTS[kind].ACTIONS.values():
        assert isinstance(action, OrganiserAction)
        assert isinstance(action.label, Sentence)
        assert isinstance(action.done, Sentence)
        assert (action.undo is None) == (action.asks_first is not None)


@pytest.mark.parametrize("kind", COMPONENTS)
def test_kind_says_in_plain_words_what_each_of_its_tables_holds(kind: str) -> None:
    schema = Path(str(inspect.getfile(COMPONENTS[kind]))).with_name("schema.sql")  # type: ignore[arg-type]
    tables = re.findall(r"create table if not exists (\w+)", schema.read_text()) if schema.exists() else []
    stored = COMPONENTS[kind].STORED
    assert list(stored) == tables
    for words in stored.values():
        assert [str(words(n)).partition(" ")[0] for n in (1, 2)] == ["1", "2"]
        assert str(words(1))[1:] != str(words(2))[1:]


@pytest.mark.parametrize("kind", COMPONENTS)
def test_kind_has_the_examples_that_every_kind_needs(kind: str) -> None:
    assert {example.name for example in examples(kind)} >= NEEDED


def test_every_example_has_a_session_of_its_own() -> None:
    sessions = [example.session for example in examples()]
    assert len(sessions) == len(set(sessions))


@pytest.mark.parametrize("example", EXAMPLES)
async def test_example_does_what_it_expects(event: Event, example: Example) -> None:
    assert set(example.expect) <= EXPECTED
    assert example.expect, "an example says what to expect"
    played = await play(example, event.save, event.store)
    assert plain(answer_of(played)) == example.expect.get("answer", plain(answer_of(played)))
    assert problems_of(played) == example.expect.get("errors", problems_of(played) if played.refused else {})
    assert str(played.refused or "") == example.expect.get("refused", "")
    assert played.results == example.expect.get("results", played.results)
    said = words_of(played.html)
    assert [words for words in example.expect.get("says", ()) if " ".join(words.split()) not in said] == []
    assert [words for words in example.expect.get("says_not", ()) if words in said] == []


def answer_of(played: Played) -> Mapping[str, Any] | None:
    return asdict(played.answer) if played.answer else None


def problems_of(played: Played) -> dict[str, str]:
    return {name: str(sentence) for name, sentence in (played.errors or {}).items()}


def plain(answer: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Tuples as lists, as YAML has them."""
    return answer and {name: list(value) if isinstance(value, tuple) else value for name, value in answer.items()}


@pytest.mark.parametrize("example", EXAMPLES)
async def test_results_and_export_are_json_and_name_nobody(event: Event, example: Example) -> None:
    await play(example, event.save, event.store)
    activity = example.declared.activity
    results = await example.component.results(event.store, activity, example.moment.closed_at)
    export = await example.component.export(event.store, activity)
    text = json.dumps([results, export])
    assert json.loads(text) == [results, export]
    assert not any(key in text for key in ("somebody", "other-0", "participant"))


@pytest.mark.parametrize("example", EXAMPLES)
async def test_ones_own_entry_fills_the_form_again(event: Event, example: Example) -> None:
    """Sending the form that Change opens, unchanged, is the same answer and no conflict."""
    played = await play(example, event.save, event.store)
    if played.answer is None or played.refused:
        return
    component, activity = example.component, example.declared.activity
    (entry,) = await component.own(event.store, activity, "somebody")
    answer = component.read_form(activity, {**entry.fields, "change": [entry.id]})
    assert component.conflict([entry], answer) is None
    await event.save(component.record(activity, answer, "somebody", entry.at))
    (again,) = await component.own(event.store, activity, "somebody")
    assert (again.id, again.text, again.fields) == (entry.id, entry.text, entry.fields)


@pytest.mark.parametrize("example", EXAMPLES)
async def test_what_is_withdrawn_is_erased(event: Event, example: Example) -> None:
    played = await play(example, event.save, event.store)
    if played.answer is None or played.refused:
        return
    component, activity = example.component, example.declared.activity
    (entry,) = await component.own(event.store, activity, "somebody")
    assert "somebody" in await component.participants(event.store, activity)
    await event.save(component.withdraw(activity, entry, "somebody", entry.at))
    assert await component.own(event.store, activity, "somebody") == []
    assert "somebody" not in await component.participants(event.store, activity)


def test_ids_of_html_name_kind_activity_and_field() -> None:
    activity = Activity(kind="poll", id="lunch", question="?")
    assert (activity.html_id("choice"), activity.html_id("choice", 2)) == ("poll-lunch-choice", "poll-lunch-choice-2")
