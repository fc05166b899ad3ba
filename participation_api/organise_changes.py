"""Opening, closing, adding time, publishing: a button changes the state at once, and Undo takes it back."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from starlette.responses import Response

from participation_api import organise_page
from participation_api.components.contract import Fields
from participation_api.components.moments import iso
from participation_api.components.schedule import Moment
from participation_api.components.words import Sentence, say
from participation_api.database import Unavailable
from participation_api.forms import first
from participation_api.organise_door import Asked, back_to, no_such_page, typed
from participation_api.organise_log import UNDO, Line, newest, of_activity, step
from participation_api.organise_page import Told
from participation_api.organise_states import MINUTES, STATE_ACTIONS, StateAction, in_words, stamp
from participation_api.organise_told import NOTHING_CHANGED, since
from participation_api.pages import personal

ADD_TIME = "add-time"
NOT_SAVED = say("We could not save just now. Wait for some seconds, and try again.")


async def change(asked: Asked) -> Response:
    """One of STATE_ACTIONS, if the activity is still in the state that the button was made for."""
    action = STATE_ACTIONS.get(asked.name)
    if action is None:
        return no_such_page(asked)
    minutes = _minutes(asked.fields)
    if asked.name == ADD_TIME and minutes is None:
        return await ask_again(asked, {"minutes": say("Choose how many minutes from the list")})
    async with asked.service.states.lock:
        moment = asked.service.moment(asked.live)
        is_fresh = first(asked.fields, "expected") == stamp(asked.service, asked.live, moment)
        if not is_fresh or moment.frozen_at or moment.state not in action.from_states:
            return await _meanwhile(asked, asked.name)
        try:
            at = await _change(asked, action, moment, minutes or 0)
        except Unavailable:
            return await nothing_changed(asked, 503, NOT_SAVED)
    asked.service.cache.note_change(asked.live.activity.session, at_once=True)
    # Where the tally cannot be fixed now, it is fixed before the next answer is taken.
    with suppress(Unavailable):
        await asked.service.fix_tally(asked.live, asked.service.moment(asked.live))
    return back_to(asked, done=asked.name, at=iso(at))


def _minutes(fields: Fields) -> int | None:
    chosen = first(fields, "minutes")
    return int(chosen) if chosen in {str(minutes) for minutes in MINUTES} else None


async def _change(asked: Asked, action: StateAction, moment: Moment, minutes: int) -> datetime:
    live, who = asked.live, asked.organiser.name
    last = asked.service.states.last(live)
    # Later than the last one, also where that was made while the clock of the machine was ahead: the last one counts.
    at = max(asked.service.now(), last.at + timedelta(microseconds=1)) if last else asked.service.now()
    made = replace(action.make(live.schedule, moment, minutes, at), by=who)
    line = step(live, at, who, asked.name, f"{minutes} min" if asked.name == ADD_TIME else "")
    await asked.service.states.change(live, made, (line,))
    return at


async def undo(asked: Asked) -> Response:
    """Takes the change made at `at` back, if it is the last; a second press changes nothing, and says so."""
    service, live, who = asked.service, asked.live, asked.organiser.name
    async with service.states.lock:
        last = service.states.last(live)
        lines = await of_activity(service.store, live)
        done = next((line for line in lines if last and not line.entry and line.at == iso(last.at)), None)
        if last is None or done is None or done.at != first(asked.fields, "at"):
            return await _meanwhile(asked, _undo_of(lines, first(asked.fields, "at")))
        at = service.now()
        try:
            await service.states.undo(live, last.at, (step(live, at, who, UNDO + done.what),))
        except Unavailable:
            return await nothing_changed(asked, 503, NOT_SAVED)
    service.cache.note_change(live.activity.session, at_once=True)
    return back_to(asked, done=UNDO + done.what, at=iso(at))


def _undo_of(lines: list[Line], at: str) -> str:
    return next((UNDO + line.what for line in lines if not line.entry and line.at == at), "")


async def _meanwhile(asked: Asked, wanted: str) -> Response:
    """What was wanted is done already, or something else was done since the page was made."""
    last = newest(await of_activity(asked.service.store, asked.live), "")
    if last and last.what == wanted:
        return back_to(asked, done=last.what, at=last.at, again="yes")
    state = in_words(asked.live, asked.service.moment(asked.live))
    told = [say("The page was made before something else happened. Now: {state}.", state=state)]
    return await nothing_changed(asked, 409, *told, *([since(asked, last)] if last else []))


async def nothing_changed(asked: Asked, status: int, *sentences: Sentence) -> Response:
    told = Told(NOTHING_CHANGED, sentences, texts=typed(asked.fields))
    return personal(await organise_page.html(asked, told), status)


async def ask_again(asked: Asked, problems: dict[str, Sentence], entry: str = "") -> Response:
    told = Told(problems=problems, entry=entry, values=asked.fields)
    return personal(await organise_page.html(asked, told), 422)
