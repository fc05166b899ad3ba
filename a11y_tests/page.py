"""One page in the browser as a probe sees it: open, ask, press, point, look; restored afterwards."""

import base64
import contextlib
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PIL import Image

from a11y_tests import witness
from a11y_tests.browser import Browser
from a11y_tests.cdp import CdpError
from a11y_tests.findings import Element
from a11y_tests.frames import Frames, ScriptError
from a11y_tests.guard import hold_forms, is_loopback
from a11y_tests.keys import key_events
from a11y_tests.staying import Attempt, Stay
from a11y_tests.tree import hand_over_tree
from a11y_tests.watch import Happened, Watch

if TYPE_CHECKING:
    from a11y_tests.tab_walk import TabWalk

LOAD_SECONDS = 20.0
QUIET = 40  # milliseconds
# A script may change the page after it has loaded (a dark scheme, a menu): wait until nothing changes for a moment.
# Tells whether anything has changed meanwhile.
SETTLE = """async (quiet, limit) => {
  const frame = () => new Promise(done => { requestAnimationFrame(() => done()); setTimeout(done, 100); });
  await frame();
  if (!document.scripts.length || !quiet) return false;
  return new Promise(done => {
    let hasChanged = false, timer = 0;
    const end = () => { watch.disconnect(); done(hasChanged); };
    const watch = new MutationObserver(() => {
      hasChanged = true;
      clearTimeout(timer);
      timer = setTimeout(end, quiet);
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    timer = setTimeout(end, quiet);
    setTimeout(end, limit);
  });
}"""


class NotLoaded(Exception):
    """The address gave no page that can be judged."""


