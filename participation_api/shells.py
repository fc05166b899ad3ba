"""The page around what the server writes: the theme's own, made by the build, with four marks to fill."""

from html import escape
from pathlib import Path

from participation_api.manifest import ManifestProblem

TITLE, HEAD, MAIN, NAV = (f"<!--curbcut:{name}-->" for name in ("title", "head", "main", "nav-current"))
PROBLEM = "take-part/problem/"
MARKS = (TITLE, HEAD, MAIN, NAV)


class Shells:
    """One shell a language; a page in a language without one gets the site's first."""

    def __init__(self, folder: Path, languages: list[str]) -> None:
        self._parts = {lang: _read(folder / f"shell.{lang}.html") for lang in languages}
        self._default = languages[0]
        for path in folder.glob("shell.*.html"):
            self._parts.setdefault(path.name.split(".")[1], _read(path))

    def page(
        self, lang: str, title: str, main: str, *, head: str = "", nav: str = "", skip_to: str = "", about: str = ""
    ) -> bytes:
        """Fill the marks; `title` is text, the others are HTML. `skip_to`: where the skip link goes but for the h1.
        `about`: the session and what else a problem is about that is told from this page."""
        html = self._parts.get(lang, self._parts[self._default])
        # The marks are filled around the main part, never in it: what participants wrote may hold the text of one.
        before, _, after = html.partition(MAIN)
        if skip_to:
            before = before.replace('href="#content"', f'href="#{skip_to}"')
        if about:
            after = after.replace(PROBLEM, escape(about))
        return (_fill(before, title, head, nav) + main + _fill(after, title, head, nav)).encode()


def _fill(html: str, title: str, head: str, nav: str) -> str:
    return html.replace(HEAD, head).replace(NAV, nav).replace(TITLE, escape(title, quote=False))


def _read(path: Path) -> str:
    try:
        html = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ManifestProblem(f"{path} cannot be read ({error}). Build the site again: curbcut build") from error
    for mark in MARKS:
        if html.count(mark) != 1:
            raise ManifestProblem(
                f"{path}: {mark} stands {html.count(mark)} times; it must stand once. Mend the theme and build again."
            )
    return html
