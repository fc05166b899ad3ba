"""The whole run: crawl, robots.txt, pages that fail, hang, ask or go elsewhere, and no form sent to another machine."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from a11y_tests.audit import Audit, Plan
from a11y_tests.browser import Browser
from a11y_tests.guard import HOLD_FORMS, hold_forms, is_loopback
from a11y_tests.journal import Entry, Journal
from a11y_tests.page import Page
from a11y_tests.serve_folder import QuietHandler, listening, serving
from curbcut.__main__ import main

PAGE = "<!doctype html><html lang=en><title>{title}</title><main><h1>{title}</h1>{body}</main></html>"


def put(folder: Path, **pages: str) -> None:
    for name, body in pages.items():
        (folder / f"{name}.html").write_text(PAGE.format(title=name.title(), body=body), encoding="utf-8")


def run(*addresses: str, **more: object) -> dict[str, object]:
    plan = Plan(addresses, **more)  # type: ignore[arg-type]
    return dict(Audit(plan, report=lambda _: None).run())


@pytest.mark.browser
def test_a_crawl_follows_links_of_the_same_origin_that_robots_txt_allows(tmp_path: Path) -> None:
    put(tmp_path, home="<p><a href=next.html>The next page</a> <a href=secret.html>The secret page</a> "
        "<a href=http://example.com/>Another site</a></p>", next="<p><a href=home.html#top>Back to the home page</a></p>",
        secret="<p>Secret</p>")  # fmt: skip
    (tmp_path / "robots.txt").write_text("User-agent: *\nDisallow: /secret.html\n")
    with serving(tmp_path) as address:
        results = run(f"{address}/home.html", is_crawl=True)
        assert list(results) == [f"{address}/home.html", f"{address}/next.html"]


@pytest.mark.browser
def test_pages_of_a_crawl_are_compared_and_single_pages_are_not(tmp_path: Path) -> None:
    page = (
        "<!doctype html><html lang=en><title>Town</title><main><h1>{}</h1><p><a href={}.html>{}</a></p></main></html>"
    )
    (tmp_path / "pool.html").write_text(page.format("The pool", "lake", "The lake"), encoding="utf-8")
    (tmp_path / "lake.html").write_text(page.format("The lake", "pool", "The pool"), encoding="utf-8")
    with serving(tmp_path) as address:
        pool, lake = f"{address}/pool.html", f"{address}/lake.html"
        crawled, single = run(pool, is_crawl=True), run(pool, lake)
    messages = {url: [row["msg"] for row in rows if row["rule"] == "consistency"] for url, rows in crawled.items()}  # type: ignore[attr-defined]
    assert messages == {pool: [], lake: [f"title “Town” is also the title of {pool}, a page with another heading"]}
    assert not any(row["rule"] == "consistency" for rows in single.values() for row in rows)  # type: ignore[attr-defined]


@pytest.mark.browser
def test_a_crawl_ends_at_the_limit(tmp_path: Path) -> None:
    put(tmp_path, a="<p><a href=b.html>Page b</a></p>", b="<p><a href=c.html>Page c</a></p>", c="")
    with serving(tmp_path) as address:
        lines: list[str] = []
        plan = Plan((f"{address}/a.html",), is_crawl=True, most_pages=2)
        assert len(Audit(plan, report=lines.append).run()) == 2
    told = "1 more addresses were found, and not judged: the limit is 2 pages. To go on, raise --max-pages."
    assert lines[-1] == told


@pytest.mark.browser
def test_pages_that_fail_ask_or_go_elsewhere_do_not_stop_the_run(tmp_path: Path) -> None:
    put(tmp_path,
        ask="<script>alert('Hello'); if (!confirm('Sure?')) document.body.innerHTML = ''; prompt('Name?')</script><img src=x.png>",
        window="<script>for (let i = 0; i < 3; i++) open('ask.html'); onbeforeunload = () => 'Stay'</script><img src=x.png>",
        download="<script>const a = document.createElement('a'); a.href = 'data:text/plain,x'; a.download = 'x'; a.click()</script>"
        "<img src=x.png>")  # fmt: skip
    (tmp_path / "file.zip").write_bytes(b"PK")
    names = ["ask.html", "window.html", "download.html", "file.zip", "missing.html", "ask.html?again"]
    with serving(tmp_path) as address:
        results = run(*(f"{address}/{name}" for name in names))
        outcome = {name: results[f"{address}/{name}"] for name in names}
    rules = {name: {row["rule"] for row in rows} for name, rows in outcome.items() if isinstance(rows, list)}
    errors = {name: rows["error"] for name, rows in outcome.items() if isinstance(rows, dict)}
    assert all("axe:image-alt" in found for found in rules.values())
    assert set(rules) == {"ask.html", "window.html", "download.html", "ask.html?again"}
    assert set(errors) == {"file.zip", "missing.html"}
    assert errors["missing.html"] == "the page was not loaded: HTTP status 404"


@pytest.mark.browser
def test_a_page_that_hangs_is_reported_and_the_next_one_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11y_tests.audit.TRIES", 1)
    monkeypatch.setattr("a11y_tests.judge.PAGE_SECONDS", 4)
    put(tmp_path, hangs="<script>setTimeout(() => { for (;;); }, 30)</script>", good="<p>Good</p>")
    with serving(tmp_path) as address:
        results = run(f"{address}/hangs.html", f"{address}/good.html")
        assert isinstance(results[f"{address}/hangs.html"], dict)
        assert isinstance(results[f"{address}/good.html"], list)


@pytest.mark.browser
def test_an_interrupted_run_does_not_judge_a_page_again(tmp_path: Path) -> None:
    put(tmp_path, a="<p>A</p>", b="<p>B</p>")
    with serving(tmp_path) as address:
        plan = Plan((f"{address}/a.html", f"{address}/b.html"))
        journal = Journal(tmp_path / "journal", plan.as_header())
        journal.add(Entry(f"{address}/a.html", [{"level": "violation", "rule": "as it was"}]))
        results = Audit(plan, Journal(tmp_path / "journal", plan.as_header()), report=lambda _: None).run()
        assert results[f"{address}/a.html"] == [{"level": "violation", "rule": "as it was"}]
        assert list(results) == [f"{address}/a.html", f"{address}/b.html"]


@pytest.mark.browser
def test_the_command_writes_one_object_with_each_address_as_it_was_given(tmp_path: Path) -> None:
    put(tmp_path, a="<img src=x.png>", b="<p>Good</p>")
    addresses = [
        (tmp_path / "a.html").as_uri() + "#part",
        (tmp_path / "b.html").as_uri(),
        (tmp_path / "none.html").as_uri(),
    ]
    (tmp_path / "urls").write_text("\n".join(addresses), encoding="utf-8")
    status = main(
        ["audit", "--urls", str(tmp_path / "urls"), "--findings", str(tmp_path / "out"), "--level", "violation"]
    )
    findings = json.loads((tmp_path / "out").read_text(encoding="utf-8"))
    assert status == 0
    assert list(findings) == addresses
    assert [row["wcag"] for row in findings[addresses[0]]] == [["1.1.1"]]
    assert findings[addresses[1]] == []
    assert findings[addresses[2]] == {"error": "the page was not loaded: net::ERR_FILE_NOT_FOUND"}


@pytest.mark.parametrize(
    ("url", "is_here"),
    [("http://127.0.0.1:8000/x", True), ("http://localhost/", True), ("file:///x", True), ("https://example.com/", False),
     ("http://127.0.0.1.example.com/", False)],
)  # fmt: skip
def test_which_addresses_are_on_this_machine(url: str, is_here: bool) -> None:
    assert is_loopback(url) is is_here


@pytest.mark.parametrize(
    ("addresses", "is_asked", "is_local"),
    [(["http://127.0.0.1/", "file:///x"], False, True), (["http://127.0.0.1/"], True, False),
     (["http://127.0.0.1/", "https://example.com/"], False, False)],
)  # fmt: skip
def test_which_audits_stay_on_this_machine(addresses: list[str], is_asked: bool, is_local: bool) -> None:
    assert Plan(tuple(addresses), has_other_hosts=is_asked).is_local is is_local


@pytest.mark.browser
@pytest.mark.criterion("3.3.4")
def test_no_form_leaves_this_machine_by_press_or_by_script(tmp_path: Path) -> None:
    form = "<form method={method} action=http://elsewhere.test/ id={method}><button>Send</button></form>"
    put(tmp_path, form=form.format(method="get") + form.format(method="post"))
    with serving(tmp_path) as address, Browser() as browser:
        page = Page(browser)
        hold_forms(page.cdp)
        page.open(f"{address}/form.html")
        for selector in ("#get button", "#post button"):
            element = page.find(selector)
            assert element is not None
            page.click(element)
        page.ask_page(
            "() => document.querySelectorAll('form').forEach(form => HTMLFormElement.prototype.submit.call(form))"
        )
        page.cdp.listen(0.2)
        assert page.address == f"{address}/form.html"
        assert HOLD_FORMS


@pytest.mark.browser
def test_a_form_of_this_machine_that_sends_elsewhere_is_held_too(tmp_path: Path) -> None:
    there = "http://127.0.0.2:9/"  # only the names of this machine count as this machine
    put(tmp_path, form="<form><input name=action aria-label=Action>"
        f"<button formaction={there}>Send</button></form>")  # fmt: skip
    with serving(tmp_path) as address, Browser(is_local=False) as browser:
        page = Page(browser)
        page.open(f"{address}/form.html")
        button = page.find("button")
        assert button is not None
        page.click(button)
        page.cdp.listen(0.2)
        assert page.address == f"{address}/form.html"


@pytest.mark.browser
def test_pages_of_a_site_elsewhere_have_the_files_of_other_hosts(tmp_path: Path) -> None:
    (tmp_path / "pale.css").write_text("p { color: #ccc }")
    with serving(tmp_path, "127.0.0.3") as other, serving(tmp_path, "127.0.0.2") as site, serving(tmp_path) as here:
        put(tmp_path, pale=f"<link rel=stylesheet href={other}/pale.css><p>Pale words</p>")
        lines: list[str] = []
        found = [
            {row["rule"] for row in rows}
            for origin in (site, here)
            for rows in Audit(Plan((f"{origin}/pale.html",)), report=lines.append).run().values()
            if isinstance(rows, list)
        ]
    assert ["axe:color-contrast" in rules for rules in found] == [True, False]
    assert [line for line in lines if "other hosts" in line] == [
        "Files of other hosts were not loaded: 127.0.0.3. To judge the pages with them: --other-hosts."
    ]


@pytest.mark.browser
def test_a_site_whose_first_page_leads_to_another_origin_is_crawled_there(tmp_path: Path) -> None:
    put(tmp_path, a="<p><a href=b.html>Page b</a></p>", b="<p>The second page</p>")
    with serving(tmp_path) as address, leading_to(f"{address}/a.html") as start:
        assert list(run(start, is_crawl=True)) == [start, f"{address}/b.html"]


@contextmanager
def leading_to(target: str) -> Iterator[str]:
    """An address, of another port and so another origin, that redirects."""

    class Handler(QuietHandler):
        def do_GET(self) -> None:
            self.send_response(301)
            self.send_header("Location", target)
            self.end_headers()

    with listening(Handler) as address:
        yield f"{address}/"
