"""No form is sent to anything but this machine unless the reviewer allows it."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from a11y_tests.cdp import Cdp

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "::1")
READING = ("GET", "HEAD", "OPTIONS")
# In the page's own world: a form whose action is elsewhere does not go, whether a person or a script sends it.
HOLD_FORMS = """(() => {
  const isHere = (form, submitter) => {
    // form.action is a field where the form has one of that name
    const action = submitter?.getAttribute("formaction") ?? form.getAttribute?.("action");
    const url = new URL(action || location.href, document.baseURI);
    return ["file:", "about:"].includes(url.protocol) || ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  };
  addEventListener("submit", event => {
    if (!isHere(event.target, event.submitter)) { event.preventDefault(); event.stopImmediatePropagation(); }
  }, true);
  const submit = HTMLFormElement.prototype.submit;
  HTMLFormElement.prototype.submit = function () { if (isHere(this)) submit.call(this); };
})()"""


def is_loopback(url: str) -> bool:
    """The address is on this machine."""
    parts = urlsplit(url)
    return parts.scheme in ("file", "about") or (parts.hostname or "") in LOOPBACK_NAMES


def hold_forms(cdp: Cdp) -> None:
    """From now on nothing is sent to another machine but requests that read."""
    cdp.call("Page.addScriptToEvaluateOnNewDocument", source=HOLD_FORMS)
    cdp.on("Fetch.requestPaused", judge_request(cdp))
    cdp.call("Fetch.enable", patterns=[{"urlPattern": "http*", "requestStage": "Request"}])


def judge_request(cdp: Cdp) -> Callable[[dict[str, Any]], None]:
    def judge(event: dict[str, Any]) -> None:
        request, number = event["request"], event["requestId"]
        if request["method"] in READING or is_loopback(request["url"]):
            cdp.post("Fetch.continueRequest", requestId=number)
        else:
            cdp.post("Fetch.failRequest", requestId=number, errorReason="BlockedByClient")

    return judge
