"""Bring the gettext catalogues up to date with every sentence in the code and the templates (`make words`)."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "participation_api" / "components" / "locale"
PACKAGES = ("participation_api", "site_config", "curbcut", "a11y_tests")
KEYWORDS = {"say": None, "say_n": (1, 2)}
METHODS = [("**/test_*.py", "ignore"), ("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
ABOUT = {
    "project": "Curbcut",
    "version": "0.1",
    "msgid_bugs_address": "see CONTRIBUTING.md",
    "last_translator": "Curbcut",
    "language_team": "Curbcut",
}
OPTIONS = {"**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}


def sentences() -> Iterator[tuple[str, int, str | tuple[str, ...], list[str]]]:
    """(file, line, text or (singular, plural), translators' comments)"""
    for package in PACKAGES:
        found = extract_from_dir(ROOT / package, METHODS, OPTIONS, KEYWORDS, (), directory_filter=is_ours)
        for file, line, message, comments, _ in found:
            yield f"{package}/{file}", line, message, comments


def is_ours(folder: str | Path) -> bool:
    """Fixtures and vendored engines say nothing to the people who use the software."""
    return Path(folder).name not in ("node_modules", "engines", "probes", "golden", "__pycache__")


def catalogue(lang: str) -> Catalog:
    """Every sentence, with the translations that are there already."""
    new = Catalog(locale=lang, fuzzy=False, header_comment=f"# What Curbcut says, in the language {lang}.", **ABOUT)
    for file, _, message, comments in sorted(sentences(), key=lambda found: (found[0], found[1])):
        new.add(message, locations=[(file, None)], auto_comments=comments)
    path = LOCALE / f"{lang}.po"
    if path.exists():
        with path.open("rb") as opened:
            for old in read_po(opened, locale=lang):
                if old.id and old.id in new:
                    new[old.id].string = old.string
    return new


def main() -> None:
    LOCALE.mkdir(exist_ok=True)
    languages = {path.stem for path in LOCALE.glob("*.po")} | {"en"}
    for lang in sorted(languages):
        path = LOCALE / f"{lang}.po"
        new = catalogue(lang)
        # Babel writes the time of day into the head; without it, the file changes only when a sentence does.
        new.creation_date = new.revision_date = datetime(2026, 11, 22, tzinfo=UTC)
        with path.open("wb") as opened:
            write_po(opened, new, width=100, omit_header=False, include_previous=False)
        print(f"{path.relative_to(ROOT)}: {len(new)} sentences", file=sys.stderr)


if __name__ == "__main__":
    main()
