"""The Nu HTML checker over many pages in one run of Java."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

JAR = Path(__file__).parent.parent / "engines" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
SECONDS = 240


class NoChecker(Exception):
    """Java or the checker is missing."""


def messages(pages: Mapping[str, str], folder: Path) -> list[str]:
    """Every message about every page: `name: error at line 3: …`. Errors, warnings and notes alike."""
    java = shutil.which("java")
    if java is None or not JAR.exists():
        raise NoChecker(f"{'Java' if java is None else JAR} is missing; python tools/install_browsers.py brings it")
    for name, html in pages.items():
        (folder / f"{quote(name, safe='')}.html").write_text(html, encoding="utf-8")
    # A small heap, and no compiling to machine code beyond the first stage: quicker for a run of seconds.
    command = [java, "-Xss2m", "-XX:TieredStopAtLevel=1", "-jar", str(JAR), "--format", "json", "--stdout",
               "--exit-zero-always", str(folder)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    try:
        found = json.loads(done.stdout)["messages"]
    except (ValueError, KeyError) as error:
        raise NoChecker(f"the Nu checker gave no answer: {done.stdout[:500]}{done.stderr[:500]}") from error
    return [_sentence(message) for message in found]


def _sentence(message: Mapping[str, object]) -> str:
    name = unquote(Path(unquote(urlsplit(str(message.get("url", ""))).path)).stem)
    kind = message.get("subType", message["type"])
    extract = " ".join(str(message.get("extract", "")).split())
    return f"{name}: {kind} at line {message.get('lastLine', '?')}: {message['message']} {extract[:200]}"
