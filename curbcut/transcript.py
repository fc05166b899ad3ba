"""`curbcut transcript`: what the screen reader Orca says on a page, key by key."""

import argparse
import os
import sys
from pathlib import Path

from a11y_tests.reader import Cell, Reader, ReaderProblem, missing_packages, pair_of

SCHEMES = ("http://", "https://", "file://")
STEPS = """steps:
  Tab, Shift+Tab, Enter, Space, ArrowDown, Control+Home …   press a key
  h, r, b, t, k …             go to the next heading, radio button, button, table, link, as Orca does
  "type:Some words"           type
  "page:Enter"                press Enter, and wait for the page that comes
  "Tab until Send my answer"  press Tab until this is said
  WhereAmI, SayAll            ask Orca where you are; let it read on from here

example:
  curbcut transcript http://127.0.0.1:8000/ h h "Tab until Sessions" page:Enter SayAll"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = STEPS
    parser.add_argument("address", help="the page to begin on: an address, or a file")
    parser.add_argument("steps", nargs="*", metavar="STEP", help="what to press; see below (default: SayAll)")
    parser.add_argument("--browser", choices=("chromium", "firefox"), default="chromium")


def run(options: argparse.Namespace) -> int:
    try:
        for line in transcript(options):
            print(line, flush=True)
    except ReaderProblem as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def transcript(options: argparse.Namespace) -> list[str]:
    url = address_of(options.address)
    missing = missing_packages(options.browser)
    if missing:
        raise ReaderProblem(
            "The screen reader cannot be heard: programs are missing.\n"
            f"On Debian or Ubuntu: sudo apt-get install --no-install-recommends {' '.join(missing)}\n"
            "On other systems there is no way yet."
        )
    steps = options.steps or ["Control+Home", "SayAll"]
    with Reader() as reader, reader.open(url, options.browser, is_loopback_only=False) as reading:
        cells = [reading.first, *(cell for step in steps for cell in reading.do(step))]
    return [f"Heard with {pair_of(options.browser)}.", "", *(line for cell in cells for line in lines_of(cell))]


def lines_of(cell: Cell) -> list[str]:
    """Unlike the golden files, with what is said while a page comes: one reader may hear it in another order."""
    page = [f"  → {cell.page}"] if cell.page else []
    return [f"[{cell.step}]", *page, *(f"  {text}" for text in cell.said)]


def address_of(text: str) -> str:
    """A file's name will do for its address."""
    if text.startswith(SCHEMES):
        return text
    if os.path.exists(text):
        return Path(text).resolve().as_uri()
    raise ReaderProblem(f"{text} is neither an address that begins with http://, https:// or file://, nor a file")
