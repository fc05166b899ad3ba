"""`curbcut codes`: codes and personal links for a poll in which each person has one vote, shown this once."""

import argparse
import asyncio
import sys
from pathlib import Path

from curbcut.numbers import whole_number
from curbcut.session_of import SessionProblem, with_service
from participation_api import codes
from participation_api.components.codes import in_groups
from participation_api.components.words import say
from participation_api.database import Unavailable
from participation_api.service import Service


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", help="the id of the session")
    parser.add_argument("activity", help="the id of the poll, which has 'one_vote: codes' in its block")
    parser.add_argument("--count", type=whole_number(1, codes.MOST_CODES), required=True, help="how many to make")
    parser.add_argument("--name", default="command line", help="who makes them; stands in the log of who did what")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    parser.add_argument("--address", default="http://127.0.0.1:8000", help="where the server answers")


def run(options: argparse.Namespace) -> int:
    async def command(service: Service) -> int:
        live = service.manifest.activity(options.session, options.activity)
        if live is None:
            known = [
                f"{session.id} {name}" for session in service.manifest.sessions.values() for name in session.activities
            ]
            raise SessionProblem(f"There is no '{options.session} {options.activity}'; there is {', '.join(known)}")
        if not codes.has_codes(live):
            raise SessionProblem(f"{live.source}: write 'one_vote: codes' into the block, then build the site again")
        for code in await codes.make(service, live, options.count, options.name):
            print(f"{in_groups(code)}  {options.address}{codes.address(service, live, code)}")
        print(say("They are shown only this once."), file=sys.stderr)
        return 0

    try:
        return asyncio.run(with_service(options.site, command))
    except (SessionProblem, Unavailable) as problem:
        print(problem, file=sys.stderr)
        return 1
