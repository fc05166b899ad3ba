"""The organisers' report on a session's texts, as a page and as a file."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from participation_api.manifest import load_manifest
from participation_api.test_now_page import main

CHECK = "/organise/demo/check/"
ADVICE = {
    "check": "Length of questions", "place": "docs/sessions/demo.md:21", "what": "the question has 18 words",
    "decide": "Read it aloud once.", "repair": "Shorten it.", "skipped": "",
}  # fmt: skip
CHECKS = {
    "advice": [ADVICE, {**ADVICE, "check": "Words of links", "skipped": "They are <b>names</b>"}],
    "skipped": [["Words of links", "They are <b>names</b>"]],
}


@pytest.fixture
def checked(ana: TestClient, site: Path) -> TestClient:
    file = site / "take-part" / "manifest.json"
    content = json.loads(file.read_text())
    content["sessions"][0]["checks"] = CHECKS
    file.write_text(json.dumps(content))
    ana.app.state.service.manifest = load_manifest(file)  # type: ignore[attr-defined]
    return ana


@pytest.mark.requirement("AU-03", "AU-04", "AU-05")
def test_each_place_is_a_heading_with_how_to_decide_and_what_to_do(checked: TestClient) -> None:
    page = main(checked, CHECK)
    assert [(part.tag, part.text) for part in page.all("h1", "h2")][:2] == [
        ("h1", "Check of the texts: Demo session"),
        ("h2", "Length of questions: docs/sessions/demo.md:21"),
    ]
    facts = {box.text.removeprefix("How to decide").removeprefix("What you can do") for box in page.all("dd")}
    assert {"Read it aloud once.", "Shorten it."} <= facts
    assert "1 place to look at." in page.text


@pytest.mark.requirement("AU-06")
def test_a_check_that_was_left_out_stands_there_with_its_reason(checked: TestClient) -> None:
    page = checked.get(CHECK).text
    assert "<div><dt>Words of links</dt><dd><bdi>They are &lt;b&gt;names&lt;/b&gt;</bdi></dd></div>" in page
    assert "<p>They would have named 1 place.</p>" in page


@pytest.mark.requirement("AU-05")
def test_the_report_is_a_file_too(checked: TestClient) -> None:
    answer = checked.get(f"{CHECK}report.json")
    assert answer.headers["content-disposition"] == 'attachment; filename="demo-check.json"'
    assert json.loads(answer.text) == {"session": "demo", "checked_at": "2026-11-30T09:00:00+00:00", **CHECKS}


@pytest.mark.requirement("AU-05")
def test_where_nothing_was_found_the_page_says_so(ana: TestClient) -> None:
    assert "The check has nothing to say." in ana.get(CHECK).text
    assert f'<a href="{CHECK}">Check of the texts: Demo session</a>' in ana.get("/organise/demo/").text


def test_nobody_else_reads_it(client: TestClient) -> None:
    assert client.get(CHECK).status_code == 403
    assert client.get(f"{CHECK}report.json").status_code == 403
