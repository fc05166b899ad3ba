"""What participants wrote does not stand in reports: their words are replaced, and private pages are left out."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from participation_api.components.words import say

MARK = str(say("[words of a participant]"))
# Organisers' pages, and all that shows one person's own answers.
PRIVATE = re.compile(
    r"/(organise|without-cookies)(/|$)|/take-part/[^/]+/([^/]+/(receipt|withdraw|check|mine)(/|$)|problem/\w)"
)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
SIGNS = '“”"‘’….,:;!?()[]'


def is_private(address: str) -> bool:
    return bool(PRIVATE.search(urlsplit(address).path))


def without_words(text: str, written: Iterable[str], *, is_own_place: bool = False) -> str:
    """Replace what people wrote wherever it stands: whole, cut short, or in quotation marks.

    In a place that holds such words (is_own_place) even a single one is replaced.
    """
    texts = [" ".join(each.split()) for each in written]
    text = QUOTED.sub(lambda found: _quotation(found[0], texts), text)
    for each in sorted(texts, key=len, reverse=True):
        if is_own_place or is_no_accident(each):
            text = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", lambda _: MARK, text)
    return _without_runs(text, "\n".join(texts))


def is_no_accident(words: str) -> bool:
    """So long that it hardly stands in two places by chance: some 24 Latin letters, or four Chinese signs."""
    return len(words.encode()) >= (24 if words.isascii() else 12)


def _quotation(quoted: str, texts: list[str]) -> str:
    part = " ".join(quoted[1:-1].split()).removesuffix("…").strip()
    is_theirs = part and any(part == each or (len(part) > 3 and part in each) for each in texts)
    return f"{quoted[0]}{MARK}{quoted[-1]}" if is_theirs else quoted


def _without_runs(text: str, all_words: str) -> str:
    """Replace each run of words, long enough to be no accident, that stands in what people wrote."""
    words = re.findall(r"\s+|[<>]|[^\s<>]+", text)
    kept: list[str] = []
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and "".join(words[start : end + 1]).strip().strip(SIGNS) in all_words:
            end += 1
        if end > start and words[end - 1].isspace():
            end -= 1
        is_theirs = is_no_accident("".join(words[start:end]).strip().strip(SIGNS)) and not words[start].isspace()
        kept.append(MARK if is_theirs else words[start])
        start = end if is_theirs else start + 1
    return "".join(kept)


def row_of_unknown_page(row: dict[str, Any]) -> dict[str, Any]:
    """A row for a page of which it is not known what people wrote on it: no text of the page at all."""
    return {**row, "msg": QUOTED.sub("“…”", row["msg"]), "html": markup_only(row.get("html", ""))}


def markup_only(html: str) -> str:
    """Tags without text and without what attributes say."""
    html = re.sub(r"(?<=>)[^<]*\w[^<]*", "…", html)
    return re.sub(r"""\b(value|title|alt|aria-label|placeholder)=("[^"]*"?|'[^']*'?)""", r'\1="…"', html)
