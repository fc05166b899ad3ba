"""`curbcut serve`: build, then pages and participation server at one address, on this machine only unless told."""

import argparse
import os
import sys
from pathlib import Path

from curbcut.build import build_or_say_why
from curbcut.organiser_link import make_link
from participation_api.manifest import Manifest, ManifestProblem, load_manifest
from participation_api.settings import SettingProblem, Settings, from_environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="the site's mkdocs.yml")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    parser.add_argument("--no-build", action="store_true", help="serve the site as it was built before")
    parser.add_argument("--watch", action="store_true", help="build again when a file of the site is saved")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not options.no_build and build_or_say_why(options.config, options.site) is None:
        return 1
    try:
        settings = from_environment(options.site)
        manifest = load_manifest(options.site / "take-part" / "manifest.json")
        link = make_link(settings, "organiser", "", days=1)
    except (SettingProblem, ManifestProblem) as problem:
        print(problem, file=sys.stderr)
        return 1
    announce(manifest, f"http://{_shown(options.host)}:{options.port}", link)
    return _listen(options, settings)


def _shown(host: str) -> str:
    return "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - compared, not bound


def announce(manifest: Manifest, origin: str, link: str) -> None:
    """What an organiser needs first: the address, the code to join by, and the link that signs in."""
    print(f"\n{manifest.site_name}\n  Address: {origin}{manifest.root}")
    for session in manifest.sessions.values():
        print(f"  Join code of “{session.title}”: {session.join_code[:3]} {session.join_code[3:]}")
    print(f"  Organiser's link, for one day: {origin}{manifest.root}organise/in/{link}")
    print("  Stop with Ctrl+C.\n", flush=True)


def _listen(options: argparse.Namespace, settings: Settings) -> int:
    import uvicorn

    from participation_api.app import create_app

    app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=options.host,
        port=options.port,
        # The access log would hold addresses; the server's own name tells nobody anything useful.
        access_log=False,
        server_header=False,
        log_level="warning",
        timeout_graceful_shutdown=10,
        lifespan="on",
    )
    server = uvicorn.Server(config)
    if options.watch:
        from curbcut.watch import rebuild_on_save

        rebuild_on_save(options, app)
    server.run()
    return 0 if server.started else 1
