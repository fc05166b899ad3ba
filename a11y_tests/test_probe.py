"""The form of a probe."""

from pathlib import Path

import pytest

from a11y_tests.probe import BadProbe, all_probes, load_probe

YAML = """title: x
wcag: ["2.4.7"]
act: []
who: x
repair: x
limits: x
phase: read
"""


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (YAML.replace("2.4.7", "2.4.77"), r"wcag \['2.4.77'\] are not all numbers of success criteria"),
        (YAML.replace("phase: read", "phase: late"), "phase 'late' is not one of read, emulate, walk, act"),
        (YAML + "colour: red\n", "has the keys .*; it needs exactly"),
    ],
)
def test_a_mistake_in_a_probe_is_named(entry: str, problem: str, tmp_path: Path) -> None:
    folder = tmp_path / "some_probe"
    folder.mkdir()
    (folder / "probe.yaml").write_text(entry, encoding="utf-8")
    with pytest.raises(BadProbe, match=problem):
        load_probe(folder)


def test_probes_that_change_the_page_come_last() -> None:
    phases = [probe.phase for probe in all_probes()]
    assert phases == sorted(phases, key=["read", "emulate", "walk", "act"].index)


@pytest.mark.parametrize("probe", all_probes(), ids=lambda probe: probe.id)
def test_every_probe_tells_who_is_affected_and_what_to_do(probe: object) -> None:
    texts = [getattr(probe, key) for key in ("title", "who", "repair", "limits")]
    assert all(len(text.split()) > 2 for text in texts)
