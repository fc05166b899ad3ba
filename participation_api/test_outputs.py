"""All outputs together: they equal the database, tell no hidden count, and join no person's activities."""

import csv
import io
import json
import re
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from participation_api.app import create_app
from participation_api.components.markup import elements_of
from participation_api.components.poll.small_counts import LEAST_ANSWERS, protected
from participation_api.conftest import DEMO, Clock, make_site, sign_in
from participation_api.settings import Settings
from participation_api.test_freezing import freeze, publish

CHOICES = ("Red", "Green", "Blue", "Grey")
HEALTH: dict[str, Any] = {"id": "health", "question": "How are you?", "choices": list(CHOICES), "state": "open"}
FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:\+00:00)?")
Outputs = Mapping[str, str]


@contextmanager
def world(activities: dict[str, dict[str, Any]]) -> Iterator[tuple[TestClient, Path]]:
    """A server of its own with an organiser signed in, and its folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = Settings(make_site(folder / "site", activities), folder / "c.sqlite3", folder / "results")
        with TestClient(create_app(made, Clock()), follow_redirects=False) as browser:
            sign_in(browser, "Ana")
            yield browser, folder


def cast(browser: TestClient, activity: str, choice: str, times: int, start: int) -> None:
    """Ballots of as many people, saved as the server saves them."""
    service = browser.app.state.service  # type: ignore[attr-defined]
    live = service.manifest.activity("demo", activity)
    answer = live.component.read_form(live.activity, {"choice": [choice.lower()]})
    for number in range(start, start + times):
        key = service.participants.key(f"device {number}", *live.key)
        write = live.component.record(live.activity, answer, key, service.now())
        browser.portal.call(service.save, live, write)  # type: ignore[union-attr]


def of_counts(counts: Sequence[int], *, is_sensitive: bool) -> Outputs:
    """Everything that anybody can take away of a poll that was answered so, published and frozen."""
    entry = HEALTH | ({"sensitive": "yes"} if is_sensitive else {})
    with world({"health": entry}) as (browser, folder):
        for place, count in enumerate(counts):
            cast(browser, "health", CHOICES[place], count, sum(counts[:place]))
        publish(browser, "health")
        return outputs(browser, folder, ["health"])


def outputs(browser: TestClient, folder: Path, activities: Sequence[str]) -> Outputs:
    found = {"report": browser.get("/organise/demo/after/report.md").text, "now": browser.get("/take-part/demo/").text}
    for activity in activities:
        for page in (f"take-part/demo/{activity}", f"take-part/demo/{activity}/results"):
            found[page] = browser.get(f"/{page}/").text
        found[f"screen of {activity}"] = browser.get(f"/take-part/demo/screen/?item={activity}").text
        for file in ("answers.csv", "answers.json", "states.csv"):
            found[f"{activity} {file}"] = browser.get(f"/organise/demo/{activity}/{file}").text
    freeze(browser)
    found["frozen"] = (folder / "results" / "demo.json").read_text()
    found["page"] = browser.get("/sessions/demo/").text
    return found


def plain(found: Outputs) -> dict[str, Any]:
    """Without the times, and without the random ids of rows and their order."""
    tidy: dict[str, Any] = {}
    for name, text in found.items():
        if name.endswith(".csv"):
            rows = [dict(row) for row in csv.DictReader(io.StringIO(text.lstrip("\ufeff")))]
            tidy[name] = sorted(str({key: _timeless(value) for key, value in row.items() if key != "row"}) for row in rows)
        elif name.endswith(".json"):
            content = json.loads(_timeless(text))
            answers = content.pop("answers")
            tidy[name] = content, sorted(str({key: row[key] for key in row if key != "row"}) for row in answers)
        else:
            tidy[name] = _timeless(text)
    return tidy


def _timeless(text: str) -> str:
    return TIME.sub("(time)", text)


def other_worlds(counts: Sequence[int]) -> Iterator[list[int]]:
    """For each hidden cell, counts in which it is another number, and everything that is shown is the same."""
    shown = protected(counts)
    hidden = [place for place, count in enumerate(shown) if count is None]
    for place in hidden:
        yield next(
            changed
            for other in hidden
            for step in (1, -1, 2, -2, counts[other] - counts[place])
            if other != place and step
            for changed in [[*counts]]
            for changed[place], changed[other] in [(counts[place] + step, counts[other] - step)]
            if min(changed) >= 0 and protected(changed) == shown
        )


@pytest.mark.requirement("RS-07")
@FEW
@given(st.lists(st.integers(0, 14), min_size=4, max_size=4))
def test_no_hidden_count_can_be_told_from_all_outputs_together(counts: list[int]) -> None:
    found = plain(of_counts(counts, is_sensitive=True))
    # Fewer than ten: the same as if nobody had answered.
    is_few = sum(counts) < LEAST_ANSWERS
    for other in [[0, 0, 0, 0], [9, 0, 0, 0]] if is_few else list(other_worlds(counts))[:2]:
        assert plain(of_counts(other, is_sensitive=True)) == found, other


@pytest.mark.requirement("RS-01")
@FEW
@given(st.lists(st.integers(0, 9), min_size=4, max_size=4))
def test_every_output_has_the_counts_of_the_database(counts: list[int]) -> None:
    with world({"health": HEALTH}) as (browser, folder):
        for place, count in enumerate(counts):
            cast(browser, "health", CHOICES[place], count, sum(counts[:place]))
        publish(browser, "health")
        found = outputs(browser, folder, ["health"])
        with closing(sqlite3.connect(folder / "c.sqlite3")) as database:
            stored = [json.loads(row[0]) for row in database.execute("select choices from ballot")]
    recounted = Counter(choice for ballot in stored for choice in ballot)
    wanted = {choice: recounted[choice.lower()] for choice in CHOICES}
    assert wanted == dict(zip(CHOICES, counts, strict=True))
    for name in ("take-part/demo/health/results", "take-part/demo/health", "page"):
        assert _table(found[name]) == wanted, name
    written = re.findall(r"^\| (\w+) \| (\d+) \|", found["report"], re.MULTILINE)
    assert {choice: int(count) for choice, count in written} == wanted
    for results in (json.loads(found["health answers.json"])["results"],
                    json.loads(found["frozen"])["activities"]["health"]["results"]):  # fmt: skip
        assert {choice["text"]: choice["count"] for choice in results["choices"]} == wanted
        assert results["answers"] == sum(counts)
    rows = csv.DictReader(io.StringIO(found["health answers.csv"].lstrip("\ufeff")))
    assert Counter(row["choices"] for row in rows) == +Counter(wanted)


def _table(page: str) -> dict[str, int]:
    main = page[page.index("<table>") : page.index("</table>") + len("</table>")]
    rows = [[cell.text for cell in row.all("th", "td")] for row in elements_of(main).all("tr")]
    return {row[0]: int(row[1]) for row in rows[1:]}


@pytest.mark.requirement("RS-07")
def test_nothing_joins_what_one_person_did_in_two_activities() -> None:
    sent = {
        "lunch": {"choice": "soup"}, "needs": {"choice": "captions", "other": "A quiet room"},
        "board": {"note": "A wider path", "column": "ideas", "may_publish": "yes"}, "rooms": {"room": "blue-room"},
        "floor": {"mode": "speak", "place": "room"},
    }  # fmt: skip
    with world({name: DEMO[name] for name in sent}) as (browser, folder):
        for activity, fields in sent.items():
            path = f"/take-part/demo/{activity}/"
            while (answer := browser.post(path, data=fields)).status_code == 307:
                path = answer.headers["location"]
            assert answer.status_code == 303
        cookies = [part for value in browser.cookies.values() for part in value.split(".") if len(part) > 8]
        found = outputs(browser, folder, list(sent))
        with closing(sqlite3.connect(folder / "c.sqlite3")) as database:
            stored = _values_by_activity(database)
    assert {*sent} <= {*stored}
    for one, other in ((one, other) for one in stored for other in stored if one < other):
        assert stored[one] & stored[other] == set(), (one, other)
    # The page of the rows of one activity holds no key, and no id that a row of another has.
    ids = [row["row"] for activity in sent for row in json.loads(found[f"{activity} answers.json"])["answers"]]
    assert len(ids) == len({*ids})
    keys = {value for values in stored.values() for value in values if re.fullmatch(r"[0-9a-f]{64}", value)}
    assert len(keys) >= len(sent)
    for name, text in found.items():
        assert not [secret for secret in (*keys, *cookies) if secret in text], name


def _values_by_activity(database: sqlite3.Connection) -> dict[str, set[str]]:
    """Of every table that has people's rows: every text by which two rows could be known to belong together."""
    found: dict[str, set[str]] = {}
    database.row_factory = sqlite3.Row
    for (table,) in database.execute("select name from sqlite_master where type = 'table'").fetchall():
        columns = {row["name"] for row in database.execute(f"pragma table_info({table})")}
        if not {"session", "activity", "participant"} <= columns:
            continue
        for row in database.execute(f"select * from {table}"):
            texts = {str(row[name]) for name in columns - {"session", "activity"}}
            found.setdefault(row["activity"], set()).update(text for text in texts if len(text) > 8)
    return found
