"""Firefox by BiDi: scripts on and blocked, keys, clicks and reading."""

from pathlib import Path

import pytest

from a11y_tests.firefox import Firefox, firefox_path, key_actions
from a11y_tests.serve_folder import serving

FORM = (
    "<!doctype html><html lang=en><title>Form</title><p id=state>No script ran.</p>"
    "<script>document.getElementById('state').textContent = 'A script ran.'</script>"
    "<form method=get><label>Name <input id=name name=who></label>"
    "<label><input type=checkbox id=tick name=tick> Yes</label><button id=send>Send</button></form>"
)


def test_a_key_with_modifiers_is_held_and_let_go() -> None:
    assert key_actions("Shift+Tab") == [
        {"type": "keyDown", "value": "\ue008"},
        {"type": "keyDown", "value": "\ue004"},
        {"type": "keyUp", "value": "\ue004"},
        {"type": "keyUp", "value": "\ue008"},
    ]


@pytest.mark.browser
@pytest.mark.skipif(firefox_path() is None, reason="Firefox is not installed, so Firefox was NOT tried")
@pytest.mark.parametrize(("are_scripts_blocked", "state"), [(True, "No script ran."), (False, "A script ran.")])
def test_a_form_is_filled_and_sent_with_keys(are_scripts_blocked: bool, state: str, tmp_path: Path) -> None:
    (tmp_path / "form.html").write_text(FORM, encoding="utf-8")
    with serving(tmp_path) as address, Firefox(are_scripts_blocked=are_scripts_blocked) as firefox:
        firefox.open(f"{address}/form.html")
        assert firefox.text("#state") == state
        firefox.press("Tab")
        firefox.type("Ana")
        firefox.press("Tab", "Space")
        assert firefox.focused()["checked"] is True
        firefox.press("Tab", "Enter")
        firefox.wait_until(lambda: "?" in firefox.url)
        assert firefox.url == f"{address}/form.html?who=Ana&tick=on"
        firefox.click("#tick")
        assert firefox.focused()["id"] == "tick"
