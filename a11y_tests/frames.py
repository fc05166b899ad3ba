"""The frames of a page, and our library's isolated world in each of them."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from a11y_tests.cdp import Cdp, CdpError

WORLD = "curbcut"


class ScriptError(Exception):
    """A script of ours failed in the page."""


@cache
def library() -> str:
    """The scripts of library/, in the order of their names."""
    files = sorted((Path(__file__).parent / "library").glob("*.js"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


class Frames:
    """Follows which frames exist; number 0 is the page itself, the others stand in document order."""

    def __init__(self, cdp: Cdp) -> None:
        self._cdp = cdp
        self._contexts: dict[str, int] = {}
        self._page_contexts: dict[str, int] = {}
        self.ids: list[str] = []
        cdp.on("Runtime.executionContextCreated", self._created)
        cdp.on("Runtime.executionContextDestroyed", self._destroyed)
        cdp.on("Runtime.executionContextsCleared", lambda _: self._forget())
        cdp.call("Page.enable")
        cdp.call("Runtime.enable")
        cdp.call("Page.addScriptToEvaluateOnNewDocument", source=library(), worldName=WORLD)

    def refresh(self) -> None:
        """Look again which frames the page has."""
        self.ids = list(_frame_ids(self._cdp.call("Page.getFrameTree")["frameTree"]))
        for frame_id in [frame for frame in self.ids if frame not in self._contexts]:
            self._make_world(frame_id)
        self.ids = [frame_id for frame_id in self.ids if frame_id in self._contexts]

    def context(self, frame: int, *, of_page: bool = False) -> int:
        contexts = self._page_contexts if of_page else self._contexts
        if not self.ids or self.ids[frame] not in contexts:
            self.refresh()
        try:
            return contexts[self.ids[frame]]
        except (IndexError, KeyError) as error:
            raise ScriptError(f"frame {frame} is gone") from error

    def call(self, function: str, *arguments: Any, frame: int = 0, of_page: bool = False, within: float = 30) -> Any:
        """Call a JavaScript function with JSON arguments and return its JSON value; promises are awaited."""
        reply = self._cdp.call(
            "Runtime.callFunctionOn",
            within=within,
            functionDeclaration=function,
            executionContextId=self.context(frame, of_page=of_page),
            arguments=[{"value": argument} for argument in arguments],
            returnByValue=True,
            awaitPromise=True,
            userGesture=False,
        )
        return value_of(reply)

    def _make_world(self, frame_id: str) -> None:
        try:
            world = self._cdp.call("Page.createIsolatedWorld", frameId=frame_id, worldName=WORLD)
            context = world["executionContextId"]
            self._cdp.call("Runtime.evaluate", expression=f"if (!globalThis.cc) {{{library()}\n}}", contextId=context)
        except CdpError:
            return  # the frame went away meanwhile
        self._contexts[frame_id] = context

    def _created(self, event: dict[str, Any]) -> None:
        context = event["context"]
        frame_id = context.get("auxData", {}).get("frameId")
        if context.get("name") == WORLD:
            self._contexts[frame_id] = context["id"]
        elif context.get("auxData", {}).get("isDefault"):
            self._page_contexts[frame_id] = context["id"]

    def _destroyed(self, event: dict[str, Any]) -> None:
        for contexts in (self._contexts, self._page_contexts):
            for frame_id in [known for known, number in contexts.items() if number == event["executionContextId"]]:
                del contexts[frame_id]

    def _forget(self) -> None:
        self._contexts.clear()
        self._page_contexts.clear()
        self.ids = []


def value_of(reply: dict[str, Any]) -> Any:
    if "exceptionDetails" in reply:
        details = reply["exceptionDetails"]
        raise ScriptError(details.get("exception", {}).get("description") or details["text"])
    return reply["result"].get("value")


def _frame_ids(tree: dict[str, Any]) -> Iterable[str]:
    yield tree["frame"]["id"]
    for child in tree.get("childFrames", ()):
        # What the browser shows where a frame's page cannot be reached is no part of the site.
        if "unreachableUrl" not in child["frame"]:
            yield from _frame_ids(child)
