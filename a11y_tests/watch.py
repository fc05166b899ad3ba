"""What a page does by itself while it is open: console messages, dialogs, new windows, downloads, navigations."""

from dataclasses import dataclass, field
from typing import Any

from a11y_tests.cdp import Cdp, PageHung

Event = dict[str, Any]


@dataclass
class Happened:
    """Since the page was opened."""

    console: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    windows: list[str] = field(default_factory=list)
    downloads: list[str] = field(default_factory=list)
    navigations: list[str] = field(default_factory=list)


class Watch:
    """Listens on a connection; answers dialogs at once, since a page behind an open dialog answers nothing else."""

    def __init__(self, cdp: Cdp) -> None:
        self._cdp = cdp
        self.happened = Happened()
        self.is_loaded = False
        self.is_navigating = False
        self.status = 0
        self.content_type = ""
        self.main_frame = ""
        for event, listener in (
            ("Runtime.consoleAPICalled", self._console),
            ("Runtime.exceptionThrown", self._exception),
            ("Log.entryAdded", self._log),
            ("Page.javascriptDialogOpening", self._dialog),
            ("Page.windowOpen", lambda event: self.happened.windows.append(event["url"])),
            ("Page.downloadWillBegin", lambda event: self.happened.downloads.append(event["url"])),
            ("Page.frameNavigated", self._navigated),
            ("Page.navigatedWithinDocument", self._moved),
            ("Page.frameRequestedNavigation", self._requested),
            ("Page.loadEventFired", self._loaded),
            ("Network.responseReceived", self._response),
            ("Inspector.targetCrashed", self._crashed),
        ):
            cdp.on(event, listener)
        for domain in ("Page", "Log", "Network", "Inspector"):
            cdp.call(f"{domain}.enable")

    def start_over(self) -> None:
        self.happened = Happened()
        self.is_loaded = self.is_navigating = False
        self.status, self.content_type = 0, ""

    def _console(self, event: Event) -> None:
        words = [str(part.get("value", part.get("description", ""))) for part in event["args"]]
        self.happened.console.append(f"{event['type']}: {' '.join(words)}")

    def _exception(self, event: Event) -> None:
        details = event["exceptionDetails"]
        self.happened.console.append(
            f"error: {details.get('exception', {}).get('description') or details.get('text', '')}"
        )

    def _log(self, event: Event) -> None:
        entry = event["entry"]
        self.happened.console.append(f"{entry['level']}: {entry['text']} {entry.get('url', '')}".rstrip())

    def _dialog(self, event: Event) -> None:
        self.happened.dialogs.append(event["message"])
        self._cdp.post("Page.handleJavaScriptDialog", accept=True)

    def _navigated(self, event: Event) -> None:
        frame = event["frame"]
        if "parentId" not in frame:
            self.main_frame = frame["id"]
            self.happened.navigations.append(frame["url"])

    def _moved(self, event: Event) -> None:
        if event.get("frameId") == self.main_frame:
            self.happened.navigations.append(event["url"])

    def _requested(self, event: Event) -> None:
        if event.get("frameId") == self.main_frame and event.get("disposition") == "currentTab":
            self.is_navigating = True

    def _loaded(self, _: Event) -> None:
        self.is_loaded = True
        self.is_navigating = False

    def _response(self, event: Event) -> None:
        if event.get("type") == "Document" and event.get("frameId") == (self.main_frame or event.get("frameId")):
            self.status = event["response"]["status"]
            self.content_type = event["response"]["mimeType"]

    def _crashed(self, _: Event) -> None:
        raise PageHung("the page crashed the browser's tab")
