"""CPU of the build for each page, at 100 and at 1,000 generated pages."""

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.claim import Claim

CONFIG = """site_name: Generated
site_url: http://127.0.0.1:8000/
theme: {name: material, font: false}
plugins: [curbcut]
nav:
"""
ACCESS = "\n".join(
    f"  {key}: not decided yet"
    for key in (
        "captions", "sign_languages", "spoken_languages", "room", "phone", "documents", "breaks", "contact",
        "requests_by",
    )
)  # fmt: skip
PAGE = """---
title: Session {number}
kind: session
join_code: {number:06}
access:
{access}
---
## What it is about

A paragraph of text, as organisers write them, with a [link](../index.md) and *emphasis*.

```poll
id: first
question: What matters most in session {number}?
state: open
choices: [One thing, Another thing, I do not know]
```
"""
BUILD = """
import sys, time
from pathlib import Path
from site_config.build import build_site
import mkdocs.commands.build
import material
started = time.process_time()
build_site(Path(sys.argv[1]))
print(time.process_time() - started)
"""


def measure() -> list[Claim]:
    print("\nCPU of the build")
    each = {}
    for pages in (100, 1_000):
        seconds = min(build(pages) for _ in range(2))
        each[pages] = seconds / pages
        print(f"  {pages:5} pages {seconds:7.2f} s   {each[pages] * 1e3:6.2f} ms a page")
    return [Claim("build per page, 1,000 against 100 pages", each[1_000] / each[100], 1.25, "×")]


def build(pages: int) -> float:
    """Seconds of CPU for one build in a fresh process, the imports not counted."""
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder), pages)
        command = [sys.executable, "-c", BUILD, f"{folder}/mkdocs.yml"]
        found = subprocess.run(command, capture_output=True, text=True, check=True)
        return float(found.stdout.splitlines()[-1])


def generate(folder: Path, pages: int) -> None:
    """A site of sessions in sections of 20, as a conference has days."""
    docs = folder / "docs" / "sessions"
    docs.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("---\ntitle: Home\nkind: home\nshort: Generated.\n---\nText.\n")
    nav = ["  - Home: index.md"]
    for number in range(1, pages + 1):
        if number % 20 == 1:
            nav.append(f"  - Day {number // 20 + 1}:")
        nav.append(f"      - Session {number}: sessions/s{number}.md")
        (docs / f"s{number}.md").write_text(PAGE.format(number=number, access=ACCESS))
    (folder / "mkdocs.yml").write_text(CONFIG + "\n".join(nav) + "\n")
