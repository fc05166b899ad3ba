"""The check for plain language finds what it should, and the project's own texts pass it."""

from pathlib import Path

import pytest
import yaml

from site_config.markdown_text import Prose, Waived, read_prose
from site_config.plain_language import Finding, check, lix, sentences, short_forms_of

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
LONG = "one two three four five six seven eight nine ten"


def found(*paragraphs: str, explained: frozenset[str] = frozenset(), lang: str = "en") -> list[tuple[str, str, str]]:
    return [(finding.level, finding.rule, str(finding.sentence)) for finding in check(paragraphs, explained, lang)]


def test_a_short_text_has_no_findings() -> None:
    assert found("Citizen data is data that people help to make. People help to plan it.") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (15, []),
        (16, [("warning", "sentence", "Split this sentence: it has 16 words")]),
        (25, [("warning", "sentence", "Split this sentence: it has 25 words")]),
        (26, [("error", "sentence", "Split this sentence: it has 26 words")]),
    ],
)
def test_a_sentence_is_measured_in_words(words: int, expected: list[tuple[str, str, str]]) -> None:
    assert found("A " + "word " * (words - 2) + "more.") == expected


def test_a_sentence_ends_where_the_next_begins_with_a_capital_or_a_digit() -> None:
    assert sentences('He said "Go." Then 2.5 people went, e.g. by bus! 30 stayed. Éva too') == [
        'He said "Go."',
        "Then 2.5 people went, e.g. by bus!",
        "30 stayed.",
        "Éva too",
    ]


def test_a_paragraph_of_four_sentences_is_a_warning() -> None:
    assert found("One is. Two is. Three is. Four is.") == [
        ("warning", "paragraph", "Keep one idea in a paragraph: this one has 4 sentences")
    ]


def test_the_readability_index_adds_sentence_length_and_long_words() -> None:
    assert lix(["Citizen data is data that people help to make."]) == 9 + 100 * 1 / 9


def test_no_readability_index_is_given_under_a_hundred_words() -> None:
    heavy = "Interoperability necessitates harmonization."
    assert [rule for _, rule, _ in found(*[heavy] * 33)] == []
    assert found(*[heavy] * 34) == [("error", "lix", "Use shorter words and sentences: the readability index is 103")]


def test_chinese_gets_no_measure_that_counts_words() -> None:
    assert found("这是一个很长的句子" * 60 + "。", lang="zh-Hans") == []


def test_a_short_form_is_explained_in_the_text_or_in_the_glossary() -> None:
    advice = "Explain the short form UNSD or add it to the glossary"
    assert found("UNSD is here.") == [("error", "short-form", advice)]
    assert found("The United Nations Statistics Division (UNSD) is here. UNSD helps.") == []
    assert found("The goals (SDGs) are here. An SDG is one.") == []
    assert found("UNSD is here.", explained=frozenset({"UNSD"})) == []


def test_the_glossary_explains_the_short_forms_in_its_terms() -> None:
    page = "Text with ABC.\n\nUnited Nations (UN) {: #un }\n:   All of NASA.\n\nSwitch\n:   A button.\n"
    assert short_forms_of(page) == frozenset({"UN"})


def test_a_name_with_capitals_inside_is_no_short_form() -> None:
    assert found("MkDocs works without JavaScript.") == []


def test_a_percent_sign_needs_words_beside_it() -> None:
    assert found("It is 62 %.") == [("warning", "percent", "Say the share in words too, for example “2 of 3 people”")]
    assert found("It is 62 %, or 8 of 13 people.") == []


def test_the_prose_of_a_page_leaves_out_what_nobody_reads_as_a_sentence() -> None:
    page = """---
title: NASA
---

## Heading with ABC

A *first* [link](x.md#y) and `CODE`,
on two lines.

| A | B |
| --- | --- |

````markdown
```poll
id: X
```
````

!!! note "Title"

    Inside.

- One item.
- **Another** item.

Term (TM) {: #term }
:   What it means.

> A quotation.
"""
    assert read_prose(page) == Prose(
        (
            "A first link and Code, on two lines.",
            "Inside.",
            "One item.",
            "Another item.",
            "Term (TM)",
            "What it means.",
            "A quotation.",
        )
    )


def test_a_quotation_is_waived_with_a_reason_and_only_it() -> None:
    page = "Before.\n\n<!-- plain-language: quoted as it was sent -->\n\n> One.\n>\n> Two.\n\n> Three."
    assert read_prose(page) == Prose(("Before.", "Three."), (Waived("quoted as it was sent", ("One.", "Two.")),))


def test_a_waiver_before_anything_but_a_quotation_waives_nothing() -> None:
    assert read_prose("<!-- plain-language: too hard -->\n\nOur own words.") == Prose(("Our own words.",))


def glossary() -> frozenset[str]:
    return short_forms_of((DOCS / "glossary.md").read_text(encoding="utf-8"))


def errors(findings: list[Finding]) -> list[str]:
    return [f"{finding.sentence}: {finding.excerpt}" for finding in findings if finding.level == "error"]


@pytest.mark.requirement("PG-12")
@pytest.mark.criterion("3.1.3", "3.1.4", "3.1.5")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_each_page_has_a_short_version_in_plain_words(page: Path) -> None:
    front = yaml.safe_load(page.read_text(encoding="utf-8").split("\n---\n")[0])
    assert front["short"]
    assert errors(check([front["short"], *front.get("goals", [])], glossary())) == []


@pytest.mark.requirement("PG-12")
@pytest.mark.criterion("3.1.3", "3.1.4", "3.1.5")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_each_page_is_in_plain_words(page: Path) -> None:
    assert errors(check(read_prose(page.read_text(encoding="utf-8")).paragraphs, glossary())) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_each_waiver_for_a_quotation_is_still_needed(page: Path) -> None:
    for waived in read_prose(page.read_text(encoding="utf-8")).waived:
        assert errors(check(waived.paragraphs, glossary())) != []
