"""Frozen results in the build: they stand where the form was, and a file that fits nothing stops the build."""

import json
from typing import Any

import pytest

from participation_api.manifest import load_manifest
from site_config.build import BuildFailed
from site_config.conftest import Sources
from site_config.test_build import between

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")
RESULTS = {
    "answers": 3, "in_session": 3, "multiple": False, "reworded": [],
    "choices": [
        {"id": "soup", "text": "Soup", "count": 2, "in_session": 2},
        {"id": "salad", "text": "Salad", "count": 1, "in_session": 1},
    ],
}  # fmt: skip
LUNCH = {"id": "lunch", "question": "Which lunch?", "state": "open", "choices": ["Soup", "Salad"]}


def freeze(sources: Sources, name: str = "demo", activity: str = "lunch", **other: Any) -> None:
    kept = {"state": "published", "declaration": LUNCH, "results": RESULTS}
    content = {
        "version": 1, "session": "demo", "frozen_at": "2026-12-02T12:00:00+00:00", "activities": {activity: kept},
    } | other  # fmt: skip
    sources.write(f"results/{name}.json", json.dumps(content))


def test_results_stand_where_the_form_was_with_the_way_to_ask_for_removal(sources: Sources) -> None:
    freeze(sources)
    sources.build()
    panel = between(sources.page(), "<!--activity:demo/lunch-->", "<!--/activity:demo/lunch-->")
    assert 'data-state="published"' in panel
    assert "<form" not in panel
    assert "2 of 3 (67 %)" in panel
    assert 'href="/results/demo.json"' in panel
    assert 'href="#access-to-this-session"' in panel
    assert (sources.folder / "site/results/demo.json").exists()


def test_a_page_whose_activities_are_all_frozen_links_to_no_server(sources: Sources) -> None:
    freeze(sources)
    sources.build()
    page = sources.page()
    assert ["/take-part/" in page, "/search/" in page, "Join code" in page] == [False, False, False]


def test_a_frozen_room_leads_to_its_notes_on_the_same_page(sources: Sources) -> None:
    entries = {"rooms": "rooms: [{text: Blue, board: notes}, Green]", "notes": "columns: [Ideas]"}
    for (name, more), kind in zip(entries.items(), ("room", "board"), strict=True):
        sources.change("## Vote", f"```{kind}\nid: {name}\nquestion: Which?\n{more}\n```\n\n## Vote")
    rooms = {"id": "rooms", "question": "Which?", "rooms": [{"text": "Blue", "board": "notes"}, "Green"]}
    declared = {"lunch": LUNCH, "rooms": rooms, "notes": {"id": "notes", "question": "Which?", "columns": ["Ideas"]}}
    closed = {name: {"state": "closed", "declaration": entry, "results": None} for name, entry in declared.items()}
    freeze(sources, activities=closed)
    sources.build()
    page = sources.page()
    assert ('href="#board-notes"' in page, 'id="board-notes"' in page, "/take-part/" in page) == (True, True, False)


def test_the_question_is_the_one_that_people_answered(sources: Sources) -> None:
    freeze(sources)
    sources.change("Which lunch?", "Which supper?")
    sources.build()
    assert "Which supper?" not in sources.page()


def test_the_server_reads_from_the_manifest_what_is_frozen(sources: Sources) -> None:
    freeze(sources)
    sources.build()
    live = load_manifest(sources.folder / "site/take-part/manifest.json").activity("demo", "lunch")
    assert live is not None
    assert live.frozen is not None
    assert live.frozen.results == RESULTS


@pytest.mark.parametrize(
    ("name", "wrong", "sentence"),
    [
        ("other", {}, "docs/results/other.json:1: there is no session 'other'; sessions there are: demo. Rename or remove this file"),
        ("demo", {"activity": "tea"}, "docs/results/demo.json:1: there is no activity 'tea' in docs/sessions/demo.md; put its block back, or remove it from this file"),
        ("demo", {"version": 2}, "docs/results/demo.json:1: it has version 2, and only version 1 can be read; freeze the session again"),
        ("demo", {"session": "other"}, "docs/results/demo.json:1: it is about the session 'other'; name the file after it"),
        ("demo", {"activities": []}, "docs/results/demo.json:1: 'list' object has no attribute 'items' is missing or not as it was written; freeze the session again"),
    ],
)  # fmt: skip
def test_a_file_that_fits_nothing_is_a_mistake_in_one_sentence(
    sources: Sources, name: str, wrong: dict[str, Any], sentence: str
) -> None:
    freeze(sources, name, **wrong)
    with pytest.raises(BuildFailed) as failed:
        sources.build()
    assert str(failed.value) == sentence
