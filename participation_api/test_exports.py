"""What organisers download: every answer, safe for spreadsheets, and nothing that leads to a person."""

import json

import pytest
from starlette.testclient import TestClient

from participation_api.conftest import Clock
from participation_api.exports import cell
from participation_api.settings import Settings
from participation_api.test_organise import BOARD, DEMO, LUNCH, notes, press, send


def test_answers_are_exported_without_keys_in_no_order(ana: TestClient) -> None:
    for choice in ("soup", "salad", "soup"):
        send(ana, "lunch", choice=choice)
    answer = ana.get(f"{LUNCH}answers.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="demo-lunch-answers.csv"'
    head, *rows = answer.content.decode("utf-8-sig").splitlines()
    assert head == "row,choices,other,at,late"
    assert sorted(row.split(",", 1)[1] for row in rows) == [
        "Salad,,2026-12-01T12:00+00:00,no",
        "Soup,,2026-12-01T12:00+00:00,no",
        "Soup,,2026-12-01T12:00+00:00,no",
    ]
    ids = {row.split(",")[0] for row in rows}
    again = {line.split(",")[0] for line in ana.get(f"{LUNCH}answers.csv").content.decode("utf-8-sig").splitlines()[1:]}
    assert (len(ids), ids & again) == (3, set())


def test_no_key_of_a_participant_is_in_any_export(ana: TestClient, settings: Settings) -> None:
    send(ana, "lunch", choice="soup")
    notes(ana, "One")
    send(ana, "rooms", room="blue-room")
    service = ana.app.state.service  # type: ignore[attr-defined]
    for live in service.manifest.sessions["demo"].activities.values():
        keys = ana.portal.call(live.component.participants, service.store, live.activity)  # type: ignore[union-attr]
        for file in ("answers.csv", "answers.json", "states.csv"):
            text = ana.get(f"{DEMO}{live.activity.id}/{file}").text
            assert not any(key in text for key in keys)


def test_json_holds_answers_results_and_states_with_their_times(ana: TestClient, clock: Clock) -> None:
    send(ana, "lunch", choice="soup")
    press(ana, ana.get(LUNCH), "Close now")
    content = json.loads(ana.get(f"{LUNCH}answers.json").text)
    assert [answer["choices"] for answer in content["answers"]] == ["Soup"]
    assert (content["state"], content["results"]["in_session"]) == ("closed", 1)
    assert [(row["how"], row["state"], row["at"][:16]) for row in content["states"]] == [
        ("declared", "open", ""),
        ("by hand", "closed", "2026-12-01T12:00"),
    ]


@pytest.mark.parametrize("text", ["=1+1", "+49", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"])
def test_a_cell_that_a_spreadsheet_would_run_is_prefixed(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a\t-1", "a\t'-1"),
        ("a\n=2", "a\n'=2"),
        ("one\n- two\n+ three", "one\n- two\n+ three"),
        ("a; b", "a; b"),
    ],
)
def test_what_begins_a_cell_where_semicolons_stand_between_them_is_prefixed(text: str, safe: str) -> None:
    assert cell(text) == safe


def test_other_cells_are_left_as_they_are() -> None:
    assert [cell(value) for value in ("a=b", -1, 0, True, False, None, "")] == ["a=b", "-1", "0", "yes", "no", "", ""]


def test_a_formula_in_a_note_is_safe_in_the_file(ana: TestClient) -> None:
    notes(ana, '=HYPERLINK("https://elsewhere.example")')
    assert '"\'=HYPERLINK(""https://elsewhere.example"")"' in ana.get(f"{BOARD}answers.csv").text


def test_the_log_says_who_took_which_file(ana: TestClient) -> None:
    ana.get(f"{LUNCH}answers.csv")
    ana.get("/organise/demo/after/report.md")
    log = ana.get("/organise/demo/log/").text
    for file in ("demo-lunch-answers.csv", "demo-report.md"):
        assert f"<td>Download {file}</td>" in log
    assert log.count("<td><bdi>Ana</bdi></td>") == 2
