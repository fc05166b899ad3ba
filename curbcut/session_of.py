"""What commands that look into the database share: the service, opened for as long as they need it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from participation_api.database import StartProblem
from participation_api.manifest import ManifestProblem
from participation_api.service import Service, start_service
from participation_api.settings import SettingProblem, from_environment


class SessionProblem(Exception):
    """The command cannot be done; the text is for the one who typed it."""


async def with_service(
    site: Path, command: Callable[[Service], Awaitable[int]], results: Path = Path("docs/results")
) -> int:
    """Run the command; raises SessionProblem where the site or the database cannot be used."""
    try:
        service = await start_service(replace(from_environment(site), results=results))
    except (SettingProblem, ManifestProblem, StartProblem) as problem:
        raise SessionProblem(str(problem)) from problem
    try:
        return await command(service)
    finally:
        await service.close()
