"""Which links belong to the same site, and what sitemaps list."""

import gzip
from pathlib import Path
from typing import cast

import pytest

from a11y_tests.cdp import CdpError, PageHung
from a11y_tests.crawl import NO_PAGE, NoSitemap, is_allowed, is_same_site, other_hosts, sitemap_addresses
from a11y_tests.frames import ScriptError
from a11y_tests.page import Page
from a11y_tests.serve_folder import serving

START = "http://127.0.0.1:8000/a/"


@pytest.mark.parametrize(
    ("link", "is_same"),
    [("http://127.0.0.1:8000/b/", True), ("http://127.0.0.1:8001/b/", False), ("https://127.0.0.1:8000/", False),
     ("mailto:a@b.test", False), ("javascript:void 0", False)],
)  # fmt: skip
def test_same_site_is_same_origin(link: str, is_same: bool) -> None:
    assert is_same_site(link, START) is is_same


def test_files_belong_together_in_one_folder_and_below(tmp_path: Path) -> None:
    (tmp_path / "site" / "below").mkdir(parents=True)
    for name in ("site/a.html", "site/below/b.html", "other.html"):
        (tmp_path / name).write_text("x")
    start = (tmp_path / "site" / "a.html").as_uri()
    links = [(tmp_path / name).as_uri() for name in ("site/below/b.html", "other.html", "site/missing.html")]
    assert [is_same_site(link, start) for link in links] == [True, False, False]


@pytest.mark.parametrize(("path", "is_page"), [("/a.pdf", False), ("/a.html", True), ("/pdf", True), ("/a.PNG", False)])
def test_what_is_no_page_by_its_name(path: str, is_page: bool) -> None:
    assert (NO_PAGE.search(path) is None) is is_page


def test_robots_txt_is_honoured_and_may_be_missing(tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        assert is_allowed(f"{address}/secret/") is True
    (tmp_path / "robots.txt").write_text("User-agent: curbcut\nDisallow: /secret/\n")
    with serving(tmp_path) as address:
        assert [is_allowed(f"{address}{path}") for path in ("/secret/x", "/open/")] == [False, True]


def test_a_sitemap_of_sitemaps_is_followed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(tmp_path) as address:
        entry = "<url><loc>{}</loc></url>"
        (tmp_path / "one.xml").write_text(f"<urlset>{entry.format('http://127.0.0.1/a')}</urlset>")
        inner = f"<sitemap><loc>{address}/one.xml</loc></sitemap><sitemap><loc>{address}/gone.xml</loc></sitemap>"
        (tmp_path / "all.xml").write_text(f"<sitemapindex>{inner}</sitemapindex>")
        assert sitemap_addresses(f"{address}/all.xml") == ["http://127.0.0.1/a"]
        assert capsys.readouterr().err.startswith(f"{address}/gone.xml: the sitemap cannot be read")
        (tmp_path / "packed.xml.gz").write_bytes(gzip.compress((tmp_path / "one.xml").read_bytes()))
        assert sitemap_addresses(f"{address}/packed.xml.gz") == ["http://127.0.0.1/a"]
        with pytest.raises(NoSitemap, match=r"gone\.xml: the sitemap cannot be read"):
            sitemap_addresses(f"{address}/gone.xml")


@pytest.mark.parametrize("problem", [CdpError("no such page"), PageHung("no answer"), ScriptError("frame 0 is gone")])
def test_a_page_that_is_gone_names_no_hosts_and_keeps_what_was_found_on_it(problem: Exception) -> None:
    class Gone:
        def ask(self, *_: object, **__: object) -> None:
            raise problem

    assert other_hosts(cast(Page, Gone())) == set()
