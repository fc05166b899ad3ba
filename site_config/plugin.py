"""The MkDocs plugin: Curbcut's theme in front of Material's, activity blocks as panels, the manifest and the shells."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from participation_api.components.words import say, words_in
from site_config import audit_summary, briefing, fences, manifest, media, requirements, shells, vocabulary
from site_config.problems import Mistake
from site_config.review import review_site
from site_config.site_source import SiteSource, read_site
from site_config.view import View, Views

THEME = Path(__file__).parent / "theme"
FIRST_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>\s*", re.DOTALL)


class CurbcutConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves this untyped
    backend_url = option.Type(str, default="")
    """Where the participation server is, if it does not serve the pages: panels then link there."""
    contact = option.Type(str, default="")


class CurbcutPlugin(BasePlugin[CurbcutConfig]):  # type: ignore[no-untyped-call] # MkDocs leaves this untyped
    source: SiteSource
    views: Views
    env: Environment
    is_preview = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.is_preview = command == "serve"

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything first; put our theme before Material's."""
        if not config.use_directory_urls:
            raise PluginError("mkdocs.yml: 'use_directory_urls' is false; Curbcut's addresses need it to be true")
        self.root = root_path(config)
        self.lang = _language(config)
        docs = Path(config.docs_dir)
        self.source = read_site(docs, self.lang, shown_as=docs.name)
        vocabulary.check_settings(config)
        vocabulary.check_pages(self.source.pages)
        self.fences = fences.Fences(self.source, self.root, self.config.backend_url, self.is_preview)
        fences.register(config, self.fences)
        self.material = _put_theme_first(config)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Material's scripts, fonts and styles are not ours to serve."""
        for file in list(files):
            if file.abs_src_path and any(Path(file.abs_src_path).is_relative_to(folder) for folder in self.material):
                files.remove(file)
        return files

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        name = page.file.src_uri
        self.fences.begin(name)
        front = self.source.pages.get(name)
        # MkDocs leaves a broken front matter in the text; ours was read strictly, so its body is what counts.
        return front.body if front and front.entry else markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        self.fences.end(html)
        found = FIRST_HEADING.search(html)
        page.meta["curbcut_heading"] = found[1] if found else ""
        html = html.replace(found[0], "", 1) if found else html
        html = self._with_last_audit(media.without_decorative(html), page, config)
        html = requirements.fill(html, docs_folder(page, config), Path(config.docs_dir), self.lang)
        # The h1 of every page is #content, where the skip link goes; a heading "Content" gets another id.
        return html.replace('id="content"', 'id="content-1"').replace('href="#content"', 'href="#content-1"')

    def _with_last_audit(self, html: str, page: Page, config: MkDocsConfig) -> str:
        folder = Path(page.file.src_uri).parent
        shown_as = f"{Path(config.docs_dir).name}/{folder.as_posix()}"
        return audit_summary.fill(html, docs_folder(page, config), shown_as, self.root, self.lang)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        self.env = env
        words = words_in(self.lang)
        # Not `_`: MkDocs puts translations of its own there.
        env.globals.update(say=words.say, say_n=words.say_n)
        return env

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        self.views = Views(
            self.source, nav, files,
            root=self.root, lang=self.lang, site_name=config.site_name, backend=self.config.backend_url,
        )  # fmt: skip
        return nav

    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        context["view"] = self.view_of(page)
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        context["view"] = self.views.of_no_page()
        return context

    def view_of(self, page: Page) -> View:
        return self.views.of_page(page)

    def on_post_build(self, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        described = {
            "name": config.site_name, "languages": [self.lang], "base_path": self.root,
            "glossary": briefing.glossary(self.source),
        }  # fmt: skip
        sessions = list(self.source.sessions.values())
        reviews = review_site(self.source, Path(config.docs_dir))
        content = manifest.manifest(described, sessions, reviews)
        for entry, session in zip(content["sessions"], sessions, strict=True):
            entry |= briefing.briefing(self.source, session)
        manifest.write(site / "take-part" / "manifest.json", content)
        shells.write(site / "take-part", self.env, self.views, self.languages())

    def languages(self) -> list[str]:
        return sorted({self.lang, *(session.facts.lang for session in self.source.sessions.values())})


def docs_folder(page: Page, config: MkDocsConfig) -> Path:
    """The folder in which the page was written."""
    return (Path(config.docs_dir) / page.file.src_uri).parent


def root_path(config: MkDocsConfig) -> str:
    """The path of `site_url`, with a slash at both ends."""
    path = urlsplit(config.site_url or "/").path.strip("/")
    return f"/{path}/" if path else "/"


def _language(config: MkDocsConfig) -> str:
    lang = config.theme.get("language") or "en"
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(lang)):
        sentence = say("theme: 'language' is '{lang}'; write a language tag such as en, fr or pt-BR", lang=lang)
        raise Mistake("mkdocs.yml", 1, sentence)
    return str(lang)


def _put_theme_first(config: MkDocsConfig) -> list[Path]:
    """Insert our folder after an organiser's own `custom_dir`; gives back the folders that come behind it."""
    custom = config.theme.custom_dir
    dirs = config.theme.dirs
    place = 1 if custom and dirs and Path(dirs[0]) == Path(custom) else 0
    dirs.insert(place, str(THEME))
    return [Path(folder) for folder in dirs[place + 1 :]]
