"""`curbcut freeze SESSION`: its published results into docs/results, for the next build."""

import argparse
import asyncio
import sys
from pathlib import Path

from curbcut.session_of import SessionProblem, with_service
from participation_api import freezing
from participation_api.components.contract import Write
from participation_api.organise_log import COMMAND_LINE, of_whole_session
from participation_api.service import Service


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", help="the id of the session: the name of its file")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    parser.add_argument(
        "--to", type=Path, default=Path("docs/results"), help="where the file goes (default: docs/results)"
    )


def run(options: argparse.Namespace) -> int:
    try:
        return asyncio.run(with_service(options.site, lambda service: _freeze(service, options), options.to))
    except (SessionProblem, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1


async def _freeze(service: Service, options: argparse.Namespace) -> int:
    session = service.manifest.sessions.get(options.session)
    if session is None:
        known = ", ".join(service.manifest.sessions)
        raise SessionProblem(f"There is no session '{options.session}'; there is {known}")
    path = await freezing.freeze(service, session, options.to)
    line = of_whole_session(session.id, service.now(), COMMAND_LINE, "freeze")
    await service.writer.save(Write("log_freeze", (line,)))
    kept = sum(service.frozen[live.key].results is not None for live in session.activities.values())
    print(f"{path}: the results of {kept} of {len(session.activities)} activities.")
    print("Build the site again to show them: curbcut build")
    print("A server that runs takes answers until it is started again.")
    return 0
