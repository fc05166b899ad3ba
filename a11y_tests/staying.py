"""Holds a page where it is: what it tries to go to is written down and not done."""

from dataclasses import dataclass, field
from typing import Any

from a11y_tests.cdp import Cdp
from a11y_tests.watch import Watch

DOCUMENTS = [{"urlPattern": "*", "resourceType": "Document"}]
# What guard.py watches all the time where forms must not be sent.
ALL_REQUESTS = [{"urlPattern": "http*", "requestStage": "Request"}, *DOCUMENTS]
# A busy machine may take long; only what never becomes a request is waited for so long.
WAIT = 2.0


@dataclass(frozen=True)
class Attempt:
    """A frame of the page tried to go to an address."""

    url: str
    method: str
    frame_id: str


@dataclass
class Stay:
    """Fails the requests by which frames would leave the page, from `begin` to `end`."""

    cdp: Cdp
    watch: Watch
    attempts: list[Attempt] = field(default_factory=list)
    is_on: bool = False
    is_guarded: bool = False
    requested: set[str] = field(default_factory=set)  # frames that are about to go

    def __post_init__(self) -> None:
        self.cdp.on("Page.frameRequestedNavigation", self._requested)
        self.cdp.on("Fetch.requestPaused", self._paused)
        self.cdp.on("Page.navigatedWithinDocument", lambda event: self.requested.discard(event.get("frameId", "")))

    def begin(self, *, is_guarded: bool) -> None:
        """The guard, where it is on, goes on watching."""
        self.attempts, self.requested, self.is_on, self.is_guarded = [], set(), True, is_guarded
        self.cdp.call("Fetch.enable", patterns=ALL_REQUESTS if is_guarded else DOCUMENTS)

    def end(self) -> None:
        self.is_on = self.watch.is_navigating = False
        if self.is_guarded:
            self.cdp.call("Fetch.enable", patterns=ALL_REQUESTS[:1])
        else:
            self.cdp.call("Fetch.disable")

    def wait(self) -> None:
        """A navigation that a frame has asked for comes to us a moment later."""
        self.cdp.wait_until(lambda: not self.requested, WAIT)
        self.requested.clear()

    def _requested(self, event: dict[str, Any]) -> None:
        if event.get("disposition") == "currentTab" and event["url"].startswith(("http", "file")):
            self.requested.add(event["frameId"])

    def _paused(self, event: dict[str, Any]) -> None:
        if not self.is_on or event.get("resourceType") != "Document":
            return
        request = event["request"]
        self.attempts.append(Attempt(request["url"], request["method"], event.get("frameId", "")))
        self.requested.discard(event.get("frameId", ""))
        self.cdp.post("Fetch.failRequest", requestId=event["requestId"], errorReason="Aborted")
        self.watch.is_navigating = False
