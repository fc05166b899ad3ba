"""Forces colours as a high contrast theme does, and looks for what can no longer be seen."""

from pathlib import Path

from a11y_tests.findings import Element, Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at

PROBE = probe_at(__file__)
LOOK = Path(__file__).with_name("look.js").read_text(encoding="utf-8").partition("\n")[2]
QUESTIONS = {
    "edge": "in forced colours {} has no edge. Can people see where it is?",
    "icon": "in forced colours the icon in {} vanishes. Is there another sign of what it does?",
    "text": "in forced colours {} keeps a colour of its own that cannot be read. Is it there in another way?",
}


def run(page: Page) -> list[Finding]:
    with page.media(forced_colors="active"):
        frames = [(number, page.ask(LOOK, frame=number)) for number in range(len(page.frames.ids))]
    return [asked(value, number) for number, found in frames for value in found]


def asked(value: dict[str, object], frame: int) -> Finding:
    place = Element.from_json(value["element"], frame)  # type: ignore[arg-type]
    return PROBE.finding(place, QUESTIONS[str(value["kind"])].format(place), level="review")
