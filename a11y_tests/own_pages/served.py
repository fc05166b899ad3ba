"""The project's own pages in every state at addresses on loopback, for commands that audit them as any other site."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from a11y_tests.live_site import LiveSite, live_site
from a11y_tests.own_pages.examples import example_snapshots
from a11y_tests.own_pages.organiser_recipes import organised
from a11y_tests.own_pages.recipes import opened, sent
from a11y_tests.own_pages.snapshots import Shelf, Snapshot, shelf_for, take

FIRST_OF_CHAIN = "problem/told-in-the-organised"
Wanted = Callable[[str], bool]


@dataclass(frozen=True)
class Served:
    shelf: Shelf
    pages: Sequence[Snapshot]

    def __getitem__(self, name: str) -> Snapshot:
        return next(page for page in self.pages if page.name == name)


@contextmanager
def served(wanted: Wanted = lambda _: True) -> Iterator[Served]:
    """Build the site, bring it into each wanted state, and keep the pages. An audit judges only what comes with 200,
    so pages of errors come with it too."""
    with tempfile.TemporaryDirectory(prefix="curbcut-own-pages-") as folder, live_site(Path(folder)) as live:  # noqa: SIM117
        with shelf_for(live.site) as shelf:
            pages = [as_good(shelf, page) for page in taken(live, shelf, wanted)]
            yield Served(shelf, pages)


def taken(live: LiveSite, shelf: Shelf, wanted: Wanted) -> Iterator[Snapshot]:
    """The wanted pages, in the order in which they must be made."""
    for path in live.pages:
        name = f"page{path}"
        if "/state-" not in path and wanted(name):
            yield take(live, shelf, name, lambda device, path=path: device.open(path))  # type: ignore[misc]
    for name, path in opened():
        if wanted(name):
            yield take(live, shelf, name, lambda device, path=path: device.open(path))  # type: ignore[misc]
    of_organisers = list(organised(live))
    names = [name for name, _ in of_organisers]
    # From here on each page shows what the one before has led to, so none is left out where one of them is wanted.
    chain = names[names.index(FIRST_OF_CHAIN) :]
    is_chain_wanted = any(map(wanted, chain))
    for name, recipe in (*sent(), *of_organisers):
        if wanted(name) or (is_chain_wanted and name in chain):
            page = take(live, shelf, name, recipe)
            yield from [page] if wanted(name) else []
    yield from (page for page in example_snapshots(shelf) if wanted(page.name))


def as_good(shelf: Shelf, page: Snapshot) -> Snapshot:
    if page.status == 200:
        return page
    address = page.url.removeprefix(shelf.origin).partition("#")[0]
    kept = shelf.page(address)
    assert kept is not None
    _, headers, body = kept
    # Beside the page as it came, which others may look at.
    good = shelf.keep_page(f"{page.name} as good", address.partition("?")[0], 200, headers, body, page.target)
    return replace(good, name=page.name)
