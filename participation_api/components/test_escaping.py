"""Whatever organisers and participants write comes out whole and as text, in every kind and every state."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from participation_api.components import COMPONENTS
from participation_api.components.conftest import Event
from participation_api.components.examples import STATES, Example, examples, play
from participation_api.components.markup import elements_of, words_of

SIGNS = "<b>&amp; {{ 7 * 7 }} {% raw %} *one* </textarea></form><script>alert(1)</script> \"'` ١٢٣ مرحبا \u2066x\u2069"
LONG = ("Citizen data <b> " * 250)[:4000].strip()
WRITTEN = ("question", "hint", "plain", "text", "topic", "languages", "captions", "sign_language", "join", "phone")
LISTS = ("choices", "columns", "rooms")


def with_text(entry: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The same block in which everything that is text for people is another text."""
    changed: dict[str, Any] = {key: text if key in WRITTEN else value for key, value in entry.items()}
    for key in LISTS:
        if key in entry:
            changed[key] = [_item(number, item, text) for number, item in enumerate(entry[key])]
    return changed


def _item(number: int, item: Any, text: str) -> dict[str, Any]:
    entry = item if isinstance(item, dict) else {}
    # Two choices may not be the same to a person.
    return with_text(entry, text) | {"id": f"item-{number}", "text": f"{number} {text}"}


def default(kind: str) -> Example:
    return next(example for example in examples(kind) if example.name == "default")


@pytest.mark.parametrize("text", [SIGNS, LONG], ids=["signs", "4,000 characters"])
@pytest.mark.parametrize("kind", COMPONENTS)
async def test_what_an_organiser_writes_comes_out_whole_in_every_state(event: Event, kind: str, text: str) -> None:
    example = default(kind)
    entry = with_text(example.entry, text)
    items = [item["text"] for key in LISTS for item in entry.get(key, ())]
    for state in STATES:
        html = (await play(replace(example, entry=entry, state=state, before=()), event.save, event.store)).html
        said = words_of(html)
        assert [words for words in (text, *items) if " ".join(words.split()) not in said] == [], state
        assert list(elements_of(html).all("script", "b")) == []


POSTED: dict[str, dict[str, Any]] = {
    "poll": {"other": SIGNS[:200]},
    "board": {"note": LONG, "column": "something-that-works"},
    "room": {"room": "making-data-together"},
    "queue": {"mode": "written", "place": "online", "text": LONG[:2000], "name": SIGNS[:60]},
}


@pytest.mark.parametrize("kind", POSTED)
async def test_what_a_participant_writes_comes_out_whole_in_the_form(event: Event, kind: str) -> None:
    example = default(kind)
    fields = {name: [value] for name, value in POSTED[kind].items()}
    entry = dict(example.entry) | {"poll": {"other": "yes"}, "board": {"limit": "4000"}}.get(kind, {})
    result = await play(replace(example, entry=entry, fields=fields), event.save, event.store)
    assert result.errors is None
    page = elements_of(result.html)
    shown = {field["name"]: field["value"] or field.raw_text[1:] for field in page.all("input", "textarea")}
    for name in {"other", "note", "text", "name"} & set(fields):
        assert shown[name] == fields[name][0]
    assert list(page.all("script", "b")) == []


async def test_a_note_of_4000_characters_comes_out_whole_in_the_results(event: Event) -> None:
    example = default("board")
    entry = {**example.entry, "limit": "4000", "review": "no"}
    for text in (LONG, SIGNS):
        fields = {"note": [text], "column": ["something-that-works"]}
        published = replace(example, entry=entry, state="published", fields=fields)
        html = (await play(published, event.save, event.store)).html
        assert " ".join(text.split()) in words_of(html)
        assert list(elements_of(html).all("script", "b")) == []
