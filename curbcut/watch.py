"""Building again when a file of the site is saved, while the server goes on."""

import argparse
import asyncio
from pathlib import Path

from watchfiles import awatch

from curbcut.build import build_or_say_why
from participation_api.database import StartProblem, Unavailable
from participation_api.frozen_files import all_frozen
from participation_api.manifest import ManifestProblem, load_manifest
from participation_api.service import Service, refuse_dropped
from participation_api.shells import Shells
from participation_api.wording import note_wordings


async def rebuild_on_save(options: argparse.Namespace, service: Service) -> None:
    """Watch the Markdown and mkdocs.yml; a mistake is printed, and the last good site is served meanwhile."""
    docs = options.config.parent / "docs"
    async for _ in awatch(docs, options.config):
        if await asyncio.to_thread(build_or_say_why, options.config, options.site):
            print(await reload_site(options.site, service), flush=True)


async def reload_site(site: Path, service: Service) -> str:
    """Serve the new pages, and say so; where they cannot be served, the old manifest stays and the text says why."""
    try:
        manifest = load_manifest(site / "take-part" / "manifest.json")
        await refuse_dropped(manifest, service.store)
        await note_wordings(manifest, service.store, service.writer, service.now())
    except (StartProblem, ManifestProblem, Unavailable) as problem:
        return str(problem)
    if manifest.root != service.manifest.root:
        return "The path of 'site_url' has changed: stop the server and start it again."
    service.manifest = manifest
    service.frozen = all_frozen(manifest, service.settings.results)
    service.shells = Shells(site / "take-part", manifest.languages)
    service.cache.clear()
    return "The site is built again."
