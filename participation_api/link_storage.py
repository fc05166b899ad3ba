"""Organisers' links in the database, as their owners see and end them."""

from collections.abc import Mapping
from dataclasses import dataclass

from participation_api.components.contract import Step
from participation_api.components.moments import iso
from participation_api.components.words import Sentence, say
from participation_api.organise_door import Asked
from participation_api.organise_log import of_whole_session
from participation_api.organiser_links import ADD

ROLES: Mapping[str, tuple[Sentence, Sentence]] = {
    "owner": (say("Owner"), say("Does everything, and makes and ends links")),
    "organiser": (say("Co-moderator"), say("Opens, closes, publishes, moderates, and downloads answers")),
    "rapporteur": (say("Rapporteur"), say("Reads and downloads, and changes nothing")),
    "access": (say("Access team"), say("Reads what interpreters and captioners need, and changes nothing")),
}
ALL = """
select session, token_digest, role, name, expires_at, revoked_at from organiser_link where expires_at > ?
order by name, made_at
"""
REVOKE = "update organiser_link set revoked_at = ? where token_digest = ? and revoked_at is null"
RESTORE = "update organiser_link set revoked_at = null where token_digest = ?"
# The token comes with the form: a form that is sent twice makes one link.
ADD_ONCE = f"{ADD} on conflict (token_digest) do nothing"


@dataclass(frozen=True)
class Link:
    """A link as the page shows it; nobody can see its token again."""

    session: str
    token_digest: str
    role: str
    name: str
    expires_at: str
    revoked_at: str | None

    @property
    def role_name(self) -> Sentence | str:
        return ROLES[self.role][0] if self.role in ROLES else self.role


def logged(asked: Asked, what: str, name: str, session: str) -> list[Step]:
    """In the log of every session that the link is for."""
    at, who = asked.service.now(), asked.organiser.name
    sessions = [session] if session else list(asked.sessions)
    return [of_whole_session(one, at, who, what, name) for one in sessions]


async def all_links(asked: Asked) -> list[Link]:
    """Those that an owner of this session may end: not those that are for more than it."""
    rows = await asked.service.store.rows(ALL, iso(asked.service.now()))
    return [Link(**row) for row in rows if asked.organiser.session in ("", row["session"])]
