"""How a person gets to each page that the server writes: what they open, what they send, from which device."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from httpx2 import Client, Response

from a11y_tests.own_pages.states import ACTIVITIES, LANGUAGES, SCHEDULES, session_id

Fields = Mapping[str, str | list[str]]

GOOD: Mapping[str, Fields] = {
    "choice": {"choice": "soup-with-bread"},
    "several": {"choice": ["captions"], "other": "A quiet room <b>&</b> light"},
    "rooms": {"room": "green"},
    "notes": {"note": "Build ramps first.\n\nThen stairs.", "column": "ideas", "lang": "en"},
    "floor": {"mode": "sign", "place": "online", "name": "Sam"},
}
OTHER: Mapping[str, Fields] = {
    "choice": {"choice": "salad-with-beans"},
    "several": {"choice": ["none"]},
    "rooms": {"room": "blue"},
    "notes": {"note": "Something else", "column": "worries"},
    "floor": {"mode": "speak", "place": "room"},
}
# Everything that can be wrong at once, with as much kept as there can be.
BAD: Mapping[str, Fields] = {
    "choice": {},
    "several": {"choice": ["captions", "none"], "other": "x" * 201},
    "rooms": {},
    "notes": {"note": "long " * 50, "may_publish": "yes"},
    "floor": {"mode": "read-aloud", "name": "Sam"},
}


@dataclass(frozen=True)
class Device:
    """A browser with its cookie jar, at the server."""

    client: Client

    def open(self, path: str) -> Response:
        return self.client.get(path)

    def send(self, path: str, fields: Fields) -> Response:
        # By hand: of a form with nothing in it the client would not say that it is one, as browsers do.
        headers = {"content-type": "application/x-www-form-urlencoded"}
        return self.client.post(path, content=urlencode(fields, doseq=True), headers=headers)


Recipe = Callable[[Device], Response]


def address(session: str, activity: str = "", page: str = "") -> str:
    """`address("open", "choice", "receipt")` → /take-part/state-open/choice/receipt/"""
    return "/" + "".join(f"{part}/" for part in ("take-part", session_id(session), activity, page) if part)


def opened() -> Iterator[tuple[str, str]]:
    """Name and path of each page that anyone can open by its address alone."""
    for session in (*SCHEDULES, *LANGUAGES):
        yield f"now/{session}", address(session)
        yield f"session/{session}", f"/sessions/{session_id(session)}/"
        for activity in ACTIVITIES:
            yield f"{activity}/{session}", address(session, activity)
    for session in ("open", "closed", "published"):
        for activity in ACTIVITIES:
            yield f"{activity}/results-{session}", address(session, activity, "results")
    for activity in ACTIVITIES:
        yield f"{activity}/not-sent", address("open", activity) + "?cookie=sent"
        yield f"{activity}/receipt-of-nobody", address("open", activity, "receipt")
        yield f"{activity}/nothing-to-withdraw", address("open", activity, "withdraw")
    for session in ("draft", "open", "closed", "published"):
        yield f"screen/{session}", address(session, "screen")
        for activity in ACTIVITIES if session != "closed" else ():
            yield f"screen/{session}-{activity}", f"{address(session, 'screen')}?item={activity}"
    yield from (("join/empty", "/take-part/"), ("join/error", "/take-part/?code=12"), ("join/wrong", "/j/000000"))
    yield from (("search/empty", "/search/"), ("search/found", "/search/?q=citizen+data"))
    yield from (("search/error", "/search/?q="), ("search/nothing", "/search/?q=xyzzy"))
    yield "problem/session", "/take-part/problem/"
    yield "problem/form", address("open", "problem") + "?from=choice"
    yield "trouble/missing", "/there-is-nothing-here/"
    yield "trouble/missing-activity", address("open", "nothing")


def sent() -> Iterator[tuple[str, Recipe]]:
    """Name and recipe of each page that answers to something sent before, or just now."""
    for activity in ACTIVITIES:
        yield from _of_activity(activity)
    yield "rooms/error-full", lambda device: device.send(address("open", "rooms"), OTHER["rooms"])
    ask, needs = address("open", "rooms", "ask"), {"find": "yes", "sign_language": "International Sign"}
    yield "floor/ahead-receipt", lambda device: device.send(address("ahead", "floor"), GOOD["floor"])
    yield "rooms/ask", lambda device: device.open(ask)
    yield "rooms/ask-fits", lambda device: device.send(ask, {"find": "yes"})
    yield "rooms/ask-none-fits", lambda device: device.send(ask, needs | {"must": ["captions", "writing"]})
    yield "rooms/ask-again", lambda device: device.send(ask, {"must": ["captions"]})
    yield "rooms/receipt-with-notices", lambda device: device.send(address("timed", "rooms"), {"room": "blue"})
    yield "notes/private-link", _by_private_link
    yield "notes/private-link-wrong", lambda device: device.open(address("open", "notes", "mine/nothing"))
    yield "notes/error-empty", lambda device: device.send(address("open", "notes"), {})
    yield "floor/error-empty", lambda device: device.send(address("open", "floor"), {})
    yield "notes/arabic-error", lambda device: device.send(address("arabic", "notes"), {"note": "x" * 300})
    yield "notes/arabic-receipt", lambda device: device.send(address("arabic", "notes"), ARABIC_NOTE)
    yield "problem/error", lambda device: device.send(address("open", "problem"), {"text": "They stopped"})
    yield "problem/told", lambda device: device.send(address("open", "problem"), PROBLEM)
    yield from _of_notes()
    yield from _of_form()
    yield "finished", lambda device: device.send("/take-part/finish/", {})
    yield "trouble/missing-with-text", lambda device: device.send("/nothing/", {"note": "My words\nin two lines"})
    yield "trouble/wrong-method", lambda device: device.send("/glossary/", {"note": "My words"})
    yield "trouble/too-long", lambda device: device.send(address("open", "notes"), {"note": "x" * 70_000})
    yield "trouble/other-site", _from_another_site


def _by_private_link(device: Device) -> Response:
    receipt = device.send(address("open", "notes"), OTHER["notes"])
    found = re.search(r'href="([^"]+/mine/[^"]+)"', receipt.text)
    assert found, "the receipt has no private link"
    return device.open(found[1])


def _of_notes() -> Iterator[tuple[str, Recipe]]:
    """What people do with notes of others: note 1 is English, note 2 Arabic."""
    agree, report = (address("open", "notes", f"do/{name}") for name in ("agree", "report"))
    results = address("open", "notes", "results")
    yield "notes/agreed", lambda device: device.send(agree, {"entry": "2"})
    receipt = address("open", "notes", "receipt")
    yield "notes/agreed-receipt", lambda device: (device.send(agree, {"entry": "2"}), device.open(receipt))[-1]
    yield (
        "notes/took-back",
        lambda device: (device.send(agree, {"entry": "1"}), device.send(f"{agree}undo", {"entry": "1"}))[-1],
    )
    yield "notes/agree-closed", lambda device: device.send(address("closed", "notes", "do/agree"), {"entry": "1"})
    yield "notes/agree-hidden", lambda device: device.send(agree, {"entry": "3"})
    yield "notes/new", lambda device: device.open(f"{results}?since=2026-11-20T09:11:00%2B00:00&order=agreement")
    yield "notes/nothing-new", lambda device: device.open(f"{results}?since=2026-11-21T09:00:00%2B00:00")
    yield "notes/report", lambda device: device.open(f"{report}?entry=2")
    yield "notes/report-error", lambda device: device.send(report, {"entry": "1", "text": "It is <b>mine</b>"})
    yield "notes/reported", lambda device: device.send(report, {"entry": "1", "reason": "person", "token": "x"})
    yield "notes/report-gone", lambda device: device.send(report, {"entry": "3", "text": "It is <b>mine</b>"})


ANSWERS: Fields = {"pace.choice": "right", "helped.choice": ["captions", "breaks"], "word.words": "الثقة <b>"}


def _of_form() -> Iterator[tuple[str, Recipe]]:
    """A form of several questions: filled in, checked, mended, sent."""
    form = address("open", "form")
    checked: Fields = {**ANSWERS, "checked": "yes"}
    vote = address("open", "vote")
    yield "vote/open", lambda device: device.open(vote)
    yield "vote/link", lambda device: device.open(f"{vote}?code=421793058")
    yield "vote/wrong-code", lambda device: device.send(vote, {"code": "421 793 058", "choice": "accept"})
    yield "vote/error", lambda device: device.send(vote, {"code": "٤٢١"})
    yield "form/open", lambda device: device.open(form)
    yield "form/check", lambda device: device.send(form, ANSWERS)
    yield "form/edit", lambda device: device.send(form, {**ANSWERS, "edit": "questions-form-helped-choice"})
    yield "form/error", lambda device: device.send(form, {"order.first": "time", "order.second": "time"})
    yield "form/receipt", lambda device: device.send(form, checked)
    yield (
        "form/another",
        lambda device: [device.send(form, each) for each in (checked, {**checked, "pace.choice": "too-slow"})][-1],
    )


PROBLEM = {"kind": "captions", "text": "They stopped <b>after</b> the first speaker.", "activity": "choice"}
ARABIC_NOTE = {"note": "ملاحظة قصيرة", "column": "ideas", "lang": "ar"}


def _of_activity(activity: str) -> Iterator[tuple[str, Recipe]]:
    form = address("open", activity)
    withdraw = address("open", activity, "withdraw")

    def answered(device: Device) -> Response:
        return device.send(form, GOOD[activity])

    def entry(device: Device) -> str:
        """The number of what this device has sent, from the link on its receipt."""
        return answered(device).text.partition("withdraw/?entry=")[2].partition('"')[0]

    yield f"{activity}/receipt", answered
    yield f"{activity}/error", lambda device: device.send(form, BAD[activity])
    yield f"{activity}/has-answered", lambda device: (answered(device), device.open(form))[-1]
    yield f"{activity}/change", lambda device: device.open(f"{form}?change={entry(device)}")
    yield f"{activity}/withdraw", lambda device: device.open(f"{withdraw}?entry={entry(device)}")
    yield f"{activity}/withdrawn", lambda device: device.send(withdraw, {"entry": entry(device)})
    yield f"{activity}/closed-with-text", lambda device: device.send(address("closed", activity), GOOD[activity])
    yield f"{activity}/draft-with-text", lambda device: device.send(address("draft", activity), GOOD[activity])
    yield f"{activity}/late-receipt", lambda device: device.send(address("late", activity), GOOD[activity])
    yield f"{activity}/published-receipt", lambda device: device.open(address("published", activity, "receipt"))
    yield f"{activity}/cookie-refused", lambda device: _cookie_refused(device, form, GOOD[activity])
    yield f"{activity}/without-cookies", lambda device: _without_cookies(device, form, GOOD[activity])
    if activity == "notes":
        yield "notes/two-receipts", lambda device: (answered(device), device.send(form, OTHER[activity]))[-1]
    else:
        yield f"{activity}/another-answer", lambda device: (answered(device), device.send(form, OTHER[activity]))[-1]


def _cookie_refused(device: Device, form: str, fields: Fields) -> Response:
    """The second POST of a browser that has thrown the cookie away."""
    return device.send(f"{form}?cookie=sent", fields)


def _without_cookies(device: Device, form: str, fields: Fields) -> Response:
    """The receipt of such a browser, below an address of its own."""
    offered = re.search(r'action="(/without-cookies/[^"]+)"', _cookie_refused(device, form, fields).text)
    assert offered
    return device.send(offered[1], fields)


def _from_another_site(device: Device) -> Response:
    headers = {"origin": "https://elsewhere.example", "sec-fetch-site": "cross-site"}
    return device.client.post(address("open", "choice"), data={"choice": "soup-with-bread"}, headers=headers)
