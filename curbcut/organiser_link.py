"""`curbcut organiser-link`: a link that signs an organiser in, until it expires or is revoked."""

import argparse
import sys
from pathlib import Path

from curbcut.numbers import whole_number
from participation_api.components import urls
from participation_api.database import StartProblem
from participation_api.manifest import ManifestProblem, load_manifest
from participation_api.organiser_links import ROLES, add_link, revoke_links
from participation_api.settings import SettingProblem, from_environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", nargs="?", default="organiser", help="whose link it is; stands in the log of who did what"
    )
    parser.add_argument("--role", choices=ROLES, default="owner")
    parser.add_argument("--session", default="", help="the session that it is for (default: all of them)")
    parser.add_argument("--days", type=whole_number(1, 3650), default=7, help="for how many days it works (default: 7)")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    parser.add_argument("--address", default="http://127.0.0.1:8000", help="where the server answers")
    parser.add_argument("--revoke", action="store_true", help="end every link of that name instead")


def run(options: argparse.Namespace) -> int:
    try:
        settings = from_environment(options.site)
        if options.revoke:
            ended = revoke_links(settings.database, options.name, logged_in=_sessions(options.site))
            print(f"Links of {options.name} that no longer work: {ended}")
            return 0
        manifest = load_manifest(options.site / "take-part" / "manifest.json")
        if options.session and options.session not in manifest.sessions:
            print(f"There is no session '{options.session}'; there is {', '.join(manifest.sessions)}", file=sys.stderr)
            return 1
        logged_in = [options.session] if options.session else list(manifest.sessions)
        token = add_link(
            settings.database, options.role, options.name, options.days, options.session, logged_in=logged_in
        )
    except (SettingProblem, ManifestProblem, StartProblem) as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"{options.address}{urls.url_for_sign_in(manifest.root, token)}")
    return 0


def _sessions(site: Path) -> list[str]:
    """Those of the built site; a link is ended also where none is built."""
    try:
        return list(load_manifest(site / "take-part" / "manifest.json").sessions)
    except ManifestProblem:
        return []
