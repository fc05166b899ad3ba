"""Keys as Chromium's Input.dispatchKeyEvent wants them."""

from typing import Any

# name → (code, Windows' number of the key, text that it types)
NAMED = {
    "Tab": ("Tab", 9, ""),
    "Enter": ("Enter", 13, "\r"),
    "Escape": ("Escape", 27, ""),
    " ": ("Space", 32, " "),
    "PageUp": ("PageUp", 33, ""),
    "PageDown": ("PageDown", 34, ""),
    "End": ("End", 35, ""),
    "Home": ("Home", 36, ""),
    "ArrowLeft": ("ArrowLeft", 37, ""),
    "ArrowUp": ("ArrowUp", 38, ""),
    "ArrowRight": ("ArrowRight", 39, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
    "Backspace": ("Backspace", 8, ""),
    "Delete": ("Delete", 46, ""),
    "F1": ("F1", 112, ""),
    "F2": ("F2", 113, ""),
    "F6": ("F6", 117, ""),
}
MODIFIERS = {"Alt": 1, "Control": 2, "Meta": 4, "Shift": 8}


def key_events(key: str) -> list[dict[str, Any]]:
    """The events of one press: `Tab`, `Shift+Tab`, `Control+Home`, `Space`, `a` …"""
    *held, name = key.split("+") if len(key) > 1 else [key]
    name = " " if name == "Space" else name
    code, number, text = NAMED.get(name) or _printable(name)
    pressed = sum(MODIFIERS[modifier] for modifier in held)
    if pressed & ~MODIFIERS["Shift"]:
        text = ""
    base = {"key": name, "code": code, "windowsVirtualKeyCode": number, "modifiers": pressed}
    down = {**base, "type": "keyDown" if text else "rawKeyDown", **({"text": text} if text else {})}
    return [down, {**base, "type": "keyUp"}]


def _printable(sign: str) -> tuple[str, int, str]:
    if sign.isascii() and sign.isalpha():
        return f"Key{sign.upper()}", ord(sign.upper()), sign
    if sign.isdigit():
        return f"Digit{sign}", ord(sign), sign
    return "", 0, sign
