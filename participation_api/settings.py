"""What differs from one deployment to the next; each environment variable is named here and nowhere else."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    site: Path = Path("site")
    database: Path = Path("instance/curbcut.sqlite3")
    results: Path = Path("docs/results")
    """Where frozen results are written, for the next build."""
    secret: str = ""
    """Signs cookies; without one the database makes and keeps its own."""
    is_https: bool = False
    """Cookies are then Secure and carry the `__Host-` prefix."""
    trusted_origins: frozenset[str] = frozenset()


class SettingProblem(Exception):
    """A setting cannot be used; the text is for the operator."""


def from_environment(site: Path) -> Settings:
    """CURBCUT_DATABASE_URL, CURBCUT_SECRET, CURBCUT_HTTPS, CURBCUT_TRUSTED_ORIGINS."""
    env = os.environ
    return Settings(
        site=site,
        database=database_path(env.get("CURBCUT_DATABASE_URL", "sqlite:///instance/curbcut.sqlite3")),
        secret=env.get("CURBCUT_SECRET", ""),
        is_https=env.get("CURBCUT_HTTPS", "").lower() in ("1", "yes", "true"),
        trusted_origins=frozenset(env.get("CURBCUT_TRUSTED_ORIGINS", "").split()),
    )


def database_path(address: str) -> Path:
    """`sqlite:///instance/x.sqlite3` is below the present folder, `sqlite:////var/x.sqlite3` is absolute."""
    if not address.startswith("sqlite:///") or address == "sqlite:///":
        raise SettingProblem(
            f"CURBCUT_DATABASE_URL is '{address}'; it must be sqlite:///path/of/the/file"
        )
    return Path(address.removeprefix("sqlite:///"))
