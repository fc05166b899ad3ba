"""`curbcut build`: the site from its Markdown; a mistake leaves the last good site in place."""

import argparse
import json
import sys
from pathlib import Path

from site_config.build import BuildFailed, build_site


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="the site's mkdocs.yml")
    parser.add_argument(
        "--site", type=Path, help="where the site goes (default: site_dir of mkdocs.yml, which is site)"
    )


def run(options: argparse.Namespace) -> int:
    site = build_or_say_why(options.config, options.site)
    if site is None:
        return 1
    print(f"The site is in {site}.")
    if count := advice_in(site):
        print(f"Places to look at in the texts: {count}. They are named by: curbcut check")
    return 0


def build_or_say_why(config: Path, site: Path | None) -> Path | None:
    if not config.exists():
        print(f"{config} is missing. Run this in the folder of the site, or give --config.", file=sys.stderr)
        return None
    try:
        return build_site(config, site)
    except BuildFailed as problem:
        print(f"{problem}\nThe site was not built. The last good site is still in place.", file=sys.stderr)
        return None


def advice_in(site: Path) -> int:
    manifest = json.loads((site / "take-part" / "manifest.json").read_text(encoding="utf-8"))
    return sum(not one["skipped"] for session in manifest["sessions"] for one in session["checks"]["advice"])
