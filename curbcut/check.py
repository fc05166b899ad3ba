"""`curbcut check`: every mistake that would stop the build, without building."""

import argparse
import sys
from pathlib import Path

import yaml

from site_config.problems import Mistake
from site_config.site_source import read_site


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of the Markdown files")
    parser.add_argument("--lang", default="en", help="the site's language, where a page does not say its own")


def run(options: argparse.Namespace) -> int:
    if not options.docs.is_dir():
        print(f"{options.docs} is no folder. Run this in the folder of the site, or give --docs.", file=sys.stderr)
        return 1
    try:
        source = read_site(options.docs, options.lang, shown_as=str(options.docs))
    except (Mistake, yaml.YAMLError) as problem:
        print(problem, file=sys.stderr)
        return 1
    activities = sum(len(session.blocks) for session in source.sessions.values())
    print(f"{len(source.pages)} pages, {len(source.sessions)} sessions and {activities} activities can be built.")
    return 0
