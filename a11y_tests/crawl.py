"""Which pages belong to an audit: links of the same origin, as far as robots.txt allows, or a sitemap's addresses."""

import contextlib
import gzip
import re
import sys
import zlib
from functools import cache
from pathlib import Path
from urllib.error import URLError
from urllib.parse import unquote, urldefrag, urlsplit
from urllib.request import Request, urlopen
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

from a11y_tests.cdp import CdpError, PageHung
from a11y_tests.frames import ScriptError
from a11y_tests.guard import is_loopback
from a11y_tests.page import Page

AGENT = "curbcut"
# Addresses that by their end are no pages; anything else is opened, and what then turns out to be none is reported.
NO_PAGE = re.compile(
    r"\.(pdf|zip|gz|png|jpe?g|gif|svg|webp|mp[34]|webm|og[gv]|csv|json|xml|ics|docx?|xlsx?|pptx?|odt|epub|css|js|txt|vtt)$",
    re.IGNORECASE,
)
LINKS = """() => [...document.querySelectorAll("a[href], area[href]")]
  .filter(link => !link.hasAttribute("download")).map(link => link.href)"""


# Hosts of the files that a page asks for.
FILES = """() => [...document.querySelectorAll("[src], link[rel~=stylesheet][href]")]
  .map(element => element.getAttribute("src") ?? element.getAttribute("href"))
  .filter(address => URL.canParse(address, document.baseURI)).map(address => new URL(address, document.baseURI))
  .filter(url => /^https?:$/.test(url.protocol)).map(url => url.href)"""


def other_hosts(page: Page) -> set[str]:
    """Hosts beyond this machine from which the open page would load files; none where the page is gone by now."""
    # Only a remark in the end: what was found on the page must not be lost by it.
    with contextlib.suppress(CdpError, PageHung, ScriptError):
        return {str(urlsplit(url).hostname) for url in page.ask(FILES, within=5) if not is_loopback(url)}
    return set()


def links_of(page: Page, *homes: str) -> list[str]:
    """Addresses of the page's own origin that it links to, without fragments, in the order of the page.

    `homes` are further addresses whose origins count, such as the one to which the first page of a site leads on."""
    found = [urldefrag(link).url for link in page.ask(LINKS) if isinstance(link, str)]
    return [
        link
        for link in dict.fromkeys(found)
        if any(is_same_site(link, home) for home in (page.url, *homes)) and not NO_PAGE.search(urlsplit(link).path)
    ]


def is_same_site(link: str, start: str) -> bool:
    """The same origin; of files, those in the folder of the first one and below."""
    one, other = urlsplit(link), urlsplit(start)
    if one.scheme == "file" and other.scheme == "file":
        folder = Path(unquote(other.path)).parent
        return folder in Path(unquote(one.path)).parents and Path(unquote(one.path)).is_file()
    return one.scheme in ("http", "https") and (one.scheme, one.netloc) == (other.scheme, other.netloc)


def is_allowed(url: str) -> bool:
    """robots.txt does not forbid it."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return True
    return robots(f"{parts.scheme}://{parts.netloc}").can_fetch(AGENT, url)


@cache
def robots(origin: str) -> RobotFileParser:
    """An origin without a robots.txt, or whose robots.txt cannot be read, allows everything."""
    rules = RobotFileParser()
    try:
        rules.parse(fetch(f"{origin}/robots.txt").decode("utf-8", errors="replace").splitlines())
    except (OSError, ValueError):
        rules.parse([])
    return rules


def fetch(url: str) -> bytes:
    with urlopen(Request(url, headers={"User-Agent": AGENT}), timeout=15) as answer:
        data: bytes = answer.read(20_000_000)
        return data


def sitemap_addresses(url: str, depth: int = 2) -> list[str]:
    """The addresses that a sitemap lists, those of the sitemaps in it too."""
    try:
        root = ElementTree.fromstring(unpacked(fetch(url)))
    except (OSError, URLError, EOFError, zlib.error, ElementTree.ParseError, ValueError) as error:
        raise NoSitemap(f"{url}: the sitemap cannot be read: {error}") from error
    listed = [
        (element.text or "").strip() for element in root.iter() if element.tag.endswith("}loc") or element.tag == "loc"
    ]
    if not root.tag.endswith("sitemapindex") or depth == 0:
        return listed
    found: list[str] = []
    for inner in listed:
        try:
            found += sitemap_addresses(inner, depth - 1)
        except NoSitemap as problem:
            print(f"{problem}. Its pages are not judged.", file=sys.stderr)
    return found


def unpacked(data: bytes) -> bytes:
    """Sitemaps may be packed with gzip, whatever their names are."""
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


class NoSitemap(Exception):
    """The sitemap could not be read."""
