"""What a person does: `Tab`, `Shift+Tab`, `type:Some words`, `page:Enter`, `Tab until Send my answer`."""

from dataclasses import dataclass

# Our names of keys (those of the web) → those of xdotool, which are taken too.
NAMES = {
    "Enter": "Return", "Space": "space", "ArrowDown": "Down", "ArrowUp": "Up", "ArrowLeft": "Left",
    "ArrowRight": "Right", "Backspace": "BackSpace", "PageUp": "Prior", "PageDown": "Next", "Control": "ctrl",
    "Shift": "shift", "Alt": "alt", "SayAll": "KP_Add", "WhereAmI": "KP_Enter",
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """`key` is pressed, or `text` typed; `until` is what is said at last where the key is pressed again and again."""

    words: str
    key: str = ""
    text: str = ""
    until: str = ""
    opens_page: bool = False

    @property
    def is_say_all(self) -> bool:
        return self.key == NAMES["SayAll"]


def read_step(words: str) -> Step:
    kind, _, rest = words.partition(":")
    if kind == "type" and rest:
        return Step(words, text=rest)
    key, _, until = words.partition(" until ")
    opens_page = key.startswith("page:")
    return Step(words, key=_for_xdotool(key.removeprefix("page:")), until=until, opens_page=opens_page)


def _for_xdotool(key: str) -> str:
    parts = key.split("+")
    is_capital = len(parts) == 1 and len(key) == 1 and key.isupper()
    return "+".join(["shift"] * is_capital + [NAMES.get(part, part) for part in parts])
