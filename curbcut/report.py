"""`curbcut report SESSION`: the rapporteur's report, as a Word file and as Markdown."""

import argparse
import asyncio
import sys
from pathlib import Path

from curbcut.session_of import SessionProblem, with_service
from participation_api.components.words import say
from participation_api.report.content import report_of
from participation_api.report.markdown import as_markdown
from participation_api.report.word import as_word
from participation_api.service import Service


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", help="the id of the session: the name of its file")
    parser.add_argument("--format", choices=("both", "docx", "md"), default="both")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    parser.add_argument("--to", type=Path, default=Path("reports"), help="the folder for the files (default: reports)")


def run(options: argparse.Namespace) -> int:
    try:
        return asyncio.run(with_service(options.site, lambda service: _report(service, options)))
    except (SessionProblem, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1


async def _report(service: Service, options: argparse.Namespace) -> int:
    session = service.manifest.sessions.get(options.session)
    if session is None:
        known = ", ".join(service.manifest.sessions)
        sentence = say("There is no session '{name}'; there is {known}", name=options.session, known=known)
        raise SessionProblem(str(sentence))
    made = await report_of(service, session)
    options.to.mkdir(parents=True, exist_ok=True)
    for kind in ("docx", "md") if options.format == "both" else (options.format,):
        path = options.to / f"{session.id}-report.{kind}"
        path.write_bytes(as_word(made, service.now()) if kind == "docx" else as_markdown(made).encode())
        print(path)
    return 0
