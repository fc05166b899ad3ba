"""What organisers do to a note or a turn: the ACTIONS of each kind of activity, each acting at once, with Undo."""

from collections.abc import Sequence

from starlette.responses import Response

from participation_api import freezing
from participation_api.components.contract import Fields, OrganiserAction, Refused
from participation_api.components.moments import iso
from participation_api.components.words import Sentence
from participation_api.database import Unavailable
from participation_api.forms import first
from participation_api.organise_changes import NOT_SAVED, ask_again, nothing_changed
from participation_api.organise_door import Asked, back_to, no_such_page
from participation_api.organise_log import UNDO, Line, newest, of_activity
from participation_api.organise_page import page_title
from participation_api.organise_states import filled
from participation_api.organise_told import since
from participation_api.pages import personal, render


async def act(asked: Asked) -> Response:
    """Does it, if nothing was done to the entry since the button was made."""
    action = asked.live.component.ACTIONS.get(asked.name)
    if action is None:
        return no_such_page(asked)
    if action.asks_first and not asked.fields.get("sure"):
        return _ask(asked, action, action.asks_first)
    async with asked.service.states.lock:
        last = newest(await _lines(asked), first(asked.fields, "number"))
        if first(asked.fields, "expected") != (last.at if last else ""):
            return await _meanwhile(asked, last, asked.name)
        return await _do(asked, action, asked.name, asked.fields)


def _ask(asked: Asked, action: OrganiserAction, question: Sentence) -> Response:
    """What cannot be undone is asked before; everything else acts at once."""
    entry = first(asked.fields, "number")
    heading = filled(question, entry=entry)
    body = render(
        asked.service, "organise_ask.html", page_title(asked.session, heading, 0), asked.session.lang,
        heading=heading, label=filled(action.label, entry=entry), fields=asked.fields,
        action=asked.request.url.path, session=asked.session, activity=asked.live.activity,
    )  # fmt: skip
    return personal(body)


async def undo(asked: Asked) -> Response:
    """Takes what was done at `at` back, if nothing was done to the entry since."""
    action = asked.live.component.ACTIONS.get(asked.name)
    if action is None or action.undo is None:
        return no_such_page(asked)
    async with asked.service.states.lock:
        lines = await _lines(asked)
        last = newest(lines, first(asked.fields, "number"))
        if last is None or (last.what, last.at) != (asked.name, first(asked.fields, "at")):
            return await _meanwhile(asked, last, UNDO + asked.name)
        return await _do(asked, action, UNDO + asked.name, _fields_of(last, lines))


def _fields_of(done: Line, lines: Sequence[Line]) -> Fields:
    """What the button had: its entry, and what the same press did to another entry, under the name of that."""
    others = {line.what: [line.entry] for line in lines if line.at == done.at and line.what != done.what}
    return {"number": [done.entry], **others}


async def _do(asked: Asked, action: OrganiserAction, what: str, fields: Fields) -> Response:
    live, at = asked.live, asked.service.now()
    apply = action.undo if what.startswith(UNDO) and action.undo else action.apply
    try:
        await asked.service.save(live, apply(live.activity, fields, asked.organiser.name, at))
    except Refused as refused:
        if refused.field:
            return await ask_again(asked, {refused.field: refused.sentence}, first(fields, "number"))
        return await nothing_changed(asked, 409, refused.sentence)
    except Unavailable:
        return await nothing_changed(asked, 503, NOT_SAVED)
    await freezing.remove_gone(asked.service, live)
    # At once: a note that was hidden must not be shown for another half second.
    asked.service.cache.note_change(live.activity.session, at_once=True)
    done = newest(await _lines(asked), first(fields, "number"), what)
    if done is None:
        return back_to(asked)
    again = {} if done.at == iso(at) else {"again": "yes"}
    return back_to(asked, fragment=_fragment(asked, action, done), done=what, at=done.at, **again)


def _fragment(asked: Asked, action: OrganiserAction, done: Line) -> str:
    return asked.live.activity.html_id("entry", int(done.entry)) if action.stays and done.entry.isdigit() else "content"


async def _meanwhile(asked: Asked, last: Line | None, wanted: str) -> Response:
    """A second press leads where the first one led; otherwise the page says what was done since it was made."""
    if last and last.what == wanted:
        action = asked.live.component.ACTIONS[last.action]
        return back_to(asked, fragment=_fragment(asked, action, last), done=last.what, at=last.at, again="yes")
    return await nothing_changed(asked, 409, *([since(asked, last)] if last else []))


async def _lines(asked: Asked) -> list[Line]:
    return await of_activity(asked.service.store, asked.live)
