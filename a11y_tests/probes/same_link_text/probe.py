"""Links of the same name and context: fetches both targets where they are on this machine, and compares them."""

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
      return answer.ok ? cc.squeeze(page.body.textContent + " " + [...page.images].map(image => image.alt)) : address;
    } catch { return address; }
  };
  return Promise.all(addresses.map(text));
}"""


def run(page: Page) -> list[Finding]:
    found = PROBE.collected(page)
    known = page.collected.get(PROBE.id, [])
    return [
        judged(page, finding, candidate.get("addresses", []), candidate["frame"])
        for finding, candidate in zip(found, known, strict=True)
        if not lead_to_the_same(page, candidate.get("addresses", []), candidate["frame"])
    ]


def judged(page: Page, finding: Finding, addresses: list[str], frame: int) -> Finding:
    """Whether two addresses elsewhere show the same page is not known from here."""
    if finding.level != "violation" or all(is_here(page, address) for address in addresses):
        return finding
    return PROBE.finding(finding.element, finding.msg + "; is that so?", level="review")


def lead_to_the_same(page: Page, addresses: list[str], frame: int) -> bool:
    bare = {address.split("#")[0] for address in addresses}
    if len(bare) < 2 or not page.is_loopback or not all(is_here(page, address) for address in addresses):
        return False
    first, second = page.ask(TEXTS, addresses, frame=frame)
    return bool(first == second)


def is_here(page: Page, address: str) -> bool:
    return urlsplit(address)[:2] == urlsplit(page.url)[:2]
