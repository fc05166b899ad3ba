"""The markup of every example: what a screen reader, a keyboard and a voice need from a form and from results."""

import asyncio
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from participation_api.components.conftest import in_memory
from participation_api.components.examples import Example, Played, examples, play
from participation_api.components.markup import Element, elements_of
from participation_api.components.panel import render_form

EXAMPLES = [pytest.param(example, id=f"{example.kind}: {example.name}") for example in examples()]
FIELDS = ("input", "select", "textarea")
FORBIDDEN = {"required", "maxlength", "minlength", "pattern", "disabled", "placeholder", "autofocus", "title", "style"}
BLAMING = re.compile(r"\b(please|sorry|invalid|required|oops|error|wrong|forgot)\b", re.IGNORECASE)
# A sentence ends where a stop is followed by a space and another sentence.
TWO_SENTENCES = re.compile(r"[.!?؟]\s+\S")


Shown = tuple[Example, Played, Element]


@cache
def played_examples() -> dict[str, Shown]:
    return asyncio.run(_play_all())


async def _play_all() -> dict[str, Shown]:
    async with in_memory() as event:
        played = [(example, await play(example, event.save, event.store)) for example in examples()]
        return {example.session: (example, found, elements_of(found.html)) for example, found in played}


@pytest.fixture(params=EXAMPLES)
def shown(request: pytest.FixtureRequest) -> Shown:
    """An example, what came of it, and the elements of its panel."""
    return played_examples()[request.param.session]


def fields_of(page: Element) -> list[Element]:
    return [field for field in page.all(*FIELDS) if field["type"] != "hidden"]


def ids(text: str) -> list[str]:
    return text.split()


