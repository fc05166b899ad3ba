"""The project's real site with sessions in every state, built once and served by the real server."""

import asyncio
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from a11y_tests.own_pages.states import SESSIONS, fill, session_id, title_of, write_sessions
from participation_api.organiser_links import add_link
from participation_api.settings import Settings
from site_config.build import build_site

ROOT = Path(__file__).parent.parent
# What `make audit` puts beside the accessibility statement.
PUBLISHED = ("last-audit.json", "audit-report.html", "report.css")
SESSION = "citizen-data"
START_SECONDS = 30


@dataclass(frozen=True)
class LiveSite:
    """A running server; `origin` has no slash at its end."""

    origin: str
    site: Path
    database: Path
    docs: Path

    @property
    def pages(self) -> list[str]:
        """The path of every page that the build has made, the page for unknown addresses too."""
        files = sorted(self.site.rglob("*.html"), key=lambda file: (len(file.parts), file))
        paths = [file.relative_to(self.site).as_posix() for file in files]
        return ["/" + path.removesuffix("index.html") for path in paths if not path.startswith("take-part/shell.")]

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """What the database holds now, read beside the running server."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)) as connection:
            return connection.execute(sql, values).fetchall()

    def content(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything that people have sent, to see whether anything has changed."""
        tables = ("ballot", "note", "room_choice", "turn")
        known = {str(name) for (name,) in self.rows("select name from sqlite_master where type = 'table'")}
        return {table: self.rows(f"select * from {table} order by 1, 2, 3, 4") for table in tables if table in known}

    def organiser_link(self, name: str = "the chair", role: str = "owner") -> str:
        return f"{self.origin}/organise/in/{add_link(self.database, role, name, days=1)}"


@contextmanager
def live_site(folder: Path) -> Iterator[LiveSite]:
    """Build into `folder`, serve, and stop when the block ends."""
    docs = prepare(folder)
    site = build_site(folder / "mkdocs.yml", folder / "site")
    database = folder / "instance" / "curbcut.sqlite3"
    asyncio.run(fill(Settings(site=site, database=database)))
    port = free_port()
    process = start(site, database, port)
    try:
        live = LiveSite(f"http://127.0.0.1:{port}", site, database, docs)
        wait_for(live.origin, process)
        yield live
    finally:
        process.terminate()
        process.communicate(timeout=20)


def prepare(folder: Path) -> Path:
    """A copy of the site's source with the sessions in every state beside the real one."""
    docs = folder / "docs"
    # Without the last audit: the pages that are looked at do not depend on whether one was published.
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns(*PUBLISHED))
    write_sessions(docs, datetime.now(UTC))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    entry = re.search(rf"^( *- ).*sessions/{SESSION}\.md.*\n", config, re.MULTILINE)
    if entry is None:
        raise ValueError(f"nav of mkdocs.yml has no sessions/{SESSION}.md; the tests put their sessions after it")
    more = "".join(f"{entry[1]}{title_of(name)}: sessions/{session_id(name)}.md\n" for name in SESSIONS)
    (folder / "mkdocs.yml").write_text(config.replace(entry[0], entry[0] + more), encoding="utf-8")
    return docs


def start(site: Path, database: Path, port: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "CURBCUT_DATABASE_URL": f"sqlite:///{database}", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "curbcut", "serve", "--no-build", "--site", str(site), "--port", str(port)]
    # In a folder of its own, because frozen results are written into docs/results of the present one.
    folder = site.parent
    with (folder / "server.log").open("w") as log:
        return subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=subprocess.STDOUT, text=True)


def wait_for(origin: str, process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{origin}/healthz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"the server of the tests did not start within {START_SECONDS} s")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
