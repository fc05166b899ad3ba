"""The report for people: honest first, whole, and a page that passes the audit itself."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from a11y_tests.engines.axe import run_axe
from a11y_tests.judge import judge
from a11y_tests.page import Page
from a11y_tests.reports.compare import compare
from a11y_tests.reports.conftest import ALT, FOCUS, ORIGIN
from a11y_tests.reports.html import MOST_PLACES, html_report
from a11y_tests.reports.manual_records import Records
from a11y_tests.reports.model import JudgedPage, Picture, Run, findings_of
from a11y_tests.serve_folder import serving

VNU = Path(__file__).parents[1] / "engines" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
DOT = Picture(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
    1,
    1,
    "button “Send”",
)


def text_of(html: str) -> str:
    html = re.sub(r"<(style|title)>.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def with_picture(run: Run) -> Run:
    first, *others = run.pages[0].found
    return replace(run, pages=(replace(run.pages[0], found=(replace(first, picture=DOT), *others)), *run.pages[1:]))


@pytest.mark.requirement("RP-05")
def test_it_says_first_with_how_many_persons_it_was_tried_and_what_was_not_tested(run: Run, records: Records) -> None:
    text = text_of(html_report(run, Records()).partition("<main>")[2])
    order = [text.index(part) for part in (
        "Accessibility audit of 127.0.0.1:40123", "Tried with 0 persons with disabilities.", "What was not tested",
        "No person has judged 55 of the 55 criteria", "Nobody has recorded a trial with: NVDA",
        "Not judged: 4 pages in a language that this software has no words for", "In short",
        "3 places where a program is sure of a barrier")]  # fmt: skip
    assert order == sorted(order)
    assert "Tried with 1 person with disabilities." in text_of(html_report(run, records))


@pytest.mark.requirement("RP-05")
@pytest.mark.parametrize("is_clean", [True, False])
def test_it_never_claims_more_than_is_known(run: Run, is_clean: bool) -> None:
    text = text_of(html_report(replace(run, pages=run.pages[1:2]) if is_clean else run, Records())).lower()
    claims = ("conformant", "conforms", "compliant", "accessible site", "no barriers", "score:", "100 %", "% of")
    assert [claim for claim in claims if claim in text] == []
    assert ("that does not mean that there is none" in text) is is_clean


@pytest.mark.requirement("RP-03")
def test_each_barrier_has_its_place_who_is_affected_and_a_repair(with_picture: Run) -> None:
    html = html_report(with_picture, Records())
    article = html[html.index('id="kind-2"') : html.index('id="kind-3"')]
    for part in ("Whatever has the keyboard focus shows it", "Barrier: 1 place, 1 page", "2.4.7 Focus Visible",
                 "People who see and use the keyboard.", "Leave the browser’s outline in place.",
                 "button “Send” shows no visible focus", "form &gt; button", "&lt;button&gt;Send&lt;/button&gt;",
                 f'<a href="{ORIGIN}/bad/">Bad page</a>',
                 'alt="Screenshot of place 1: button “Send”, marked with a frame"'):  # fmt: skip
        assert part in article, part


@pytest.mark.requirement("RP-03")
def test_what_was_not_tested_is_a_table_with_a_caption_and_every_criterion(run: Run, records: Records) -> None:
    html = html_report(run, records)
    table = html[html.index('<table class="tested">') :]
    assert "<caption>What was not tested, and what was: all 86 criteria of WCAG 2.2</caption>" in table
    rows = [text_of(row) for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)][1:]
    assert len(rows) == 86
    assert rows[0] == "1.1.1 Non-text Content (A) Barriers on 1 page Not tested"
    assert "2.4.3 Focus Order (A) Some failures were looked for, none found passed, 20 November 2026, none" in rows
    assert "3.1.6 Pronunciation (AAA) Not tested: no program looks at it Not tested" in rows


def test_the_views_name_what_was_found(run: Run) -> None:
    text = text_of(html_report(run, Records()))
    assert (
        "Bad page Images must have alternative text : 2 barriers Whatever has the keyboard focus shows it : 1 barrier"
        in text
    )
    assert "2.4.4 Link Purpose (In Context) (A) A link&#39;s text says where it leads : 1 question" in text
    assert "Good page Nothing found by programs" in text
    assert "Not judged: /broken/ : the page was not loaded: HTTP status 500" in text
    assert "1 page of organisers, or with one person’s own answers, is left out" in text


def test_of_an_engine_s_message_the_plainest_part_comes_first(run: Run) -> None:
    rows = [{**ALT, "msg": "Images must have alternative text: no alt; no title; also: image has nothing to say", "repair": "Add one. See https://example.org/alt"},
            {**ALT, "msg": "Images must have alternative text: no alt; no title"}]  # fmt: skip
    html = html_report(replace(run, pages=(JudgedPage(ORIGIN, found=findings_of(ORIGIN, rows)),)), Records())
    assert re.findall(r'<(?:h4|p class="more")>(.*?)</', html) == [
        "image has nothing to say",
        "no alt; no title",
        "no alt",
        "no title",
    ]
    assert '>Add one. <a href="https://example.org/alt">More about “Images must have alternative text”</a>' in html


def test_the_page_states_the_language_in_which_its_words_are(run: Run) -> None:
    assert '<html lang="en" dir="ltr">' in html_report(run, Records(), lang="xx")


def test_what_persons_found_is_in_it(run: Run, records: Records) -> None:
    text = text_of(html_report(run, records))
    assert (
        "21 November 2026: Read the page aloud Who Reviewer B Assistive technology NVDA 2026.3, Firefox ESR 153" in text
    )


def test_changes_are_told(run: Run) -> None:
    text = text_of(html_report(run, Records(), compare(replace(run, pages=run.pages[1:]), run)))
    assert "Changes since 22 November 2026 New 5 Fixed 0 Still there 0 On pages not judged this time 0" in text


def test_many_places_of_one_kind_are_counted_and_not_all_shown(run: Run) -> None:
    page = JudgedPage(ORIGIN, found=findings_of(ORIGIN, [FOCUS] * (MOST_PLACES + 2)))
    html = html_report(replace(run, pages=(page,)), Records())
    assert html.count('id="finding-') == MOST_PLACES
    assert "And 2 more places; the file findings.csv has them all." in html


def test_what_a_page_says_cannot_break_the_report(run: Run) -> None:
    page = JudgedPage(
        ORIGIN,
        '</title><script>alert("x")</script>',
        found=findings_of(ORIGIN, [{**FOCUS, "msg": "<img src=x onerror=alert(1)>"}]),
    )
    html = html_report(replace(run, pages=(page,)), Records())
    assert "<script" not in html
    assert "<img src=x" not in html


def test_ids_are_unique_and_every_link_within_has_its_target(with_picture: Run, records: Records) -> None:
    html = html_report(with_picture, records, compare(with_picture, with_picture))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_published_it_needs_no_inline_style_and_names_no_machine(run: Run) -> None:
    html = html_report(run, Records(), is_published=True)
    assert '<link rel="stylesheet" href="report.css">' in html
    assert [part for part in ("<style", "style=", "127.0.0.1", "<script") if part in html] == []
    assert "Accessibility audit of this site" in html


@pytest.fixture
def address(with_picture: Run, records: Records, tmp_path: Path) -> Iterator[str]:
    (tmp_path / "report.html").write_text(
        html_report(with_picture, records, compare(with_picture, with_picture)), encoding="utf-8"
    )
    with serving(tmp_path) as address:
        yield f"{address}/report.html"


@pytest.mark.browser
@pytest.mark.requirement("RP-03")
def test_the_report_passes_the_whole_audit(page: Page, address: str) -> None:
    assert [
        (each.rule, each.level, each.msg, each.selector) for each in judge(page, address) if each.level != "advice"
    ] == []


@pytest.mark.browser
@pytest.mark.requirement("RP-03")
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    "look", [{}, {"prefers_color_scheme": "dark"}, {"forced_colors": "active"}, {"prefers_contrast": "more"}], ids=str
)
def test_the_report_passes_in_every_look_and_width(page: Page, address: str, width: int, look: dict[str, str]) -> None:
    page.open(address)
    with page.viewport(width, 800), page.media(**look):
        assert [(each.rule, each.selector) for each in run_axe(page) if each.level == "violation"] == []
        assert page.ask("() => document.documentElement.scrollWidth") == width
        cut = "() => [...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth).map(e => e.localName)"
        assert page.ask(cut) == []


@pytest.mark.browser
@pytest.mark.requirement("RP-03")
@pytest.mark.skipif(not VNU.exists(), reason="the Nu checker is installed by tools/install_browsers.py")
def test_the_report_is_valid_html(address: str, tmp_path: Path) -> None:
    said = subprocess.run(
        ["java", "-jar", str(VNU), str(tmp_path / "report.html")], capture_output=True, text=True, check=False
    )
    assert (said.returncode, said.stderr) == (0, "")
