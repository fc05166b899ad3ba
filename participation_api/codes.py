"""Codes for one vote each: made from what a page or command carried, kept as HMAC only, never beside an answer."""

import secrets
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from participation_api.components import urls
from participation_api.components.codes import CODES, DIGITS, in_groups, typed_code
from participation_api.components.contract import Fields, Step, Write
from participation_api.components.moments import from_iso, iso
from participation_api.components.words import Sentence, say
from participation_api.manifest import LiveActivity
from participation_api.organise_log import UNDO, of_whole_session
from participation_api.service import Service

MAKE_CODES, CANCEL_CODES = "make-codes", "cancel-codes"
MOST_CODES = 1000
ADD = """
insert into vote_code (session, activity, code_hmac, made_at) values (?, ?, ?, ?)
on conflict (session, activity, code_hmac) do nothing
"""
KNOWN = "select 1 as one from vote_code where session = ? and activity = ? and code_hmac = ?"
COUNT = "select count(*) as count, max(made_at) as newest from vote_code where session = ? and activity = ?"
CANCEL = """
insert into cancelled_code (session, activity, code_hmac, made_at, cancelled_at)
select session, activity, code_hmac, made_at, ? from vote_code where session = ? and activity = ? and made_at <= ?
"""
FORGET = "delete from vote_code where session = ? and activity = ? and made_at <= ?"
RESTORE = """
insert into vote_code (session, activity, code_hmac, made_at)
select session, activity, code_hmac, made_at from cancelled_code
where session = ? and activity = ? and cancelled_at = ?
"""
FORGET_CANCELLED = "delete from cancelled_code where session = ? and activity = ? and cancelled_at = ?"
IS_CANCELLED = "select 1 as one from cancelled_code where session = ? and activity = ? and code_hmac = ?"
CANCELLED = """
select cancelled_at, count(*) as count from cancelled_code where session = ? and activity = ? group by cancelled_at
"""


def has_codes(live: LiveActivity) -> bool:
    return live.activity.one_vote == CODES


async def make(service: Service, live: LiveActivity, count: int, who: str, token: str = "") -> list[str]:
    """New codes, which nobody can read again; the same token makes the same ones, so that a double press adds none.
    Empty where they were cancelled since: the page that showed them, loaded again, does not bring them back."""
    seed = token or secrets.token_urlsafe(24)
    codes = _codes(service, live, seed, count)
    if await _is_cancelled(service, live, codes[0]):
        return []
    at = service.now()
    kept = [Step(ADD, (*live.key, _kept_as(service, live, code), iso(at))) for code in codes]
    known = await service.store.rows(KNOWN, *live.key, _kept_as(service, live, codes[0]))
    log = of_whole_session(live.activity.session, at, who, MAKE_CODES, live.activity.heading, str(count))
    await service.writer.save(Write("make_codes", (*kept, *([] if known else [log]))))
    return codes


def _codes(service: Service, live: LiveActivity, seed: str, count: int) -> list[str]:
    """Different from each other; of a number that is too large for nine digits the next is taken."""
    found: dict[str, None] = {}
    number = 0
    while len(found) < count:
        value = service.participants.number("code", f"{'/'.join(live.key)}\0{seed}\0{number}")
        found.setdefault(f"{value % 10**DIGITS:0{DIGITS}}")
        number += 1
    return list(found)


def _kept_as(service: Service, live: LiveActivity, code: str) -> str:
    return service.participants.sign("kept code", f"{'/'.join(live.key)}\0{code}")


async def made(service: Service, live: LiveActivity) -> tuple[int, str]:
    """How many codes work, and when the newest of them were made."""
    found = (await service.store.rows(COUNT, *live.key))[0]
    return int(found["count"]), found["newest"] or ""


