"""What a person sent, given back as text where it could not be taken: nobody types twice."""

from urllib.parse import parse_qsl

from starlette.requests import Request

from participation_api.components.contract import Fields
from participation_api.manifest import LiveActivity, Manifest

SENT = "curbcut.sent"
# What our own pages put into a form; nobody typed it.
NOT_TYPED = frozenset(
    {"number", "seen", "expected", "floor", "at", "minutes", "end_minutes", "change", "of", "person", "entry", "token"}
    | {"activity", "problem", "link", "sure", "checked", "find"}
)


def remember(request: Request, fields: Fields) -> None:
    """Kept with the request, so that a page for a fault that comes later still has it."""
    request.scope[SENT] = fields


def remember_body(request: Request, body: bytes) -> None:
    """A body that is no form of ours: what can be read of it, with a sign in place of what cannot."""
    found: dict[str, list[str]] = {}
    for name, value in parse_qsl(body.decode("utf-8", "replace"), errors="replace"):
        found.setdefault(name, []).append(value.replace("\r\n", "\n").replace("\0", ""))
    remember(request, found)


def sent(request: Request) -> Fields:
    found: Fields = request.scope.get(SENT, {})
    return found


def texts(request: Request, manifest: Manifest) -> list[str]:
    """In the words of the page that it was sent from; of a page that nobody knows, what was typed."""
    fields = sent(request)
    live = activity_of(request, manifest)
    found = live.component.read_back(live.activity, fields) if live and fields else []
    return found or [value for name, values in fields.items() if name not in NOT_TYPED for value in values if value]


def activity_of(request: Request, manifest: Manifest) -> LiveActivity | None:
    names = request.scope.get("path_params", {})
    return manifest.activity(names.get("session", ""), names.get("activity", ""))
