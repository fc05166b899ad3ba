"""What organisers take with them: answers as CSV and JSON, under random row ids, in an order that tells nothing."""

import contextlib
import csv
import io
import json
import re
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.responses import Response

from participation_api import organise_log
from participation_api.components.contract import Json, Write
from participation_api.components.moments import from_iso, iso
from participation_api.components.schedule import State
from participation_api.database import Unavailable
from participation_api.manifest import LiveActivity
from participation_api.organise_door import Asked, no_such_page, only_looks
from participation_api.service import Service

Row = Mapping[str, Json]
# What a spreadsheet takes for the start of a formula, in the widths in which it may be typed.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# A line that begins with a hyphen is a list.
AFTER_SEPARATOR = re.compile(r"([;\t]|\n(?![-+]))(?=[=+@＝＋－＠-])")
# Excel takes a file for UTF-8 only if it begins with this mark.
BOM = "\ufeff"
STATES = "select at, state, ends_at from activity_state where session = ? and activity = ? order by at"


async def export(asked: Asked) -> Response:
    """`answers.csv`, `answers.json` or `states.csv` of one activity; the log says who took it."""
    if not asked.organiser.may_export:
        return only_looks(asked)
    service, live, name = asked.service, asked.live, asked.request.path_params["file"]
    made = MADE.get(name)
    if made is None:
        return no_such_page(asked)
    kind, content = made
    response = _file(live, name, kind, await content(service, live))
    await note_download(asked, file_name(live, name))
    return response


async def note_download(asked: Asked, name: str) -> None:
    """A line of the log, which no failure of the database takes the file away for."""
    line = organise_log.of_whole_session(asked.session.id, asked.service.now(), asked.organiser.name, "download", name)
    with contextlib.suppress(Unavailable):
        await asked.service.writer.save(Write("log_download", (line,)))


async def files(service: Service, live: LiveActivity, kind: str) -> dict[str, str]:
    """Every file of one kind, by name: the same as those that organisers download."""
    if kind == "json":
        return {"answers.json": await _json(service, live)}
    return {"answers.csv": await _answers_csv(service, live), "states.csv": await _states_csv(service, live)}


def file_name(live: LiveActivity, name: str) -> str:
    return f"{live.activity.session}-{live.activity.id}-{name}"


async def answers(service: Service, live: LiveActivity) -> list[Row]:
    """Every entry under a row id that is made anew for each file, and in the order of these ids."""
    rows = await live.component.export(service.store, live.activity, service.counted_at(live))
    return sorted(({"row": secrets.token_hex(6)} | _to_the_minute(row) for row in rows), key=lambda row: row["row"])


def _to_the_minute(value: Json) -> Json:
    """Two answers that one person sent in the same second could be joined by it."""
    if isinstance(value, list):
        return [_to_the_minute(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: _minute(item) if name == "at" else _to_the_minute(item) for name, item in value.items()}


def _minute(at: str) -> str:
    return from_iso(at).isoformat(timespec="minutes")


async def states(service: Service, live: LiveActivity) -> list[Row]:
    """What was declared, then every change by hand; after the first one the declared times no longer act."""
    rules = live.schedule
    by_clock = [(rules.opens_at, State.OPEN), (rules.closes_at, State.CLOSING)]
    declared = [("", rules.initial), *((iso(at), state) for at, state in by_clock if at)]
    rows = [{"how": "declared", "at": at, "state": str(state), "ends_at": ""} for at, state in declared]
    changes = await service.store.rows(STATES, *live.key)
    return [*rows, *({"how": "by hand", **row, "ends_at": row["ends_at"] or ""} for row in changes)]


async def _json(service: Service, live: LiveActivity) -> str:
    moment = service.moment(live)
    content = {
        "session": live.activity.session,
        "activity": live.activity.id,
        "kind": live.component.KIND,
        "question": live.activity.question,
        "lang": live.activity.lang,
        "exported_at": service.now().isoformat(timespec="seconds"),
        "state": str(moment.state),
        "states": await states(service, live),
        "results": await _results(service, live),
        "answers": await answers(service, live),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


async def _results(service: Service, live: LiveActivity) -> Json:
    """As they stand after the closing, when nobody's name is in them, however early they are taken."""
    await service.fix_tally(live, service.moment(live))
    closed_at = service.counted_at(live) or service.now()
    return _to_the_minute(await live.component.results(service.store, live.activity, closed_at))


def as_csv(rows: Sequence[Row]) -> str:
    """With a head line; every cell is safe to open in a spreadsheet."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(rows[0] if rows else ["row"])
    writer.writerows([cell(value) for value in row.values()] for row in rows)
    return BOM + file.getvalue()


def cell(value: Json) -> str:
    """The value as text; an apostrophe stands before what a spreadsheet would run as a formula."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(value)
    if not isinstance(value, str):
        return text
    # Where a spreadsheet expects semicolons between cells, one in a text begins a cell too.
    text = AFTER_SEPARATOR.sub(r"\1'", text)
    return f"'{text}" if text.startswith(FORMULA) else text


def _file(live: LiveActivity, name: str, kind: str, content: str) -> Response:
    headers = {
        "content-disposition": f'attachment; filename="{file_name(live, name)}"',
        "cache-control": "no-store",
        "vary": "cookie",
    }
    return Response(content, headers=headers, media_type=f"{kind}; charset=utf-8")


async def _answers_csv(service: Service, live: LiveActivity) -> str:
    return as_csv(await answers(service, live))


async def _states_csv(service: Service, live: LiveActivity) -> str:
    return as_csv(await states(service, live))


MADE: Mapping[str, tuple[str, Callable[[Service, LiveActivity], Awaitable[str]]]] = {
    "answers.csv": ("text/csv", _answers_csv),
    "answers.json": ("application/json", _json),
    "states.csv": ("text/csv", _states_csv),
}
