"""The empty page around what the server writes: the theme's own template, with four marks to fill."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.exceptions import PluginError

from participation_api.components.words import words_in
from site_config.view import Views

MARKS = ("<!--curbcut:title-->", "<!--curbcut:head-->", "<!--curbcut:main-->", "<!--curbcut:nav-current-->")


def write(folder: Path, env: Environment, views: Views, languages: list[str]) -> None:
    """Write `shell.<lang>.html` for each language of the site."""
    folder.mkdir(parents=True, exist_ok=True)
    for lang in languages:
        words = words_in(lang)
        html = env.get_template("main.html").render(view=views.of_shell(lang), say=words.say, say_n=words.say_n)
        for mark in MARKS:
            if html.count(mark) != 1:
                raise PluginError(
                    f"theme main.html: {mark} stands {html.count(mark)} times in the shell; it must stand once"
                )
        (folder / f"shell.{lang}.html").write_text(html, encoding="utf-8")