@pytest.mark.requirement("FM-05", "FM-06")
def test_form_is_one_form_that_only_its_button_sends(shown: Shown) -> None:
    example, _, page = shown
    forms = list(page.all("form"))
    assert len(forms) == int(example.moment.is_open)
    for form in forms:
        assert {name: form[name] for name in ("method", "accept-charset", "class")} == {
            "method": "post", "accept-charset": "utf-8", "class": "activity-form",
        }  # fmt: skip
        assert "novalidate" in form.attributes
        assert [button["type"] for button in form.all("button")] == ["submit"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_form_by_itself_is_exactly_a_form(example: Example) -> None:
    html = render_form(example.component, example.declared.activity, "/")
    assert re.fullmatch(r"<form\b.*</form>", html, re.DOTALL)
    assert [element.tag for element in elements_of(html).children if isinstance(element, Element)] == ["form"]


@pytest.mark.requirement("FM-05", "FM-06")
def test_no_attribute_cuts_hides_blocks_or_acts_by_itself(shown: Shown) -> None:
    _, _, page = shown
    for element in page.all():
        assert not FORBIDDEN & set(element.attributes), element.tag
        assert not [name for name in element.attributes if name.startswith("on")]
    assert list(page.all("script", "style", "link")) == []


@pytest.mark.requirement("FM-02")
@pytest.mark.criterion("4.1.2", "1.3.1")
def test_ids_are_unique_and_say_kind_activity_and_field(shown: Shown) -> None:
    example, _, page = shown
    activity = example.declared.activity
    found = Counter(element["id"] for element in page.all() if element["id"])
    assert [name for name, count in found.items() if count > 1] == []
    start = f"{activity.kind}-{activity.id}"
    assert [name for name in found if name != start and not name.startswith(f"{start}-")] == []
    groups: dict[str, list[str]] = {}
    for field in fields_of(page):
        groups.setdefault(field["name"], []).append(field["id"])
    for name, group in groups.items():
        assert group == [activity.html_id(name, number) for number in range(1, len(group) + 1)]


@pytest.mark.requirement("FM-02")
@pytest.mark.criterion("1.3.1")
def test_descriptions_exist_and_hints_come_before_errors(shown: Shown) -> None:
    _, _, page = shown
    known = {element["id"] for element in page.all()}
    for element in page.all():
        described = ids(element["aria-describedby"])
        assert set(described) <= known
        if element.tag != "input" or element["type"] not in ("radio", "checkbox"):
            assert [name.endswith("-error") for name in described] == sorted(name.endswith("-error") for name in described)


@pytest.mark.requirement("ER-06", "ER-07")
@pytest.mark.criterion("3.3.1", "1.3.1")
def test_error_is_heard_at_the_field_where_the_summary_leads_and_at_no_other(shown: Shown) -> None:
    example, played, page = shown
    for name, sentence in (played.errors or {}).items():
        error = f"{example.declared.activity.html_id(name)}-error"
        (text,) = [element.text for element in page.all("p") if element["id"] == error]
        assert text == f"Error: {sentence}"
        group = [field for field in fields_of(page) if field["name"] == name]
        checked = [field for field in group if field["type"] == "radio" and "checked" in field.attributes]
        told = [field for field in group if error in ids(field["aria-describedby"])]
        assert told == (checked or group)[:1]
        if group[0]["type"] in ("radio", "checkbox"):
            (fieldset,) = [box for box in page.all("fieldset") if group[0] in list(box.all("input"))]
            assert error in ids(fieldset["aria-describedby"])


@pytest.mark.requirement("FM-01")
@pytest.mark.criterion("1.3.1", "3.3.2", "2.5.3")
def test_every_field_has_a_label_that_is_seen(shown: Shown) -> None:
    _, _, page = shown
    labels = {label["for"]: label for label in page.all("label")}
    for field in fields_of(page):
        label = labels[field["id"]]
        assert label.text
        assert "vh" not in label["class"].split()
    assert len(labels) == len(list(page.all("label"))) == len(fields_of(page))


@pytest.mark.requirement("FM-01")
@pytest.mark.criterion("1.3.1")
def test_every_group_has_a_legend_first_and_every_radio_button_a_group(shown: Shown) -> None:
    _, _, page = shown
    grouped: list[Element] = []
    for fieldset in page.all("fieldset"):
        first = next(child for child in fieldset.children if isinstance(child, Element))
        assert (first.tag, bool(first.text)) == ("legend", True)
        grouped += fieldset.all("input")
    assert [field["id"] for field in fields_of(page) if field["type"] == "radio" and field not in grouped] == []


@pytest.mark.requirement("FM-03")
@pytest.mark.criterion("3.3.2")
def test_hints_are_one_sentence_without_links(shown: Shown) -> None:
    _, _, page = shown
    hints = [element for element in page.all("p") if element["id"].endswith(("-hint", "-facts", "-care"))]
    assert [hint.text for hint in hints if TWO_SENTENCES.search(hint.text)] == []
    assert [list(hint.all("a")) for hint in hints if list(hint.all("a"))] == []


@pytest.mark.requirement("FM-07")
def test_nothing_is_chosen_that_nobody_chose(shown: Shown) -> None:
    example, _, page = shown
    sent: dict[str, Any] = dict(example.fields or {})
    for field in fields_of(page):
        if "checked" in field.attributes:
            assert field["value"] in sent[field["name"]]
    for choice in page.all("select"):
        (selected,) = [option["value"] for option in choice.all("option") if "selected" in option.attributes]
        assert selected == sent.get(choice["name"], [""])[0]


@pytest.mark.requirement("ER-01")
@pytest.mark.criterion("3.3.1")
def test_what_was_typed_is_still_there(shown: Shown) -> None:
    example, _, page = shown
    if not example.moment.is_open:
        return
    for field in fields_of(page):
        sent = (example.fields or {}).get(field["name"], [""])[0].replace("\r\n", "\n")
        if field.tag == "textarea":
            # The first line break belongs to the tag and not to the text.
            assert field.raw_text.replace("\r\n", "\n") == "\n" + sent
        elif field["type"] == "text":
            assert field["value"] == sent


@pytest.mark.requirement("ER-05")
@pytest.mark.criterion("3.3.3")
def test_sentences_say_what_to_do_and_blame_nobody(shown: Shown) -> None:
    _, played, _ = shown
    for sentence in (played.errors or {}).values():
        assert not BLAMING.search(str(sentence))
        assert str(sentence)[0].isupper()


@pytest.mark.requirement("RS-01", "RS-02")
@pytest.mark.criterion("1.1.1", "1.3.1")
def test_tables_say_what_they_hold_and_pictures_are_kept_from_screen_readers(shown: Shown) -> None:
    _, _, page = shown
    for table in page.all("table"):
        assert next(table.all()).tag == "caption"
        assert {head["scope"] for head in table.all("th")} == {"col", "row"}
    assert [picture["aria-hidden"] for picture in page.all("svg") if picture["aria-hidden"] != "true"] == []


@pytest.mark.requirement("NB-02")
@pytest.mark.criterion("1.3.1", "2.4.6")
def test_headings_go_down_one_level_at_a_time_and_lists_without_marks_say_that_they_are_lists(shown: Shown) -> None:
    _, _, page = shown
    levels = [int(heading.tag[1]) for heading in page.all("h2", "h3", "h4")]
    assert levels[0] == 2
    assert all(level - before <= 1 for before, level in pairwise(levels))
    assert [found["class"] for found in page.all("ol") if found["role"] != "list"] == []
