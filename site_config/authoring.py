"""What an organiser's text could do better, before it is published: place, how to decide, and a repair (ATAG B.3).

Nothing here changes a text or stops the build. What must not be published without a repair is a Mistake elsewhere.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from participation_api.components.words import Sentence, say, words_in
from site_config import plain_language
from site_config.front_matter import CHECKS, FrontMatter
from site_config.manifest import Session
from site_config.markdown_text import read_prose
from site_config.media import without_code

MOST_WORDS = 15
MOST_CHOICES = 8
MOST_WORDS_OF_CHOICE = 12
LINK = re.compile(r"(?<!!)\[(?P<words>[^\]]+)\]\([^)]*\)")
VAGUE = frozenset({"here", "click here", "link", "this link", "this page", "more", "read more", "learn more",
                   "see more", "details", "info", "website", "download", "this", "go", "click"})  # fmt: skip
# The script in which a language is written, by the names of Unicode; Latin for all that are not here.
SCRIPTS = {
    **dict.fromkeys(("ar", "fa", "ur"), "ARABIC"), **dict.fromkeys(("ru", "uk", "bg", "mn", "sr"), "CYRILLIC"),
    **dict.fromkeys(("hi", "ne"), "DEVANAGARI"), "he": "HEBREW", "el": "GREEK", "zh": "CJK", "ko": "HANGUL",
    "ja": "CJK HIRAGANA KATAKANA", "th": "THAI", "am": "ETHIOPIC", "bn": "BENGALI", "ta": "TAMIL", "hy": "ARMENIAN",
    "ka": "GEORGIAN", "my": "MYANMAR", "km": "KHMER", "lo": "LAO",
}  # fmt: skip


@dataclass(frozen=True)
class Advice:
    """One place to look at. `skipped` is the organiser's reason for leaving this check out."""

    check: str
    file: str
    line: int
    what: Sentence
    decide: Sentence
    repair: Sentence
    skipped: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}. {self.decide} {self.repair}"

    def as_json(self, lang: str) -> dict[str, Any]:
        """For the report of the session, said in its language."""
        words = words_in(lang)
        said = {name: words.render(getattr(self, name)) for name in ("what", "decide", "repair")}
        check = words.render(CHECKS[self.check])
        return {"check": check, "place": f"{self.file}:{self.line}", **said, "skipped": self.skipped}


def review(
    session: Session, front: FrontMatter, explained: Collection[str] = (), more: Sequence[Advice] = ()
) -> list[Advice]:
    """Every check of one session, in the order of the file; `more` is about the whole site."""
    found = [*_blocks(session, explained), *_prose(session, front, explained), *_links(front), *more]
    skipped = session.facts.skip_checks
    ordered = sorted(found, key=lambda one: (one.file, one.line, one.check))
    return [replace(one, skipped=skipped.get(one.check, "")) for one in ordered]


def _blocks(session: Session, explained: Collection[str]) -> Iterator[Advice]:
    for block in session.blocks:
        line = int(block.source.rpartition(":")[2])
        question = block.activity.heading
        choices = [text for text in _choice_texts(block.entry) if text]
        yield from _question(session, line, question)
        yield from _choices(session, line, choices)
        yield from _language(session, line, [question, *choices])
        for finding in plain_language.check([question, *choices], explained, session.facts.lang):
            if finding.rule != "sentence":  # the length of questions and choices has checks of its own
                yield _plain(session.file, line, finding)


def _choice_texts(entry: Mapping[str, object]) -> list[str]:
    """What people choose from, as they read it."""
    listed = entry.get("choices") or entry.get("rooms") or entry.get("columns") or []
    if not isinstance(listed, list):
        return []
    return [str(item.get("plain") or item.get("text", "")) if isinstance(item, dict) else str(item) for item in listed]


def count_words(text: str) -> int:
    return len(re.findall(r"\w+(?:[-'’]\w+)*", text))


