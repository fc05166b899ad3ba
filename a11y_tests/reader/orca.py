"""Orca on a desktop of its own: what it has said so far, and when it has nothing more to say."""

import json
import shutil
import time
from pathlib import Path

from a11y_tests.reader.desktop import Desktop, wait_until
from a11y_tests.reader.needs import ReaderProblem

IN_ORCA = Path(__file__).parent / "in_orca"
# Orca looks for its settings under this name, which no module can have.
FILES = {"launch.py": "launch.py", "textspeech.py": "textspeech.py", "customizations.py": "orca-customizations.py"}
# Debian's Orca belongs to Debian's Python, whatever runs the tests.
PYTHON = "/usr/bin/python3"
QUIET_SECONDS = 0.25
QUIET_SECONDS_OF_A_PAGE = 0.7
MOST_SECONDS = 20.0
KEY_SEEN = b"KEYBOARD_EVENT:  type=ATSPI_KEY_PRESSED_EVENT"
PAGE_LOADED = b"- OBJECT EVENT: document:load-complete"


class Orca:
    """Starts with the desktop's screen and bus, and ends with them."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self._speech = desktop.folder / "speech.jsonl"
        self._log = desktop.folder / "orca-debug.log"
        self._read_up_to = 0
        self._counts = {KEY_SEEN: 0, PAGE_LOADED: 0}
        for file in (self._speech, self._log):
            file.touch()
        settings = desktop.folder / "reader"
        for source, name in FILES.items():
            shutil.copy(IN_ORCA / source, settings / name)
        (settings / "__init__.py").touch()
        command = [PYTHON, str(settings / "launch.py"), "--user-prefs", str(settings)]
        process = desktop.start("orca", [*command, "--debug-file", str(self._log)], CURBCUT_SPEECH=str(self._speech))
        wait_until(lambda: self.utterances() or process.poll() is not None, "Orca said nothing at its start")
        if not self.utterances():
            raise ReaderProblem(f"Orca did not start: {desktop.printed('orca')}")
        self.settle()

    def utterances(self) -> list[tuple[str, str]]:
        """Kind and text of all that was said since the start."""
        lines = self._speech.read_text(encoding="utf-8").splitlines(keepends=True)
        return [(kind, text) for kind, text in map(json.loads, (line for line in lines if line.endswith("\n")))]

    def keys_seen(self) -> int:
        return self._count(KEY_SEEN)

    def pages_loaded(self) -> int:
        return self._count(PAGE_LOADED)

    def settle(self, quiet: float = QUIET_SECONDS) -> None:
        """Until Orca has logged nothing for a while and nothing on the desktop works on anything."""
        begin = last = time.monotonic()
        size = self.size()
        while time.monotonic() - last < quiet and time.monotonic() - begin < MOST_SECONDS:
            time.sleep(0.02)
            if self.size() != size or self.desktop.is_busy():
                size, last = self.size(), time.monotonic()

    def size(self) -> int:
        """Grows with all that Orca notices, says or does."""
        return self._log.stat().st_size + self._speech.stat().st_size

    def _count(self, words: bytes) -> int:
        """How often these words stand in the log; each part of it is read once."""
        with self._log.open("rb") as log:
            log.seek(self._read_up_to)
            whole = log.read().rpartition(b"\n")[0]
        self._read_up_to += len(whole)
        for each in self._counts:
            self._counts[each] += whole.count(each)
        return self._counts[words]
