"""The markup of every example: what a screen reader, a keyboard and a voice need from a form and from results."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from participation_api.components.conftest import EXAMPLES, Shown
from participation_api.components.examples import Example
from participation_api.components.markup import Element, elements_of, fields_of
from participation_api.components.panel import render_form

FORBIDDEN = {"required", "maxlength", "minlength", "pattern", "disabled", "placeholder", "autofocus", "title", "style"}


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


@pytest.mark.requirement("FM-05", "FM-06", "R6", "R9")
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


@pytest.mark.requirement("RS-01", "RS-02", "R2")
@pytest.mark.criterion("1.1.1", "1.3.1")
def test_tables_say_what_they_hold_and_pictures_are_kept_from_screen_readers(shown: Shown) -> None:
    _, _, page = shown
    for table in page.all("table"):
        assert next(table.all()).tag == "caption"
        assert {head["scope"] for head in table.all("th")} == {"col", "row"}
    assert [picture["aria-hidden"] for picture in page.all("svg") if picture["aria-hidden"] != "true"] == []


@pytest.mark.requirement("NB-02", "R7")
@pytest.mark.criterion("1.3.1", "2.4.6")
def test_headings_go_down_one_level_at_a_time_and_lists_without_marks_say_that_they_are_lists(shown: Shown) -> None:
    _, _, page = shown
    levels = [int(heading.tag[1]) for heading in page.all("h2", "h3", "h4")]
    assert levels[0] == 2
    assert all(level - before <= 1 for before, level in pairwise(levels))
    assert [found["class"] for found in page.all("ol") if found["role"] != "list"] == []
