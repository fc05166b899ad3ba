"""Organisers' YAML: scalars stay texts, lines are kept, mistakes are named."""

from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_config.read_yaml import YamlProblem, read_yaml


def test_scalars_stay_the_text_that_was_typed() -> None:
    text = "a: Yes\nb: 14:30\nc: 1.10\nd: no\ne: 2026-12-01\nf: 0x1F\ng: null\nh:\n"
    assert read_yaml(text).entry == {
        "a": "Yes", "b": "14:30", "c": "1.10", "d": "no", "e": "2026-12-01", "f": "0x1F", "g": "null", "h": "",
    }  # fmt: skip


def test_every_key_and_item_knows_its_line() -> None:
    document = read_yaml("id: x\nchoices:\n  - Soup\n  - text: Salad\n    plain: Green\n")
    assert document.lines == {
        "id": 1,
        "choices": 2,
        "choices.1": 3,
        "choices.2": 4,
        "choices.2.text": 4,
        "choices.2.plain": 5,
    }
    assert document.line_of("choices.2.id") == 4


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("a: 1\na: 2\n", 2, "'a' stands here twice; keep one"),
        ("- a\n- b\n", 1, "write 'key: value' lines here"),
        ("a: b: c\n", 1, "this is not YAML (mapping values are not allowed here); texts with ': ' or '#' need quotes"),
        (
            "a: !!python/object:os.system ls\n",
            1,
            "'tag:yaml.org,2002:python/object:os.system' is not used here; write a text",
        ),
        ("a: &x [1, *x]\n", 1, "'*x' refers to another place; write the text out"),
        ("a: !x y\n", 1, "'!x' is not used here; write a text"),
    ],
)
def test_mistakes_are_named_with_their_line(text: str, line: int, sentence: str) -> None:
    with pytest.raises(YamlProblem) as problem:
        read_yaml(text)
    assert (problem.value.line, str(problem.value)) == (line, sentence)


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)
keys = st.from_regex(r"[a-z]{1,8}", fullmatch=True)


@given(st.dictionaries(keys, st.one_of(texts, st.lists(texts, min_size=1, max_size=3)), min_size=1, max_size=5))
def test_what_yaml_can_write_is_read_back_whole(entry: dict[str, object]) -> None:
    assert read_yaml(yaml.safe_dump(entry, allow_unicode=True, default_style='"')).entry == entry


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_one_sentence(text: str) -> None:
    with suppress(YamlProblem):
        assert all(isinstance(key, str) for key in read_yaml(text).entry)
