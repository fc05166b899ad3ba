"""What interpreters, captioners and room assistants prepare with: names and how to say them, the plan, the words."""

import re
from collections.abc import Mapping
from typing import Any

from site_config.front_matter import FrontMatter
from site_config.manifest import Session
from site_config.site_source import SiteSource

# A definition list: the word on a line of its own, perhaps with its id, then `:   ` and the explanation.
ENTRY = re.compile(r"^(?P<word>[^\s:#>|-][^\n]*)\n:[ \t]+(?P<text>[^\n]*(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE)
ATTRIBUTES = re.compile(r"[ \t]*\{:[^}]*\}")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def briefing(source: SiteSource, session: Session) -> dict[str, Any]:
    """For the manifest: everyone who is named in the session's page, and its plan."""
    return {
        "people": [_person(source.pages, person) for person in session.facts.people],
        "plan": [dict(part) for part in session.facts.plan],
    }


def _person(pages: Mapping[str, FrontMatter], person: Mapping[str, str]) -> dict[str, str]:
    entry = pages[f"speakers/{person['person']}.md"].entry
    organisation = pages.get(f"organisations/{entry.get('affiliation')}.md")
    return {
        "name": str(entry.get("title") or person["person"]),
        "role": person["role"],
        "say_as": str(entry.get("say_as") or ""),
        "affiliation": str(organisation.entry.get("title") or "") if organisation else "",
    }


def glossary(source: SiteSource) -> list[dict[str, str]]:
    """Every word that a glossary page explains, as text."""
    pages = (front for front in source.pages.values() if front.kind == "glossary")
    return [
        {"word": _text(found["word"]), "meaning": _text(found["text"])}
        for front in pages
        for found in ENTRY.finditer(front.body)
    ]


def _text(markdown: str) -> str:
    """Without the marks of links and attributes, on one line."""
    return " ".join(LINK.sub(r"\1", ATTRIBUTES.sub("", markdown)).replace("**", "").replace("`", "").split())
