"""The site built again beneath a running server."""

from pathlib import Path

from starlette.testclient import TestClient

from curbcut.watch import reload_site
from participation_api.conftest import DEMO, client, clock, make_site, settings, site
from participation_api.test_answers import LUNCH, send

# The fixtures of the server's own tests; pytest finds them by their names here.
__all__ = ["client", "clock", "settings", "site"]


def reload(client: TestClient, site: Path) -> str:
    return str(client.portal.call(reload_site, site, client.app.state.service))  # type: ignore[attr-defined, union-attr, call-arg]


def test_new_pages_are_served_at_once(client: TestClient, site: Path) -> None:
    make_site(site, {**DEMO, "lunch": {**DEMO["lunch"], "question": "Which dinner?"}})
    assert reload(client, site) == "The site is built again."
    assert ">Which dinner?</h1>" in client.get(LUNCH).text


def test_choice_with_answers_that_is_gone_is_said_and_the_old_pages_stay(client: TestClient, site: Path) -> None:
    send(client, choice="soup")
    make_site(site, {**DEMO, "lunch": {**DEMO["lunch"], "choices": ["Bread", "Salad"]}})
    assert "poll 'lunch' no longer has 'soup', which 1 answer names." in reload(client, site)
    assert "Soup" in client.get(LUNCH).text


def test_manifest_that_cannot_be_read_does_not_end_the_watching(client: TestClient, site: Path) -> None:
    (site / "take-part" / "manifest.json").write_text("{")
    assert "cannot be read" in reload(client, site)


def test_new_path_of_the_site_needs_a_new_start(client: TestClient, site: Path) -> None:
    make_site(site, DEMO, root="/events/")
    assert reload(client, site) == "The path of 'site_url' has changed: stop the server and start it again."
