"""Crash, lock, full disk, read-only and SIGTERM: an acknowledged answer is kept, and everything else is said plainly.

Each test starts the real server as a process, and speaks HTTP to it over loopback.
"""

import asyncio
import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from participation_api.conftest import make_site
from participation_api.participants import Participants

pytestmark = pytest.mark.server
LUNCH = "/take-part/demo/lunch/"
SECRET = "a secret of the tests"
TYPE = {"content-type": "application/x-www-form-urlencoded"}


class Server:
    """A running `curbcut serve`; votes come from devices whose cookies are signed with the same secret."""

    def __init__(self, folder: Path, *, expect_start: bool = True, **settings: str) -> None:
        self.folder = folder
        self.database = folder / "instance" / "c.sqlite3"
        self.port = free_port()
        own = {"CURBCUT_DATABASE_URL": f"sqlite:///{self.database}", "CURBCUT_SECRET": SECRET, **settings}
        command = [sys.executable, "-m", "curbcut", "serve", "--no-build", "--site", str(folder / "site")]
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port)],
            env={**os.environ, **own},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if expect_start:
            self._wait()

    def _wait(self) -> None:
        for _ in range(200):
            if self.process.poll() is not None:
                raise AssertionError(self.process.communicate()[0])
            try:
                if self.get("/healthz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("the server did not answer")

    def get(self, path: str) -> tuple[int, str]:
        return self._ask("GET", path, None, {})

    def vote(self, device: str, choice: str = "soup") -> tuple[int, str]:
        cookie = Participants(SECRET, is_https=False)
        signed = f"{cookie.cookie_name}={device}.{cookie.sign('cookie', device)}"
        return self._ask("POST", LUNCH, f"choice={choice}", {**TYPE, "cookie": signed})

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return response.status, response.read().decode()

    def ballots(self) -> int:
        with closing(sqlite3.connect(self.database)) as connection:
            return int(connection.execute("select count(*) from ballot").fetchone()[0])

    def stop(self, how: int = signal.SIGTERM) -> str:
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.communicate(timeout=20)[0]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    try:
        yield server
    finally:
        server.stop(signal.SIGKILL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_site(tmp_path / "site")
    return tmp_path


def vote_until_stopped(server: Server, name: str, acknowledged: list[str], stop: threading.Event) -> None:
    for number in range(100_000):
        if stop.is_set():
            return
        device = f"{name}-{number}"
        try:
            if server.vote(device)[0] == 303:
                acknowledged.append(device)
        except (OSError, http.client.HTTPException):
            return


def test_kill_minus_9_under_load_loses_no_acknowledged_answer(folder: Path) -> None:
    stop = threading.Event()
    acknowledged: list[str] = []
    for round_number in range(3):
        with running(folder) as server, ThreadPoolExecutor(8) as voters:
            for voter in range(8):
                voters.submit(vote_until_stopped, server, f"{round_number}-{voter}", acknowledged, stop)
            time.sleep(1.0)
            server.process.kill()
            server.process.wait()
    keys = Participants(SECRET, is_https=False)
    with closing(sqlite3.connect(server.database)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        kept = {row[0] for row in connection.execute("select participant from ballot")}
    missing = [device for device in acknowledged if keys.key(device, "demo", "lunch") not in kept]
    assert len(acknowledged) > 100
    assert missing == []


def hold_lock(database: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("begin immediate")
    return connection


def test_votes_wait_for_a_lock_of_two_seconds_and_results_do_not(folder: Path) -> None:
    with running(folder) as server, ThreadPoolExecutor(4) as voters, closing(hold_lock(server.database)) as lock:
        votes = [voters.submit(server.vote, f"d{number}") for number in range(4)]
        time.sleep(0.2)
        began = time.monotonic()
        assert server.get(LUNCH + "results/")[0] == 200
        assert time.monotonic() - began < 1
        time.sleep(1.8)
        assert [vote.done() for vote in votes] == [False] * 4
        lock.execute("rollback")
        assert [vote.result()[0] for vote in votes] == [303] * 4
        assert server.ballots() == 4


def test_lock_of_more_than_five_seconds_says_that_nothing_was_saved_and_passes(folder: Path) -> None:
    with running(folder) as server:
        with closing(hold_lock(server.database)) as lock:
            status, page = server.vote("d1")
            lock.execute("rollback")
        assert status == 503
        assert ">Your answer was not saved</h1>" in page
        assert '<input type="hidden" name="choice" value="soup">' in page
        assert server.vote("d1")[0] == 303
        assert server.ballots() == 1


def test_full_disk_is_said_and_the_same_process_goes_on_after_room_is_made(folder: Path) -> None:
    """A small file system of its own would need root; SQLite's own limit on pages gives the same error."""

    async def fill_and_make_room() -> list[str]:
        from participation_api.components.contract import Step, Write
        from participation_api.database import Unavailable, Writer, open_database

        store = await open_database(folder / "full.sqlite3")
        writer = Writer(store)
        writer.start()
        row = "insert into setting (name, value) values (?, ?)"
        await store._writing.execute("pragma max_page_count = 40")
        outcomes = []
        for number in range(60):
            try:
                await writer.save(Write("fill", (Step(row, (str(number), "x" * 4000)),)))
                outcomes.append("kept")
            except Unavailable:
                outcomes.append("said")
        await store._writing.execute("pragma max_page_count = 100000")
        await writer.save(Write("after", (Step(row, ("after", "y")),)))
        kept = await store.rows("select count(*) as n from setting")
        await writer.stop()
        await store.close()
        assert kept[0]["n"] == outcomes.count("kept") + 1
        return outcomes

    assert set(asyncio.run(fill_and_make_room())) == {"kept", "said"}


def test_read_only_folder_is_one_sentence_and_a_failing_exit(folder: Path) -> None:
    """A file in place of the folder, because root may write into every folder."""
    (folder / "instance").write_text("in the way")
    server = Server(folder, expect_start=False)
    said = server.process.communicate(timeout=20)[0]
    assert server.process.returncode == 1
    assert said.startswith(f"The database {server.database} cannot be opened for writing")
    assert "Traceback" not in said


def test_read_only_database_file_is_one_sentence_and_a_failing_exit(folder: Path) -> None:
    database = folder / "instance" / "c.sqlite3"
    database.parent.mkdir()
    database.write_text("this is no database, and nothing may write over it " * 100)
    server = Server(folder, expect_start=False)
    said = server.process.communicate(timeout=20)[0]
    assert (server.process.returncode, "cannot be opened for writing" in said) == (1, True)
    assert "Traceback" not in said


def test_sigterm_saves_and_answers_everything_that_waits(folder: Path) -> None:
    with running(folder) as server, ThreadPoolExecutor(20) as voters, closing(hold_lock(server.database)) as lock:
        votes = [voters.submit(server.vote, f"d{number}") for number in range(20)]
        time.sleep(0.5)
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        lock.execute("rollback")
        assert [vote.result()[0] for vote in votes] == [303] * 20
        assert server.process.wait(timeout=20) in (0, -signal.SIGTERM)
        assert server.ballots() == 20


def test_choice_that_has_answers_cannot_be_dropped(folder: Path) -> None:
    with running(folder) as server:
        server.vote("d1", "salad")
        server.stop()
    lunch = {"id": "lunch", "question": "Which lunch?", "choices": ["Soup", "Bread"], "state": "open"}
    make_site(folder / "site", {"lunch": lunch})
    server = Server(folder, expect_start=False)
    said = server.process.communicate(timeout=20)[0]
    assert server.process.returncode == 1
    assert "poll 'lunch' no longer has 'salad', which 1 answer names." in said


def test_mended_wording_keeps_its_answers(folder: Path) -> None:
    with running(folder) as server:
        server.vote("d1", "salad")
        server.stop()
    lunch = {"id": "lunch", "question": "Which lunch?", "choices": [{"text": "Green salad", "was": "Salad"}, "Soup"]}
    make_site(folder / "site", {"lunch": lunch | {"state": "open"}})
    with running(folder) as server:
        assert server.vote("d2", "salad")[0] == 303
        assert server.ballots() == 2


def test_results_say_that_the_wording_changed_after_the_first_answer(folder: Path) -> None:
    with running(folder) as server:
        server.vote("d1", "salad")
        server.stop()
    lunch = {"id": "lunch", "question": "Which lunch?", "choices": [{"text": "Green salad", "was": "Salad"}, "Soup"]}
    make_site(folder / "site", {"lunch": lunch | {"state": "open"}})
    with running(folder) as server:
        publish(server.database)
        server.stop()
    with running(folder) as server:
        assert "Before: “Salad”. Now: “Green salad”." in server.get(LUNCH + "results/")[1]


def publish(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        row = ("demo", "lunch", "2026-12-01T12:00:00.000000+00:00", "published", None, "a test")
        connection.execute("insert into activity_state values (?, ?, ?, ?, ?, ?)", row)


def test_no_address_is_stored_or_logged(folder: Path) -> None:
    with running(folder) as server:
        server.vote("d1")
        server.get("/nowhere/")
        server._ask("POST", LUNCH, "choice=soup", {**TYPE, "origin": "http://elsewhere.example"})
        said = server.stop()
    announced, _, after = said.partition("Stop with Ctrl+C.")
    assert "Address: http://127.0.0.1" in announced
    assert "127.0.0.1" not in after
    kept = b"".join(path.read_bytes() for path in (folder / "instance").iterdir())
    assert b"127.0.0.1" not in kept


def test_no_value_joins_the_rows_of_two_activities(folder: Path) -> None:
    """One device answers twice; nothing but the session's name is the same in the two rows."""
    cookie = {"cookie": f"curbcut={Participants(SECRET, is_https=False).cookie_of('d1')}"}
    with running(folder) as server:
        server.vote("d1")
        server._ask("POST", "/take-part/demo/needs/", "choice=captions", {**TYPE, **cookie})
        server._ask("POST", "/take-part/demo/rooms/", "room=green-room", {**TYPE, **cookie})
        server.stop()
    with closing(sqlite3.connect(server.database)) as connection:
        rows = connection.execute("select * from ballot").fetchall() + connection.execute("select * from room_choice").fetchall()
    assert len(rows) == 3
    shared = [set(map(str, one)) & set(map(str, two)) for i, one in enumerate(rows) for two in rows[:i]]
    assert [values - {"demo", "", "0"} for values in shared] == [set(), set(), set()]
