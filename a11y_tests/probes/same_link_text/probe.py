"""Links of the same name and context: fetches both targets where they are on this machine, and compares them."""

from difflib import SequenceMatcher
from typing import Any
from urllib.parse import urlsplit

from a11y_tests.findings import Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
# Two pages whose words are this much the same may serve one purpose.
ALIKE = 0.9

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

PARTS = """async addresses => {
  if (addresses.some(address => /#[!\\/]/.test(address))) return true;  // the page's own scripts go by these
  const parts = addresses.map(address => decodeURIComponent(new URL(address).hash.slice(1))).filter(Boolean);
  let there = document;
  if (addresses[0].split("#")[0] !== location.href.split("#")[0]) {
    try {
      const answer = await fetch(addresses[0], { credentials: "omit", signal: AbortSignal.timeout(1500) });
      there = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch { return true; }
  }
  return parts.some(part => there.getElementById(part) || there.getElementsByName(part).length);
}"""


def run(page: Page) -> list[Finding]:
    known = page.collected.get(PROBE.id, [])
    judged = [judge(page, finding, one) for finding, one in zip(PROBE.collected(page), known, strict=True)]
    return [finding for finding in judged if finding]


def judge(page: Page, finding: Finding, candidate: dict[str, Any]) -> Finding | None:
    """None where both addresses show the same; a question where that is not known from here."""
    addresses = candidate.get("addresses", [])
    is_far = candidate.get("isFar", False)
    if len({address.split("#")[0] for address in addresses}) == 1 and not has_parts(
        page, addresses, candidate["frame"]
    ):
        return None
    if len({address.split("#")[0] for address in addresses}) < 2 or not (is_far or finding.level == "violation"):
        return finding
    if page.is_loopback and all(is_here(page, address) for address in addresses):
        first, second = page.ask(TEXTS, addresses, frame=candidate["frame"])
        if first is not None and second is not None:
            return compared(finding, first, second) if is_far else finding if first != second else None
    return finding if is_far else PROBE.finding(finding.element, finding.msg + "; is that so?", level="review")


def has_parts(page: Page, addresses: list[str], frame: int) -> bool:
    """The parts of one page that links name are there, as far as we can look; else both lead to its beginning."""
    return not is_here(page, addresses[0]) or bool(page.ask(PARTS, addresses, frame=frame))


def compared(finding: Finding, first: str, second: str) -> Finding | None:
    """For links in different places: by their text alone (AAA) they promise the same page."""
    if first == second:
        return None
    if SequenceMatcher(None, first[:3000], second[:3000], autojunk=False).quick_ratio() > ALIKE:
        return finding
    name = finding.element.name if finding.element else ""
    sentence = f"two links on this page are called “{name}” and lead to pages that say different things"
    return PROBE.finding(finding.element, sentence, wcag=finding.wcag, act=finding.act)


def is_here(page: Page, address: str) -> bool:
    return urlsplit(address)[:2] == urlsplit(page.url)[:2]
