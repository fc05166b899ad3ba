"""A text browser in a terminal of ours: keys in, and the words on its screen out."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from pathlib import Path
from types import TracebackType

COLUMNS, ROWS = 100, 150
SECONDS = 30
# What a VT100 is told: an escape sequence, or one sign.
SEQUENCE = re.compile(r"\x1b\[([?>]?[\d;]*)([A-Za-z])|\x1b[()*+][A-Za-z0-9]|\x1b[=>78]|\x1b([DEM])|([\s\S])")
KEYS = {"Enter": "\r", "Tab": "\t", "Shift+Tab": "\x1b\t", "Escape": "\x1b"}


class Screen:
    """As much of a VT100 as curses programs use that draw whole pages."""

    def __init__(self) -> None:
        self.lines = [[" "] * COLUMNS for _ in range(ROWS)]
        self.row = self.column = 0
        self.rest = ""

    @property
    def text(self) -> str:
        return "\n".join("".join(line).rstrip() for line in self.lines)

    def take(self, output: str) -> None:
        # A sequence may be cut in two by the pipe.
        whole = self.rest + output
        cut = whole.rfind("\x1b")
        is_open = cut >= 0 and not re.match(r"\x1b(\[[?>]?[\d;]*[A-Za-z]|[()*+].|[=>78DEM])", whole[cut:])
        self.rest = whole[cut:] if is_open else ""
        for found in SEQUENCE.finditer(whole[:cut] if is_open else whole):
            if found[4]:
                self._sign(found[4])
            elif found[2]:
                self._command(found[2], [int(part or 0) for part in found[1].lstrip("?>").split(";")])
            elif found[3]:
                self._move(self.row + (-1 if found[3] == "M" else 1), self.column)

    def _sign(self, sign: str) -> None:
        if sign in "\r\n\b":
            down, column = {"\r": (0, 0), "\n": (1, self.column), "\b": (0, self.column - 1)}[sign]
            self._move(self.row + down, column)
        elif sign.isprintable():
            self.lines[self.row][min(self.column, COLUMNS - 1)] = sign
            self.column += 1

    def _command(self, letter: str, numbers: list[int]) -> None:
        first = numbers[0] or 1
        if letter == "H":
            self._move(first - 1, (numbers[1] if len(numbers) > 1 else 1) - 1)
        elif letter in "ABCD":
            down, right = {"A": (-first, 0), "B": (first, 0), "C": (0, first), "D": (0, -first)}[letter]
            self._move(self.row + down, self.column + right)
        elif letter == "K":
            start = 0 if numbers[0] else self.column
            self.lines[self.row][start:] = [" "] * (COLUMNS - start)
        elif letter == "J":
            start = 0 if numbers[0] == 2 else self.row + 1
            self.lines[start:] = [[" "] * COLUMNS for _ in range(ROWS - start)]

    def _move(self, row: int, column: int) -> None:
        self.row, self.column = max(0, min(row, ROWS - 1)), max(0, min(column, COLUMNS - 1))


class Terminal:
    """Runs a program with a home folder of its own until the block ends."""

    def __init__(self, command: list[str], home: Path) -> None:
        self.screen = Screen()
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        home.mkdir(parents=True, exist_ok=True)
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "vt100", "LANG": "C.UTF-8"}
        self._pid, self._file = pty.fork()
        if self._pid == 0:  # pragma: no cover - this is the program that is started
            os.chdir(home)
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.kill(self._pid, signal.SIGWINCH)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._file)

    def type(self, *keys: str) -> None:
        """Each is a named key or a text."""
        for key in keys:
            os.write(self._file, KEYS.get(key, key).encode())
            self._read(0.2)

    def wait_for(self, *words: str) -> str:
        """Until one of these stands on the screen; which one."""
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            text = " ".join(self.screen.text.split())
            for each in words:
                if each in text:
                    return each
            self._read(0.1)
        raise AssertionError(f"none of {words} came; the screen shows:\n{self.screen.text.rstrip()}")

    def _read(self, seconds: float) -> None:
        while select.select([self._file], [], [], seconds)[0]:
            try:
                self.screen.take(self._decoder.decode(os.read(self._file, 65536)))
            except OSError:  # the program has ended
                return
            seconds = 0.05
