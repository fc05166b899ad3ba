"""Building again when a file of the site is saved, while the server goes on."""

import argparse
import asyncio
from pathlib import Path

from watchfiles import awatch

from curbcut.build import build_or_say_why
from participation_api.database import StartProblem
from participation_api.frozen_files import all_frozen
from participation_api.manifest import load_manifest
from participation_api.service import Service, refuse_dropped
from participation_api.shells import Shells


async def rebuild_on_save(options: argparse.Namespace, service: Service) -> None:
    """Watch the Markdown and mkdocs.yml; a mistake is printed, and the last good site is served meanwhile."""
    docs = options.config.parent / "docs"
    async for _ in awatch(docs, options.config):
        if await asyncio.to_thread(build_or_say_why, options.config, options.site):
            await reload_site(options.site, service)
            print("The site is built again.", flush=True)


async def reload_site(site: Path, service: Service) -> None:
    """Serve the new pages; a choice that has answers and is gone is said, and the old manifest stays."""
    manifest = load_manifest(site / "take-part" / "manifest.json")
    try:
        await refuse_dropped(manifest, service.store)
    except StartProblem as problem:
        print(problem, flush=True)
        return
    service.manifest = manifest
    service.frozen = all_frozen(manifest, service.settings.results)
    service.shells = Shells(site / "take-part", manifest.languages)
    service.cache.clear()
