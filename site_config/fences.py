"""Activity blocks in Markdown's own pass: each fence becomes its panel, and must be one that was read before."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from participation_api.components import COMPONENTS
from participation_api.components.panel import Place, initial_moment, panel_markers, render_panel
from participation_api.components.words import Sentence, say
from site_config.activity_blocks import DeclaredBlock
from site_config.problems import Mistake
from site_config.read_yaml import YamlProblem, read_yaml
from site_config.site_source import SiteSource


class Fences:
    """Puts panels in place, and notices where Markdown sees other blocks than the reader did."""

    def __init__(self, source: SiteSource, root: str, backend_url: str, is_preview: bool) -> None:
        self.source = source
        self.root = root
        self.backend_url = backend_url
        self.is_preview = is_preview
        self.page = ""
        self.seen: list[str] = []

    def begin(self, page: str) -> None:
        self.page, self.seen = page, []

    def end(self, html: str) -> None:
        """Raise where Markdown's blocks and ours are not the same; `html` is what came out of Markdown."""
        front = self.source.pages.get(self.page)
        for block in self._blocks():
            if not _shows(html, block) and front:
                line = int(block.source.rpartition(":")[2])
                raise Mistake(front.file, line, _not_seen(block))
        unknown = set(self.seen) - {block.activity.id for block in self._blocks()}
        if unknown and front:
            raise Mistake(front.file, front.body_line, say("Markdown sees a {names} here", names=", ".join(unknown)))

    def _blocks(self) -> list[DeclaredBlock]:
        session = self.source.sessions.get(self.page)
        return list(session.blocks) if session else []

    def panel(self, source: str, language: str, css_class: str, options: Any, md: Any, **kwargs: Any) -> str:
        """The formatter of a superfences custom fence. It never raises: superfences would swallow that."""
        block = self._find(source)
        if block is None:
            self.seen.append(f"{language} that was not read before")
            return ""
        self.seen.append(block.activity.id)
        place = Place(self.root, None, block.heading_level, self.backend_url, self.is_preview)
        moment = block.frozen.moment if block.frozen else initial_moment(block.schedule)
        results = block.frozen.results if block.frozen else None
        return render_panel(COMPONENTS[block.kind], block.activity, block.schedule, moment, place, results)

    def _find(self, source: str) -> DeclaredBlock | None:
        try:
            wanted = read_yaml(source).entry.get("id")
        except YamlProblem:
            return None
        return next((block for block in self._blocks() if block.activity.id == wanted), None)


def _shows(html: str, block: DeclaredBlock) -> bool:
    """Is the panel in the page, and not in a comment?"""
    start, _ = panel_markers(block.activity.session, block.activity.id)
    before, found, _ = html.partition(start)
    return bool(found) and before.rfind("<!--") <= before.rfind("-->")


def _not_seen(block: DeclaredBlock) -> Sentence:
    return say(
        "{kind} '{name}': Markdown does not see this block; put an empty line before and after it, close its fence, "
        "and give it no more indent than the text around it",
        kind=block.kind,
        name=block.activity.id,
    )


def register(config: MkDocsConfig, fences: Fences) -> None:
    """One custom fence for each kind; the organiser's own superfences settings stay."""
    if "pymdownx.superfences" not in config.markdown_extensions:
        config.markdown_extensions.append("pymdownx.superfences")
    settings = config.mdx_configs.setdefault("pymdownx.superfences", {})
    own = [fence for fence in settings.get("custom_fences", []) if fence.get("name") not in COMPONENTS]
    ours = [{"name": kind, "class": kind, "format": fences.panel} for kind in COMPONENTS]
    settings["custom_fences"] = [*own, *ours]
