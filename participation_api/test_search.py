"""Search: what is found and in which order, how it is said, and that no query breaks it."""

import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from participation_api.components.markup import Element, elements_of
from participation_api.search_index import pieces, read_page, words_of
from participation_api.test_answers import send, title
from participation_api.test_now_page import headings, links, main

PAGE = """<!doctype html><html lang="{lang}"><head><title>x</title></head><body>
<header>Site</header><nav><a href="/">Home</a><a href="/s/" aria-current="true">{section}</a></nav>
<main><h1 id="content" tabindex="-1">{title}</h1>{text}</main><footer>Help with everything</footer></body></html>"""


def write(site: Path, url: str, title: str, text: str, section: str = "", lang: str = "en") -> None:
    (site / url).mkdir(parents=True, exist_ok=True)
    (site / url / "index.html").write_text(PAGE.format(title=title, text=text, section=section, lang=lang))


@pytest.fixture
def _pages(site: Path) -> None:
    write(site, "captions", "Captions", "<p>Words on a screen, written while people speak.</p>", "Explainers")
    write(site, "access", "Access", "<h2>In the room</h2><p>There are captions &amp; a ramp.</p>", "About this site")
    write(site, "fr", "Sous-titres", "<p>En anglais : captions. Un café, et du texte en plus.</p>", lang="fr")
    write(site, "help/blocks", "Blocks", "<h2>Captions</h2><p>captions captions captions</p>", "Help for organisers")
    (site / "404.html").write_text(PAGE.format(title="Captions not found", text="", section="", lang="en"))
    (site / "take-part" / "shell.fr.html").write_text((site / "take-part" / "shell.en.html").read_text())


def find(client: TestClient, query: str) -> Element:
    return main(client, f"/search/?q={query}")


@pytest.mark.usefixtures("_pages")
def test_pages_are_listed_in_order_with_title_place_and_excerpt(client: TestClient) -> None:
    page = find(client, "captions")
    assert headings(page) == ["4 pages have “captions”", "Pages found", "Captions", "Access", "Sous-titres", "Blocks"]
    (found,) = page.all("ol")
    assert [item.text for item in found.all("li")] == [
        "Captions Explainers Words on a screen, written while people speak.",
        "Access About this site In the room. There are captions & a ramp.",
        "Sous-titres En anglais : captions. Un café, et du texte en plus.",
        "Blocks Help for organisers Captions. captions captions captions",
    ]


@pytest.mark.usefixtures("_pages")
def test_match_is_marked_and_a_page_in_another_language_says_so(client: TestClient) -> None:
    page = find(client, "caption")
    assert {mark.text for mark in page.all("mark")} == {"captions", "Captions"}
    assert [(item["lang"], item["dir"]) for item in page.all("li")] == [("", ""), ("", ""), ("fr", "ltr"), ("", "")]
    assert links(page)["Access"] == "/access/"


@pytest.mark.usefixtures("_pages")
@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("captions", 4), ("CAPTIONS", 4), ("capt", 4), ("captioning", 4), ("captions room", 1), ("cafe", 1), ("ramp", 1),
        ("captions and ramp", 4), ("everything", 0), ("found", 0), ("Skip", 0),
    ],
)  # fmt: skip
def test_words_are_found_in_any_form_and_only_in_the_main_part_of_pages(
    client: TestClient, query: str, count: int
) -> None:
    assert len(list(find(client, query).all("li"))) == count


@pytest.mark.usefixtures("_pages")
def test_where_no_page_has_all_words_those_with_some_are_offered(client: TestClient) -> None:
    page = find(client, "ramp zebra")
    assert headings(page) == ["1 page has some of “ramp zebra”", "Pages found", "Access"]
    assert "No page has all of these words. The pages below have some of them." in page.text


def test_where_nothing_is_found_the_list_of_all_pages_is_offered(client: TestClient, site: Path) -> None:
    assert links(find(client, "zebra")) == {}
    write(site, "a-z", "A to Z", "<p>All pages</p>")
    page = find(client, "zebra")
    assert headings(page) == ["No page has “zebra”"]
    assert links(page) == {"A to Z": "/a-z/"}
    assert title(client.get("/search/?q=zebra").text) == "No page has “zebra” – Search – Test site"


