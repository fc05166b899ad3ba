"""Reading `take-part/manifest.json`, the contract between build and server; checked before anything is served."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import Any

from participation_api.components import COMPONENTS
from participation_api.components.contract import Activity, Component, DeclarationError, Json
from participation_api.components.declaration import declare_activity
from participation_api.components.frozen import Frozen
from participation_api.components.moments import from_iso
from participation_api.components.schedule import Schedule

VERSION = 1


class ManifestProblem(Exception):
    """The manifest cannot be used; the text is for the operator."""


@dataclass(frozen=True)
class LiveActivity:
    component: Component
    activity: Activity
    schedule: Schedule
    heading_level: int
    source: str
    declaration: Mapping[str, Json]
    frozen: Frozen | None = None

    @cached_property
    def key(self) -> tuple[str, str]:
        return self.activity.key


@dataclass(frozen=True)
class Session:
    id: str
    url: str
    title: str
    lang: str
    join_code: str
    starts_at: datetime | None
    retention: date | None
    access: list[tuple[str, str]]
    activities: Mapping[str, LiveActivity]
    checks: Mapping[str, Json]
    """`advice` on the texts of the session, and `skipped` checks with their reasons, as the build has found them."""
    people: list[Mapping[str, str]] = field(default_factory=list)
    """Those whom the session's page names: `name`, `role`, `affiliation`, and `say_as` where it was given."""
    plan: list[Mapping[str, str]] = field(default_factory=list)

    @property
    def zone(self) -> tzinfo | None:
        """The zone that the organisers wrote the start in; times are told in it."""
        return self.starts_at.tzinfo if self.starts_at else None


@dataclass(frozen=True)
class Manifest:
    site_name: str
    languages: list[str]
    root: str
    built_at: str
    sessions: Mapping[str, Session]
    glossary: list[Mapping[str, str]] = field(default_factory=list)
    """The words that the site explains: `word` and `meaning`."""

    def activity(self, session: str, activity: str) -> LiveActivity | None:
        found = self.sessions.get(session)
        return found.activities.get(activity) if found else None

    def session_of_code(self, code: str) -> Session | None:
        return next((session for session in self.sessions.values() if session.join_code == code), None)


def load_manifest(path: Path) -> Manifest:
    """Read and check; raises ManifestProblem, naming the place."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ManifestProblem(f"{path} is missing. Build the site first: curbcut build") from error
    except (OSError, ValueError) as error:
        raise ManifestProblem(f"{path} cannot be read ({error}). Build the site again: curbcut build") from error
    if not isinstance(content, dict) or content.get("version") != VERSION:
        found = content.get("version") if isinstance(content, dict) else None
        raise ManifestProblem(
            f"{path} has version {found!r}; this server reads version {VERSION}. Build the site again: curbcut build"
        )
    try:
        return _manifest(content)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ManifestProblem(f"{path}: {error!r}. Build the site again: curbcut build") from error


def _manifest(content: Mapping[str, Any]) -> Manifest:
    site = content["site"]
    sessions = {entry["id"]: _session(entry) for entry in content["sessions"]}
    return Manifest(
        site["name"], list(site["languages"]), site["base_path"], content["built_at"], sessions,
        glossary=site.get("glossary", []),
    )  # fmt: skip


def _session(entry: Mapping[str, Any]) -> Session:
    retention = date.fromisoformat(entry["retention"]) if entry["retention"] else None
    starts_at = datetime.fromisoformat(entry["starts_at"]) if entry["starts_at"] else None
    zone = starts_at.tzinfo if starts_at else None
    activities = {item["id"]: _activity(entry, item, retention, zone) for item in entry["activities"]}
    return Session(
        id=entry["id"],
        url=entry["url"],
        title=entry["title"],
        lang=entry["lang"],
        join_code=entry["join_code"],
        starts_at=starts_at,
        retention=retention,
        access=[(label, text) for label, text in entry["access"]],
        activities=activities,
        checks=entry.get("checks", {"advice": [], "skipped": []}),
        people=entry.get("people", []),
        plan=entry.get("plan", []),
    )


def _activity(
    session: Mapping[str, Any], item: Mapping[str, Any], retention: date | None, zone: tzinfo | None
) -> LiveActivity:
    kind, name = item["kind"], item["id"]
    if kind not in COMPONENTS:
        raise ManifestProblem(
            f"manifest.json: activity '{name}' has kind '{kind}', which is not one of {', '.join(COMPONENTS)}"
        )
    component = COMPONENTS[kind]
    try:
        declared = declare_activity(component, item["declaration"], session["id"], session["lang"], retention)
    except DeclarationError as error:
        raise ManifestProblem(f"manifest.json: {item['source']}: {kind} '{name}': {error.sentence}") from error
    return LiveActivity(
        component, replace(declared.activity, zone=zone), declared.schedule, item["heading_level"], item["source"],
        declaration=item["declaration"], frozen=_frozen(item),
    )  # fmt: skip


def _frozen(item: Mapping[str, Any]) -> Frozen | None:
    found = item.get("frozen")
    return Frozen(from_iso(found["at"]), item["declaration"], found["results"]) if found else None
