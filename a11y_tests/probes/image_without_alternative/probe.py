"""Background images that may tell something: those that are pictures of words surely do."""

from typing import Any

from a11y_tests.findings import Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
MOST_PICTURES = 5
# How many letters the picture has, and how many the text right around its place; null for pictures of anything else.
READ = """async (element, address) => {
  const image = new Image();
  image.src = address;
  try { await image.decode(); } catch { return null; }
  let picture = null;
  try { picture = cc.lettersIn(image); } catch { return null; }
  if (!picture) return null;
  const near = [element.previousElementSibling, element.nextElementSibling, cc.parent(element)];
  const texts = near.map(each => each ? cc.visibleText(each).match(/\\p{L}/gu)?.length ?? 0 : 0);
  return { letters: picture.letters, texts };
}"""


def run(page: Page) -> list[Finding]:
    known = page.collected[PROBE.id]
    pictured = [one for one in known if one.get("picture")][:MOST_PICTURES]
    judged = [
        (word_picture(page, finding, one) if one in pictured else finding, one)
        for finding, one in zip(PROBE.collected(page), known, strict=True)
    ]
    return [finding for finding, one in judged if finding.level == "violation" or one.get("isAsked", True)]


def word_picture(page: Page, finding: Finding, candidate: dict[str, Any]) -> Finding:
    """A barrier where the picture is of words that no text beside it could be."""
    read = finding.element and page.ask_about(finding.element, READ, candidate["picture"])
    if not read or any(0.5 * read["letters"] <= letters <= 1.8 * read["letters"] for letters in read["texts"]):
        return finding
    sentence = "this background image is a picture of words, and has no text alternative"
    return PROBE.finding(finding.element, sentence, act=())
