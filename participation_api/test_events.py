"""The stream of events: who is told what, how often the database is asked, and how a stream ends."""

import asyncio
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from participation_api.broadcaster import Broadcaster, Look, Stream
from participation_api.components.contract import Personal
from participation_api.components.words import say
from participation_api.events import EventStream
from participation_api.test_answers import send

pytestmark = pytest.mark.anyio
NEXT = Personal("2", say("You are next."), is_urgent=True)


@pytest.fixture(autouse=True)
def _time_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in (("GATHER", 0.01), ("APART", 0.2), ("FRESH", 0.03), ("CLOCK", 0.5)):
        monkeypatch.setattr(f"participation_api.broadcaster.{name}", seconds)
    monkeypatch.setattr("participation_api.events.BEAT", 0.3)
    monkeypatch.setattr("participation_api.events.PATIENCE", 0.3)


class Session:
    """A session as the broadcaster looks at it; each look is counted."""

    def __init__(self) -> None:
        self.looks = 0
        self.states = "open"
        self.own: dict[str, Personal] = {}

    async def look(self, session: str) -> Look:
        self.looks += 1
        return Look(self.states, {"floor": {**self.own}})


async def heard(stream: Stream, seconds: float) -> tuple[int, list[Personal | None]]:
    """(how often the page has changed, what was told of oneself) in that time."""
    changes, own = 0, list[Personal | None]()
    end = asyncio.get_running_loop().time() + seconds
    while (left := end - asyncio.get_running_loop().time()) > 0:
        has_changed, told = await stream.next(left)
        changes += has_changed
        own += told.values()
    return changes, own


async def test_two_hundred_who_listen_cost_one_look_and_fifty_changes_are_told_a_few_times() -> None:
    session = Session()
    broadcaster = Broadcaster(session.look, most=200)
    streams = [Stream({"floor": f"p{n}"}) for n in range(200)]
    for stream in streams:
        broadcaster.open("demo", stream)
    assert broadcaster.is_full
    await asyncio.sleep(0.05)
    assert session.looks == 1
    listening = asyncio.gather(*(heard(stream, 1.5) for stream in streams))
    for _ in range(50):
        broadcaster.note_change("demo")
        broadcaster.note_change("another session")
        await asyncio.sleep(0.01)
    told = await listening
    assert {own for _, own in [(n, tuple(own)) for n, own in told]} == {()}
    assert all(3 <= changes <= 6 for changes, _ in told), told[0]
    assert session.looks <= 50
    broadcaster.end()


async def test_each_is_told_what_concerns_them_once_and_nobody_else_is() -> None:
    session = Session()
    broadcaster = Broadcaster(session.look, most=10)
    mine, other = Stream({"floor": "me"}), Stream({"floor": "other"})
    for stream in (mine, other):
        broadcaster.open("demo", stream)
    session.own = {"me": NEXT}
    for _ in range(3):
        broadcaster.note_change("demo")
        await asyncio.sleep(0.05)
    session.own = {}
    listening = asyncio.gather(heard(mine, 0.8), heard(other, 0.8))
    await asyncio.sleep(0.2)
    broadcaster.note_change("demo")
    (_, own), (_, others) = await listening
    assert (own, others) == ([NEXT, None], [])
    broadcaster.end()


async def test_what_opens_by_the_clock_is_told_too() -> None:
    session = Session()
    broadcaster = Broadcaster(session.look, most=10)
    stream = Stream({})
    broadcaster.open("demo", stream)
    assert (await heard(stream, 0.2))[0] == 0
    session.states = "closed"
    assert (await heard(stream, 1.5))[0] == 1
    broadcaster.end()


async def test_a_database_that_does_not_answer_ends_no_stream() -> None:
    session = Session()

    async def fails(name: str) -> Look:
        raise OSError("locked")

    broadcaster = Broadcaster(fails, most=10)
    stream = Stream({})
    broadcaster.open("demo", stream)
    await asyncio.sleep(0.05)
    broadcaster._look = session.look
    broadcaster.note_change("demo")
    assert (await heard(stream, 0.5))[0] == 1
    broadcaster.close("demo", stream)
    assert broadcaster.count == 0


class Line:
    """The connection of one reader: what was sent, and whether it takes anything."""

    def __init__(self, *, is_stuck: bool = False) -> None:
        self.sent: list[dict[str, Any]] = []
        self.is_stuck = is_stuck
        self.gone = asyncio.Event()

    async def send(self, message: Any) -> None:
        self.sent.append(message)
        if self.is_stuck and message["type"] == "http.response.body":
            await asyncio.sleep(60)

    async def receive(self) -> Any:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    @property
    def text(self) -> str:
        return b"".join(message.get("body", b"") for message in self.sent).decode()



async def test_a_stream_begins_with_how_to_come_back_and_beats() -> None:
    line, session = Line(), Session()
    stream = EventStream(Broadcaster(session.look, 10), _named("demo"), {"floor": "me"})
    session.own = {"me": NEXT}
    scope = {"type": "http", "method": "GET"}
    running = asyncio.create_task(stream(scope, line.receive, line.send))
    await asyncio.sleep(0.5)
    line.gone.set()
    await asyncio.wait_for(running, 1)
    blocks = [dict(part.split(": ", 1) for part in block.split("\n")) for block in line.text.strip("\n").split("\n\n")]
    assert blocks[0] == {"retry": "2000"}
    assert {block["event"] for block in blocks[1:]} == {"beat", "own"}
    own = next(json.loads(block["data"]) for block in blocks if block.get("event") == "own")
    assert own == {"activity": "floor", "own": "floor/2", "text": "You are next.", "urgent": True}


async def test_a_line_that_takes_nothing_is_let_go() -> None:
    line, session = Line(is_stuck=True), Session()
    broadcaster = Broadcaster(session.look, 10)
    stream = EventStream(broadcaster, _named("demo"), {})
    running = asyncio.create_task(stream({"type": "http", "method": "GET"}, line.receive, line.send))
    await asyncio.sleep(0.1)
    assert broadcaster.count == 1
    await asyncio.sleep(0.5)
    assert broadcaster.count == 0
    running.cancel()


def _named(name: str) -> Any:
    class Named:
        id = name
        lang = "en"

    return Named()


def test_only_pages_of_this_site_listen_and_only_so_many(client: TestClient) -> None:
    path = "/take-part/demo/events/"
    assert client.get("/take-part/nowhere/events/").status_code == 404
    assert client.get(path, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.head(path).headers["content-type"] == "text/event-stream; charset=utf-8"
    client.app.state.service.broadcaster._most = 0  # type: ignore[attr-defined]
    answer = client.get(path)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")


@pytest.mark.requirement("LV-02")
def test_only_pages_with_something_live_may_run_the_script(client: TestClient) -> None:
    send(client, "/take-part/demo/floor/", mode="speak", place="room")
    live = ("/take-part/demo/", "/take-part/demo/floor/results/", "/take-part/demo/floor/receipt/")
    others = ("/", "/take-part/demo/floor/", "/take-part/demo/screen/", "/take-part/", "/organise/", "/take-part/finish")
    strict = (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    for path in live:
        for encoding in ("gzip", "identity"):
            answer = client.get(path, headers={"accept-encoding": encoding})
            assert answer.headers["content-security-policy"] == f"{strict}; script-src 'self'; connect-src 'self'"
            assert answer.text.count("<script") == answer.text.count('<script src="/assets/live.js" defer></script>') == 1
    for path in others:
        answer = client.get(path)
        assert (answer.headers["content-security-policy"], "<script" in answer.text) == (strict, False)
