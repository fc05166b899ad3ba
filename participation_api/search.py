"""Search without script: `GET /search/?q=` over the built pages."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from participation_api.components.typed import NOT_TEXT
from participation_api.components.words import Sentence, Words, say, say_n, words_in
from participation_api.pages import personal, render
from participation_api.search_index import Found, SearchIndex, pages_of, words_of
from participation_api.service import Service

FIELD = "search-words"
NO_WORD = say("Enter one word or more")
SHOWN_OF_QUERY = 80
INDEX = "a-z/"


async def search(request: Request) -> Response:
    """Nothing of what people look for is kept or logged."""
    service: Service = request.app.state.service
    if "q" not in request.query_params:
        return personal(_page(service, ""))
    query = NOT_TEXT.sub("", request.query_params["q"])
    words = words_of(query)
    if not words:
        return personal(_page(service, query, NO_WORD), 422)
    index = await search_index(service)
    return personal(_page(service, query, found=index.find(words)))


async def search_index(service: Service) -> SearchIndex:
    """The index of the site that is being served, made when it is first asked for after a build; beside the loop, so
    that votes go on meanwhile."""
    kept = service.search
    if kept is None or kept[0] != service.manifest.built_at:
        built_at = service.manifest.built_at
        index = await asyncio.to_thread(lambda: SearchIndex(pages_of(service.settings.site)))
        if service.search:
            service.search[1].close()
        kept = service.search = (built_at, index)
    return kept[1]


def _page(service: Service, query: str, problem: Sentence | None = None, found: Found | None = None) -> bytes:
    lang = service.manifest.languages[0]
    words = words_in(lang)
    heading = words.render(heading_of(query, found)) if found else words.say("Search")
    return render(
        service, "search.html", f"{words.say('Error')}: {heading}" if problem else _title(words, heading, found), lang,
        skip_to="error-summary" if problem else "",
        heading=heading, field=FIELD, query=query, found=found, index=_index_page(service),
        problem=problem, problems=[(FIELD, problem)] if problem else [],
    )  # fmt: skip


def _index_page(service: Service) -> str:
    """The list of all pages, where the organisers keep one."""
    return INDEX if (service.settings.site / INDEX / "index.html").is_file() else ""


def heading_of(query: str, found: Found) -> Sentence:
    query = query.strip()
    short = query if len(query) <= SHOWN_OF_QUERY else query[: SHOWN_OF_QUERY - 1] + "…"
    if not found.total:
        return say("No page has “{query}”", query=short)
    if not found.has_all:
        return say_n("{n} page has some of “{query}”", "{n} pages have some of “{query}”", found.total, query=short)
    return say_n("{n} page has “{query}”", "{n} pages have “{query}”", found.total, query=short)


def _title(words: Words, heading: str, found: Found | None) -> str:
    return f"{heading} – {words.say('Search')}" if found else heading
