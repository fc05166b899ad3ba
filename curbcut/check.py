"""`curbcut check`: every mistake that would stop the build, and advice on the texts, without building."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from site_config.authoring import Advice
from site_config.problems import Mistake
from site_config.review import open_advice, review_site
from site_config.site_source import read_site


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of the Markdown files")
    parser.add_argument("--report", type=Path, metavar="FOLDER", help="write what was found for each session as JSON")
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
    reviews = review_site(source, options.docs)
    for advice in open_advice(reviews):
        print(advice, file=sys.stderr)
    if options.report:
        write(reviews, options.report)
    activities = sum(len(session.blocks) for session in source.sessions.values())
    print(f"{len(source.pages)} pages, {len(source.sessions)} sessions and {activities} activities can be built.")
    return 0


def write(reviews: Mapping[str, Sequence[Advice]], folder: Path) -> None:
    """One file for each session; checks that were left out are in it with their reason."""
    folder.mkdir(parents=True, exist_ok=True)
    for session, found in reviews.items():
        text = json.dumps([advice.as_json("en") for advice in found], ensure_ascii=False, indent=1)
        (folder / f"{session}.json").write_text(text + "\n", encoding="utf-8")