def _question(session: Session, line: int, question: str) -> Iterator[Advice]:
    count = count_words(question)
    if count > MOST_WORDS:
        yield Advice(
            "question", session.file, line,
            say("the question has {count} words", count=count),
            say("Read it aloud once: can someone who hears it repeat it?"),
            say("Put the background above the block, or add a shorter wording with 'plain:'."),
        )  # fmt: skip


def _choices(session: Session, line: int, choices: Sequence[str]) -> Iterator[Advice]:
    decide = say("Can someone who hears the list once still know the first choice at the end?")
    if len(choices) > MOST_CHOICES:
        what = say("there are {count} choices", count=len(choices))
        repair = say("Ask two questions, or join choices that few people need.")
        yield Advice("choices", session.file, line, what, decide, repair)
    for text in choices:
        if count_words(text) > MOST_WORDS_OF_CHOICE:
            what = say("the choice “{text}” has {count} words", text=text, count=count_words(text))
            repair = say("Keep the words in which the choices differ.")
            yield Advice("choices", session.file, line, what, decide, repair)
    seen: dict[str, str] = {}
    for text in choices:
        other = seen.setdefault(_bare(text), text)
        if other is not text:
            what = say("the choices “{one}” and “{other}” sound alike", one=other, other=text)
            said = say("Would someone who only hears them know which is which?")
            yield Advice("choices", session.file, line, what, said, say("Leave one out, or say what differs."))


def _bare(text: str) -> str:
    """What is heard: no capitals, signs or doubled spaces."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def _language(session: Session, line: int, texts: Sequence[str]) -> Iterator[Advice]:
    lang = session.facts.lang
    wanted = SCRIPTS.get(lang.split("-")[0], "LATIN").split()
    for text in texts:
        letters = [unicodedata.name(sign, "").split(" ")[0] for sign in text if sign.isalpha()]
        others = [script for script in letters if script not in wanted]
        if len(others) * 2 > len(letters):
            yield Advice(
                "language", session.file, line,
                say("“{text}” is not written in the script of the session's language, {lang}", text=text, lang=lang),
                say("In which language should a screen reader say it?"),
                say("Set 'lang' in the front matter, or put the other language into a session of its own."),
            )  # fmt: skip


def _prose(session: Session, front: FrontMatter, explained: Collection[str]) -> Iterator[Advice]:
    short = str(front.entry.get("short") or "")
    texts = [*([short] if short else []), *session.facts.goals, *read_prose(front.body).paragraphs]
    for finding in plain_language.check(texts, explained, session.facts.lang):
        yield _plain(session.file, _line_of(front, finding.excerpt), finding)


def _plain(file: str, line: int, finding: plain_language.Finding) -> Advice:
    excerpt = finding.excerpt if len(finding.excerpt) <= 60 else finding.excerpt[:59] + "…"
    what = say("“{excerpt}” may be hard to read", excerpt=excerpt)
    decide = say("Ask somebody from outside to read it and to tell you what it says.")
    return Advice("plain", file, line, what, decide, say("{repair}.", repair=finding.sentence))


def _line_of(front: FrontMatter, excerpt: str) -> int:
    """Where the excerpt begins, as far as its first words stand on one line."""
    start = " ".join(excerpt.split()[:4])
    for number, line in enumerate(front.body.split("\n")):
        if start and start in line:
            return front.body_line + number
    return front.document.line_of("short") + 1


def _links(front: FrontMatter) -> Iterator[Advice]:
    for number, line in enumerate(without_code(front.body).split("\n")):
        for found in LINK.finditer(line):
            words = found["words"].strip(" *_.")
            if words.casefold() in VAGUE or re.match(r"https?://", words):
                yield Advice(
                    "links", front.file, front.body_line + number,
                    say("the link says “{words}”", words=words),
                    say("Read the words of the link alone: do they say where it leads?"),
                    say("Write the title of the page that it leads to."),
                )  # fmt: skip
