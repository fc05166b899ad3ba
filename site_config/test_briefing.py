"""What the build tells the access team: names as they are said, the plan, and the words of the glossary."""

import json

import pytest

from site_config.conftest import Sources

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")
GLOSSARY = """---
title: Glossary
kind: glossary
---
Our own words.

Cascading Style Sheets (CSS) {: #css }
:   The language that says how a [web page](index.md) looks.
    On **two** lines.

Vote
:   To choose.
"""


def test_names_with_how_to_say_them_and_words_are_in_the_manifest(sources: Sources) -> None:
    sources.write("glossary.md", GLOSSARY)
    sources.write("speakers/xo.md", "---\ntitle: Xochitl\nkind: person\nsay_as: SO-cheel\n---\nA person.\n")
    sources.change("retention:", "people:\n  - person: xo\n    role: Speaker\nretention:")
    sources.build()
    content = json.loads((sources.folder / "site/take-part/manifest.json").read_text(encoding="utf-8"))
    assert content["sessions"][0]["people"] == [
        {"name": "Xochitl", "role": "Speaker", "say_as": "SO-cheel", "affiliation": ""}
    ]
    assert content["site"]["glossary"] == [
        {"word": "Cascading Style Sheets (CSS)", "meaning": "The language that says how a web page looks. On two lines."},
        {"word": "Vote", "meaning": "To choose."},
    ]