async def cancel(service: Service, live: LiveActivity, newest: str, who: str) -> str:
    """Those that the page has named, and none that somebody has made since; the time of it, empty where none is left.
    What they have answered stays. They are kept apart, so that Undo brings them back."""
    at = iso(service.now())
    count = (await service.store.rows(f"{COUNT} and made_at <= ?", *live.key, newest))[0]["count"]
    if not count:
        return ""
    log = of_whole_session(live.activity.session, from_iso(at), who, CANCEL_CODES, live.activity.heading, str(count))
    steps = (Step(CANCEL, (at, *live.key, newest)), Step(FORGET, (*live.key, newest)), log)
    await service.writer.save(Write("cancel_codes", steps))
    return at


async def restore(service: Service, live: LiveActivity, cancelled_at: str, who: str) -> None:
    """Undo of the above; nothing where it was undone before."""
    if cancelled_at not in await cancelled(service, live):
        return
    what = f"{UNDO}{CANCEL_CODES}"
    log = of_whole_session(live.activity.session, service.now(), who, what, live.activity.heading)
    values = (*live.key, cancelled_at)
    await service.writer.save(Write("restore_codes", (Step(RESTORE, values), Step(FORGET_CANCELLED, values), log)))


async def _is_cancelled(service: Service, live: LiveActivity, code: str) -> bool:
    return bool(await service.store.rows(IS_CANCELLED, *live.key, _kept_as(service, live, code)))


async def cancelled(service: Service, live: LiveActivity) -> dict[str, int]:
    """When → how many codes were cancelled then."""
    return {row["cancelled_at"]: row["count"] for row in await service.store.rows(CANCELLED, *live.key)}


def address(service: Service, live: LiveActivity, code: str) -> str:
    """The personal link: it opens the form with the code in its field."""
    return f"{urls.url_for_activity(service.manifest.root, *live.key)}?code={code}"


# Who has a code is a device of its own, known by a cookie for the pages of this activity alone.


def purpose(live: LiveActivity) -> str:
    return f"code\0{'/'.join(live.key)}"


def device(service: Service, live: LiveActivity, cookies: Mapping[str, str]) -> str | None:
    """Who acts: whoever came by a private link; then by the code where the activity has codes, else the device."""
    if not has_codes(live):
        return service.participants.device_in(cookies, *live.key)
    by_code = service.participants.read_as(purpose(live), cookies.get(service.participants.code_cookie_name, ""))
    return service.participants.by_link(cookies, *live.key) or by_code


def remember(service: Service, live: LiveActivity, response: Response, found: str) -> None:
    if has_codes(live):
        path = urls.url_for_activity(service.manifest.root, *live.key).rstrip("/")
        service.participants.remember_code(response, found, purpose(live), path)
    else:
        service.participants.remember(response, found)


def forget_all(service: Service, response: Response) -> None:
    """The cookies of all activities with codes: the page that forgets does not get them."""
    for session in service.manifest.sessions.values():
        for live in session.activities.values():
            if has_codes(live):
                path = urls.url_for_activity(service.manifest.root, *live.key).rstrip("/")
                service.participants.forget_code(response, path)


async def device_of_code(
    request: Request, service: Service, live: LiveActivity, fields: Fields
) -> tuple[str, Sentence | None]:
    """The device of the code that was typed, or of the cookie that came of it; else what to do."""
    code = typed_code(fields)
    if not code:
        known = device(service, live, request.cookies)
        # A code comes with the first answer; only who has given one goes on without typing it.
        if known and await service.has_answered(live, service.participants.key(known, *live.key)):
            return known, None
        return "", say("Enter your code: {n} digits", n=DIGITS)
    if await _is_cancelled(service, live, code):
        return "", say("The code {code} is cancelled. Ask the organisers for another one", code=in_groups(code))
    if not await service.store.rows(KNOWN, *live.key, _kept_as(service, live, code)):
        return "", say("Check the digits of your code; there is no code {code}", code=in_groups(code))
    return service.participants.another(f"code\0{'/'.join(live.key)}\0{code}"), None
