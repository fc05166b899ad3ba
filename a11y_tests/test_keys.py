"""Keys as the browser wants them."""

import pytest

from a11y_tests.keys import key_events


def test_tab_with_shift_is_one_press_that_types_nothing() -> None:
    shared = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": 8}
    assert key_events("Shift+Tab") == [{**shared, "type": "rawKeyDown"}, {**shared, "type": "keyUp"}]


@pytest.mark.parametrize(
    ("key", "code", "text"),
    [
        ("a", "KeyA", "a"),
        ("7", "Digit7", "7"),
        ("Space", "Space", " "),
        ("Enter", "Enter", "\r"),
        ("+", "", "+"),
        ("ä", "", "ä"),
    ],
)
def test_keys_that_type(key: str, code: str, text: str) -> None:
    down = key_events(key)[0]
    assert (down["type"], down["code"], down["text"]) == ("keyDown", code, text)


def test_control_with_a_letter_types_nothing() -> None:
    assert key_events("Control+m")[0] == {
        "key": "m", "code": "KeyM", "windowsVirtualKeyCode": 77, "modifiers": 2, "type": "rawKeyDown",
    }  # fmt: skip
