"""Pages for what a person cannot mend: what happened, whether the answer was kept, their text back, and where to go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from participation_api import given_back
from participation_api.components import urls
from participation_api.components.contract import Entry, Fields
from participation_api.components.schedule import Moment, State
from participation_api.components.words import Sentence, say, words_in
from participation_api.forms import BadForm, read_fields
from participation_api.manifest import LiveActivity
from participation_api.pages import common, personal, render, title_of
from participation_api.security import HEADERS
from participation_api.service import Service

NOT_SAVED = say("Your answer was not saved.")
TOO_MUCH = say("Too much was sent at once. Wait for some seconds, then send it again.")
AGAIN = say("Wait for some seconds, then send it again.")
SEND_AGAIN = say("Send it again")
RETRY_AFTER = {"retry-after": "5"}


@dataclass(frozen=True)
class Again:
    """A button that sends the same form once more, there."""

    action: str
    fields: Fields
    label: Sentence = SEND_AGAIN


def trouble(
    service: Service,
    status: int,
    heading: Sentence,
    sentences: Sequence[Sentence],
    *,
    live: LiveActivity | None = None,
    fields: Fields | None = None,
    texts: Sequence[str] = (),
    send_again: bool = False,
    again: Again | None = None,
    headers: Mapping[str, str] | None = None,
    **values: Any,
) -> Response:
    """One shape for all of them; `fields` is what was sent, given back as text and, if wanted, as a button."""
    lang = live.activity.lang if live else service.manifest.languages[0]
    root = service.manifest.root
    about: dict[str, Any] = {"title": words_in(lang).render(heading), "links": _links(service, live)}
    if live:
        about["title"] = title_of(service, live, heading=heading)
        texts = live.component.read_back(live.activity, fields or {})
    if live and send_again and fields:
        again = Again(urls.url_for_activity(root, *live.key), fields)
    body = render(
        service, "trouble.html", about["title"], lang,
        heading=heading, sentences=sentences, texts=texts, again=again, links=about["links"], until=None, **values,
    )  # fmt: skip
    return personal(body, status, headers)


def _links(service: Service, live: LiveActivity | None) -> list[tuple[Sentence, str]]:
    root = service.manifest.root
    help_link = (say("Help and contact"), urls.url_for_page(root, "contact-and-help/"))
    if live is None:
        return [
            (say("Home page"), urls.url_for_page(root)),
            (say("Join a session"), urls.url_for_join(root)),
            help_link,
        ]
    session = service.manifest.sessions[live.activity.session]
    return [
        (say("What is open now"), urls.url_for_now(root, session.id)),
        (say("Session page: {title}", title=session.title), urls.url_for_page(root, session.url)),
        help_link,
    ]


def not_taken(service: Service, live: LiveActivity, moment: Moment, fields: Fields) -> Response:
    """A POST to an activity that is not open: its text comes back whole."""
    if moment.state is State.DRAFT:
        heading = say("This is not open yet")
        sentences = [NOT_SAVED, say("Keep your text and send it again when the organisers have opened this.")]
    else:
        heading = say("This is closed")
        sentences = [say("It closed before your answer arrived. Your answer was not saved and not counted.")]
        if live.schedule.hard_close:
            sentences.append(say("The organisers' reason: {reason}", reason=live.schedule.hard_close))
    return trouble(service, 409, heading, sentences, live=live, fields=fields)


def cookie_refused(service: Service, live: LiveActivity, fields: Fields, address: str) -> Response:
    """`address` takes the same form without a cookie."""
    sentences = [
        say("The cookie lets us count each person once. It holds a random number and nothing about you."),
        say("You can send your answer without it. The address of your pages then holds the number: show it to nobody."),
        say("If you have answered here before, open the address that you kept. From here you count as another person."),
    ]
    heading = say("Your browser refused the cookie; your answer was not saved")
    again = Again(address, fields, say("Send it without a cookie"))
    return trouble(service, 400, heading, sentences, live=live, fields=fields, again=again)


def unavailable(service: Service, live: LiveActivity, fields: Fields) -> Response:
    sentences = [
        say("We could not save just now. Nothing of it was kept."),
        AGAIN,
    ]
    return trouble(
        service, 503, say("Your answer was not saved"), sentences,
        live=live, fields=fields, send_again=True, headers=RETRY_AFTER,
    )  # fmt: skip


def too_many(service: Service, live: LiveActivity, fields: Fields) -> Response:
    sentences = [NOT_SAVED, TOO_MUCH]
    heading = say("Your answer was not saved")
    return trouble(service, 429, heading, sentences, live=live, fields=fields, send_again=True, headers=RETRY_AFTER)


def refused(service: Service, live: LiveActivity, sentence: Sentence) -> Response:
    return trouble(service, 409, say("That was not done"), [sentence], live=live)


def page_of_another(service: Service, live: LiveActivity, fields: Fields) -> Response:
    """A page that was open before another person began on this device."""
    sentences = [
        say("This page was opened for another person on this device. Nothing was saved, changed or withdrawn."),
        say("Open the page again. It then shows what you sent yourself."),
    ]
    return trouble(service, 409, say("Nothing was changed"), sentences, live=live, fields=fields)


def another_answer(
    service: Service, live: LiveActivity, fields: Fields, entry: Entry, token: str, tag: str
) -> Response:
    """Someone has answered from this device before: is it the same person?"""
    heading = say("Change your answer, or is this another person?")
    body = render(
        service, "another_answer.html", title_of(service, live, heading=heading), live.activity.lang,
        heading=heading, entry=entry, token=token, of=tag,
        fields={name: values for name, values in fields.items() if name not in ("person", "change", "of")},
        texts=live.component.read_back(live.activity, fields),
        **common(service, live),
    )  # fmt: skip
    return personal(body, 409)


AGAIN_LATER = say("Wait for some seconds, then open the page again.")
BAD_FORMS = {
    413: say("It is too long. Send up to 60,000 bytes, which is about 4,000 letters in any script."),
    415: say("It did not come from a form of this site. Open the page again and use its form."),
}


async def bad_form(request: Request, status: int) -> Response:
    service: Service = request.app.state.service
    reason = BAD_FORMS.get(status, say("The form could not be read. Open the page again and use its form."))
    sentences = [NOT_SAVED, reason]
    texts = given_back.texts(request, service.manifest)
    return trouble(service, status, say("Your answer was not saved"), sentences, texts=texts)


async def cannot_read(request: Request, error: Exception) -> Response:
    """503: the database gives nothing just now. What somebody sent comes back, with a button to send it again."""
    service: Service = request.app.state.service
    live, fields = given_back.activity_of(request, service.manifest), given_back.sent(request)
    if live and fields:
        return unavailable(service, live, fields)
    sentences = [say("We cannot read what is kept just now. Nothing is lost."), AGAIN_LATER]
    texts = given_back.texts(request, service.manifest)
    heading = say("This page cannot be shown just now")
    return trouble(service, 503, heading, sentences, texts=texts, headers=RETRY_AFTER)


async def missing(request: Request) -> Response:
    """404; if something was posted there, it is given back."""
    service: Service = request.app.state.service
    sentences = [say("Check the address, or start from one of these pages.")]
    texts: list[str] = []
    if request.method == "POST":
        sentences.insert(0, NOT_SAVED)
        texts = await _sent_texts(request)
    return trouble(service, 404, say("There is no page at this address"), sentences, texts=texts)


async def _sent_texts(request: Request) -> list[str]:
    try:
        fields = await read_fields(request)
    except BadForm:
        return []
    return [value for values in fields.values() for value in values if value]


async def wrong_method(request: Request, allowed: Mapping[str, str] | None = None) -> Response:
    """405; `allowed` is the header that names what the address takes."""
    service: Service = request.app.state.service
    return trouble(
        service, 405, say("This address does not take that"),
        [NOT_SAVED, say("Open the page again and use its form.")], headers=allowed or {"allow": "GET, HEAD"},
    )  # fmt: skip


async def cross_site(scope: Scope, receive: Receive, send: Send) -> None:
    """An ASGI app: a form on another site, or a page saved to disk, has posted here."""
    service: Service = scope["app"].state.service if "app" in scope else scope["state"]["service"]
    request = Request(scope, receive)
    path = request.url.path
    sentences = [
        NOT_SAVED,
        say("It came from another site or from a saved page. Open the live page and send it there."),
    ]
    body = render(
        service, "trouble.html", words_in(service.manifest.languages[0]).say("Your answer was not saved"),
        service.manifest.languages[0], heading=say("Your answer was not saved"), sentences=sentences,
        texts=await _sent_texts(request), again=None, until=None,
        links=[(say("The live page"), path), *_links(service, None)],
    )  # fmt: skip
    await personal(body, 403)(scope, receive, send)


async def fault(request: Request, error: Exception) -> Response:
    """500: something of ours broke. The traceback goes to the log, which holds no address and no text of people."""
    service: Service = request.app.state.service
    sentences = [
        say("Something broke on our side. If you were sending an answer, it was probably not saved."),
        say("Open the page again to see whether your answer is there, and send it again if not."),
    ]
    # Starlette makes this page outside of every middleware, so that the guard cannot add its headers.
    texts = given_back.texts(request, service.manifest)
    return trouble(service, 500, say("Something broke on our side"), sentences, texts=texts, headers=HEADERS)
