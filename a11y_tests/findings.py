"""A finding: one barrier at one place, in plain words, as it is written to the findings file."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any, Literal

Level = Literal["violation", "review", "advice"]
LEVELS: tuple[Level, ...] = ("violation", "review", "advice")


@dataclass(frozen=True)
class Element:
    """A place in a page: enough to show it to a person, and to find it again while the page is open."""

    selector: str
    html: str = ""
    id: str = ""
    name: str = ""
    role: str = ""
    tag: str = ""
    ref: int = -1
    frame: int = 0

    @classmethod
    def from_json(cls, value: dict[str, Any], frame: int = 0) -> "Element":
        return cls(**{**value, "frame": frame})

    def __str__(self) -> str:
        """How a person would call it: button “Send”."""
        kind = PLAIN_ROLES.get(self.role) or PLAIN_TAGS.get(self.tag) or self.role or f"<{self.tag or 'element'}>"
        return f"{kind} “{shortened(self.name)}”" if self.name else f"{kind} without a name"


PLAIN_TAGS = {
    "a": "link",
    "button": "button",
    "input": "field",
    "select": "list",
    "textarea": "text field",
    "iframe": "frame",
    "img": "image",
    "summary": "disclosure",
}
PLAIN_ROLES = {
    "textbox": "text field",
    "searchbox": "search field",
    "combobox": "drop-down field",
    "listbox": "list of choices",
    "checkbox": "tick box",
    "radio": "radio button",
    "spinbutton": "number field",
    "img": "image",
    "image": "image",
    "menuitem": "menu entry",
    "DisclosureTriangle": "disclosure",
}
for _plain in ("link", "button", "heading", "tab", "slider", "switch", "option", "dialog", "table", "list", "region"):
    PLAIN_ROLES[_plain] = _plain


@dataclass(frozen=True)
class Finding:
    rule: str
    msg: str
    wcag: tuple[str, ...] = ()
    level: Level = "violation"
    act: tuple[str, ...] = ()
    selector: str = ""
    html: str = ""
    who: str = ""
    repair: str = ""
    element: Element | None = field(default=None, compare=False, repr=False)
    also: tuple[str, ...] = ()

    @property
    def found_by(self) -> tuple[str, ...]:
        """The rules of all engines and probes that found it, the one whose words it has first."""
        return (self.rule, *self.also)

    def __post_init__(self) -> None:
        if self.level == "violation" and not self.wcag:
            raise ValueError(f"{self.rule}: a violation names its success criterion")

    def as_json(self) -> dict[str, Any]:
        """The form in which other programs read it."""
        return {
            "rule": self.rule,
            "msg": self.msg,
            "wcag": list(self.wcag),
            "level": self.level,
            "act": list(self.act),
            "selector": f"(frame {self.element.frame}) {self.selector}"
            if self.element and self.element.frame
            else self.selector,
            "html": self.html,
            "who": self.who,
            "repair": self.repair,
            "found_by": list(self.found_by),
        }


def shortened(text: str, length: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def at_least(findings: Iterable[Finding], level: Level) -> list[Finding]:
    """Those as sure as the level or surer: "review" gives violations and questions for a person."""
    wanted = LEVELS[: LEVELS.index(level) + 1]
    return [finding for finding in findings if finding.level in wanted]


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for each element and criterion, whoever found it: the surest, with what the others say added."""
    kept: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        place = kept.setdefault(place_of(finding), [])
        same = [other for other in place if are_same(finding, other)]
        if not same:
            place.append(finding)
            continue
        # One that names two criteria may bring together findings that had none in common before.
        place[place.index(same[0])] = reduce(joined, (*same, finding))
        for other in same[1:]:
            place.remove(other)
    return [finding for place in kept.values() for finding in place]


def place_of(finding: Finding) -> tuple[object, ...]:
    """Our library writes one selector for each element (`cc.selector`), so equal places are equal elements."""
    return (finding.element.frame if finding.element else 0, finding.selector)


def are_same(one: Finding, other: Finding) -> bool:
    """About a criterion in common; findings without a criterion (good practice) are told apart by their rule."""
    if not one.wcag or not other.wcag:
        return one.rule == other.rule
    return bool(set(one.wcag) & set(other.wcag))


def joined(one: Finding, other: Finding) -> Finding:
    first, second = sorted((one, other), key=lambda finding: LEVELS.index(finding.level))
    also = tuple(rule for rule in dict.fromkeys((*first.also, *second.found_by)) if rule != first.rule)
    if first.level != second.level or first.msg == second.msg:
        return replace(first, also=also)
    return replace(
        first,
        msg=f"{first.msg}; also: {second.msg}",
        wcag=tuple(dict.fromkeys((*first.wcag, *second.wcag))),
        act=tuple(dict.fromkeys((*first.act, *second.act))),
        also=also,
    )
