"""A tiny built site, a clock that stands still until it is moved, and the server around them."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.organiser_links import add_link
from participation_api.settings import Settings

NOON = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
SHELL = """<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title><!--curbcut:title--></title>
<meta name="viewport" content="width=device-width, initial-scale=1"><!--curbcut:head--></head>
<body><a class="skip" href="#content">Skip to main content</a><header>Test site</header>
<nav aria-label="Pages of this site"><!--curbcut:nav-current--></nav>
<main><!--curbcut:main--></main>
<footer><a href="/take-part/problem/">Tell the team about a problem</a></footer></body></html>
"""
LUNCH = {"id": "lunch", "question": "Which lunch?", "choices": ["Soup", "Salad", "I do not know"], "state": "open"}
DEMO: dict[str, dict[str, Any]] = {
    "lunch": LUNCH,
    "needs": {
        "id": "needs", "question": "What do you need?", "multiple": "yes", "other": "yes", "state": "open",
        "choices": ["Captions", "A break", {"text": "Nothing", "alone": "yes"}],
    },
    "board": {"id": "board", "question": "What should we note?", "columns": ["Ideas", "Worries"], "state": "open"},
    "rooms": {
        "id": "rooms", "question": "Which room do you want?", "state": "open",
        "rooms": [{"text": "Blue room", "topic": "Paths", "places": "2"}, {"text": "Green room", "topic": "Bridges"}],
    },
    "floor": {"id": "floor", "question": "Do you want the floor?", "state": "open"},
}  # fmt: skip
KINDS = {"lunch": "poll", "needs": "poll", "board": "board", "rooms": "room", "floor": "queue"}


class Clock:
    """Calls give the time, which passes by a microsecond each time, so that nothing happens at the same moment."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        self.at += timedelta(microseconds=1)
        return self.at

    def pass_by(self, **amount: float) -> None:
        self.at += timedelta(**amount)


def make_site(folder: Path, activities: dict[str, dict[str, Any]] | None = None, root: str = "/") -> Path:
    """Write a built site with one session `demo`; an activity's `kind` may stand in its entry."""
    (folder / "take-part").mkdir(parents=True, exist_ok=True)
    (folder / "sessions" / "demo").mkdir(parents=True, exist_ok=True)
    declared = DEMO if activities is None else activities
    entries = [_activity(name, entry) for name, entry in declared.items()]
    session = {
        "id": "demo", "url": "sessions/demo/", "title": "Demo session", "lang": "en", "join_code": "421793",
        "starts_at": None, "minutes": 60, "retention": "2027-01-31", "activities": entries,
        "access": [["Captions", ""], ["The room", "Step-free"]],
    }  # fmt: skip
    site = {"name": "Test site", "languages": ["en"], "base_path": root}
    content = {"version": 1, "built_at": "2026-11-30T09:00:00+00:00", "site": site, "sessions": [session]}
    (folder / "take-part" / "manifest.json").write_text(json.dumps(content))
    (folder / "take-part" / "shell.en.html").write_text(SHELL)
    panels = "".join(f"<!--activity:demo/{name}-->as built<!--/activity:demo/{name}-->" for name in declared)
    page = f"<!doctype html><html lang=en><main>{panels}</main></html>"
    (folder / "sessions" / "demo" / "index.html").write_text(page)
    (folder / "index.html").write_text("<!doctype html><html lang=en><title>Home</title><main>Home page</main></html>")
    return folder


def _activity(name: str, entry: dict[str, Any]) -> dict[str, Any]:
    kind = entry.get("kind") or KINDS.get(name, "poll")
    declaration = {key: value for key, value in entry.items() if key != "kind"}
    return {
        "id": name, "kind": kind, "initial_state": entry.get("state", "draft"), "opens_at": None, "closes_at": None,
        "late_until": None, "heading_level": 2, "declaration": declaration,
        "source": f"docs/sessions/demo.md:{len(name)}",
    }  # fmt: skip


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


@pytest.fixture
def settings(site: Path, tmp_path: Path) -> Settings:
    return Settings(site=site, database=tmp_path / "instance" / "test.sqlite3", results=tmp_path / "results")


@pytest.fixture
def client(settings: Settings, clock: Clock) -> Iterator[TestClient]:
    """A browser with a cookie jar that follows no redirect by itself."""
    with TestClient(create_app(settings, clock), follow_redirects=False) as browser:
        yield browser


@pytest.fixture
def ana(client: TestClient) -> TestClient:
    """The same browser, signed in as the organiser Ana."""
    sign_in(client, "Ana")
    return client


def sign_in(browser: TestClient, name: str, role: str = "owner", session: str = "") -> str:
    """Open a link of that name and press its button; gives back the link's token."""
    service = browser.app.state.service  # type: ignore[attr-defined]
    token = add_link(service.settings.database, role, name, 1, session, at=NOON)
    assert browser.post(f"/organise/in/{token}").status_code == 303
    return token


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Coroutine tests carry `@pytest.mark.anyio`; the server runs on asyncio alone."""
    return "asyncio"
