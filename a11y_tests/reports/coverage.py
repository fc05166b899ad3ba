"""What programs look at and what they do not, criterion by criterion; none of the 86 is decided by a program alone.

A check that finds nothing has looked for some failures only, on the page as it stood: whether the criterion is met is
for a person. What a program can be sure of is that a page has nothing on it that a criterion is about.
"""

import re
from collections.abc import Mapping
from functools import cache

from a11y_tests.engines.axe import AXE
from a11y_tests.probe import all_probes

# A criterion has no object on a page without any of these kinds of content (see look.js for what each kind holds).
# A page with scripts can make most things while it is used; only where none of them is there can a program be sure.
OBJECTS: Mapping[str, frozenset[str]] = {
    **{f"1.2.{n}": frozenset({"media", "script"}) for n in range(1, 10)},
    "1.3.5": frozenset({"field", "script"}),
    "1.4.2": frozenset({"media", "script"}),
    "1.4.5": frozenset({"image", "media", "script"}),
    "1.4.7": frozenset({"media", "script"}),
    "1.4.9": frozenset({"image", "media", "script"}),
    "2.1.4": frozenset({"script"}),
    "2.2.2": frozenset({"image", "media", "motion", "script"}),
    "2.3.1": frozenset({"image", "media", "motion", "script"}),
    "2.3.2": frozenset({"image", "media", "motion", "script"}),
    "2.4.4": frozenset({"link", "script"}),
    "2.4.9": frozenset({"link", "script"}),
    "2.5.1": frozenset({"script"}),
    "2.5.2": frozenset({"script"}),
    "2.5.4": frozenset({"script"}),
    "2.5.7": frozenset({"script"}),
    "3.2.2": frozenset({"field", "script"}),
    "3.3.1": frozenset({"field", "script"}),
    "3.3.2": frozenset({"field", "script"}),
    "3.3.3": frozenset({"field", "script"}),
    "3.3.4": frozenset({"field", "form", "script"}),
    "3.3.6": frozenset({"field", "form", "script"}),
    "3.3.7": frozenset({"field", "script"}),
    "3.3.8": frozenset({"field", "script"}),
    "3.3.9": frozenset({"field", "script"}),
    "4.1.3": frozenset({"script"}),
}


def has_no_object(criterion: str, content: frozenset[str] | None) -> bool:
    """The page has nothing that the criterion is about. Unknown content (None) is never taken for none."""
    return content is not None and criterion in OBJECTS and not OBJECTS[criterion] & content


@cache
def checks_of(criterion: str) -> tuple[str, ...]:
    """The checks that look for a failure of a criterion: ids of our probes, and axe-core where it has rules.

    IBM's few rules only ask, about criteria that these look at anyway."""
    probes = tuple(probe.id for probe in all_probes() if criterion in probe.wcag)
    return (*probes, "axe-core") if criterion in axe_criteria() else probes


@cache
def axe_criteria() -> frozenset[str]:
    """The criteria that axe's rules name, its experiments left out."""
    tags = re.findall(r"\btags:\[([^\]]*)\]", AXE.read_text(encoding="utf-8"))
    kept = [rule for rule in tags if '"experimental"' not in rule and '"deprecated"' not in rule]
    return frozenset(".".join(found) for rule in kept for found in re.findall(r'"wcag(\d)(\d)(\d+)"', rule))
