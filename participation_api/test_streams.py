"""Streams of events on the real server: they end when it stops, and a reader who takes nothing holds up nobody."""

import contextlib
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from participation_api.conftest import make_site
from participation_api.test_faults import Server, running

pytestmark = pytest.mark.server
LISTEN = b"GET /take-part/demo/events/ HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    make_site(tmp_path / "site")
    return tmp_path


@contextlib.contextmanager
def listening(server: Server, readers: int) -> Iterator[list[socket.socket]]:
    found = [socket.create_connection(("127.0.0.1", server.port), timeout=20) for _ in range(readers)]
    try:
        for one in found:
            one.sendall(LISTEN)
        for one in found:
            assert b"text/event-stream" in one.recv(4096)
        yield found
    finally:
        for one in found:
            one.close()


def test_the_server_stops_at_once_while_pages_listen(folder: Path) -> None:
    with running(folder) as server, listening(server, 50) as readers:
        started = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(timeout=20) in (0, -signal.SIGTERM)
        assert time.monotonic() - started < 3
        # Each stream was ended in order, and not cut.
        for one in readers:
            text = b""
            while part := one.recv(65536):
                text += part
            assert text.endswith(b"0\r\n\r\n")


def test_votes_are_answered_while_two_hundred_listen_and_take_nothing(folder: Path) -> None:
    with running(folder) as server, listening(server, 200):
        started = time.monotonic()
        assert [server.vote(f"d{number}")[0] for number in range(100)] == [303] * 100
        assert time.monotonic() - started < 10
        assert server.ballots() == 100


def test_beyond_what_the_system_can_hold_open_a_page_is_told_to_use_refresh(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (80, before[1]))
    try:
        with running(folder) as server:
            resource.setrlimit(resource.RLIMIT_NOFILE, before)
            with listening(server, 40):
                assert server.get("/take-part/demo/events/")[0] == 503
                assert server.vote("d1")[0] == 303
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
