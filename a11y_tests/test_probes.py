"""Every probe on its own fixtures: each fail… id is found, nothing else is."""

import re
from pathlib import Path

import pytest

from a11y_tests.page import Page
from a11y_tests.probe import Probe, all_probes, collect, run_probe

CASES = [pytest.param(probe, file, id=f"{probe.id}:{file.stem}") for probe in all_probes() for file in probe.fixtures]


@pytest.mark.browser
@pytest.mark.parametrize(("probe", "file"), CASES)
def test_probe_finds_each_failing_element_and_no_other(
    probe: Probe, file: Path, page: Page, probes_address: str
) -> None:
    page.open(f"{probes_address}/{probe.folder.name}/{file.name}")
    expected = failing_ids(page)
    assert collect(page, [probe]) == {}
    found = run_probe(probe, page)
    surely = {name_of(finding.element) for finding in found if finding.level == "violation"}
    maybe = {name_of(finding.element) for finding in found if finding.level == "review"}
    advised = {name_of(finding.element) for finding in found if finding.level == "advice"}
    assert (surely, maybe - surely, advised - surely - maybe) == expected


@pytest.mark.parametrize("probe", [pytest.param(probe, id=probe.id) for probe in all_probes()])
def test_probe_has_enough_variants(probe: Probe) -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in probe.fixtures)
    failing, passing = (
        len(re.findall(rf"""\bid=["']?(?:{start})""", text)) for start in ("fail|review|advice", "pass")
    )
    assert (failing >= 5, passing >= 8) == (True, True), f"{probe.id}: {failing} failing and {passing} passing variants"


def failing_ids(page: Page) -> tuple[set[str], set[str], set[str]]:
    """Ids in the fixture and its frames that must be found: fail… at violation, review… and advice… at those levels."""
    ids: set[str] = set()
    page.frames.refresh()
    for frame in range(len(page.frames.ids)):
        ids |= set(page.ask("() => (cc.refresh(), cc.elements.map(element => element.id))", frame=frame))
    start = ("fail", "review", "advice")
    return tuple({name for name in ids if name.startswith(word)} for word in start)  # type: ignore[return-value]


def name_of(element: object) -> str:
    return getattr(element, "id", "") or getattr(element, "selector", "")
