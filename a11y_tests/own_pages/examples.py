"""Every example of every kind of activity as a page of its own, in the shell that the build has made."""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup, escape

from a11y_tests.own_pages.snapshots import Shelf, Snapshot
from participation_api.components.contract import Write
from participation_api.components.examples import Example, examples, play
from participation_api.database import Writer, open_database
from participation_api.security import HEADERS
from participation_api.shells import Shells


def example_snapshots(shelf: Shelf) -> list[Snapshot]:
    """One page for each example, named `example/poll/with an error`."""
    found = list(examples())
    shells = Shells(shelf.site / "take-part", ["en"])
    parts = asyncio.run(rendered(found))
    headers = {**HEADERS, "content-type": "text/html; charset=utf-8"}
    return [
        replace(
            shelf.keep_page(name_of(each), "/take-part/example/", 200, headers, page(shells, each, part)), is_part=True
        )
        for each, part in zip(found, parts, strict=True)
    ]


def name_of(example: Example) -> str:
    return f"example/{example.kind}/{example.name}"


def page(shells: Shells, example: Example, part: str) -> bytes:
    title = f"{example.kind}: {example.name}"
    heading = Markup('<h1 id="content" tabindex="-1">{}</h1>\n').format(title)
    # The shell is in the site's language; an example in another one stands in it as a part.
    is_foreign = f'<html lang="{example.lang}"' not in shells.page(example.lang, title, "").decode()
    around = Markup('<div lang="{}" dir="auto">').format(escape(example.lang)) if is_foreign else Markup("")
    return shells.page(example.lang, title, f"{heading}{around}{part}{'</div>' if is_foreign else ''}")


async def rendered(found: list[Example]) -> list[str]:
    """The panel of each example after what it sends, in a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        store = await open_database(Path(folder) / "examples.sqlite3")
        writer = Writer(store)
        writer.start()

        async def save(write: Write) -> None:
            await writer.save(write)

        try:
            return [(await play(example, save, store)).html for example in found]
        finally:
            await writer.stop()
            await store.close()
