"""What every example shows when its results are published, and what people wrote: whole without any picture."""

import re

import pytest

from participation_api.components.conftest import Shown
from participation_api.components.markup import Element

FOCUSABLE = ("a", "button", "input", "select", "textarea", "summary", "foreignObject", "iframe")
MOVING = ("animate", "animateTransform", "animateMotion", "set", "marquee", "blink", "video", "audio", "canvas", "object")


def tables(shown: Shown) -> list[Element]:
    return list(shown[2].all("table"))


def rows(table: Element) -> list[list[str]]:
    return [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")]


@pytest.mark.requirement("RS-05")
@pytest.mark.criterion("4.1.2")
def test_nothing_in_a_picture_takes_the_focus(shown: Shown) -> None:
    for picture in shown[2].all("svg"):
        assert picture["focusable"] == "false"
        assert [part.tag for part in picture.all() if part.tag in FOCUSABLE or "tabindex" in part.attributes] == []


@pytest.mark.requirement("RS-06")
@pytest.mark.criterion("2.2.2")
def test_nothing_moves_or_plays(shown: Shown) -> None:
    assert [part.tag for part in shown[2].all(*MOVING)] == []


@pytest.mark.requirement("RS-03")
@pytest.mark.criterion("1.4.1")
def test_bars_of_one_table_have_different_patterns_and_stand_beside_their_words_and_numbers(shown: Shown) -> None:
    for table in tables(shown):
        patterns: list[str] = []
        for row in table.all("tr"):
            for picture in row.all("svg"):
                (pattern,) = re.findall(r"\bpattern-\d\b", picture["class"])
                patterns.append(pattern)
                words = next(row.all("th"))
                assert (words["scope"], bool(words.text)) == ("row", True)
                assert any(re.search(r"\d", cell.text) for cell in row.all("td"))
        assert len(set(patterns)) == min(len(patterns), 6)


@pytest.mark.requirement("RS-01", "RS-04", "R2")
@pytest.mark.criterion("1.1.1", "1.3.1")
def test_every_count_of_a_poll_stands_in_its_table_and_each_share_is_also_x_of_y(shown: Shown) -> None:
    example, played, page = shown
    choices = (played.results or {}).get("choices") if example.kind == "poll" else None
    if not choices or not example.moment.shows_results or example.declared.activity.sensitive:  # type: ignore[attr-defined]
        return
    if example.declared.activity.method != "choice":  # type: ignore[attr-defined]
        return
    total = (played.results or {})["answers"]
    (table,) = tables(shown)
    found = {row[0]: row[1:] for row in rows(table)[1:]}
    assert [cells[0] for cells in found.values()] == [str(choice["count"]) for choice in choices]
    shares = [cells[-1] for cells in found.values()]
    starts = [f"{choice['count']} of {total}" for choice in choices]
    if total and example.lang == "en":
        assert [share.split(" (")[0] for share in shares] == starts
        lead = next(part for part in page.all("p") if part["class"] == "lead")
        assert lead.text.startswith(f"{total} answer")


@pytest.mark.requirement("RS-04")
def test_no_share_is_told_as_a_percentage_alone(shown: Shown) -> None:
    example, _, page = shown
    if example.lang != "en":
        return
    for part in page.all("td", "p", "li"):
        for before in re.findall(r"(.{0,24})\d+ ?%", part.text):
            assert re.search(r"\d of \d", before), part.text


@pytest.mark.requirement("PG-07", "NB-04")
@pytest.mark.criterion("3.1.2")
def test_what_people_wrote_has_its_own_direction_and_a_language_only_where_they_chose_one(shown: Shown) -> None:
    _, played, page = shown
    texts = [part for part in page.all("p") if part["class"] == "note-text"]
    if texts:
        notes = [note for column in (played.results or {})["columns"] for note in column["notes"]]
        assert [("".join(part.text.split()), part["lang"], part["dir"]) for part in texts] == [
            ("".join(note["text"].split()), note["lang"], "auto") for note in notes
        ]
    assert [field["id"] for field in page.all("textarea") if field["dir"] != "auto"] == []
    assert [field["id"] for field in page.all("input") if field["type"] == "text" and field["dir"] != "auto"] == []


@pytest.mark.requirement("PG-07")
@pytest.mark.criterion("3.1.2")
def test_every_lang_attribute_holds_a_language_or_nothing(shown: Shown) -> None:
    for part in shown[2].all():
        if "lang" in part.attributes:
            assert re.fullmatch(r"([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?", part["lang"]), part["lang"]


@pytest.mark.requirement("NB-07")
@pytest.mark.criterion("1.4.1")
def test_a_column_is_told_by_its_heading_and_looks_like_every_other(shown: Shown) -> None:
    columns = [part for part in shown[2].all("div") if "board-column" in part["class"].split()]
    assert {column["class"] for column in columns} <= {"board-column"}
    assert {note["class"] for column in columns for note in column.all("li")} <= {"note"}
    assert [part["style"] for column in columns for part in column.all() if part["style"]] == []
    if len(columns) > 1:
        assert all(next(column.all("h2", "h3", "h4")).text for column in columns)
