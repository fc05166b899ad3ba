"""Two audits side by side: what is new, what is fixed, what is still there, and what was not looked at this time."""

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from a11y_tests.reports.model import Found, Run, path_of

Key = Callable[[Found], Hashable]


@dataclass(frozen=True)
class Comparison:
    """`still` pairs the old finding with the new one; `unseen` were on pages that this audit has not judged."""

    new: tuple[Found, ...]
    fixed: tuple[Found, ...]
    still: tuple[tuple[Found, Found], ...]
    unseen: tuple[Found, ...]
    old: Run

    def state_of(self, found: Found) -> str:
        return "new" if found in self.new else "unchanged"


def compare(old: Run, new: Run) -> Comparison:
    """Findings are the same when the place is; else when the code is, which has only moved; else when the words are."""
    before, after = list(old.found()), list(new.found())
    pairs: list[tuple[Found, Found]] = []
    for key in (_by_place, _by_code, _by_words):
        matched = list(_pairs(before, after, key))
        pairs += matched
        before = _without(before, (one for one, _ in matched))
        after = _without(after, (one for _, one in matched))
    judged = {path_of(page.address) for page in new.judged}
    gone = [found for found in before if path_of(found.address) in judged]
    unseen = [found for found in before if path_of(found.address) not in judged]
    return Comparison(tuple(after), tuple(gone), tuple(pairs), tuple(unseen), old)


def _pairs(before: Iterable[Found], after: Iterable[Found], key: Key) -> Iterable[tuple[Found, Found]]:
    waiting: dict[Hashable, list[Found]] = {}
    for found in before:
        waiting.setdefault(key(found), []).append(found)
    for found in after:
        same = waiting.get(key(found))
        if same:
            yield same.pop(0), found


def _without(findings: Iterable[Found], matched: Iterable[Found]) -> list[Found]:
    gone = {id(found) for found in matched}
    return [found for found in findings if id(found) not in gone]


def _by_place(found: Found) -> Hashable:
    return (path_of(found.address), found.rule, found.wcag, found.selector, found.nth)


def _by_code(found: Found) -> Hashable:
    return (path_of(found.address), found.rule, found.wcag, found.html or found.selector)


def _by_words(found: Found) -> Hashable:
    """The numbers in a selector change when something is put in before it."""
    return (
        path_of(found.address),
        found.rule,
        found.wcag,
        found.msg,
        re.sub(r":nth-of-type\(\d+\)", "", found.selector),
    )
