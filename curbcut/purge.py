"""`curbcut purge`: what people sent is erased once its retention date is past."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from participation_api.components.words import say
from participation_api.database import StartProblem
from participation_api.manifest import ManifestProblem, load_manifest
from participation_api.purging import purge
from participation_api.settings import SettingProblem, from_environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    parser.add_argument("--dry-run", action="store_true", help="say what would be removed, and remove nothing")


def run(options: argparse.Namespace) -> int:
    try:
        settings = from_environment(options.site)
        manifest = load_manifest(options.site / "take-part" / "manifest.json")
        done = purge(settings.database, manifest, datetime.now(UTC).date(), only_look=options.dry_run)
    except (SettingProblem, ManifestProblem, StartProblem) as problem:
        print(problem, file=sys.stderr)
        return 1
    if options.dry_run:
        print(say("Nothing is removed: this only shows what would be."))
    if not done:
        print(say("No session is past its retention date."))
    for line in done:
        print(line)
    return 0