def test_page_without_a_query_asks_for_words(client: TestClient) -> None:
    response = client.get("/search")
    assert (response.status_code, title(response.text)) == (200, "Search – Test site")
    page = main(client, "/search/")
    (field,) = page.all("input")
    (label,) = page.all("label")
    (form,) = page.all("form")
    assert (label.text, label["for"], field["value"]) == ("Words to look for", field["id"], "")
    assert (form["method"], form["action"], form["role"]) == ("get", "/search/", "search")


@pytest.mark.requirement("ER-03", "ER-05")
@pytest.mark.parametrize("query", ["", "   ", "?!", '""', "*", "()"])
def test_query_without_a_word_is_explained(client: TestClient, query: str) -> None:
    response = client.get("/search/", params={"q": query})
    assert (response.status_code, title(response.text)) == (422, "Error: Search – Test site")
    page = elements_of(response.text)
    (field,) = page.all("input")
    assert field["value"] == query
    assert links(next(part for part in page.all("div") if part["id"] == "error-summary")) == {
        "Enter one word or more": f"#{field['id']}"
    }


@pytest.mark.usefixtures("_pages")
@pytest.mark.parametrize(
    "query",
    [
        '"', '"captions', "captions*", "*captions", "NEAR(captions ramp, 2)", "NEAR", "NOT captions", "OR", "captions OR",
        "title:captions", "{title text}:captions", "^captions", "captions -ramp", "a'; drop table page; --", "captions + ramp",
        "\x00captions", "\x02", "💥", "اَلْعَرَبِيَّةُ", "字幕", "<b>captions</b>", "{{ 7*7 }}", "%s", "word " * 5000, "x" * 20_000,
    ],
)  # fmt: skip
def test_odd_queries_are_words_like_others(client: TestClient, query: str) -> None:
    response = client.get("/search/", params={"q": query})
    assert response.status_code in (200, 422)
    page = elements_of(response.text)
    assert [part["value"] for part in page.all("input")] == [query.strip("\x00\x02")]
    assert not list(page.all("b", "script"))
    assert len(next(page.all("h1")).text) < 150


@pytest.mark.usefixtures("_pages")
def test_index_is_made_anew_after_the_site_was_built_anew(client: TestClient, site: Path) -> None:
    assert headings(find(client, "zebra")) == ["No page has “zebra”"]
    write(site, "zebra", "Zebra", "<p>Black and white.</p>")
    client.app.state.service.manifest.__dict__["built_at"] = "2026-12-02T09:00:00+00:00"  # type: ignore[attr-defined]
    assert headings(find(client, "zebra"))[0] == "1 page has “zebra”"


def test_what_people_send_is_not_searched(client: TestClient) -> None:
    send(client, "/take-part/demo/board/", note="Giraffe", column="ideas")
    assert headings(find(client, "giraffe")) == ["No page has “giraffe”"]


def test_states_and_controls_of_a_page_are_no_text_of_it() -> None:
    html = PAGE.format(
        lang="ar", section="", title="Poll <em>one</em>",
        text='<table><tr><th>Name</th><td>Value</td></tr></table><p class="panel-state">Poll: open.</p>'
        "<form><p>One<br>two</p><button>Send</button></form><ul><li>A <b>b</b>c<li>D</ul><script>var x</script>",
    )  # fmt: skip
    page = read_page(html, "poll/")
    assert (page.lang, page.title, page.text) == ("ar", "Poll one", "Name. Value. One two. A bc. D")


def test_words_of_a_query_are_counted_and_cut() -> None:
    assert words_of('"Hello", wörld-wide! (NEAR)') == ["Hello", "wörld", "wide", "NEAR"]
    assert len(words_of("word " * 5000)) == 16
    assert words_of("x" * 100) == ["x" * 64]


def test_pieces_of_an_excerpt_say_which_are_matches() -> None:
    assert pieces("a \x02b\x03 c") == (("a ", False), ("b", True), (" c", False))


def test_this_python_has_full_text_search() -> None:
    sqlite3.connect(":memory:").execute("create virtual table t using fts5(x)")
