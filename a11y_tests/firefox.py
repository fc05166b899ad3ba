"""A headless Firefox driven straight by WebDriver BiDi, with scripts on or blocked; no geckodriver is needed."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import websocket

# BiDi's private-use characters for keys that type nothing.
KEYS = {
    "Tab": "\ue004",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Space": " ",
    "Backspace": "\ue003",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "Home": "\ue011",
    "End": "\ue010",
}
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
Reply = dict[str, Any]


class BidiError(Exception):
    """Firefox refused a command or did not answer."""


def firefox_path() -> str | None:
    """Firefox (the extended support release first), where it is installed."""
    return next((path for path in map(shutil.which, ("firefox-esr", "firefox")) if path), None)


class Firefox:
    """A Firefox with a new profile that reaches loopback only; `are_scripts_blocked` stops pages' scripts."""

    def __init__(
        self,
        *,
        are_scripts_blocked: bool = False,
        are_cookies_refused: bool = False,
        width: int = 1280,
        height: int = 800,
    ) -> None:
        self._profile = Path(tempfile.mkdtemp(prefix="curbcut-firefox-"))
        (self._profile / "user.js").write_text(
            preferences(are_scripts_blocked, are_cookies_refused), encoding="utf-8"
        )
        self._log = self._profile / "browser.log"
        self._process = self._start(width, height)
        self._last_id = 0
        self.events: list[Reply] = []
        try:
            self._socket = websocket.create_connection(f"{self._address()}/session", timeout=30, suppress_origin=True)
            self.version = str(self.call("session.new", capabilities={})["capabilities"]["browserVersion"])
            # The window of the start is never the active one, and Space and Enter act in an active window only.
            self.tab = str(self.call("browsingContext.create", type="window")["context"])
        except BaseException:
            self._end()
            raise

    def __enter__(self) -> "Firefox":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._socket.close()
        self._end()

    def call(self, method: str, **params: Any) -> Reply:
        """One BiDi command and its result; events that arrive meanwhile are kept in `events`."""
        self._last_id += 1
        self._socket.send(json.dumps({"id": self._last_id, "method": method, "params": params}))
        while True:
            try:
                message: Reply = json.loads(self._socket.recv())
            except (OSError, ValueError, websocket.WebSocketException) as error:
                raise BidiError(f"{method}: {error}") from error
            if message.get("id") == self._last_id:
                break
            self.events.append(message)
        if message["type"] == "error":
            raise BidiError(f"{method}: {message['error']}: {message['message']}")
        result: Reply = message["result"]
        return result

    # A page -----------------------------------------------------------------------------------------------------------

    def open(self, url: str) -> None:
        self.call("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def back(self) -> None:
        self.call("browsingContext.traverseHistory", context=self.tab, delta=-1)

    def reload(self) -> None:
        self.call("browsingContext.reload", context=self.tab, wait="complete")

    @property
    def url(self) -> str:
        return str(self.call("browsingContext.getTree", root=self.tab)["contexts"][0]["url"])

    def press(self, *keys: str) -> None:
        """Press keys one after the other: `press("Tab", "Shift+Tab", "Space", "a")`."""
        actions = [action for key in keys for action in key_actions(key)]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self.call("input.performActions", context=self.tab, actions=[source])

    def type(self, text: str) -> None:
        self.press(*text)

    def click(self, selector: str) -> None:
        element = {"type": "element", "element": self.node(selector)}
        moves = [{"type": "pointerMove", "x": 0, "y": 0, "origin": element}]
        presses = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        source = {"type": "pointer", "id": "mouse", "actions": moves + presses}
        self.call("input.performActions", context=self.tab, actions=[source])

    def node(self, selector: str) -> Reply:
        """A reference to the first element that the CSS selector matches."""
        found = self.nodes(selector)
        if not found:
            raise BidiError(f"no element matches {selector}")
        return {"sharedId": found[0]["sharedId"]}

    def nodes(self, selector: str) -> list[Reply]:
        """All elements that match, as BiDi describes nodes; works with scripts blocked too."""
        locator = {"type": "css", "value": selector}
        found: list[Reply] = self.call("browsingContext.locateNodes", context=self.tab, locator=locator)["nodes"]
        return found

    def evaluate(self, function: str, *nodes: Reply) -> Any:
        """A JavaScript function called in a sandbox of ours, which runs although the page's own scripts are blocked."""
        result = self.call(
            "script.callFunction",
            functionDeclaration=f"(...nodes) => JSON.stringify(({function})(...nodes))",
            target={"context": self.tab, "sandbox": "curbcut"},
            arguments=list(nodes),
            awaitPromise=False,
        )
        if result["type"] == "exception":
            raise BidiError(result["exceptionDetails"]["text"])
        return json.loads(result["result"].get("value", "null"))

    def text(self, selector: str = "body") -> str:
        """The visible words of the first element that matches."""
        words = self.evaluate("element => element.innerText", self.node(selector))
        return " ".join(str(words).split())

    def focused(self) -> Reply:
        """What has the focus: tag, id, name, type, value, checked, href and visible words."""
        found: Reply = self.evaluate(FOCUSED)
        return found

    def wait_until(self, is_true: Callable[[], object], seconds: float = 10) -> None:
        deadline = time.monotonic() + seconds
        while not is_true():
            if time.monotonic() > deadline:
                raise BidiError(f"not true within {seconds:g} s; the page is {self.url}")
            time.sleep(0.05)

    # The process ------------------------------------------------------------------------------------------------------

    def _start(self, width: int, height: int) -> subprocess.Popen[bytes]:
        path = firefox_path()
        if path is None:
            raise BidiError("Firefox is not installed; on Debian: apt-get install firefox-esr")
        command = [path, "--headless", "--no-remote", "--profile", str(self._profile), "--remote-debugging-port=0"]
        size = [f"--width={width}", f"--height={height}"]
        environment = {**os.environ, "HOME": str(self._profile), "MOZ_HEADLESS_WIDTH": str(width), "LANG": "C.UTF-8"}
        with self._log.open("wb") as log:
            return subprocess.Popen([*command, *size], stdout=log, stderr=log, env=environment)

    def _address(self) -> str:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self._process.poll() is None:
            found = LISTENING.search(self._log.read_text(encoding="utf-8", errors="replace"))
            if found:
                return found[1]
            time.sleep(0.05)
        raise BidiError(f"Firefox did not start: {self._log.read_text(encoding='utf-8', errors='replace')[-500:]}")

    def _end(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)


FOCUSED = """() => {
  const element = document.activeElement;
  return { tag: element.localName, id: element.id, name: element.name ?? "", type: element.type ?? "",
    value: element.value ?? "", checked: element.checked ?? false, href: element.href ?? "",
    text: (element.innerText ?? "").replace(/\\s+/g, " ").trim() };
}"""


def preferences(are_scripts_blocked: bool, are_cookies_refused: bool = False) -> str:
    """A user.js: nothing is asked of the network by itself, and names other than loopback lead nowhere."""
    values: dict[str, object] = {
        "javascript.enabled": not are_scripts_blocked,
        "network.cookie.cookieBehavior": 2 if are_cookies_refused else 0,
        # A proxy that nobody serves: only loopback, which is exempt, can be reached.
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": 9,
        "network.proxy.allow_hijacking_localhost": False,
        "browser.shell.checkDefaultBrowser": False,
        "browser.startup.homepage": "about:blank",
        "browser.startup.page": 0,
        "browser.aboutwelcome.enabled": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "toolkit.telemetry.enabled": False,
        "app.update.enabled": False,
        "extensions.update.enabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "services.settings.server": "http://127.0.0.1:9/",
        "browser.safebrowsing.malware.enabled": False,
        "browser.safebrowsing.phishing.enabled": False,
        "security.sandbox.content.level": 0 if os.name == "posix" and os.geteuid() == 0 else 4,
    }
    return "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in values.items())


def key_actions(key: str) -> list[dict[str, str]]:
    """BiDi's actions for one press, with the keys that are held: `Shift+Tab`."""
    names = key.split("+") if len(key) > 1 else [key]
    signs = [KEYS.get(name, name) for name in names]
    return [{"type": "keyDown", "value": sign} for sign in signs] + [
        {"type": "keyUp", "value": sign} for sign in reversed(signs)
    ]
