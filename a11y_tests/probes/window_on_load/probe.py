"""Windows that a page has opened by itself (F52), and timers that wait to open one."""

import re
from urllib.parse import urlsplit

from a11y_tests import witness
from a11y_tests.findings import Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
SECONDS = 20
AT_ONCE = 1.0
OPENS = re.compile(r"(^|[^.\w])(window\.|self\.)?open\(\s*[\"'`]")


def run(page: Page) -> list[Finding]:
    """Nobody has touched the page yet: what is open, it has opened itself."""
    soon = [timer for timer in witness.waiting(page) if OPENS.search(timer["source"])]
    # Which of them have gone off by now must not depend on how busy the machine is.
    if not page.happened.windows and any(timer["dueIn"] <= AT_ONCE * 1000 for timer in soon):
        page.cdp.wait_until(lambda: bool(page.happened.windows), AT_ONCE + 0.5)
    opened = [urlsplit(url).path[-60:] or "an empty one" for url in page.happened.windows]
    if opened:
        message = f"new window: the page opens a window by itself when it is loaded ({opened[0]})"
        return [PROBE.finding(page.find("html"), message)]
    if any(timer["dueIn"] <= SECONDS * 1000 for timer in soon):
        question = f"Does a timer open a new window by itself within {SECONDS} seconds?"
        return [PROBE.finding(page.find("html"), question, level="review")]
    return []
