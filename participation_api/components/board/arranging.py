"""What organisers do to the order of a board: move a note to a column or a group, pin it, mark it as answered."""

from collections.abc import Callable, Mapping
from datetime import datetime

from participation_api.components.board.declaration import Board
from participation_api.components.board.groups import MAKE, group_id, name_of
from participation_api.components.board.log import line, number_of
from participation_api.components.contract import Fields, OrganiserAction, Refused, Step, Write
from participation_api.components.moments import iso
from participation_api.components.typed import chosen, too_long, typed_line
from participation_api.components.words import Sentence, say, words_in

NAME_LIMIT = 80
# The log says the name of the place as it stands on the page.
LOG = """
insert into moderation_log (session, activity, at, who, what, entry, why)
select session, activity, ?, ?, 'move', ?, coalesce((
  select text from note_group
  where note_group.session = note.session and note_group.activity = note.activity and note_group.id = ?
), ?) from note
where session = ? and activity = ? and number = ? and case group_id when '' then column_id else group_id end <> ?
on conflict (session, activity, at, what, entry) do nothing
"""
# Refused where no such group was made.
MOVE = """
update note set group_before = case when group_id = '' then column_id else group_id end, group_id = ?
where session = ? and activity = ? and number = ? and status <> 'withdrawn'
and case group_id when '' then column_id else group_id end <> ?
"""
# Changes nothing; its refusal says that the note has gone.
IS_THERE = """
update note set number = number where session = ? and activity = ? and number = ? and status <> 'withdrawn'
"""
IS_GROUP = "update note_group set id = id where session = ? and activity = ? and id = ?"
MOVE_BACK = """
update note set group_id = group_before
where session = ? and activity = ? and number = ? and status <> 'withdrawn' and group_before <> ''
"""
SET: Mapping[str, str] = {
    "is_pinned": "update note set is_pinned = ? where session = ? and activity = ? and number = ?",
    "is_answered": "update note set is_answered = ? where session = ? and activity = ? and number = ?",
}
Apply = Callable[[Board, Fields, str, datetime], Write]


def move(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    """To a column or group of the list, or to a new group, which is made with it."""
    number, to, name = number_of(fields), chosen(fields, "to"), typed_line(fields, "group")
    if problem := _problem(to, name):
        raise Refused(*problem)
    steps = [Step(IS_THERE, (*activity.key, number), refusal=_gone(number))]
    column = next((each for each in activity.columns if each.id == to or _same(each.text, name)), None)
    place = column.id if column else to
    if column is None and name:
        place = group_id(name)
        steps.append(Step(MAKE, (*activity.key, place, name, iso(at))))
    if column is None:
        steps.append(Step(IS_GROUP, (*activity.key, place), refusal=say("Choose from the places on this page")))
    said = words_in(activity.lang).render(name_of(column)) if column else ""
    log = Step(LOG, (iso(at), who, str(number), place, said, *activity.key, number, place))
    return Write("move_note", (*steps, log, Step(MOVE, (place, *activity.key, number, place))))


def _problem(to: str, name: str) -> tuple[Sentence, str] | None:
    if to and name:
        return say("Choose a place, or name a new group, not both"), "to"
    if not to and not name:
        return say("Choose a place, or name a new group"), "to"
    too_much = too_long(name, NAME_LIMIT)
    return (too_much, "group") if too_much else None


def _same(one: str, other: str) -> bool:
    return bool(other) and group_id(one) == group_id(other)


def _gone(number: int) -> Sentence:
    return say("Note {number} was withdrawn by its author; there is nothing left to move", number=number)


def _move_back(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
    number = number_of(fields)
    log = line(activity, "undo move", number, who, at, "group_before <> ''")
    return Write("undo_move_note", (log, Step(MOVE_BACK, (*activity.key, number))))


def _marking(what: str, column: str, value: int) -> Apply:
    def mark(activity: Board, fields: Fields, who: str, at: datetime) -> Write:
        number = number_of(fields)
        there = Step(IS_THERE, (*activity.key, number), refusal=say("There is no note {number}", number=number))
        log = line(activity, what, number, who, at, f"{column} <> ?", value)
        return Write(f"{what.replace(' ', '_')}_note", (there, log, Step(SET[column], (value, *activity.key, number))))

    return mark


def _mark(what: str, label: Sentence, done: Sentence, column: str, value: int) -> OrganiserAction:
    undo = _marking(f"undo {what}", column, 1 - value)
    return OrganiserAction(label, done, _marking(what, column, value), undo, stays=True)


ARRANGING: Mapping[str, OrganiserAction] = {
    "move": OrganiserAction(
        say("Move note {entry}", entry=""), say("Note {entry} is moved to “{why}”", entry="", why=""),
        move, _move_back, stays=True,
    ),
    "pin": _mark(
        "pin", say("Pin note {entry}", entry=""), say("Note {entry} is pinned: it comes first", entry=""),
        "is_pinned", 1,
    ),
    "unpin": _mark(
        "unpin", say("Unpin note {entry}", entry=""), say("Note {entry} is not pinned any more", entry=""),
        "is_pinned", 0,
    ),
    "answered": _mark(
        "answered", say("Mark note {entry} as answered", entry=""), say("Note {entry} is marked as answered", entry=""),
        "is_answered", 1,
    ),
    "unanswered": _mark(
        "unanswered", say("Mark note {entry} as not answered", entry=""),
        say("Note {entry} is marked as not answered", entry=""), "is_answered", 0,
    ),
}  # fmt: skip
