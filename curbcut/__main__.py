"""The command `curbcut`: one module a command, each with `add_arguments` and `run`."""

import argparse
import sys
from importlib import import_module
from typing import Any

COMMANDS = {
    "serve": "start the pages and the participation server",
    "build": "build the site",
    "check": "check what organisers wrote, without building",
    "codes": "make codes for a poll in which each person has one vote",
    "export": "write the answers of a session as CSV or JSON",
    "freeze": "keep a session's published results in the site for good",
    "report": "write a session's report as a Word file and as Markdown",
    "organiser-link": "make a sign-in link for an organiser",
    "purge": "erase what is past its retention date",
    "audit": "find accessibility barriers on pages",
    "transcript": "write down what the screen reader Orca says on a page",
}


def main(arguments: list[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(
        prog="curbcut", description="Conference sessions that everyone can take part in.",
        epilog="Help for one command: curbcut COMMAND --help",
    )  # fmt: skip
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".")
        # Only the module that runs is imported: the audit's needs Selenium, which a server has no use for.
        if given[:1] == [name]:
            _module(name).add_arguments(command)
    options = parser.parse_args(given)
    return int(_module(options.command).run(options))


def _module(name: str) -> Any:
    return import_module(f"curbcut.{name.replace('-', '_')}")


if __name__ == "__main__":
    sys.exit(main())
