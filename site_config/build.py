"""Building the site into a fresh folder, which takes the place of the last good one only when it is whole."""

import logging
import os
import shutil
import tempfile
from pathlib import Path


class BuildFailed(Exception):
    """The site was not built; the last good one stays. The text says why, for organisers."""


def build_site(config_file: Path, site_dir: Path | None = None) -> Path:
    """Build and give back the folder of the site."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    from site_config.problems import Mistake

    problems = _Collected()
    logging.getLogger("mkdocs").addHandler(problems)
    target, fresh = site_dir, None
    try:
        config = load_config(config_file=str(config_file))
        target = Path(site_dir or config.site_dir)
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-new-", dir=target.parent))
        config.site_dir = str(fresh)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        if not (fresh / "take-part" / "manifest.json").is_file():
            raise BuildFailed(f"{config_file}: 'plugins' does not name curbcut; add '- curbcut' to it")
        fresh.chmod(0o755)
        _replace(target, fresh)
    except (Abort, MkDocsException) as error:
        # MkDocs wraps what a plugin raises, and logs a line of its own before it.
        mistake = error if isinstance(error, Mistake) else error.__context__
        said = str(mistake) if isinstance(mistake, Mistake) else "\n".join(problems.lines) or str(error)
        raise BuildFailed(said) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(problems)
        if fresh is not None and fresh.exists():
            shutil.rmtree(fresh)
    return target


def _replace(target: Path, fresh: Path) -> None:
    """Two renames, so that nobody is served a half-written site."""
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
    if target.exists():
        target.rename(old / "site")
    fresh.rename(target)
    shutil.rmtree(old)


class _Collected(logging.Handler):
    """Warnings and errors of MkDocs, kept for the message: with `strict`, its own last line only counts them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
