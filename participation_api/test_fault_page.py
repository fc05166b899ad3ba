"""The page for a fault of ours is guarded like every other."""

import pytest
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.security import HEADERS
from participation_api.settings import Settings


def test_a_fault_is_told_with_the_headers_of_every_page(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with TestClient(create_app(settings), raise_server_exceptions=False) as browser:
        monkeypatch.setattr(browser.app.state.service.store, "rows", None)  # type: ignore[attr-defined]
        answer = browser.get("/healthz")
    assert answer.status_code == 500
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
