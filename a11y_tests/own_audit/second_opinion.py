"""`make audit-second-opinion`: IBM's engine, HTML_CodeSniffer and Alfa on our own pages; what they find is explained.

`explained.yaml` has a reason for each rule that still finds something. A finding without one ends the command with 1;
so does, when all pages were asked about, a reason that nothing needs any more. Unless told `--all`, it takes only so
many pages that every part of every page is among them: these engines read markup, and equal parts get equal answers.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import yaml

from a11y_tests.other_tools.node import lines_of
from a11y_tests.own_pages.served import served
from a11y_tests.own_pages.snapshots import Snapshot

EXPLAINED = Path(__file__).parent / "explained.yaml"
ENGINES = {"ibm": "IBM", "htmlcs": "HTML_CodeSniffer", "alfa": "Alfa"}


@dataclass(frozen=True)
class Opinion:
    """What an engine says about one place; `is_sure` is False where it only asks."""

    engine: str
    rule: str
    page: str
    is_sure: bool
    message: str
    place: str


@dataclass(frozen=True)
class Explanation:
    """Why the findings of a rule are no barrier; `says` narrows it to messages with these words."""

    engine: str
    rule: str
    reason: str
    pages: str = "*"
    says: str = ""
    is_sure: bool = True

    def covers(self, one: Opinion) -> bool:
        return (
            (one.engine, one.is_sure) == (self.engine, self.is_sure)
            and fnmatch(one.rule, self.rule)
            and fnmatch(one.page, self.pages)
            and self.says in one.message
        )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Other engines' opinions on our own pages")
    parser.add_argument("--pages", default="*", help="only pages whose name fits, such as 'choice/*'")
    parser.add_argument("--all", action="store_true", help="all pages, not one of each kind")
    options = parser.parse_args(arguments)
    is_whole = options.all and options.pages == "*"
    with served(lambda name: fnmatch(name, options.pages)) as own:
        pages = own.pages if options.all else one_of_each_kind(own.pages)
        names = {page.url: page.name for page in pages}
        lines = lines_of("engines.mjs", list(names))
        opinions = [one for line in lines for one in opinions_of(names[line["url"]], line)]
    explained = explanations()
    new = [one for one in opinions if not any(each.covers(one) for each in explained)]
    unused = [each for each in explained if not any(each.covers(one) for one in opinions)]
    for text in told(new):
        print(f"NOT EXPLAINED {text}")
    if is_whole:
        for each in unused:
            print(f"NO LONGER NEEDED {each.engine} {each.rule}")
    sure, asked = (sum(one.is_sure is is_sure for one in opinions) for is_sure in (True, False))
    count = f"{len(names)} of {len(own.pages)} pages, {len(ENGINES)} engines"
    print(f"{count}: {sure} findings, {asked} questions, {len(new)} not explained.")
    return int(bool(new) or (is_whole and bool(unused)))


# What a page is built of: its elements with all attributes that carry meaning or style. Words, addresses, ids and
# numbers differ from page to page and are left out.
PART = re.compile(r"<([a-z][a-z0-9]*)([^>]*)>")
TELLING = re.compile(
    r"""\s(class|role|type|lang|dir|scope|autocomplete|inputmode|required|hidden|open|aria-[a-z]+)(?:=("[^"]*"))?"""
)
NAMES_A_THING = frozenset({"aria-label", "aria-labelledby", "aria-describedby", "aria-controls"})


def kind_of(html: str) -> frozenset[str]:
    return frozenset(tag + "".join(sorted(map(_telling, TELLING.findall(rest)))) for tag, rest in PART.findall(html))


def _telling(attribute: tuple[str, str]) -> str:
    name, value = attribute
    return f" {name}" if name in NAMES_A_THING else f" {name}={value}"


def one_of_each_kind(pages: Sequence[Snapshot]) -> list[Snapshot]:
    """Enough pages that every part of every page is on one of them: the fullest page first, then what it lacks."""
    left = {page.url: kind_of(page.html) for page in pages}
    seen: set[str] = set()
    taken: set[str] = set()
    while missing := {url: len(parts - seen) for url, parts in left.items() if parts - seen}:
        best = max(missing, key=lambda url: missing[url])
        taken.add(best)
        seen |= left.pop(best)
    return [page for page in pages if page.url in taken]


def opinions_of(page: str, line: dict[str, object]) -> Iterable[Opinion]:
    for engine, name in ENGINES.items():
        found = line[engine]
        if isinstance(found, dict):
            yield Opinion(name, "error", page, True, str(found["error"]), "")
        else:
            assert isinstance(found, list)
            for one in found:
                yield Opinion(name, one["rule"], page, one["sure"], one["message"], one["place"])


def explanations() -> Sequence[Explanation]:
    return [Explanation(**entry) for entry in yaml.safe_load(EXPLAINED.read_text(encoding="utf-8")) or []]


def told(opinions: Sequence[Opinion]) -> list[str]:
    """One line for each rule and message, with how often and where first."""
    groups: dict[tuple[str, str, bool, str], list[Opinion]] = {}
    for one in opinions:
        groups.setdefault((one.engine, one.rule, one.is_sure, one.message), []).append(one)
    return [
        f"{engine} {rule}{'' if is_sure else ' (asks)'}: {' '.join(message.split())} "
        f"— {len(found)} times, first on {found[0].page} at {found[0].place}"
        for (engine, rule, is_sure, message), found in sorted(groups.items())
    ]


if __name__ == "__main__":
    sys.exit(main())
