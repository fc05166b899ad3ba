"""A tiny site's sources in a folder of its own, built for real."""

from pathlib import Path

import pytest

SESSION = """---
title: Demo & <b>session</b>
kind: session
retention: 2027-01-31
access:
  captions: yes, in English
  sign_languages: no
  spoken_languages: English
  room: not decided yet
  phone: not decided yet
  documents: not decided yet
  breaks: not decided yet
  contact: not decided yet
  requests_by: not decided yet
---
Some text.

## Vote

```poll
id: lunch
question: Which lunch?
state: open
choices:
  - Soup
  - Salad
```
"""
CONFIG = """site_name: Test site
site_url: http://127.0.0.1:8000{root}
theme: {{name: material, font: false}}
plugins: [curbcut]
strict: true
markdown_extensions: [admonition, pymdownx.superfences, pymdownx.details]
"""


class Sources:
    """The organiser's folder: `docs/` and `mkdocs.yml`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("index.md", "# Home\n\nWelcome.\n")
        self.write("sessions/demo.md", SESSION)
        self.config()

    def config(self, root: str = "/", more: str = "") -> None:
        (self.folder / "mkdocs.yml").write_text(CONFIG.format(root=root) + more)

    def write(self, name: str, text: str) -> None:
        path = self.folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, old: str, new: str, name: str = "sessions/demo.md") -> None:
        text = (self.folder / "docs" / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def build(self) -> Path:
        from site_config.build import build_site

        return build_site(self.folder / "mkdocs.yml")

    def page(self, address: str = "sessions/demo/") -> str:
        return (self.folder / "site" / address / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    return Sources(tmp_path)
