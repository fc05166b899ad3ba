"""What participants wrote stands in no report: neither in words, nor in code, nor in pictures."""

import base64
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image

from a11y_tests.page import Page
from a11y_tests.reports.look import COVER, PICTURES_A_RULE, Look, split_selector
from a11y_tests.reports.privacy import MARK, is_private, markup_only, row_of_unknown_page, without_words
from a11y_tests.serve_folder import serving

SECRET = "I could not enter the building because of the stairs"
PAGE = f"""<!doctype html><html lang="en"><title>Notes</title><body>
<a class="skip" href="#content">Skip</a><header>Site</header><main>
<h1 id="content">Notes</h1>
<blockquote class="entry"><p id="entry">{SECRET} <a href="/x" title="Amina told us">Amina</a></p></blockquote>
<p id="copy" aria-label="About: {SECRET}">A copy</p>
<form><label for="name">Name</label> <input id="name" value="Amina">
<textarea id="text" aria-label="Text">Amina likes the ramp</textarea>
<input type="hidden" name="token" value="1"><input type="submit" id="send" value="Send"></form>
<p><img id="image" src="x.png" width="40" height="40"></p>
<div id="far" style="margin-top: 3000px; width: 100px; height: 100px; background: #0a4650"></div>
</main></body></html>"""


def row(selector: str, msg: str = "something", **more: Any) -> dict[str, Any]:
    return {"rule": "some-rule", "msg": msg, "wcag": ["1.1.1"], "level": "violation", "selector": selector,
            "html": f"<p>{SECRET}</p>", **more}  # fmt: skip


@pytest.fixture(scope="module")
def opened(page: Page, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("look")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    with serving(folder) as address:
        page.open(address)
        yield page


@pytest.mark.browser
def test_nothing_that_people_wrote_is_in_what_is_kept(opened: Page) -> None:
    rows = [row("#entry", f"the text “{SECRET[:30]}…” is long"), row("#entry > a", "link “Amina” is small"), row("#copy"),
            row("#name", "field “Name” holds Amina"), row("#text", "it says Amina likes the ramp, and more"), row("form")]  # fmt: skip
    kept = json.dumps(Look()(opened, rows), ensure_ascii=False)
    assert [word for word in ("Amina", "stairs", "building", "ramp") if word in kept] == []
    assert "Send" in kept


@pytest.mark.browser
def test_code_is_shown_with_a_mark_in_place_of_the_words(opened: Page) -> None:
    rows = [row("#entry"), row("#name"), row("#text"), row("#send"), row("#gone")]
    shown = [each["html"] for each in Look()(opened, rows)["rows"]]
    assert shown == [
        f'<p id="entry">{MARK}<a href="/x" title="{MARK}">{MARK}</a></p>',
        f'<input id="name" value="{MARK}">',
        f'<textarea id="text" aria-label="Text">{MARK}</textarea>',
        '<input type="submit" id="send" value="Send">',
        f"<p>{MARK}</p>",
    ]


@pytest.mark.browser
def test_words_in_a_picture_are_painted_over_and_its_name_says_what_it_shows(opened: Page) -> None:
    kept = Look()(opened, [row("#entry"), row("#image")])["rows"]
    first, second = (each["picture"] for each in kept)
    picture = Image.open(io.BytesIO(base64.b64decode(first["data"]))).convert("RGB")
    covered = picture.getpixel((picture.width // 2, picture.height // 2))
    assert "#{:02x}{:02x}{:02x}".format(*covered) == COVER  # type: ignore[misc]
    assert (first["width"], first["height"]) == picture.size
    assert second["what"] == "image"


@pytest.mark.browser
def test_a_place_far_down_the_page_is_in_its_picture(opened: Page) -> None:
    [kept] = Look()(opened, [row("#far")])["rows"]
    picture = Image.open(io.BytesIO(base64.b64decode(kept["picture"]["data"]))).convert("RGB")
    assert picture.getpixel((58, picture.height // 2)) == (0x0A, 0x46, 0x50)


@pytest.mark.browser
def test_the_kinds_of_content_and_the_title_are_told(opened: Page) -> None:
    kept = Look()(opened, [])
    assert (kept["title"], kept["content"], kept["hidden"]) == ("Notes", ["field", "form", "image", "link"], 3)


@pytest.mark.browser
def test_a_rule_gets_a_few_pictures_only_and_advice_none(opened: Page) -> None:
    look = Look()
    rows = [row("#image", level="advice"), *[row("#image")] * 5]
    pictures = ["picture" in each for each in look(opened, rows)["rows"]]
    assert pictures == [False, *[True] * PICTURES_A_RULE, False, False]
    assert "picture" not in look(opened, [row("#image")])["rows"][0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("button “Send” is small", "button “Send” is small"),
        (f"the text “{SECRET}”", f"the text “{MARK}”"),
        (f"the text “{SECRET[:20]}…”", f"the text “{MARK}”"),
        (f"{SECRET}: too long", f"{MARK}: too long"),
        ("it could not enter the building because it", f"it {MARK} it"),
        ("link “Ana”", f"link “{MARK}”"),
        ("Ana is short", "Ana is short"),
        ("说：我进不了这座大楼 here", f"{MARK} here"),
    ],
)
def test_words_of_people_are_found_whole_cut_short_and_within(text: str, shown: str) -> None:
    assert without_words(text, [SECRET, "Ana", "说：我进不了这座大楼"]) == shown


def test_in_a_place_of_their_own_a_single_word_is_replaced() -> None:
    assert without_words("Ana is short", ["Ana"], is_own_place=True) == f"{MARK} is short"
    assert without_words("Anatomy", ["Ana"], is_own_place=True) == "Anatomy"


def test_of_a_page_that_could_not_be_looked_at_only_tags_are_shown() -> None:
    assert markup_only('<p class="x" title="A name">Ana <b>was</b> here</p>') == '<p class="x" title="…">…<b>…</b>…</p>'
    assert row_of_unknown_page(row("a", "link “Ana” is small", html="<a>Ana</a>"))["msg"] == "link “…” is small"


@pytest.mark.parametrize(
    ("path", "is_kept_out"),
    [("/organise/", True), ("/organise/state-open/", True), ("/take-part/a/b/receipt/", True), ("/take-part/a/b/withdraw/?entry=1", True),
     ("/take-part/a/b/", False), ("/help/how-to/organise-a-session/", False), ("/receipt/", False),
     ("/take-part/a/b/mine/token", True), ("/take-part/a/problem/7/", True), ("/take-part/a/problem/", False),
     ("/without-cookies/jar/take-part/a/b/", True)],
)  # fmt: skip
def test_private_pages_are_known_by_their_address(path: str, is_kept_out: bool) -> None:
    assert is_private(f"http://127.0.0.1:8000{path}") is is_kept_out


def test_a_selector_may_name_a_frame() -> None:
    assert split_selector("(frame 2) #x > a") == (2, "#x > a")
    assert split_selector("#x > a") == (0, "#x > a")