class Page:
    """Works on the browser's one tab. Open with `open`; probes get an open page."""

    def __init__(self, browser: Browser, *, may_submit: bool = False) -> None:
        self.browser = browser
        self.cdp = browser.cdp
        self.url = ""
        self.may_submit = may_submit
        self.is_touched = False
        self._moves = 0
        self._are_forms_held = self._has_tree = False
        self._changes_late = self._is_emulating = False
        self.frames = Frames(self.cdp)
        self._watch = Watch(self.cdp)
        self._stay = Stay(self.cdp, self._watch)
        witness.install(self.cdp)
        # A window that asks something on loading would hold up this page too: they share a process.
        self.cdp.on("Page.windowOpen", lambda _: self.browser.close_next_tab())
        self.collected: Mapping[str, list[Any]] = {}
        self.shared: dict[str, Any] = {}  # what one probe has measured and others need too

    # Loading -------------------------------------------------------------------------------------------------------

    def open(self, url: str) -> None:
        """Load the address, wait until the page has settled; raises NotLoaded."""
        self.url = url
        # A page on this machine may hold a form that sends to another one.
        if not (self.may_submit or self._are_forms_held or (self.is_loopback and self.browser.is_local)):
            hold_forms(self.cdp)
            self._are_forms_held = True
        self._changes_late = self._load(url, quiet=QUIET)
        self.collected = {}
        self.shared = {}
        self.__dict__.pop("tab_walk", None)

    def reload(self) -> None:
        """The page as it was when it was opened; elements found before are found again by `again`.

        What did not change after loading then does not now: that needs no second waiting."""
        self._load(self.url, quiet=QUIET if self._changes_late or self._is_emulating else 0)

    def fresh(self) -> None:
        """Reload if anything has been pressed, clicked or typed since the page was loaded."""
        if self.is_touched or self.has_moved:
            self.reload()

    def _load(self, url: str, quiet: int) -> bool:
        """Whether the page changed after it had loaded, which nobody knows where `quiet` is 0."""
        if self.close_windows() or self.happened.windows:
            self.cdp.call("Page.bringToFront")  # a page in the background gets no focus
        self._forget_storage()
        if "#" in url:
            self._leave()
        self._watch.start_over()
        self.frames.ids = []
        try:
            answer = self.cdp.call("Page.navigate", within=LOAD_SECONDS, url=url)
        except CdpError as error:
            raise NotLoaded(str(error)) from error
        if answer.get("isDownload") or self.happened.downloads:
            raise NotLoaded("the address gives a file to download, not a page")
        if answer.get("errorText"):
            raise NotLoaded(answer["errorText"])
        if not self.cdp.wait_until(lambda: self._watch.is_loaded, LOAD_SECONDS):
            self.cdp.call("Page.stopLoading")
        changes_late = self.settle(quiet)
        self.is_touched = self._has_tree = False
        self._moves = len(self.happened.navigations)
        return changes_late

    def _leave(self) -> None:
        """From one part of a page to another the browser only scrolls: a page between them makes it load anew."""
        self._watch.start_over()
        self.cdp.call("Page.navigate", url="about:blank")
        self.cdp.wait_until(lambda: self._watch.is_loaded, LOAD_SECONDS)

    def _forget_storage(self) -> None:
        """What a page has stored (a choice of colours, a closed banner) must not change how the next one is judged."""
        with contextlib.suppress(CdpError, ScriptError):
            self.frames.call("() => { try { localStorage.clear(); sessionStorage.clear(); } catch {} }")

    def settle(self, quiet: int = QUIET, limit: int = 600) -> bool:
        """Wait until the page has not changed for `quiet` milliseconds; tells whether it changed meanwhile."""
        if self._watch.is_navigating:
            self.cdp.wait_until(lambda: not self._watch.is_navigating, LOAD_SECONDS)
        try:
            return bool(self.frames.call(SETTLE, quiet, limit))
        except CdpError:  # the page went elsewhere in this moment
            self.cdp.wait_until(lambda: self._watch.is_loaded, 2)
            return True

    # What has happened ----------------------------------------------------------------------------------------------

    @property
    def happened(self) -> Happened:
        return self._watch.happened

    @property
    def status(self) -> int:
        """The HTTP status; 200 for a file, 0 if there was no answer."""
        return self._watch.status

    @property
    def content_type(self) -> str:
        return self._watch.content_type

    @property
    def address(self) -> str:
        """Where the browser is now."""
        history = self.cdp.call("Page.getNavigationHistory")
        return str(history["entries"][history["currentIndex"]]["url"])

    @property
    def has_moved(self) -> bool:
        """The page has gone to another address, or was loaded anew, since it was opened."""
        return len(self.happened.navigations) > self._moves

    @property
    def is_loopback(self) -> bool:
        return is_loopback(self.url)

    @property
    def can_submit(self) -> bool:
        """Forms may be sent: the page is on this machine, or the reviewer allowed it."""
        return self.is_loopback or self.may_submit

    def close_windows(self) -> list[str]:
        """Close what the page opened beside itself; returns the addresses."""
        return self.browser.close_other_tabs()

    # Asking ---------------------------------------------------------------------------------------------------------

    def ask(self, function: str, *arguments: Any, frame: int = 0, within: float = 30) -> Any:
        """Call a JavaScript function beside the page's own scripts, where our library is known as `cc`."""
        return self.frames.call(function, *arguments, frame=frame, within=within)

    def ask_about(self, element: Element, function: str, *arguments: Any) -> Any:
        """Like `ask`; the function gets the DOM element first."""
        call = f"(ref, ...more) => ({function})(cc.byRef(ref), ...more)"
        return self.ask(call, element.ref, *arguments, frame=element.frame)

    def ask_page(self, function: str, *arguments: Any, frame: int = 0) -> Any:
        """Call a JavaScript function among the page's own scripts."""
        return self.frames.call(function, *arguments, frame=frame, of_page=True)

    def find(self, selector: str, frame: int = 0) -> Element | None:
        """The element that a finding's selector names (">>>" goes into a shadow tree)."""
        look = "selector => { const element = cc.find(selector); return element && cc.element(element); }"
        found = self.ask(look, selector, frame=frame)
        return Element.from_json(found, frame) if found else None

    def again(self, element: Element) -> Element | None:
        """The same element after a reload."""
        return self.find(element.selector, element.frame)

    def afresh(self, element: Element) -> Element | None:
        """The same element on a page where nothing has been done yet; None where it is not there then."""
        self.fresh()
        self.ensure_tree()
        return self.again(element)

    def elements(self, function: str, *arguments: Any) -> list[Element]:
        """The elements that a function returns as a list of `cc.element(…)`, from every frame."""
        return [
            Element.from_json(value, number)
            for number in range(len(self.frames.ids))
            for value in self.ask(function, *arguments, frame=number)
        ]

    def hand_over_tree(self) -> None:
        """Bring `cc.name`, `cc.role` … up to date after the page has changed."""
        hand_over_tree(self.cdp, self.frames)
        self._has_tree = True

    def ensure_tree(self) -> None:
        """As `hand_over_tree`, unless that was done since the page was loaded."""
        if not self._has_tree:
            self.hand_over_tree()

    def frame_offset(self, frame: int) -> tuple[float, float] | None:
        """Where a frame's own view begins in the page's view; None for one that is not shown."""
        if frame == 0:
            return (0.0, 0.0)
        try:
            owner = self.cdp.call("DOM.getFrameOwner", frameId=self.frames.ids[frame])["backendNodeId"]
            content = self.cdp.call("DOM.getBoxModel", backendNodeId=owner)["model"]["content"]
        except CdpError:
            return None
        return (content[0], content[1])

    def listeners(self, element: Element) -> list[str]:
        """The kinds of events that the page's scripts listen for at this element."""
        world = self.frames.context(element.frame)
        found = self.cdp.call("Runtime.evaluate", expression=f"cc.byRef({element.ref})", contextId=world)
        listening = self.cdp.call("DOMDebugger.getEventListeners", objectId=found["result"]["objectId"])["listeners"]
        return sorted({listener["type"] for listener in listening})

    def all_listened(self, frame: int = 0) -> set[str]:
        """The kinds of events that the page's scripts listen for, at any element, the document or the window."""
        world = self.frames.context(frame, of_page=True)
        kinds: set[str] = set()
        for where in ("document", "window"):
            found = self.cdp.call("Runtime.evaluate", expression=where, contextId=world)["result"]["objectId"]
            # With pierce=True Chromium 149 crashes at the next load of a page that has frames.
            listening = self.cdp.call("DOMDebugger.getEventListeners", objectId=found, depth=-1)["listeners"]
            kinds |= {listener["type"] for listener in listening}
        return kinds

    @cached_property
    def tab_walk(self) -> "TabWalk":
        """Every stop of the Tab key, walked once and kept for all probes."""
        from a11y_tests.tab_walk import walk  # the walk drives a Page itself

        return walk(self)

    # Acting ---------------------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys one after the other: `press("Tab", "Shift+Tab", "Space", "a")`."""
        self.is_touched = True
        sent = [self.cdp.send("Input.dispatchKeyEvent", **event) for key in keys for event in key_events(key)]
        self.cdp.wait_all(sent)

    def type(self, text: str) -> None:
        self.press(*text)

    def focus(self, element: Element) -> None:
        self.is_touched = True
        self.ask_about(element, "element => { element.focus(); }")

    def point_at(self, element: Element) -> tuple[float, float]:
        """Bring the element into view and move the mouse to the middle of what is seen of it."""
        point = self.ask_about(element, POINT)
        left, top = self.frame_offset(element.frame) or (0, 0)
        x, y = point["x"] + left, point["y"] + top
        self.move_mouse(x, y)
        return x, y

    def click(self, element: Element, times: int = 1) -> None:
        x, y = self.point_at(element)
        self.is_touched = True
        for count in range(1, times + 1):
            for kind in ("mousePressed", "mouseReleased"):
                self.cdp.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=count)

    def move_mouse(self, x: float, y: float) -> None:
        self.is_touched = True
        self.cdp.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    @contextmanager
    def viewport(self, width: int, height: int, *, mobile: bool = False) -> Iterator[None]:
        """The page at another size; put back afterwards."""
        self.browser.set_viewport(width, height, mobile=mobile)
        try:
            self.settle(limit=200)
            yield
        finally:
            self.browser.set_viewport(self.browser.width, self.browser.height)

    @contextmanager
    def media(self, medium: str = "", **features: str) -> Iterator[None]:
        """The page under other media features, `media(forced_colors="active")`; put back afterwards."""
        self.browser.emulate_media(medium, **features)
        self._is_emulating = True
        try:
            yield
        finally:
            self._is_emulating = False
            self.browser.emulate_media()

    @contextmanager
    def in_front(self) -> Iterator[None]:
        """The page behaves as if its window had the focus, also when another window has just taken it."""
        self.cdp.call("Emulation.setFocusEmulationEnabled", enabled=True)
        try:
            yield
        finally:
            self.cdp.call("Emulation.setFocusEmulationEnabled", enabled=False)

    @contextmanager
    def staying(self) -> Iterator[list[Attempt]]:
        """The page cannot go elsewhere: where it tried to go is listed."""
        self._stay.begin(is_guarded=self._are_forms_held)
        try:
            yield self._stay.attempts
            self._stay.wait()
        finally:
            self._stay.end()

    def wait_for_attempts(self) -> None:
        """Inside `staying`: what the page has just tried is listed a moment later."""
        self._stay.wait()

    # Looking --------------------------------------------------------------------------------------------------------

    def picture(self, x: float, y: float, width: float, height: float) -> Image.Image:
        """A screenshot of a part of the page; x and y count from the document's top left, in CSS pixels."""
        return picture_of(self.cdp.wait(self.request_picture(x, y, width, height)))

    def request_picture(self, x: float, y: float, width: float, height: float) -> int:
        """Ask for a screenshot and do not wait: `picture_of(page.cdp.wait(number))`."""
        clip = {"x": x, "y": y, "width": max(1, width), "height": max(1, height), "scale": 1}
        return self.cdp.send("Page.captureScreenshot", format="png", optimizeForSpeed=True, clip=clip)


POINT = """element => {
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const box = cc.visibleBox(element);
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}"""


def picture_of(reply: dict[str, Any]) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(reply["data"]))).convert("RGB")
