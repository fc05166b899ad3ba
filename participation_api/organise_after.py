"""The organisers' page for after the session: report, downloads, freezing, and erasing what is past its date."""

import asyncio
from datetime import date

from starlette.responses import RedirectResponse, Response

from participation_api import errors, freezing
from participation_api.components import urls
from participation_api.components.contract import Write
from participation_api.components.words import say, words_in
from participation_api.database import StartProblem
from participation_api.exports import note_download
from participation_api.organise_door import Asked, no_such_page, only_looks
from participation_api.organise_log import of_session, of_whole_session
from participation_api.organise_page import page_title
from participation_api.pages import NO_STORE, personal, render
from participation_api.purging import Purged, is_over, purge
from participation_api.report.content import report_of
from participation_api.report.markdown import as_markdown
from participation_api.report.word import as_word

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ERASE = "erase"


async def page(asked: Asked) -> Response:
    """What can be taken along, and what happens to the rest."""
    session = asked.session
    erased = next((line for line in await of_session(asked.service.store, session) if line.what == ERASE), None)
    was_asked = asked.request.query_params.get("erased") == "yes"
    heading = say("After the session: {title}", title=session.title)
    if erased and was_asked:
        heading = say("What people sent is erased: {title}", title=session.title)
    body = render(
        asked.service, "organise_after.html", page_title(session, heading, 0), session.lang,
        heading=heading, session=session, organiser=asked.organiser, erased=erased, was_asked=was_asked,
        is_frozen=freezing.is_frozen(asked.service, session), is_over=is_over(session.retention, _today(asked)),
    )  # fmt: skip
    return personal(body)


async def report(asked: Asked) -> Response:
    """`report.docx` or `report.md`"""
    if not asked.organiser.may_export:
        return only_looks(asked)
    name = asked.request.path_params["file"]
    if name not in ("report.docx", "report.md"):
        return no_such_page(asked)
    made = await report_of(asked.service, asked.session)
    content: bytes | str = as_markdown(made)
    kind = "text/markdown; charset=utf-8"
    if name == "report.docx":
        # Beside the loop: packing the file takes some hundredths of a second.
        content, kind = await asyncio.to_thread(as_word, made, asked.service.now()), WORD
    await note_download(asked, f"{asked.session.id}-{name}")
    headers = {"content-disposition": f'attachment; filename="{asked.session.id}-{name}"', **NO_STORE}
    return Response(content, headers=headers, media_type=kind)


async def erase(asked: Asked) -> Response:
    """GET says what would go, because nothing brings it back; POST erases, as `curbcut purge` does."""
    if asked.organiser.role != "owner":
        return only_looks(asked)
    session = asked.session
    address = urls.url_for_after(asked.service.manifest.root, session.id)
    if not is_over(session.retention, _today(asked)):
        return RedirectResponse(f"{address}#content", 303, NO_STORE)
    try:
        done = await _purge(asked, only_look=asked.request.method != "POST")
    except StartProblem:
        sentences = [say("Nothing was erased. Wait for some seconds, and try again.")]
        return errors.trouble(asked.service, 503, say("Nothing was changed"), sentences, headers=errors.RETRY_AFTER)
    if asked.request.method != "POST":
        return _ask(asked, done)
    if done.rows:
        # Written afterwards, or it would be erased with the rest.
        at, who = asked.service.now(), asked.organiser.name
        line = of_whole_session(session.id, at, who, ERASE, why=_told(asked, done))
        await asked.service.writer.save(Write("log_erase", (line,)))
    return RedirectResponse(f"{address}?erased=yes#content", 303, NO_STORE)


async def _purge(asked: Asked, *, only_look: bool) -> Purged:
    service, session = asked.service, asked.session
    only = {session.id: session}
    database, today = service.settings.database, _today(asked)
    found = await asyncio.to_thread(purge, database, service.manifest, today, only=only, only_look=only_look)
    if not only_look:
        service.forget(session)
    return found[0]


def _ask(asked: Asked, found: Purged) -> Response:
    session = asked.session
    heading = say("Erase what people sent? {title}", title=session.title)
    body = render(
        asked.service, "organise_erase.html", page_title(session, heading, 0), session.lang,
        heading=heading, session=session, found=found, is_frozen=freezing.is_frozen(asked.service, session),
    )  # fmt: skip
    return personal(body)


def _told(asked: Asked, done: Purged) -> str:
    """In the language of the session, since it is kept as text."""
    render_words = words_in(asked.session.lang).render
    return ", ".join(render_words(one) for one in done.counted)


def _today(asked: Asked) -> date:
    return asked.service.now().date()
