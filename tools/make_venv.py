"""Make `.venv` and install the project into it from the lock; does nothing when it is up to date.

Runs with any Python 3.11 or newer and its standard library alone: it is the first thing a newcomer starts.
"""

import hashlib
import importlib.util
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"


def main(which: str) -> None:
    """Install the set `run` or `test`; the test set holds the run set, so it is never taken back."""
    if sys.version_info < (3, 11):  # noqa: UP036 - a newcomer's Python may be older, and must be told in words
        sys.exit(f"Curbcut needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: make PYTHON=python3.11")
    if (VENV / "curbcut-test").exists():
        which = "test"
    stamp = VENV / f"curbcut-{which}"
    wanted = fingerprint(which)
    if stamp.exists() and stamp.read_text() == wanted and python().exists():
        return
    make_venv()
    print(f"Installing Curbcut's {which} set from requirements/{which}.txt …", flush=True)
    pip("--require-hashes", "--requirement", str(ROOT / "requirements" / f"{which}.txt"))
    # The build backend is in the lock, so nothing is fetched here that has no hash.
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamp.write_text(wanted)


def fingerprint(which: str) -> str:
    """What the installation depends on: the lock, the project's own description and the Python version."""
    parts = [(ROOT / "requirements" / f"{which}.txt").read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    return hashlib.sha256(b"\0".join([*parts, sys.version.encode()])).hexdigest()


def make_venv() -> None:
    if python().exists():
        return
    # Debian and Ubuntu ship Python without ensurepip; its own message is long and names no package for this version.
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(
            f"Python {version} is here without its pip. On Debian or Ubuntu: sudo apt install python{version}-venv"
        )
    print("Making .venv …", flush=True)
    venv.create(VENV, with_pip=True)


def python() -> Path:
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def pip(*arguments: str) -> None:
    command = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, check=False).returncode:  # noqa: S603 - our own arguments
        sys.exit("The installation stopped; the lines above say why. Run the same command again when it is mended.")


if __name__ == "__main__":
    main(sys.argv[1])
