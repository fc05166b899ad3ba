"""Who did what and when: one line for each change that an organiser made, kept in the same write as the change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from participation_api.components import optional
from participation_api.components.contract import Reader, Step
from participation_api.components.moments import from_iso, iso
from participation_api.components.words import Sentence, say
from participation_api.manifest import LiveActivity, Session
from participation_api.organise_states import STATE_ACTIONS, filled

ADD = """
insert into moderation_log (session, activity, at, who, what, entry, why) values (?, ?, ?, ?, ?, ?, ?)
on conflict (session, activity, at, what, entry) do nothing
"""
COLUMNS = "select activity, at, who, what, entry, why from moderation_log"
OF_SESSION = f"{COLUMNS} where session = ? order by at desc, what"
OF_ACTIVITY = f"{COLUMNS} where session = ? and activity = ? order by at desc, what"
UNDO = "undo "
COMMAND_LINE = "curbcut"
"""Who did what a command did."""


@dataclass(frozen=True)
class Line:
    """`what` is the name of an action, with `undo ` before it where it was taken back; `entry` its note or turn."""

    activity: str
    at: str
    who: str
    what: str
    entry: str
    why: str

    @property
    def action(self) -> str:
        return self.what.removeprefix(UNDO)

    @property
    def is_undo(self) -> bool:
        return self.what.startswith(UNDO)

    @property
    def time(self) -> datetime:
        return from_iso(self.at)


def step(live: LiveActivity, at: datetime, who: str, what: str, why: str = "") -> Step:
    """The line of a change of state; what is done to entries is logged by their component."""
    return Step(ADD, (*live.key, iso(at), who, what, "", why))


def of_whole_session(session: str, at: datetime, who: str, what: str, entry: str = "", why: str = "") -> Step:
    """The line of what was done to no activity alone."""
    return Step(ADD, (session, "", iso(at), who, what, entry, why))


async def of_session(reader: Reader, session: Session) -> list[Line]:
    """Newest first."""
    return _lines(await reader.rows(OF_SESSION, session.id))


async def of_activity(reader: Reader, live: LiveActivity) -> list[Line]:
    """Newest first."""
    return _lines(await reader.rows(OF_ACTIVITY, *live.key))


def _lines(rows: Sequence[dict[str, Any]]) -> list[Line]:
    return [Line(**row) for row in rows]


def newest(lines: Sequence[Line], entry: str, what: str = "") -> Line | None:
    """The last thing that was done to an entry; to the state of the activity, where the entry is empty."""
    return next((line for line in lines if line.entry == entry and what in ("", line.what)), None)


SESSION_LINES: Mapping[str, Sentence] = {
    "freeze": say("Freeze the results"),
    "erase": say("Erase what people sent"),
    "make-codes": say("Make codes for {entry}", entry=""),
    "cancel-codes": say("Cancel the codes for {entry}", entry=""),
    "make-link": say("Make a link for {entry}", entry=""),
    "download": say("Download {entry}", entry=""),
    "see-problem": say("Mark a problem as seen: {entry}", entry=""),
    "revoke-link": say("End the link of {entry}", entry=""),
}


def described(live: LiveActivity | None, line: Line) -> Sentence | str:
    """What was done, with what it was done to; as it stands in the log where nobody knows the activity any more."""
    if not line.activity and line.action in SESSION_LINES:
        action = filled(SESSION_LINES[line.action], entry=line.entry)
        return say("Undone: {action}", action=action) if line.is_undo else action
    if live is None or not (line.action in STATE_ACTIONS or line.action in live.component.ACTIONS):
        return f"{line.activity}: {line.what} {line.entry}".strip()
    action = label(live, line, live.activity.heading)
    done = say("Undone: {action}", action=action) if line.is_undo else action
    return done if line.action in STATE_ACTIONS else say("{done} ({thing})", done=done, thing=live.activity.heading)


def label(live: LiveActivity, line: Line, thing: object = "") -> Sentence:
    """The words of the button that did it."""
    if line.action in live.component.ACTIONS:
        entry = optional.entry_name(live.component, live.activity, line.entry)
        return filled(live.component.ACTIONS[line.action].label, entry=entry)
    return filled(STATE_ACTIONS[line.action].label, thing=thing or live.component.NAME)
