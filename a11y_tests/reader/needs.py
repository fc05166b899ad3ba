"""What must be installed before the screen reader can be heard, and which versions there are."""

import re
import shutil
import subprocess

from a11y_tests.browser import chromium_path
from a11y_tests.firefox import firefox_path

# program: the Debian package that brings it. The last one is no command, and Orca hears nothing without it.
PROGRAMS = {
    "orca": "orca",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "setpriv": "util-linux",
    "/usr/libexec/at-spi2-registryd": "at-spi2-core",
}
BROWSERS = {"chromium": (chromium_path, "chromium"), "firefox": (firefox_path, "firefox-esr")}


class ReaderProblem(Exception):
    """The screen reader cannot be heard; the text says why."""


def missing_packages(browser: str) -> list[str]:
    """The Debian packages that are not here."""
    find, package = BROWSERS[browser]
    return [name for program, name in PROGRAMS.items() if not shutil.which(program)] + [package] * (not find())


def pair_of(browser: str) -> str:
    """The reader and the browser with their versions: “Orca 43.1 and Chromium 156.0.8078.79”."""
    path = BROWSERS[browser][0]()
    return f"Orca {_version('orca')} and {browser.capitalize()} {_version(path or browser)}"


def _version(program: str) -> str:
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60)
    found = re.search(r"\d+(\.\d+)*(esr)?", answer.stdout)
    return found[0] if found else "of an unknown version"
