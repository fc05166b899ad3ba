"""What an audit has done so far, one line a page, so that it goes on after an interruption."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

Result = list[dict[str, Any]] | dict[str, str]


@dataclass(frozen=True)
class Entry:
    address: str
    result: Result
    links: tuple[str, ...] = ()
    look: dict[str, Any] = field(default_factory=dict, hash=False)
    # What is compared with the other pages of a crawl.
    traits: dict[str, Any] = field(default_factory=dict, hash=False)


class Journal:
    """Lines of JSON beside the findings file; a file of another audit is begun anew. None keeps nothing."""

    def __init__(self, file: Path | None, audit: dict[str, Any]) -> None:
        self._file = file
        self._audit = json.loads(json.dumps(audit))
        self.entries = list(self._read())
        if file is None:
            return
        if not self.entries:
            file.write_text(json.dumps({"audit": self._audit}) + "\n", encoding="utf-8")
        elif not file.read_bytes().endswith(b"\n"):
            with file.open("a", encoding="utf-8") as lines:
                lines.write("\n")  # the next entry does not continue the line that was cut short

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)
        if self._file is not None:
            line = json.dumps(asdict(entry), ensure_ascii=False)
            with self._file.open("a", encoding="utf-8") as lines:
                lines.write(line + "\n")

    def remove(self) -> None:
        """The audit is complete."""
        if self._file is not None:
            self._file.unlink(missing_ok=True)

    def _read(self) -> Iterator[Entry]:
        if self._file is None or not self._file.exists():
            return
        for number, line in enumerate(self._file.read_text(encoding="utf-8").splitlines()):
            try:
                row = json.loads(line)
            except ValueError:
                if number:
                    continue  # an interruption came in the middle of this line
                return
            if number == 0:
                if row.get("audit") != self._audit:
                    return
            else:
                yield Entry(row["address"], row["result"], tuple(row["links"]), row["look"], row.get("traits", {}))
