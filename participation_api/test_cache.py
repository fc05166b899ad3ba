"""Finished pages: kept, made anew, and forgotten."""

import pytest
from starlette.requests import Request
from starlette.types import Message

from participation_api import cache
from participation_api.cache import Built, PageCache
from participation_api.conftest import NOON

REQUEST = Request({"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []})


class Builder:
    """Makes pages that say how often one was made."""

    def __init__(self) -> None:
        self.made = 0

    async def build(self) -> Built:
        self.made += 1
        return Built(f"page {self.made}".encode(), others={"other": f"other {self.made}".encode()})


@pytest.fixture
def pages() -> PageCache:
    return PageCache(lambda: NOON)


async def body(pages: PageCache, builder: Builder, key: str = "a", part: str = "") -> bytes:
    page = await pages.respond(key, "demo", REQUEST, builder.build, part)
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    await page(REQUEST.scope, REQUEST.receive, send)
    return bytes(sent[-1]["body"])


@pytest.mark.anyio
async def test_pages_that_belong_together_are_made_together(pages: PageCache) -> None:
    builder = Builder()
    assert [await body(pages, builder), await body(pages, builder, part="other")] == [b"page 1", b"other 1"]
    pages.note_change("demo", at_once=True)
    assert [await body(pages, builder, part="other"), await body(pages, builder)] == [b"other 2", b"page 2"]


@pytest.mark.anyio
async def test_page_that_was_being_made_while_the_site_was_built_anew_is_not_kept(pages: PageCache) -> None:
    class Slow(Builder):
        async def build(self) -> Built:
            if not self.made:
                pages.clear()
            return await super().build()

    builder = Slow()
    assert [await body(pages, builder), await body(pages, builder), await body(pages, builder)] == [
        b"page 1", b"page 2", b"page 2",
    ]  # fmt: skip


@pytest.mark.anyio
async def test_oldest_page_is_forgotten_when_there_are_too_many(
    pages: PageCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "MOST_KEPT", 2)
    builder = Builder()
    for key in ("a", "b", "c"):
        await body(pages, builder, key)
    assert [await body(pages, builder, "c"), await body(pages, builder, "a")] == [b"page 3", b"page 4"]
