"""Every page and state as the server sent it, at an address where a browser can open it as often as it needs."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread
from urllib.parse import quote

from httpx2 import Client, Response

from a11y_tests.live_site import LiveSite
from a11y_tests.own_pages.organiser_recipes import organised
from a11y_tests.own_pages.recipes import Device, Recipe, opened, sent
from a11y_tests.serve_folder import QuietServer

# What the server says about the page and a browser acts on; lengths and cookies belong to the first answer only.
KEPT_HEADERS = ("content-type", "content-security-policy", "x-content-type-options", "referrer-policy",
                "cross-origin-opener-policy", "cross-origin-resource-policy", "permissions-policy")  # fmt: skip


@dataclass(frozen=True)
class Snapshot:
    """One page in one state."""

    name: str
    url: str
    status: int
    html: str = field(repr=False)
    target: str = ""
    """The part of the page that the answer to a form leads to: its address ends with `#content`, say."""
    is_part: bool = False
    """A part in a plain page: its colours and its keyboard are looked at on the pages that people see it on."""


class Shelf:
    """Pages kept byte for byte with their headers, and the site's own files beside them."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self._kept: dict[str, tuple[int, Mapping[str, str], bytes]] = {}
        self.origin = ""

    def keep(self, name: str, response: Response) -> Snapshot:
        headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
        path, fragment = response.url.path, response.url.fragment
        return self.keep_page(name, path, response.status_code, headers, response.content, fragment)

    def keep_page(
        self, name: str, path: str, status: int, headers: Mapping[str, str], body: bytes, fragment: str = ""
    ) -> Snapshot:
        """The path stays the page's own, so that its links lead where they led."""
        address = f"{path}?kept={quote(name, safe='')}"
        self._kept[address] = (status, headers, body)
        return Snapshot(name, f"{self.origin}{address}{fragment and '#' + fragment}", status, body.decode(), fragment)

    def page(self, address: str) -> tuple[int, Mapping[str, str], bytes] | None:
        return self._kept.get(address)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, shelf: Shelf, *arguments: object) -> None:
        self.shelf = shelf
        super().__init__(*arguments, directory=str(shelf.site))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        kept = self.shelf.page(self.path)
        if kept is None:
            return super().do_GET()
        status, headers, body = kept
        self.send_response(status)
        for name, value in {**headers, "content-length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def shelf_for(site: Path) -> Iterator[Shelf]:
    shelf = Shelf(site)
    server = QuietServer(("127.0.0.1", 0), partial(_Handler, shelf))
    shelf.origin = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield shelf
    finally:
        server.shutdown()
        server.server_close()


def device(live: LiveSite) -> Device:
    """A new device with an empty cookie jar."""
    return Device(Client(base_url=live.origin, follow_redirects=True, timeout=30))


def take_all(live: LiveSite, shelf: Shelf) -> list[Snapshot]:
    """All pages of the site, and of the server in every state; first those that need nothing sent."""
    with device(live).client as client:
        visitor = Device(client)
        pages = [(f"page{path}", path) for path in live.pages if "/state-" not in path]
        found = [shelf.keep(name, visitor.open(path)) for name, path in (*pages, *opened())]
    return found + [take(live, shelf, name, recipe) for name, recipe in (*sent(), *organised(live))]


def take(live: LiveSite, shelf: Shelf, name: str, recipe: Recipe) -> Snapshot:
    """What a new device is shown after it has done what the recipe says."""
    with device(live).client as client:
        return shelf.keep(name, recipe(Device(client)))
