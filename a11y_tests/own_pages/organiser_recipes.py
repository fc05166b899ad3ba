"""How an organiser gets to each page: signed in by a link, pressing the buttons that the pages offer."""

from collections.abc import Callable, Iterator

from httpx2 import Response

from a11y_tests.live_site import LiveSite
from a11y_tests.own_pages.form_reader import form_with
from a11y_tests.own_pages.recipes import PROBLEM, Device, Recipe, address
from a11y_tests.own_pages.states import ACTIVITIES, session_id

Step = Callable[["Desk"], Response]


class Desk:
    """A signed-in organiser, and the page that they look at."""

    def __init__(self, device: Device, link: str) -> None:
        self.device = device
        self.page = device.open(link)
        self.press("Sign in")

    def open(self, path: str) -> Response:
        self.page = self.device.open(path)
        return self.page

    def press(self, words: str, **fields: str) -> Response:
        """Press the button, with some fields filled in differently."""
        action, held = form_with(self.page.text, words)
        self.page = self.device.send(action, {**held, **fields})
        return self.page


def organise(session: str = "", activity: str = "", page: str = "") -> str:
    parts = ("organise", session_id(session) if session else "", activity, page)
    return "/" + "".join(f"{part}/" for part in parts if part)


# In this order, by one organiser after the other at the same session: each page shows what the one before has led to.
PARTS = ("choice", "notes", "floor", "rooms", "freeze")
CHOICE, NOTES, FLOOR, ROOMS, FREEZE = (organise("organised", each) for each in PARTS)
SESSION, LINKS = organise("organised"), "/organise/links/"
REPORT = address("organised", "notes", "do/report")
REPORTED = {"entry": "1", "reason": "hurts", "text": "It is about <b>me</b>.", "token": "x"}
STEPS: dict[str, list[tuple[str, str] | tuple[str, str, dict[str, str]]]] = {
    "choice-after-close": [(CHOICE, "Close: ")],
    "choice-after-undo": [(CHOICE, "Close now"), ("", "Undo")],
    "choice-closed": [(CHOICE, "Close now")],
    "choice-after-publish": [(CHOICE, "Publish the results")],
    "choice-after-taking-back": [(CHOICE, "Take the results back")],
    "choice-after-reopen": [(CHOICE, "Open again")],
    "choice-error": [(CHOICE, "Set an end", {"minutes": "7"})],
    "choice-with-an-end": [(CHOICE, "Set an end")],
    "choice-with-more-time": [(CHOICE, "Add time")],
    "notes-error": [(NOTES, "Hide note 4")],
    "notes-after-hide": [(NOTES, "Hide note 4", {"reason": "It names a person <b>twice</b>"})],
    "notes-after-restore": [(NOTES, "Show note 4 again")],
    "notes-after-undo": [(NOTES, "Hide note 1", {"reason": "A mistake"}), ("", "Undo")],
    "notes-after-move": [(NOTES, "Move note 2", {"group": "Time <b>&</b> الوقت"})],
    "notes-move-error": [(NOTES, "Move note 1")],
    "notes-after-pin": [(NOTES, "Pin note 2")],
    "notes-after-answer": [(NOTES, "Mark note 1 as answered")],
    "notes-after-keep": [(NOTES, "Keep note 1")],
    "floor-after-done": [(FLOOR, "Turn done")],
    "floor-after-call": [(FLOOR, "Call the next speaker")],
    "floor-called-again": [(FLOOR, "Call again")],
    "floor-after-back": [(FLOOR, "Move back")],
    "rooms-failing": [(ROOMS, "Tell everyone that it does not work")],
    "rooms-end-set": [(ROOMS, "Set the end of the rooms")],
    "session-problem-seen": [(SESSION, "I have seen this")],
    "links-error": [(LINKS, "Make the link")],
    "links-made": [(LINKS, "Make the link", {"name": "Ana <b>B.</b>", "role": "rapporteur"})],
    "links-ended": [(LINKS, "End the link of Ana")],
    "freeze-done": [(FREEZE, "Freeze the results")],
}


def organised(live: LiveSite) -> Iterator[tuple[str, Recipe]]:
    """Name and recipe of each page of organisers, in the order in which they must be made."""
    link = live.organiser_link()
    yield "organise/sign-in", lambda device: device.open(link)
    yield "organise/no-such-link", lambda device: device.open("/organise/in/nothing")
    yield "organise/not-signed-in", lambda device: device.open(organise())
    yield "organise/home", lambda device: Desk(device, link).page
    yield "organise/signed-out", lambda device: Desk(device, link).press("Sign out")
    for page in ("log", "freeze"):
        yield f"organise/{page}-empty", _opened(link, organise("draft", page))
    for session in ("draft", "organised", "closing", "published"):
        yield f"organise/session-{session}", _opened(link, organise(session))
        for activity in ACTIVITIES:
            yield f"organise/{activity}-{session}", _opened(link, organise(session, activity))
    yield (
        "organise/notes-for-a-rapporteur",
        _opened(live.organiser_link("the rapporteur", "rapporteur"), organise("organised", "notes")),
    )
    access = live.organiser_link("the interpreter", "access")
    yield "organise/access-team", _opened(access, organise("organised", "access"))
    yield "organise/access-team-session", _opened(access, organise("organised"))
    for session in ("open", "organised"):
        yield f"organise/check-{session}", _opened(link, organise(session, "check"))
    yield "organise/after", _opened(link, organise("organised", "after"))
    erase = f"{organise('over', 'after')}erase"
    yield "organise/erase", _opened(link, erase)
    yield "organise/erased", _pressed(link, [(erase, "Erase what people sent")])
    codes = organise("open", "vote", "codes")
    yield "organise/codes", _opened(link, codes)
    yield "organise/codes-error", _pressed(link, [(codes, "Make the codes", {"count": "0"})])
    making = (codes, "Make the codes", {"count": "3"})
    yield "organise/code-sheet", _pressed(link, [making])
    yield "organise/codes-cancelled", _pressed(link, [making, (codes, "Cancel these")])
    yield "organise/vote", _opened(link, organise("open", "vote"))
    yield "organise/links", _opened(link, LINKS)
    yield "problem/told-in-the-organised", lambda device: device.send(address("organised", "problem"), PROBLEM)
    yield "notes/reported-in-the-organised", lambda device: device.send(REPORT, REPORTED)
    yield "organise/notes-reported", _opened(link, NOTES)
    yield "organise/session-with-problem", _opened(link, SESSION)
    yield "organise/two-presses", lambda device: _twice(Desk(device, link))
    yield from ((f"organise/{name}", _pressed(link, steps)) for name, steps in STEPS.items())
    yield "organise/log", _opened(link, organise("organised", "log"))
    yield "organise/choice-frozen", _opened(link, CHOICE)
    yield "now/frozen", lambda device: device.open(address("organised"))


def _opened(link: str, path: str) -> Recipe:
    return lambda device: Desk(device, link).open(path)


def _pressed(link: str, steps: list[tuple[str, str] | tuple[str, str, dict[str, str]]]) -> Recipe:
    def go(device: Device) -> Response:
        desk = Desk(device, link)
        for path, words, *fields in steps:
            if path:
                desk.open(path)
            desk.press(words, **(fields[0] if fields else {}))
        return desk.page

    return go


def _twice(desk: Desk) -> Response:
    """Two organisers press different buttons on pages that were made before either was pressed."""
    desk.open(organise("organised", "rooms"))
    made_before = desk.page
    desk.press("Close: ")
    desk.page = made_before
    return desk.press("Close now")
