"""Links of the same name and context: fetches both targets where they are on this machine, and compares them."""

from typing import Any
from urllib.parse import urlsplit

from a11y_tests.findings import Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)

# Only what a reader would see counts: the same text under two addresses is the same page.
TEXTS = """async addresses => {
  const text = async address => {
    try {
      const answer = await fetch(address, { credentials: "omit", signal: AbortSignal.timeout(1500) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      page.querySelectorAll("script,style").forEach(element => element.remove());
      return answer.ok ? cc.squeeze(page.body.textContent + " " + [...page.images].map(image => image.alt)) : null;
    } catch { return null; }
  };
  return Promise.all(addresses.map(text));
}"""


def run(page: Page) -> list[Finding]:
    known = page.collected.get(PROBE.id, [])
    judged = [judge(page, finding, one) for finding, one in zip(PROBE.collected(page), known, strict=True)]
    return [finding for finding in judged if finding]


def judge(page: Page, finding: Finding, candidate: dict[str, Any]) -> Finding | None:
    """None where both addresses show the same; a question where that is not known from here."""
    addresses = candidate.get("addresses", [])
    bare = {address.split("#")[0] for address in addresses}
    if finding.level != "violation" or len(bare) < 2:
        return finding
    if page.is_loopback and all(is_here(page, address) for address in addresses):
        first, second = page.ask(TEXTS, addresses, frame=candidate["frame"])
        if first is not None and second is not None:
            return None if first == second else finding
    return PROBE.finding(finding.element, finding.msg + "; is that so?", level="review")


def is_here(page: Page, address: str) -> bool:
    return urlsplit(address)[:2] == urlsplit(page.url)[:2]
