"""CPU of the server per request: a vote, a cached results page and a session page, against a bare ASGI hello."""

import asyncio
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.claim import Claim
from benchmarks.load import get, load
from benchmarks.server import SECRET
from participation_api.participants import Participants
from site_config.build import build_site

ROUNDS = 10
REQUESTS = 2_000
SESSION = "citizen-data"
POLL = "stages"

Request = Callable[[int], bytes]


def measure() -> list[Claim]:
    """Least CPU of three rounds for each; the rounds take turns, so that a slow moment of the machine meets all."""
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(Path("mkdocs.yml"), Path(folder) / "site")
        with running("hello") as plain, running("curbcut", str(site), f"{folder}/bench.sqlite3") as full:
            cases = {
                "hello": (plain, lambda number: page(plain, "/"), 200),
                "vote": (full, lambda number: vote(full, number), 303),
                "results page": (full, lambda number: page(full, f"/take-part/{SESSION}/{POLL}/results/"), 200),
                "session page": (full, lambda number: page(full, f"/sessions/{SESSION}/"), 200),
            }
            cost = dict.fromkeys(cases, 1000000000.0)
            for round_number in range(ROUNDS):
                for name, (port, request, status) in cases.items():
                    found = asyncio.run(cpu_per_request(port, _shifted(request, round_number), status))
                    cost[name] = min(cost[name], found)
    return report(cost)


def _shifted(request: Request, round_number: int) -> Request:
    """Every round votes with devices of its own."""
    return lambda number: request(round_number * REQUESTS + number)


def report(cost: dict[str, float]) -> list[Claim]:
    print(f"\nCPU per request, 64 connections, least of {ROUNDS} rounds of {REQUESTS}")
    for name, seconds in cost.items():
        print(f"  {name:<14} {seconds * 1e6:7.1f} µs   {seconds / cost['hello']:5.2f} × hello")
    limits = {"vote": 6.0, "results page": 2.5, "session page": 2.5}
    return [Claim(f"CPU of a {name}", cost[name] / cost["hello"], limit) for name, limit in limits.items()]


def page(port: int, path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()


def vote(port: int, number: int) -> bytes:
    """A vote from a device of its own, as its browser repeats it after the cookie was set."""
    participants = Participants(SECRET, is_https=False)
    cookie = participants.cookie_of(f"device-{number}")
    body = "choice=planning"
    return (
        f"POST /take-part/{SESSION}/{POLL}/?cookie=sent HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        f"Sec-Fetch-Site: same-origin\r\nCookie: {participants.cookie_name}={cookie}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


async def cpu_per_request(port: int, request: Request, status: int) -> float:
    before = float(await get(port, "/cpu-time"))
    statuses = await load(port, request, REQUESTS)
    after = float(await get(port, "/cpu-time"))
    if statuses != {status: REQUESTS}:
        raise SystemExit(f"expected {REQUESTS} answers {status}, and got {statuses}")
    return (after - before) / REQUESTS


@contextmanager
def running(*arguments: str) -> Iterator[int]:
    """A server of `benchmarks.server` on a free port of loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "benchmarks.server", arguments[0], str(port), *arguments[1:]]
    process = subprocess.Popen(command)
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            asyncio.run(get(port, "/cpu-time"))
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server did not start")
