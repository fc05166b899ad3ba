"""The projector's pages: one activity at a time in large type, the same words as on the now page."""

from collections.abc import Mapping
from typing import Any

from participation_api.components.panel import Place
from participation_api.components.words import Words, words_in
from participation_api.join_line import join_line, qr_code
from participation_api.pages import render
from participation_api.service import Service
from participation_api.session_now import Item, SessionNow

WITHOUT_CHOICE = "screen"


def page_name(activity: str = "") -> str:
    """The name of the page among those that are kept together; without an activity, the one that matters now."""
    return f"screen:{activity}" if activity else WITHOUT_CHOICE


def pages(service: Service, now: SessionNow, origin: str) -> Mapping[str, bytes]:
    """Every activity's page, and the page for no choice: what is open, else what was published last, else a welcome."""
    common = _common(service, now, origin)
    made = {page_name(item.activity.id): _page(service, now, item, common) for item in now.items}
    first = next(iter([*now.open, *now.published]), None)
    made[WITHOUT_CHOICE] = _page(service, now, first, common, is_chosen=False)
    return made


def _page(
    service: Service, now: SessionNow, item: Item | None, common: Mapping[str, Any], is_chosen: bool = True
) -> bytes:
    words = words_in(now.session.lang)
    title = now.session.title
    if item:
        title = f"{item.activity.heading} – {title}"
    position = now.items.index(item) if item else -1
    return render(
        service, "screen.html", words.say("On the screen: {title}", title=title), now.session.lang,
        item=item, position=position + 1, is_chosen=is_chosen,
        previous=now.items[position - 1] if position > 0 else None,
        next=now.items[position + 1] if position + 1 < len(now.items) else None,
        **common, **(_of_item(item) if item else {}),
    )  # fmt: skip


def _of_item(item: Item) -> dict[str, Any]:
    """What the kinds' own templates are given everywhere."""
    return {
        "live": item.live, "component": item.component, "activity": item.activity, "schedule": item.schedule,
        "moment": item.moment, "results": item.results,
    }  # fmt: skip


def _common(service: Service, now: SessionNow, origin: str) -> dict[str, Any]:
    join = join_line(service, now.session, origin)
    return {
        "now": now,
        "session": now.session,
        "place": Place(service.manifest.root, now.session.zone, 1),
        "join": join,
        "qr": qr_code(join.direct, _name(words_in(now.session.lang), join.address, join.code)),
    }


def _name(words: Words, address: str, code: str) -> str:
    return words.say("Join at {address}, code {code}", address=address, code=code)
