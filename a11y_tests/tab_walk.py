"""Every stop of the Tab key on a page, walked once and shared by all keyboard probes."""

from dataclasses import dataclass

from a11y_tests.findings import Element
from a11y_tests.page import Page


@dataclass(frozen=True)
class Stop:
    element: Element


@dataclass(frozen=True)
class TabWalk:
    stops: tuple[Stop, ...] = ()


def walk(page: Page) -> TabWalk:
    return TabWalk()
