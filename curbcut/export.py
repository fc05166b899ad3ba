"""`curbcut export SESSION [ACTIVITY]`: what organisers download, without a browser."""

import argparse
import asyncio
import sys
from pathlib import Path

from curbcut.session_of import SessionProblem, with_service
from participation_api import exports
from participation_api.components.words import say
from participation_api.manifest import LiveActivity
from participation_api.service import Service


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", help="the id of the session: the name of its file")
    parser.add_argument("activity", nargs="?", help="the id of one activity (default: all of the session)")
    parser.add_argument("--format", choices=("csv", "json"), default="csv")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    parser.add_argument("--to", type=Path, default=Path("exports"), help="the folder for the files (default: exports)")


def run(options: argparse.Namespace) -> int:
    try:
        return asyncio.run(with_service(options.site, lambda service: _export(service, options)))
    except (SessionProblem, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1


async def _export(service: Service, options: argparse.Namespace) -> int:
    for live in _wanted(service, options):
        for name, content in (await exports.files(service, live, options.format)).items():
            options.to.mkdir(parents=True, exist_ok=True)
            path = options.to / exports.file_name(live, name)
            # As bytes: a system that writes line ends of its own would change those of the table.
            path.write_bytes(content.encode())
            print(path)
    return 0


def _wanted(service: Service, options: argparse.Namespace) -> list[LiveActivity]:
    sessions = service.manifest.sessions
    session = sessions.get(options.session)
    if session is None:
        known = ", ".join(sessions)
        sentence = say("There is no session '{name}'; there is {known}", name=options.session, known=known)
        raise SessionProblem(str(sentence))
    if options.activity is None:
        return list(session.activities.values())
    if options.activity not in session.activities:
        known = ", ".join(session.activities)
        sentence = say("There is no activity '{name}'; there is {known}", name=options.activity, known=known)
        raise SessionProblem(str(sentence))
    return [session.activities[options.activity]]
