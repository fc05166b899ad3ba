"""The Chrome DevTools Protocol over one websocket: commands in pipelines, events to listeners, no call can hang."""

import json
import time
from collections.abc import Callable, Iterable
from typing import Any

import websocket

Reply = dict[str, Any]
Listener = Callable[[Reply], None]


class CdpError(Exception):
    """The browser refused a command."""


class PageHung(Exception):
    """The browser did not answer in time, or the connection broke; only a new browser helps."""


class Cdp:
    """One connection to one target (a tab)."""

    def __init__(self, websocket_url: str, timeout: float = 30) -> None:
        # Chromium refuses a websocket that sends an Origin header which was not allowed when it started.
        self._socket = websocket.create_connection(
            websocket_url, timeout=timeout, suppress_origin=True, skip_utf8_validation=True
        )
        self.timeout = timeout
        # A moment (time.monotonic) after which every call fails: whatever a page does, the run goes on.
        self.deadline = float("inf")
        self._last_id = 0
        self._replies: dict[int, Reply] = {}
        self._unwanted: set[int] = set()
        self._listeners: dict[str, list[Listener]] = {}

    def close(self) -> None:
        self._socket.close()

    def on(self, event: str, listener: Listener) -> None:
        """Call the listener with the parameters of each such event, as soon as it is read."""
        self._listeners.setdefault(event, []).append(listener)

    def send(self, method: str, **params: Any) -> int:
        """Send a command and do not wait; `wait` collects the answer."""
        self._last_id += 1
        try:
            self._socket.send(json.dumps({"id": self._last_id, "method": method, "params": params}))
        except (OSError, websocket.WebSocketException) as error:
            raise PageHung(f"{method}: {error}") from error
        return self._last_id

    def post(self, method: str, **params: Any) -> None:
        """Send a command whose answer nobody needs."""
        self._unwanted.add(self.send(method, **params))

    def call(self, method: str, *, within: float | None = None, **params: Any) -> Reply:
        return self.wait(self.send(method, **params), within)

    def wait(self, number: int, within: float | None = None) -> Reply:
        """The result of a command that was sent: CdpError when it was refused, PageHung when it does not come."""
        deadline = min(time.monotonic() + (within or self.timeout), self.deadline)
        while number not in self._replies:
            if not self._read(deadline):
                self._unwanted.add(number)
                raise PageHung(f"no answer from the browser within {within or self.timeout:g} s")
        reply = self._replies.pop(number)
        if "error" in reply:
            raise CdpError(reply["error"].get("message", "refused"))
        result: Reply = reply["result"]
        return result

    def wait_all(self, numbers: Iterable[int]) -> list[Reply]:
        return [self.wait(number) for number in numbers]

    def wait_until(self, is_true: Callable[[], object], within: float) -> bool:
        """Read events until the condition holds; False when it did not in time."""
        deadline = time.monotonic() + within
        while not is_true():
            if not self._read(deadline):
                return bool(is_true())
        return True

    def listen(self, seconds: float) -> None:
        """Let events arrive for a while."""
        self.wait_until(lambda: False, seconds)

    def _read(self, deadline: float) -> bool:
        """Take in one message; False when none came before the deadline."""
        left = deadline - time.monotonic()
        if left <= 0:
            return False
        try:
            self._socket.settimeout(left)
            message = json.loads(self._socket.recv())
        except websocket.WebSocketTimeoutException:
            return False
        except (OSError, ValueError, websocket.WebSocketException) as error:
            raise PageHung(f"the browser went away: {error}") from error
        self._take(message)
        return True

    def _take(self, message: Reply) -> None:
        number = message.get("id")
        if number is None:
            for listener in self._listeners.get(message["method"], ()):
                listener(message.get("params", {}))
        elif number in self._unwanted:
            self._unwanted.discard(number)
        else:
            self._replies[number] = message
