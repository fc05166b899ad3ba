"""What shows only when pages of a site are compared: titles, order of menus, names of the same thing, place of help."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page

SCRIPT = Path(__file__).with_suffix(".js")
HELP = {
    "contact",
    "help",
    "support",
    "chat",
    "faq",
    "hilfe",
    "kontakt",
    "aide",
    "contacter",
    "ayuda",
    "contacto",
    "aiuto",
}


@dataclass(frozen=True)
class Traits:
    title: str = ""
    heading: str = ""
    regions: Mapping[str, list[dict[str, str]]] = field(default_factory=dict)
    searches: list[dict[str, str]] = field(default_factory=list)
    words: int = 0


def traits_of(page: Page) -> dict[str, Any]:
    """What of an open page is compared with other pages; plain values, to be kept in a journal."""
    traits: dict[str, Any] = page.ask(SCRIPT.read_text(encoding="utf-8"))
    return traits


def inconsistencies(pages: Mapping[str, Mapping[str, Any]]) -> dict[str, list[Finding]]:
    """For each address what is inconsistent there with the pages before it; only addresses with findings are there."""
    known = {address: Traits(**traits) for address, traits in pages.items()}
    found: dict[str, list[Finding]] = {}
    for check in (same_titles, moved_menus, renamed_links, renamed_searches, moved_help):
        for address, finding in check(known):
            found.setdefault(address, []).append(finding)
    return found


Found = Iterable[tuple[str, Finding]]


def same_titles(pages: Mapping[str, Traits]) -> Found:
    """Pages of different topics under one title; pages that differ in their query alone are parts of one."""
    first: dict[str, str] = {}
    for address, traits in pages.items():
        if not traits.title:
            continue
        other = first.setdefault(traits.title.lower(), address)
        if path_of(other) == path_of(address) or not traits.heading or not pages[other].heading:
            continue
        if pages[other].heading.lower() != traits.heading.lower():
            yield (
                address,
                finding(
                    "html",
                    f"title “{traits.title}” is also the title of {other}, a page with another heading",
                    "2.4.2",
                    "Begin each title with what its page is about.",
                ),
            )


def moved_menus(pages: Mapping[str, Traits]) -> Found:
    """A menu whose common links stand in another order than on most pages."""
    for region in sorted({region for traits in pages.values() for region in traits.regions}):
        orders = {url: names(traits.regions[region]) for url, traits in pages.items() if region in traits.regions}
        if len(orders) < 2:
            continue
        usual = Counter(pair for order in orders.values() for pair in combinations(order, 2))
        for address, order in orders.items():
            wrong = [(a, b) for a, b in combinations(order, 2) if usual[(b, a)] > usual[(a, b)]]
            even = [(a, b) for a, b in combinations(order, 2) if usual[(b, a)] == usual[(a, b)]]
            # With two pages nobody knows which order is the usual one: the later page is named.
            if wrong or (even and address == list(orders)[-1]):
                one, other = (wrong or even)[0]
                yield (
                    address,
                    finding(
                        pages[address].regions[region][0]["selector"],
                        f"navigation ({region}) has its links in another order than on other pages: "
                        f"“{one}” before “{other}”",
                        "3.2.3",
                        "Keep the links that pages share in the same order on each page.",
                    ),
                )


def renamed_links(pages: Mapping[str, Traits]) -> Found:
    """A link of a menu that is called otherwise than on the page where it was first met (F31)."""
    first: dict[tuple[str, str], str] = {}
    for address, traits in pages.items():
        for region, links in traits.regions.items():
            counts = Counter(link["href"] for link in links)
            for link in links:
                if counts[link["href"]] > 1 or not region.startswith(("nav", "footer")):
                    continue
                usual = first.setdefault((region, link["href"]), link["name"])
                if differ(usual, link["name"]):
                    yield (
                        address,
                        finding(
                            link["selector"],
                            f"link “{link['name']}” is called “{usual}” on other pages; both lead to {link['href']}",
                            "3.2.4",
                            "Call the same thing by the same name on every page.",
                        ),
                    )


def renamed_searches(pages: Mapping[str, Traits]) -> Found:
    first: dict[str, str] = {}
    for address, traits in pages.items():
        for search in traits.searches:
            usual = first.setdefault(search["action"], search["name"])
            if search["name"] and usual and differ(usual, search["name"]):
                yield (
                    address,
                    finding(
                        search["selector"],
                        f"the search field “{search['name']}” is called “{usual}” on other pages",
                        "3.2.4",
                        "Call the same thing by the same name on every page.",
                    ),
                )


def moved_help(pages: Mapping[str, Traits]) -> Found:
    """A way to get help that stands in the header of some pages and in the footer of others."""
    first: dict[str, set[str]] = {}
    for address, traits in pages.items():
        places: dict[str, dict[str, str]] = {}
        for links in traits.regions.values():
            for link in links:
                if is_help(link):
                    places.setdefault(link["href"], {})[link["region"]] = link["selector"]
        for href, where in places.items():
            usual = first.setdefault(href, set(where))
            if not usual & set(where):
                region, selector = next(iter(where.items()))
                yield (
                    address,
                    finding(
                        selector,
                        f"help ({href}) stands in the {region} here, "
                        f"and in the {' and '.join(sorted(usual))} of other pages",
                        "3.2.6",
                        "Put the ways to get help in the same place and order on every page.",
                    ),
                )


def finding(selector: str, msg: str, criterion: str, repair: str) -> Finding:
    return Finding(
        rule="consistency",
        msg=msg,
        wcag=(criterion,),
        selector=selector,
        who="People who learn where things are: blind people, people who magnify, people who find it hard to remember.",
        repair=repair,
        element=Element(selector=selector),
    )


def is_help(link: Mapping[str, str]) -> bool:
    words = set(link["name"].replace("-", " ").split())
    return (bool(words & HELP) and len(words) <= 4) or link["href"].startswith(("mailto:", "tel:"))


def differ(one: str, other: str) -> bool:
    """Neither name holds the other: “Basket (2)” and “Basket”, “You are here: News” and “News” are the same."""
    bare = [" ".join(word for word in name.split() if word.isalpha()) for name in (one, other)]
    return bool(bare[0] and bare[1]) and bare[0] not in bare[1] and bare[1] not in bare[0]


def names(links: list[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys(link["name"] for link in links))


def path_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}"
