"""Holds a page where it is: what it tries to go to or to send is written down and not done."""

from dataclasses import dataclass, field
from typing import Any

from a11y_tests.cdp import Cdp
from a11y_tests.watch import Watch

READING = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True)
class Attempt:
    """A frame of the page tried to go to an address."""

    url: str
    method: str
    frame_id: str


@dataclass
class Stay:
    """Fails requests by which a frame would leave the page; elsewhere than on loopback also those that send data."""

    cdp: Cdp
    watch: Watch
    attempts: list[Attempt] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.cdp.on("Fetch.requestPaused", self._paused)

    def begin(self, *, is_loopback: bool) -> None:
        self.attempts = []
        documents = {"urlPattern": "*", "resourceType": "Document"}
        self.cdp.call("Fetch.enable", patterns=[documents] if is_loopback else [{"urlPattern": "*"}])

    def end(self) -> None:
        self.cdp.call("Fetch.disable")
        self.watch.is_navigating = False

    def _paused(self, event: dict[str, Any]) -> None:
        request, number = event["request"], event["requestId"]
        if event.get("resourceType") == "Document":
            self.attempts.append(Attempt(request["url"], request["method"], event.get("frameId", "")))
        elif request["method"] in READING:
            self.cdp.post("Fetch.continueRequest", requestId=number)
            return
        self.cdp.post("Fetch.failRequest", requestId=number, errorReason="Aborted")
        self.watch.is_navigating = False
