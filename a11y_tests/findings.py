"""A finding: one barrier at one place, in plain words, as it is written to the findings file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
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
            "selector": self.selector,
            "html": self.html,
            "who": self.who,
            "repair": self.repair,
        }


def shortened(text: str, length: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def at_least(findings: Iterable[Finding], level: Level) -> list[Finding]:
    """Those as sure as the level or surer: "review" gives violations and questions for a person."""
    wanted = LEVELS[: LEVELS.index(level) + 1]
    return [finding for finding in findings if finding.level in wanted]


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for each element and criterion: the surest, and of equals the first; the order is kept."""
    kept: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        known = kept.get(key_of(finding))
        if known is None or LEVELS.index(finding.level) < LEVELS.index(known.level):
            kept[key_of(finding)] = finding
    return list(kept.values())


def key_of(finding: Finding) -> tuple[object, ...]:
    """Findings without a criterion (good practice) are told apart by their rule."""
    return (finding.selector, finding.wcag or finding.rule)
