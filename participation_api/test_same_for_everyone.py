"""How people take their turns, and that they need more time, changes no output that anybody but a moderator sees."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.conftest import Clock, sign_in
from participation_api.settings import Settings
from participation_api.test_answers import send
from participation_api.test_now_page import act
from participation_api.test_organise import press

FLOOR = "/take-part/demo/floor/"
PUBLIC = (
    "/take-part/demo/", "/take-part/demo/screen/", "/take-part/demo/screen/?item=floor", "/sessions/demo/", FLOOR,
    f"{FLOOR}results/",
)  # fmt: skip
EXPORTS = tuple(f"/organise/demo/floor/{name}" for name in ("answers.csv", "answers.json", "states.csv"))
PLAIN = {"mode": "speak", "more_time": ""}
OTHERS = [
    {"mode": "sign", "more_time": "yes"},
    {"mode": "assisted", "more_time": ""},
    {"mode": "read-aloud", "more_time": "yes"},
    {"mode": "written", "more_time": ""},
]


def outputs(folder: Path, site: Path, how: dict[str, str], through: str) -> dict[str, str]:
    """Three people ask for the floor in the same words; two are called; then every output there is."""
    settings = Settings(site=site, database=folder / "db.sqlite3", results=folder / "results", secret="the same")
    with TestClient(create_app(settings, Clock()), follow_redirects=False) as browser:
        for number, place in enumerate(("room", "online", "online")):
            fields = {"place": place + through, "name": f"Person {number}", "text": "My text", "mode": how["mode"]}
            more_time = {"more_time": "yes"} if how["more_time"] else {}
            assert send(browser, FLOOR, **fields, **more_time) == 303
            browser.cookies.clear()
        act(browser, "floor", "call_next", number=1, floor="")
        act(browser, "floor", "call_next", number=2, floor=1)
        found = {path: browser.get(path).text for path in PUBLIC}
        sign_in(browser, "Ana")
        found |= {path: browser.get(path).text for path in EXPORTS}
        press(browser, browser.get("/organise/demo/freeze/"), "Freeze the results")
        found["freeze"] = (folder / "results" / "demo.json").read_text()
    return {path: re.sub(r"\b[0-9a-f]{12}\b|T12:00:00(\.\d+)?", "", text) for path, text in found.items()}


@pytest.mark.requirement("SQ-02", "SQ-05")
@pytest.mark.parametrize("through", ["", "-interpreter"])
@pytest.mark.parametrize("how", OTHERS, ids=lambda how: how["mode"])
def test_no_public_page_screen_export_or_frozen_file_tells_how_a_turn_is_taken(
    site: Path, tmp_path: Path, how: dict[str, str], through: str
) -> None:
    plain = outputs(tmp_path / "plain", site, PLAIN, "")
    other = outputs(tmp_path / "other", site, how, through)
    assert [path for path in plain if plain[path] != other[path]] == []
    assert "My text" in plain["/organise/demo/floor/answers.csv"]
