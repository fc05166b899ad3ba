"""The keyboards of two browsers whose scripts are blocked: keys in, and what has the focus out."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from a11y_tests.browser import Browser
from a11y_tests.firefox import BidiError, Firefox, key_actions
from a11y_tests.keys import key_events
from a11y_tests.own_pages.keyboard import Focus
from a11y_tests.watch import Watch

LOAD_SECONDS = 20
# The focus that a page asks for, by its address or by itself, comes with the first picture of it, after loading.
IS_FOCUSED = """() => document.activeElement !== document.body ||
  !document.querySelector("[autofocus], :target:is([tabindex], a, button, input, select, textarea, summary)")"""
FOCUS_SECONDS = 3
IS_LOADED = "document.readyState === 'complete' && location.href !== 'about:blank'"


class ChromiumHands:
    """Works on a tab whose scripts are blocked; what is asked of it goes through DevTools."""

    # Through DevTools it sends again without a question, which is the harder case.
    asks_before_sending_again = False

    def __init__(self, browser: Browser) -> None:
        self.cdp = browser.cdp
        self.watch = Watch(self.cdp)
        self.cdp.call("Accessibility.enable")
        browser.block_scripts()
        # The browser's own first page may still be loading, and would be taken for ours.
        self.open("about:blank")
        self.cdp.listen(0.2)

    def open(self, url: str) -> None:
        self._and_wait(lambda: self.cdp.call("Page.navigate", url=url))

    def press(self, *keys: str) -> None:
        events = [event for key in keys for event in key_events(key)]
        self.cdp.wait_all([self.cdp.send("Input.dispatchKeyEvent", **event) for event in events])

    def press_and_wait(self, *keys: str) -> None:
        self._and_wait(lambda: self.press(*keys))

    def press_twice(self, key: str, milliseconds: int) -> None:
        """Press again after that time, as a hand with tremor does, and wait until the last page stands."""
        down, up = key_events(key)
        self.watch.start_over()
        for event in (down, up):
            self.cdp.post("Input.dispatchKeyEvent", **event)
        time.sleep(milliseconds / 1000)
        for event in (down, up):
            self.cdp.post("Input.dispatchKeyEvent", **event)
        self.cdp.wait_until(lambda: self.watch.is_loaded, LOAD_SECONDS)
        # The second press may lead to one more page.
        self.cdp.listen(0.5)

    def back(self) -> None:
        self._go(-1)

    def forward(self) -> None:
        self._go(1)

    def reload(self) -> None:
        self._and_wait(lambda: self.cdp.call("Page.reload"))

    def forget_cookies(self) -> None:
        self.cdp.call("Network.clearBrowserCookies")

    def ask(self, function: str) -> Any:
        reply = self.cdp.call("Runtime.evaluate", expression=f"({function})()", returnByValue=True)
        if "exceptionDetails" in reply:
            raise AssertionError(f"{function}: {reply['exceptionDetails']}")
        return reply["result"].get("value")

    def focus(self) -> Focus:
        found = self.cdp.call("Runtime.evaluate", expression="document.activeElement", objectGroup="focus")["result"]
        if "objectId" not in found:
            return Focus("", "")
        asked = {"objectId": found["objectId"], "fetchRelatives": False}
        node = self.cdp.call("Accessibility.getPartialAXTree", **asked)["nodes"][0]
        told = self.ask("() => { const e = document.activeElement; return [e.id, e.value ?? '', !!e.checked]; }")
        self.cdp.post("Runtime.releaseObjectGroup", objectGroup="focus")
        role, name = (" ".join(str(node.get(key, {}).get("value", "")).split()) for key in ("role", "name"))
        return Focus(role, name, *told)

    def wait_for_page(self, act: Callable[[], object]) -> None:
        """Do it, and wait until the page that it leads to stands."""
        self._and_wait(act)

    def _go(self, by: int) -> None:
        history = self.cdp.call("Page.getNavigationHistory")
        entry = history["entries"][history["currentIndex"] + by]["id"]
        self._and_wait(lambda: self.cdp.call("Page.navigateToHistoryEntry", entryId=entry))

    def _and_wait(self, act: Callable[[], object]) -> None:
        self.watch.start_over()
        act()
        # A page that comes back from the browser's memory is shown again and not loaded.
        if not self.cdp.wait_until(lambda: self.watch.is_loaded or self._is_shown_again(), LOAD_SECONDS):
            raise AssertionError(f"no page was loaded within {LOAD_SECONDS} s")
        deadline = time.monotonic() + FOCUS_SECONDS
        while not self.ask(IS_FOCUSED) and time.monotonic() < deadline:
            self.cdp.listen(0.05)

    def _is_shown_again(self) -> bool:
        return bool(self.watch.happened.navigations) and self.ask("() => document.readyState") == "complete"


class FirefoxHands:
    """Firefox with its scripts blocked by a setting; ours run in a sandbox beside the page."""

    asks_before_sending_again = True

    def __init__(self, firefox: Firefox) -> None:
        self.firefox = firefox

    def open(self, url: str) -> None:
        self.firefox.open(url)

    def press(self, *keys: str) -> None:
        self.firefox.press(*keys)

    def press_and_wait(self, *keys: str) -> None:
        self._and_wait(lambda: self.press(*keys))

    def press_twice(self, key: str, milliseconds: int) -> None:
        once = key_actions(key)
        actions = [*once, {"type": "pause", "duration": milliseconds}, *once]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self._and_wait(lambda: self.firefox.call("input.performActions", context=self.firefox.tab, actions=[source]))
        # The second press may lead to one more page.
        time.sleep(0.5)
        self.firefox.wait_until(lambda: self.firefox.evaluate(f"() => {IS_LOADED}"))

    def back(self) -> None:
        self._and_wait(self.firefox.back)

    def forward(self) -> None:
        self._and_wait(lambda: self.firefox.call("browsingContext.traverseHistory", context=self.firefox.tab, delta=1))

    def reload(self) -> None:
        self._and_wait(self.firefox.reload)

    def forget_cookies(self) -> None:
        self.firefox.call("storage.deleteCookies")

    def ask(self, function: str) -> Any:
        return self.firefox.evaluate(function)

    def focus(self) -> Focus:
        return Focus(*self.firefox.evaluate(NAMED_FOCUS))

    def _and_wait(self, act: Callable[[], object]) -> None:
        """The mark is gone when another document stands there; one that is shown again was never marked by this act.

        Between two pages that do not share a process, an empty about:blank stands there for a moment, complete.
        """
        mark = f"mark{time.monotonic_ns()}"
        self.firefox.evaluate(f"() => {{ globalThis.{mark} = true; }}")
        act()
        is_another = f"() => !globalThis.{mark} && {IS_LOADED}"
        self.firefox.wait_until(lambda: self.firefox.evaluate(is_another), LOAD_SECONDS)
        with suppress(BidiError):  # what never comes is for the test to tell
            self.firefox.wait_until(lambda: self.firefox.evaluate(IS_FOCUSED), FOCUS_SECONDS)


# BiDi tells no accessible names; ours are all from labels, words or values, which this reads.
NAMED_FOCUS = """() => {
  const element = document.activeElement ?? document.body;
  const words = text => (text ?? "").replace(/\\s+/g, " ").trim();
  const roles = { a: "link", button: "button", select: "combobox", textarea: "textbox", summary: "DisclosureTriangle" };
  const role = element.localName === "input"
    ? ({ radio: "radio", checkbox: "checkbox", submit: "button" })[element.type] ?? "textbox"
    : roles[element.localName] ?? element.localName;
  const labels = [...(element.labels ?? [])].map(label => words(label.textContent)).join(" ");
  const own = element === document.body ? "" : words(element.textContent);
  const name = element.getAttribute("aria-label") || labels || own;
  return [role, name, element.id, element.value ?? "", !!element.checked];
}"""
