"""Serves a folder on loopback, for pages that need http: fixtures, and their forms."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class QuietServer(ThreadingHTTPServer):
    """A browser that is gone before its answer is no fault."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class QuietHandler(SimpleHTTPRequestHandler):
    """A POST is answered with the page that it was sent to."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, host: str = "127.0.0.1") -> Iterator[str]:
    """The address of the folder, such as http://127.0.0.1:40123, while the block runs."""
    with listening(partial(QuietHandler, directory=str(folder)), host) as address:
        yield address


@contextmanager
def listening(handler: Callable[..., QuietHandler], host: str = "127.0.0.1") -> Iterator[str]:
    """The address of a server that answers by such a handler, while the block runs."""
    server = QuietServer((host, 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{host}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
