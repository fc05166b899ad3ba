"""What an organiser's page says after a button was pressed, read from the log: never from what an address claims."""

from participation_api.components import optional, urls
from participation_api.components.moments import from_iso
from participation_api.components.words import Sentence, say
from participation_api.organise_door import Asked
from participation_api.organise_log import Line, label, newest, of_activity
from participation_api.organise_page import Told, Undo, told_line
from participation_api.organise_states import STATE_ACTIONS, filled, in_words

AGAIN = say("It was done already. Pressing the button again changed nothing.")
NOTHING_CHANGED = say("Nothing was changed")


async def told_by(asked: Asked) -> Told:
    """`?done=<what>&at=<when>` names a line of the log; with `again=yes` a button was pressed twice."""
    query = asked.request.query_params
    lines = await of_activity(asked.service.store, asked.live)
    wanted = (query.get("done"), query.get("at"))
    line = next((line for line in lines if (line.what, line.at) == wanted), None)
    if line is None:
        return Told()
    last = newest(lines, line.entry)
    if last is not None and last.at != line.at:
        return Told(sentences=[since(asked, last)])
    sentences = [AGAIN] if query.get("again") == "yes" else []
    action = asked.live.component.ACTIONS.get(line.action)
    at_entry = line.entry if action and action.stays else ""
    return Told(_heading(asked, line), sentences, undo=_undo(asked, line, lines), at_entry=at_entry)


def since(asked: Asked, line: Line) -> Sentence:
    return say("Meanwhile: {what}", what=told_line(asked.live, line, asked.session))


def _heading(asked: Asked, line: Line) -> Sentence:
    live = asked.live
    if line.action in live.component.ACTIONS:
        entry = optional.entry_name(live.component, live.activity, line.entry)
        done = filled(live.component.ACTIONS[line.action].done, entry=entry, why=line.why)
        return say("Undone: {action}", action=label(live, line)) if line.is_undo else done
    moment = asked.service.moment(live)
    if line.is_undo:
        return say("Undone. {state}", state=in_words(live, moment))
    changed, last = STATE_ACTIONS[line.action].done, asked.service.states.last(live)
    # The clock may have closed it since.
    is_so = last is not None and last.state is moment.state
    return filled(changed, question=live.activity.heading) if changed and is_so else in_words(live, moment)


def _undo(asked: Asked, line: Line, lines: list[Line]) -> Undo | None:
    """Only what was done last, and what can be taken back."""
    live, root = asked.live, asked.service.manifest.root
    if line.is_undo or not asked.organiser.may_act:
        return None
    name = say("Undo “{action}”", action=label(live, line))
    if line.action in STATE_ACTIONS:
        last = asked.service.states.last(live)
        is_last = last is not None and last.at == from_iso(line.at)
        return Undo(name, urls.url_for_state(root, *live.key, "undo"), {"at": line.at}) if is_last else None
    if live.component.ACTIONS[line.action].undo is None:
        return None
    address = urls.url_for_action(root, *live.key, line.action, undo=True)
    return Undo(name, address, {"at": line.at, "number": line.entry})
