"""Run a script of this folder with Node on a list of addresses; each line that it prints is one JSON value."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from a11y_tests.browser import FLAGS, LOCAL_ONLY, chromium_path

FOLDER = Path(__file__).parent


class NoTools(Exception):
    """The packages, Node or Chromium are not here; the text says how to get them."""


def lines_of(script: str, addresses: Sequence[str]) -> Iterator[dict[str, Any]]:
    node = shutil.which("node")
    if node is None or not (FOLDER / "node_modules").exists():
        raise NoTools(f"Node and its packages are needed: cd {FOLDER} && npm ci --ignore-scripts")
    flags = "\n".join((*FLAGS, f"--host-resolver-rules={LOCAL_ONLY}"))
    environment = {**os.environ, "CHROMIUM": chromium_path() or "", "FLAGS": flags}
    process = subprocess.Popen(
        [node, script], cwd=FOLDER, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write("\n".join(addresses) + "\n")
    process.stdin.close()
    for line in process.stdout:
        yield json.loads(line)
    if process.wait():
        raise NoTools(f"{script} ended with {process.returncode}")
