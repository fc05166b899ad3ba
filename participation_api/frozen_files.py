"""The freeze files: written when a person asks for it, read when the server starts."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from participation_api.components.contract import Json
from participation_api.components.frozen import Frozen, FrozenProblem, read_content
from participation_api.manifest import Manifest

Key = tuple[str, str]


def path_of(folder: Path, session: str) -> Path:
    return folder / f"{session}.json"


def write(folder: Path, content: Mapping[str, Json]) -> Path:
    """By a rename, so that a build never reads half a file; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    target = path_of(folder, content["session"])
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, suffix=".new", delete=False) as file:
        file.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    fresh = Path(file.name)
    fresh.chmod(0o644)
    fresh.replace(target)
    return target


def all_frozen(manifest: Manifest, folder: Path) -> dict[Key, Frozen]:
    """What the build found, and what was frozen since. A file that cannot be read is the build's to complain of."""
    found: dict[Key, Frozen] = {}
    for session in manifest.sessions.values():
        later = _read(path_of(folder, session.id), session.id)
        for name, live in session.activities.items():
            frozen = later.get(name) or live.frozen
            if frozen:
                found[live.key] = frozen
    return found


def _read(path: Path, session: str) -> dict[str, Frozen]:
    try:
        return read_content(json.loads(path.read_text(encoding="utf-8")), session)
    except (OSError, ValueError, FrozenProblem):
        return {}
