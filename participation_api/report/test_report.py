"""The report: what the results pages say, in files that a screen reader can walk through, and nothing more."""

import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from starlette.testclient import TestClient

from participation_api.conftest import Clock, sign_in
from participation_api.report.blocks import Heading, Items, Paragraph, Run, Table, blocks_of
from participation_api.report.content import Report
from participation_api.report.markdown import as_markdown
from participation_api.report.word import as_word
from participation_api.test_freezing import publish
from participation_api.test_organise import press, send

AFTER = "/organise/demo/after/"
NOON = Clock()()
HTML = """<p class="lead">3 answers. <bdi lang="fr">Oui</bdi> most.</p>
<div><table><caption>Answers</caption><thead><tr><th scope="col">Answer</th><th scope="col">Number</th></tr></thead>
<tbody><tr><th scope="row">Soup <svg class="bar" aria-hidden="true"><rect/></svg></th><td>2</td></tr></tbody></table></div>
<h3>Ideas (1 note)</h3>
<ol><li><p>Note 1</p><p lang="ar" dir="auto">سطر<br>ثان</p><form><button>I agree</button></form></li></ol>
<details><summary>The rule</summary><p>Unfolded</p></details>"""


def download(browser: TestClient, name: str) -> Any:
    answer = browser.get(f"{AFTER}{name}")
    assert answer.status_code == 200, answer.text
    return answer


def word(browser: TestClient) -> Any:
    return Document(io.BytesIO(download(browser, "report.docx").content))


def test_markup_becomes_blocks_with_their_languages_and_without_what_is_pressed() -> None:
    assert blocks_of(HTML) == [
        Paragraph((Run("3 answers. "), Run("Oui", "fr"), Run(" most."))),
        Table((Run("Answers"),), [(Run("Answer"),), (Run("Number"),)], [[(Run("Soup"),), (Run("2"),)]]),
        Heading(3, (Run("Ideas (1 note)"),)),
        Items([[(Run("Note 1"),), (Run("سطر\nثان", "ar"),)]], is_ordered=True),
    ]


def test_markdown_holds_the_same_and_nothing_that_people_wrote_becomes_markup() -> None:
    blocks = [Heading(1, (Run("Report"),)), *blocks_of(HTML), Paragraph((Run("# <b>*1* [x](y)\n- item"),))]
    assert as_markdown(Report("Report", "en", blocks)) == (
        "# Report\n\n3 answers. Oui most.\n\nAnswers\n\n| Answer | Number |\n| --- | --- |\n| Soup | 2 |\n\n"
        "### Ideas (1 note)\n\n1. Note 1\n   \n   سطر  \n   ثان\n\n"
        "\\# \\<b\\>\\*1\\* \\[x\\](y)  \n\\- item\n"
    )


@pytest.mark.criterion("1.3.1", "2.4.2", "3.1.1", "3.1.2")
def test_the_word_file_has_real_headings_lists_header_rows_title_and_languages() -> None:
    blocks = [Heading(1, (Run("Report"),)), *blocks_of(HTML), Paragraph((Run("?", ""),))]
    document = Document(io.BytesIO(as_word(Report("Report: Demo", "ar", blocks), NOON)))
    about = document.core_properties
    assert (about.title, about.language, about.author) == ("Report: Demo", "ar", "")
    styles = [(line.style and line.style.name, line.text) for line in document.paragraphs]
    assert styles == [
        ("Heading 1", "Report"), ("Normal", "3 answers. Oui most."), ("Caption", "Answers"), ("Heading 3", "Ideas (1 note)"),
        ("List Number", "Note 1"), ("List Continue", "سطر\nثان"), ("Normal", "?"),
    ]  # fmt: skip
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Answer", "Number"], ["Soup", "2"]]
    assert table.rows[0]._tr.trPr is not None
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    lang = document.styles.element.xpath("//w:rPrDefault//w:lang")[0]
    assert lang.get(qn("w:val")) == "ar"
    marked = [element.get(qn("w:val")) for element in document.element.body.iter(qn("w:lang"))]
    assert marked == ["fr", "ar", "x-none"]


def test_a_report_holds_every_activity_with_its_state_and_a_place_for_ones_own_words(ana: TestClient) -> None:
    for choice in ("soup", "soup", "salad"):
        send(ana, "lunch", choice=choice)
    publish(ana, "lunch")
    document = word(ana)
    lines = [(line.style.name, line.text) for line in document.paragraphs]
    headings = [text for style, text in lines if style.startswith("Heading")]
    assert headings == [
        "Report: Demo session", "Main points", "Access to this session", "Which lunch?", "What do you need?",
        "What should we note?", "Ideas (0 notes)", "Worries (0 notes)", "Which room do you want?",
        "Do you want the floor?", "What is not in this report",
    ]  # fmt: skip
    assert ("Normal", "Poll: closed. The results are published.") in lines
    assert ("Normal", "3 answers. Most chosen: Soup, 2 of 3.") in lines
    assert ("List Bullet", "Captions: not told") in lines
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    assert [row[0] for row in tables[0]] == ["Answer", "Soup", "Salad", "I do not know"]
    assert tables[0][1][-1] == "2 of 3 (67 %)"
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)


def test_late_answers_are_counted_apart(ana: TestClient) -> None:
    send(ana, "lunch", choice="soup")
    publish(ana, "lunch")
    send(ana, "lunch", choice="salad")
    assert "In the session: 1. Afterwards: 1. Together: 2." in download(ana, "report.md").text


def test_nothing_hidden_withdrawn_unticked_or_of_how_people_speak_is_in_it(ana: TestClient) -> None:
    for note, tick in (("Keep me", "yes"), ("For the room", ""), ("Hide me", "yes"), ("Waits", "yes")):
        send(ana, "board", note=note, column="ideas", lang="en", **({"may_publish": tick} if tick else {}))
    for number in (1, 2, 3):
        press(ana, ana.get("/organise/demo/board/"), f"Show note {number}")
    press(ana, ana.get("/organise/demo/board/"), "Hide note 3", reason="It names a person")
    send(ana, "floor", mode="sign", place="online", name="Benedikt", more_time="yes")
    markdown = download(ana, "report.md").text
    package = zipfile.ZipFile(io.BytesIO(download(ana, "report.docx").content))
    everything = "".join(package.read(name).decode("utf-8", "ignore") for name in package.namelist())
    for text in (markdown, everything):
        assert "Keep me" in text
        for secret in ("For the room", "Hide me", "Waits", "Benedikt", "sign language", "more time"):
            assert secret not in re.sub(r"<[^>]+>", "", text), secret
    assert "1 more note is not kept here" in markdown


def test_who_may_export_may_have_the_report(client: TestClient) -> None:
    for role, status in (("owner", 200), ("organiser", 200), ("rapporteur", 200), ("access", 403)):
        sign_in(client, role, role)
        for name in ("report.md", "report.docx"):
            assert client.get(f"{AFTER}{name}").status_code == status, role
    sign_in(client, "Ana")
    assert client.get(f"{AFTER}report.pdf").status_code == 404
    client.cookies.clear()
    assert client.get(f"{AFTER}report.md").status_code == 403
