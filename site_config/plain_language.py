"""A check for plain language: long sentences, heavy texts, long paragraphs, short forms that nobody explains.

It sees the form of a text and never its sense: only readers can say whether they understand it.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from participation_api.components.words import Sentence, say

WORDS_WARNING, WORDS_ERROR = 15, 25
LIX_WARNING, LIX_ERROR = 40, 50
# Under 100 words one long name moves the figure by several points, so it would say nothing about the text.
LIX_LEAST_WORDS = 100
SENTENCES_IN_PARAGRAPH = 3
# These are written without spaces between words, so words cannot be counted this way.
WITHOUT_SPACES = frozenset({"zh", "ja", "th", "lo", "km", "my"})

_SENTENCE_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’')]))\s+(?=[\"“‘'(]?[^\W_a-z])|(?<=[。！？])")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
# A short form in quotation marks is one that the text is about.
_SHORT_FORM = re.compile(r"(?<![\"“])\b[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*\b")
_PERCENT = re.compile(r"\d\s?%")
_SHARE_IN_WORDS = re.compile(r"\b(?:of|in|half|thirds?|quarters?|all|none|nobody|everyone)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """One thing to look at: what to do about it, and the words that it is about."""

    level: Literal["warning", "error"]
    rule: str
    sentence: Sentence
    excerpt: str


def check(paragraphs: Iterable[str], explained: Collection[str] = (), lang: str = "en") -> list[Finding]:
    """Look at plain paragraphs; `explained` holds the short forms that the glossary explains."""
    texts = list(paragraphs)
    found = [*_short_forms(texts, explained)]
    for text in texts:
        found += _percents(text)
        if lang.split("-")[0] not in WITHOUT_SPACES:
            found += _lengths(text)
    if lang.split("-")[0] not in WITHOUT_SPACES:
        found += _heaviness(texts)
    return found


def short_forms_of(glossary: str) -> frozenset[str]:
    """The short forms that a glossary page explains: those in the terms of its definition lists."""
    terms = re.findall(r"^(.+)\n:\s", glossary, re.MULTILINE)
    return frozenset(form for term in terms for form in _SHORT_FORM.findall(term))


def sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def lix(paragraphs: Iterable[str]) -> float:
    """Words in a sentence plus long words (over six letters) in a hundred; for languages with spaces between words."""
    texts = list(paragraphs)
    words = [word for text in texts for word in _WORD.findall(text)]
    sentence_count = sum(len(sentences(text)) for text in texts)
    long_words = sum(len(word) > 6 for word in words)
    return len(words) / max(sentence_count, 1) + 100 * long_words / max(len(words), 1)


def _lengths(text: str) -> Iterator[Finding]:
    parts = sentences(text)
    if len(parts) > SENTENCES_IN_PARAGRAPH:
        advice = say("Keep one idea in a paragraph: this one has {count} sentences", count=len(parts))
        yield Finding("warning", "paragraph", advice, parts[0])
    for part in parts:
        count = len(_WORD.findall(part))
        if count > WORDS_WARNING:
            advice = say("Split this sentence: it has {count} words", count=count)
            yield Finding("error" if count > WORDS_ERROR else "warning", "sentence", advice, part)


def _heaviness(texts: list[str]) -> Iterator[Finding]:
    if sum(len(_WORD.findall(text)) for text in texts) < LIX_LEAST_WORDS:
        return
    value = lix(texts)
    if value > LIX_WARNING:
        advice = say("Use shorter words and sentences: the readability index is {value}", value=round(value))
        yield Finding("error" if value > LIX_ERROR else "warning", "lix", advice, texts[0])


def _short_forms(texts: list[str], explained: Collection[str]) -> Iterator[Finding]:
    whole = "\n".join(texts)
    for form in dict.fromkeys(_SHORT_FORM.findall(whole)):
        short = form.removesuffix("s")
        is_spelled_out = re.search(rf"\({short}s?\)|\b{short} (?:stands for|\()", whole)
        if short in explained or is_spelled_out or _is_name(short):
            continue
        advice = say("Explain the short form {form} or add it to the glossary", form=form)
        yield Finding("error", "short-form", advice, form)


def _is_name(word: str) -> bool:
    """MkDocs and JavaScript have capitals inside, and are names all the same."""
    return sum(letter.isupper() for letter in word) <= len(word) / 2


def _percents(text: str) -> Iterator[Finding]:
    for part in sentences(text):
        if _PERCENT.search(part) and not _SHARE_IN_WORDS.search(part):
            yield Finding("warning", "percent", say("Say the share in words too, for example “2 of 3 people”"), part)
