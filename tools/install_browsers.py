"""Install what the tests drive: Debian packages, and the HTML validator from the project's package lock.

Only as root or with CI=true is anything installed; on a person's own machine the command is printed and we stop.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / "a11y_tests" / "engines"

# program: the Debian package that brings it
PROGRAMS = {
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "firefox-esr": "firefox-esr",
    "w3m": "w3m",
    "lynx": "lynx",
    "java": "default-jre-headless",
    "npm": "npm",
    "nginx": "nginx-light",
    "openssl": "openssl",
    # What the screen reader needs; the last one is no command.
    "orca": "orca",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "/usr/libexec/at-spi2-registryd": "at-spi2-core",
}


def main() -> None:
    # Where servers are installed is not always on a person's path.
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
    missing = [package for program, package in PROGRAMS.items() if not shutil.which(program, path=path)]
    if missing:
        install(missing)
    fetch_validator()


def install(packages: list[str]) -> None:
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    may_install = (hasattr(os, "geteuid") and os.geteuid() == 0) or os.environ.get("CI") == "true"
    if not may_install or not shutil.which("apt-get"):
        sys.exit(
            "The browser tests need programs that are not here.\n"
            f"On Debian or Ubuntu: sudo {' '.join(command)}\n"
            "Elsewhere, install Chromium with ChromeDriver, Firefox ESR, w3m, Lynx, Java, npm, nginx, OpenSSL,\n"
            "and the screen reader Orca with Xvfb, xdotool, dbus-daemon and at-spi2-core.\n"
            "Without a browser: make test-fast"
        )
    as_root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    print(f"Installing {', '.join(packages)} …", flush=True)
    # In this run level Debian starts no server that it installs: the tests start their own, on loopback.
    as_root += ["env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1"]
    quiet = ["--quiet", "--quiet"]
    run([*as_root, "apt-get", *quiet, "update"])
    run([*as_root, *command, *quiet])


def fetch_validator() -> None:
    """`npm ci` checks every file against the hashes of package-lock.json, and runs no script of a package."""
    lock, done = TOOLS / "package-lock.json", TOOLS / "node_modules" / ".package-lock.json"
    if done.exists() and done.stat().st_mtime >= lock.stat().st_mtime:
        return
    run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], TOOLS)
    done.touch()


def run(command: list[str], folder: Path | None = None) -> None:
    result = subprocess.run(  # noqa: S603 - commands of this file
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if result.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{result.stdout}")


if __name__ == "__main__":
    main()
