"""What people told the team, first on its page: for those who organise and those who give access, and nobody else."""

from typing import Any

from starlette.responses import RedirectResponse, Response

from participation_api import organise_log
from participation_api.components import urls
from participation_api.components.contract import Reader, Step, Write
from participation_api.components.moments import iso
from participation_api.components.words import say_n, words_in
from participation_api.forms import first
from participation_api.manifest import Session
from participation_api.organise_door import Asked, only_looks
from participation_api.problems import KINDS
from participation_api.sign_in import Organiser

TEAM = ("owner", "organiser", "access")
ALL = "select id, kind, text, activity, at, seen_at, seen_by from problem where session = ? order by at desc"
NEW = "select kind from problem where session = ? and id = ? and seen_at is null"
SEEN = "update problem set seen_at = ?, seen_by = ? where session = ? and id = ? and seen_at is null"


async def told_to(organiser: Organiser, reader: Reader, session: Session) -> list[dict[str, Any]]:
    """Newest first; nothing for a rapporteur, since it can be about a person."""
    if organiser.role not in TEAM:
        return []
    rows = await reader.rows(ALL, session.id)
    return [
        row | {"label": KINDS.get(row["kind"], row["kind"]), "live": session.activities.get(row["activity"])}
        for row in rows
    ]


def in_title(session: Session, new: int) -> str:
    """`2 problems – `, before everything else that waits."""
    return f"{words_in(session.lang).render(say_n('{n} problem', '{n} problems', new))} – " if new else ""


async def seen(asked: Asked) -> Response:
    """The sender reads at once that somebody of the team has seen it; a second press keeps the first time."""
    if asked.organiser.role not in TEAM:
        return only_looks(asked)
    if asked.request.method == "POST":
        await _mark_as_seen(asked, first(asked.fields, "problem"))
    address = urls.url_for_organise(asked.service.manifest.root, asked.session.id)
    return RedirectResponse(f"{address}#content", 303, {"cache-control": "no-store"})


async def _mark_as_seen(asked: Asked, number: str) -> None:
    """Logged once; what a second press finds seen already is no news."""
    session, at, who = asked.session.id, asked.service.now(), asked.organiser.name
    new = [row["kind"] for row in await asked.service.store.rows(NEW, session, number)]
    lines = [organise_log.of_whole_session(session, at, who, "see-problem", str(KINDS.get(kind, kind))) for kind in new]
    await asked.service.writer.save(Write("see_problem", (Step(SEEN, (iso(at), who, session, number)), *lines)))
