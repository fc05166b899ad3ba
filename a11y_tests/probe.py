"""A probe: a folder under probes/ that finds one kind of barrier in an open page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from a11y_tests.criteria import criteria
from a11y_tests.findings import LEVELS, Element, Finding, Level
from a11y_tests.handlers import hand_over_handlers
from a11y_tests.page import Page

PROBES = Path(__file__).parent / "probes"
# "read" asks only; "emulate" changes viewport, media or styles and puts them back; "walk" uses the shared Tab walk;
# "act" presses, clicks and types: it starts from a freshly loaded page.
Phase = Literal["read", "emulate", "walk", "act"]
PHASES: tuple[Phase, ...] = get_args(Phase)
KEYS = {"title", "wcag", "act", "who", "repair", "limits", "phase"}


@dataclass(frozen=True)
class Probe:
    id: str
    title: str
    wcag: tuple[str, ...]
    act: tuple[str, ...]
    who: str
    repair: str
    limits: str
    phase: Phase
    folder: Path

    def finding(
        self,
        element: Element | None,
        msg: str,
        *,
        level: Level = "violation",
        wcag: Sequence[str] = (),
        act: Sequence[str] | None = None,
        repair: str = "",
    ) -> Finding:
        """A finding of this probe; without an element it is about the page as a whole."""
        place = element or Element(selector="html", tag="html")
        return Finding(
            rule=self.id,
            msg=msg,
            wcag=tuple(wcag or self.wcag),
            level=level,
            act=tuple(self.act if act is None else act),
            selector=place.selector,
            html=place.html,
            who=self.who,
            repair=repair or self.repair,
            element=place,
        )

    @property
    def script(self) -> str:
        """A JavaScript function `cc => [cc.found(…), …]`; empty where the probe has none."""
        return _text(self.folder / "probe.js")

    @property
    def fixtures(self) -> list[Path]:
        return sorted(self.folder.glob("fixture*.html"))

    def run(self, page: Page) -> list[Finding]:
        """What probe.js has collected, if there is no probe.py; else what `run(page)` in there finds."""
        return list(self.module.run(page)) if self.module else self.collected(page)

    @property
    def module(self) -> Any:
        """Its probe.py, if it has one."""
        if not (self.folder / "probe.py").exists():
            return None
        return import_module(f"a11y_tests.probes.{self.folder.name}.probe")

    def needs_fresh_page(self, page: Page) -> bool:
        """It acts on the page, and what it measures has not been measured yet.

        A probe.py may name in SHARED the entry of page.shared that holds all it needs."""
        return self.phase == "act" and getattr(self.module, "SHARED", "") not in page.shared

    def collected(self, page: Page) -> list[Finding]:
        """What probe.js found on this page, as findings."""
        return [
            self.finding(
                Element.from_json(found["element"], found["frame"]),
                found["msg"],
                level=found.get("level", "violation"),
                wcag=found.get("wcag", ()),
                act=found.get("act"),
                repair=found.get("repair", ""),
            )
            for found in page.collected.get(self.id, ())
        ]


class BadProbe(Exception):
    """A probe.yaml that says something that cannot be."""


def probe_at(python_file: str) -> Probe:
    """For the first line of a probe.py: `PROBE = probe_at(__file__)`."""
    return load_probe(Path(python_file).parent)


@cache
def load_probe(folder: Path) -> Probe:
    entry: dict[str, Any] = yaml.safe_load((folder / "probe.yaml").read_text(encoding="utf-8"))
    where = f"probes/{folder.name}/probe.yaml"
    if set(entry) != KEYS:
        raise BadProbe(f"{where}: has the keys {sorted(entry)}; it needs exactly {sorted(KEYS)}")
    numbers = tuple(map(str, entry["wcag"]))
    if not numbers or not set(numbers) <= set(criteria()):
        raise BadProbe(f"{where}: wcag {list(numbers)} are not all numbers of success criteria")
    if entry["phase"] not in PHASES:
        raise BadProbe(f"{where}: phase '{entry['phase']}' is not one of {', '.join(PHASES)}")
    return Probe(
        id=folder.name.replace("_", "-"),
        title=entry["title"],
        wcag=numbers,
        act=tuple(map(str, entry["act"] or ())),
        who=entry["who"],
        repair=entry["repair"],
        limits=entry["limits"],
        phase=entry["phase"],
        folder=folder,
    )


@cache
def all_probes() -> tuple[Probe, ...]:
    """Every probe, those that change the page last."""
    probes = [load_probe(file.parent) for file in sorted(PROBES.glob("*/probe.yaml"))]
    return tuple(sorted(probes, key=lambda probe: PHASES.index(probe.phase)))


def collect(page: Page, probes: Iterable[Probe]) -> dict[str, str]:
    """Run the scripts of all the probes in one call for each frame; returns those that failed, with the reason."""
    script = collecting_script(tuple(probe for probe in probes if probe.script))
    page.hand_over_tree()
    hand_over_handlers(page)
    collected: dict[str, list[Any]] = {}
    failed: dict[str, str] = {}
    for frame in range(len(page.frames.ids)):
        answers = page.ask(script, frame=frame)
        for probe_id, answer in answers.items():
            if "error" in answer:
                failed[probe_id] = answer["error"]
            else:
                collected.setdefault(probe_id, []).extend({**found, "frame": frame} for found in answer["found"])
    page.collected = collected
    return failed


@cache
def collecting_script(probes: tuple[Probe, ...]) -> str:
    parts = ",\n".join(f'"{probe.id}": {probe.script.strip().rstrip(";")}' for probe in probes)
    return f"""() => {{
      const probes = {{{parts}}};
      const answers = {{}};
      for (const [id, find] of Object.entries(probes)) {{
        try {{ answers[id] = {{ found: find(cc) ?? [] }}; }}
        catch (error) {{ answers[id] = {{ error: String(error.stack) }}; }}
      }}
      return answers;
    }}"""


def run_probe(probe: Probe, page: Page) -> list[Finding]:
    """Run one probe on an open page whose scripts have been collected, on a fresh page if it acts on it."""
    if probe.script and not page.collected.get(probe.id):
        return []  # no candidates: nothing to load anew or to press
    if probe.needs_fresh_page(page):
        page.fresh()
        page.ensure_tree()
    return probe.run(page)


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


__all__ = ["LEVELS", "PHASES", "BadProbe", "Probe", "all_probes", "collect", "load_probe", "probe_at", "run_probe"]
