"""A desktop for one screen reader: X server without a screen, message bus, and folders that nobody else uses.

What is started here inherits the name of the folder in its environment, so that it is found again: to see
whether it still works on something, and to end it.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from a11y_tests.reader.needs import ReaderProblem

MARK = "CURBCUT_READER"
# Also where the tests are killed, nothing that they have started stays behind.
UNTIL_WE_END = ("setpriv", "--pdeathsig", "KILL")
FOLDERS = ("home", "run", "reader")
START_SECONDS = 60
END_SECONDS = 3
# How long a list of processes is good for.
LIST_SECONDS = 0.5
Found = TypeVar("Found")


class Desktop:
    """`environment` is what a program needs to appear here."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="curbcut-reader-"))
        for name in FOLDERS:
            (self.folder / name).mkdir(mode=0o700)
        self._listed: tuple[float, list[int]] = (0, [])
        self._started: list[subprocess.Popen[bytes]] = []
        self.environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.folder / "home"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "LANG": "C.UTF-8",
            "LANGUAGE": "en",
            "NO_AT_BRIDGE": "0",
            "GDK_BACKEND": "x11",
            MARK: str(self.folder),
        }
        try:
            self.environment["DISPLAY"] = self._start_screen()
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
        except BaseException:
            self.close()
            raise

    def start(self, name: str, command: Sequence[str], **more: str) -> "subprocess.Popen[bytes]":
        """Run a program here; what it prints is kept in the folder."""
        return self._run(name, command, more)

    def printed(self, name: str) -> str:
        """The end of what a program has printed."""
        with contextlib.suppress(OSError):
            return (self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")[-600:].strip()
        return ""

    def processes(self, first: "subprocess.Popen[bytes] | None" = None) -> list[int]:
        """All that runs here, or only what a program that was started here has started in turn."""
        # Chromium writes its title over its environment, and what starts on request has a session of its own.
        sessions = {str(process.pid) for process in ([first] if first else self._started)}
        mark = b"" if first else f"{MARK}={self.folder}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError, IndexError):
                is_in_session = _facts(int(folder.name))[3] in sessions
                if is_in_session or (mark and mark in (folder / "environ").read_bytes()):
                    found.append(int(folder.name))
        return found

    def is_busy(self) -> bool:
        """Whether something here computes or waits for a processor: a loaded machine is slower, and not different."""
        if time.monotonic() - self._listed[0] > LIST_SECONDS:
            self._listed = (time.monotonic(), self.processes())
        return any(_state(process) in ("R", "D") for process in self._listed[1])

    def end(self, first: "subprocess.Popen[bytes] | None" = None) -> None:
        """End all that runs here, or one program with what it has started; by force what does not obey."""
        for kind in (signal.SIGTERM, signal.SIGKILL):
            for process in self.processes(first):
                with contextlib.suppress(OSError):
                    os.kill(process, kind)
            deadline = time.monotonic() + END_SECONDS
            while self._running(first) and time.monotonic() < deadline:
                time.sleep(0.05)

    def close(self) -> None:
        self.end()
        for process in self._started:
            process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(
        self, name: str, command: Sequence[str], more: Mapping[str, str], keep_open: Sequence[int] = ()
    ) -> "subprocess.Popen[bytes]":
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                [*UNTIL_WE_END, *command], env={**self.environment, **more}, stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, start_new_session=True, pass_fds=keep_open,
            )  # fmt: skip
        self._started.append(process)
        return process

    def _running(self, first: "subprocess.Popen[bytes] | None") -> list[int]:
        return [process for process in self.processes(first) if _state(process) not in ("Z", "X", "")]

    def _start_screen(self) -> str:
        """The number that Xvfb has chosen: it takes one that is free."""
        read_end, write_end = os.pipe()
        command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
        with os.fdopen(read_end) as number:
            self._run("screen", command, {}, keep_open=[write_end])
            os.close(write_end)
            # Up to the end of the line: Xvfb dies when nobody reads on before that.
            line = number.readline().strip()
        if not line:
            raise ReaderProblem(f"Xvfb did not start: {self.printed('screen')}")
        return f":{line}"

    def _start_bus(self) -> str:
        """A message bus; it starts the bus for accessibility when that is first asked for."""
        socket = self.folder / "run" / "bus"
        self.start("bus", ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address=unix:path={socket}"])
        wait_until(socket.exists, f"the message bus did not start: {self.printed('bus')}")
        return f"unix:path={socket}"


def wait_until(find: Callable[[], Found], problem: str, seconds: float = START_SECONDS) -> Found:
    """The first answer that is not empty."""
    deadline = time.monotonic() + seconds
    while not (found := find()):
        if time.monotonic() > deadline:
            raise ReaderProblem(problem)
        time.sleep(0.02)
    return found


def _facts(process: int) -> list[str]:
    """What the system says of a process after its name: state, parent, group, session …"""
    text = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    return text.rpartition(")")[2].split()


def _state(process: int) -> str:
    """The state of the main thread, by one letter; empty when it has ended."""
    with contextlib.suppress(OSError, IndexError):
        return _facts(process)[0]
    return ""
