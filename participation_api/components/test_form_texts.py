"""The words of every form: labels, hints, errors, and what the person typed."""

import re
from itertools import pairwise
from typing import Any

import pytest

from participation_api.components.conftest import Shown
from participation_api.components.contract import FieldErrors
from participation_api.components.markup import Element, fields_of

BLAMING = re.compile(r"\b(please|sorry|invalid|required|oops|error|wrong|forgot)\b", re.IGNORECASE)
# A sentence ends where a stop is followed by a space and another sentence.
TWO_SENTENCES = re.compile(r"[.!?؟]\s+\S")


def ids(text: str) -> list[str]:
    return text.split()


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


@pytest.mark.requirement("FM-04")
@pytest.mark.criterion("3.3.2")
def test_what_may_stay_empty_says_so_and_nothing_has_an_asterisk(shown: Shown) -> None:
    example, _, page = shown
    if not example.moment.is_open:
        return
    empty = example.component.read_form(example.declared.activity, {})
    needed = set(empty.sentences) if isinstance(empty, FieldErrors) else set()
    labels = {label["for"]: label.text for label in page.all("label")}
    for field in fields_of(page):
        assert not labels[field["id"]].endswith("*")
        if field["type"] not in ("radio", "checkbox") and field["name"] not in needed:
            assert "(optional" in labels[field["id"]], field["id"]
    assert [legend.text for legend in page.all("legend") if legend.text.endswith("*")] == []


@pytest.mark.requirement("FM-08")
@pytest.mark.criterion("3.2.2", "4.1.2")
def test_no_field_is_hidden_until_something_is_chosen(shown: Shown) -> None:
    _, _, page = shown
    for form in page.all("form"):
        assert list(form.all("details", "dialog", "template")) == []
        hidden = [each for each in form.all() if "hidden" in each.attributes or each["aria-hidden"] == "true"]
        assert hidden == []


@pytest.mark.requirement("FM-14")
@pytest.mark.criterion("3.3.2")
def test_what_is_kept_and_until_when_stands_before_the_first_field(shown: Shown) -> None:
    example, _, page = shown
    said = str(getattr(example.declared.activity, "kept", "") or example.component.KEPT)
    for form in page.all("form"):
        kept, *_ = (each for each in form.all("p", "input", "select", "textarea") if each["type"] != "hidden")
        assert kept["class"] == "kept"
        assert example.lang != "en" or kept.text == f"{said} It is kept until 31 January 2027."


@pytest.mark.requirement("R4")
@pytest.mark.criterion("1.3.1", "1.3.2", "4.1.2")
def test_the_label_of_each_choice_follows_it_and_the_button_comes_last(shown: Shown) -> None:
    """Read line by line, as on a braille display: the question, then each choice with its own words, then the button."""
    _, _, page = shown
    assert [each.tag for each in page.all() if each["role"] in ("grid", "button", "radio", "checkbox")] == []
    for form in page.all("form"):
        parts = list(form.all("legend", "input", "label", "select", "textarea", "button"))
        assert parts[-1].tag == "button"
        for field, after in pairwise(parts):
            if field["type"] in ("radio", "checkbox"):
                assert (after.tag, after["for"]) == ("label", field["id"])


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
