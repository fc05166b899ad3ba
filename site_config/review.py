"""The check of every session's text, with what is about the whole site: for the command, the build and the report."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from site_config import colours
from site_config.authoring import Advice, review
from site_config.plain_language import short_forms_of
from site_config.site_source import SiteSource


def review_site(source: SiteSource, docs: Path) -> Mapping[str, Sequence[Advice]]:
    """By the session's id, in the order of the sessions."""
    glossary = source.pages.get("glossary.md")
    explained = short_forms_of(glossary.body) if glossary else frozenset()
    of_site = colours.check(docs, docs.name)
    return {
        session.facts.id: review(session, source.pages[name], explained, of_site)
        for name, session in source.sessions.items()
    }


def open_advice(reviews: Mapping[str, Sequence[Advice]]) -> list[Advice]:
    """What no organiser has left out with a reason; what is about the whole site once."""
    found = [advice for advices in reviews.values() for advice in advices if not advice.skipped]
    return list({(one.file, one.line, str(one.what)): one for one in found}.values())
