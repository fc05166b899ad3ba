"""`curbcut serve`: build, then pages and participation server at one address, on this machine only unless told."""

import argparse
import asyncio
import os
import socket
import sys
from dataclasses import replace
from pathlib import Path

import uvicorn

from curbcut.build import build_or_say_why
from curbcut.numbers import whole_number
from participation_api.app import create_app
from participation_api.components import urls
from participation_api.database import OneServer, StartProblem
from participation_api.manifest import Manifest, ManifestProblem
from participation_api.memory import settle_memory
from participation_api.organiser_links import add_link
from participation_api.service import Service, start_service
from participation_api.settings import SettingProblem, Settings, from_environment

LAST_PORT = 65535


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=whole_number(1, LAST_PORT), default=8000)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="the site's mkdocs.yml")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    parser.add_argument("--no-build", action="store_true", help="serve the site as it was built before")
    parser.add_argument("--watch", action="store_true", help="build again when a file of the site is saved")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not options.no_build and build_or_say_why(options.config, options.site) is None:
        return 1
    if problem := _port_problem(options.host, options.port):
        print(problem, file=sys.stderr)
        return 1
    try:
        settings = replace(from_environment(options.site), results=options.config.parent / "docs" / "results")
        server = Server(_config(options, settings))
        with asyncio.Runner(loop_factory=server.config.get_loop_factory()) as runner:
            runner.run(_serve(options, settings, server))
    except (SettingProblem, ManifestProblem, StartProblem) as problem_at_start:
        print(problem_at_start, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; everything that had arrived is saved.")
    return 0


def _port_problem(host: str, port: int) -> str | None:
    """Asked before anything is printed, so that no address is announced that does not answer."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            other = port + 123 if port + 123 <= LAST_PORT else port - 123
            return f"Port {port} on {host} cannot be used ({error.strerror}). Try another: make serve PORT={other}"
    return None


class Server(uvicorn.Server):
    """Pages that listen for changes are let go first: they would hold the end up until nobody waits any more."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.config.app.state.service.broadcaster.end()  # type: ignore[union-attr]
        await super().shutdown(sockets)


def _config(options: argparse.Namespace, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        create_app(settings),
        host=options.host,
        port=options.port,
        # An access log would hold addresses.
        access_log=False,
        server_header=False,
        log_level="warning",
        timeout_graceful_shutdown=10,
        lifespan="off",
    )


async def _serve(options: argparse.Namespace, settings: Settings, server: Server) -> None:
    """The service opens before the server and closes after it: a problem is one sentence, and what waits is saved."""
    alone = OneServer(settings.database)
    service = await start_service(settings)
    server.config.app.state.service = service  # type: ignore[union-attr]
    settle_memory()
    token = add_link(settings.database, "owner", "the one who started the server", days=1)
    announce(service.manifest, f"http://{_shown(options.host)}:{options.port}", token)
    watching = _watch(options, service) if options.watch else None
    try:
        await server.serve()
    finally:
        if watching:
            watching.cancel()
        await service.close()
        alone.release()


def _watch(options: argparse.Namespace, service: Service) -> "asyncio.Task[None]":
    from curbcut.watch import rebuild_on_save

    return asyncio.create_task(rebuild_on_save(options, service))


def _shown(host: str) -> str:
    return "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - compared, not bound


def announce(manifest: Manifest, origin: str, token: str) -> None:
    """What an organiser needs first: the address, the code to join by, and the link that signs in."""
    print(f"\n{manifest.site_name}\n  Address: {origin}{manifest.root}")
    for session in manifest.sessions.values():
        print(f"  Join code of “{session.title}”: {session.join_code[:3]} {session.join_code[3:]}")
    print(f"  Organiser's link, for one day: {origin}{urls.url_for_sign_in(manifest.root, token)}")
    print("  Stop with Ctrl+C.\n", flush=True)
