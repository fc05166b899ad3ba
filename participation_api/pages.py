"""Putting a page together: a template in the page's language, in the shell, with the title that is spoken first."""

from collections.abc import Mapping
from html import escape
from typing import Any

from starlette.responses import Response

from participation_api.components import environment, urls
from participation_api.components.panel import Place
from participation_api.components.words import Sentence, say, words_in
from participation_api.manifest import LiveActivity
from participation_api.service import Service

STATE_WORDS: Mapping[str, Sentence] = {
    "draft": say("Not open yet"),
    "open": say("Open"),
    "closing": say("Open"),
    "closed": say("Closed"),
    "published": say("Results"),
}
LIVE_SCRIPT = "assets/live.js"
NO_STORE = {"cache-control": "no-store", "vary": "cookie"}


def render(
    service: Service, template: str, title: str, lang: str, *, skip_to: str = "", is_live: bool = False, **values: Any
) -> bytes:
    """A whole page; `title` is complete but for the site's name."""
    root = service.manifest.root
    main = environment(lang).get_template(template).render(root=root, title=title, is_live=is_live, **values)
    if urls.is_for_one(root):
        main += environment(lang).get_template("without_cookies.html").render()
    script = f'<script src="{escape(urls.url_for_page(root, LIVE_SCRIPT))}" defer></script>' if is_live else ""
    title = f"{title} – {service.manifest.site_name}"
    return service.shells.page(lang, title, main, head=script, skip_to=skip_to, about=_about(values))


def _about(values: Mapping[str, Any]) -> str:
    """Where the link in the Help place leads: to the form of the page's own session, which then knows the activity."""
    session, activity = values.get("session"), values.get("activity")
    return urls.url_for_problem("", session.id, activity=activity.id if activity else "") if session else ""


def personal(body: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """An answer for one person: kept by no cache, and asked for again when the person goes back."""
    return Response(body, status, {**NO_STORE, **(headers or {})}, media_type="text/html")


def see_other(address: str) -> Response:
    """303, not 302: the browser follows with GET, so that Reload does not send the form again (RFC 9110, 15.4.4)."""
    return Response(status_code=303, headers={"location": address, "cache-control": "no-store"})


def title_of(
    service: Service, live: LiveActivity, *, state: str = "", heading: object = "", is_error: bool = False
) -> str:
    """`[Error: ][Open: |Closed: |Results: ]<heading> – <session>`, in the language of the session."""
    session = service.manifest.sessions[live.activity.session]
    words = words_in(session.lang)
    start = f"{words.say('Error')}: " if is_error else ""
    said = f"{words.render(STATE_WORDS[state])}: " if state else ""
    name = words.render(heading) if heading else live.activity.heading
    return f"{start}{said}{name} – {session.title}"


def common(service: Service, live: LiveActivity) -> dict[str, Any]:
    """What the template of every page about an activity is given."""
    session = service.manifest.sessions[live.activity.session]
    return {
        "session": session,
        "live": live,
        "component": live.component,
        "activity": live.activity,
        "schedule": live.schedule,
        "place": Place(service.manifest.root, session.zone, 1),
    }
