"""Focus obscured: a stop, reached from above or from below, that lies wholly under something else."""

from a11y_tests.findings import Finding
from a11y_tests.page import Page
from a11y_tests.probe import probe_at
from a11y_tests.tab_walk import Cover, Stop

PROBE = probe_at(__file__)
STAYS = ("fixed", "sticky")


def run(page: Page) -> list[Finding]:
    walk = page.tab_walk
    stops = [*walk.forward.stops, *(walk.backward.stops if walk.backward else ())]
    covered = {stop.key: (stop, stop.cover) for stop in stops if stop.cover and stop.is_seen}
    return [judged(stop, cover) for stop, cover in covered.values()]


def judged(stop: Stop, cover: Cover) -> Finding:
    sentence = f"{stop.element} is covered by {covering(cover)} when it has the keyboard focus"
    if cover.is_full and cover.position in (*STAYS, "absolute"):
        return PROBE.finding(stop.element, sentence)
    return PROBE.finding(stop.element, f"{sentence}: can it still be seen?", level="review")


def covering(cover: Cover) -> str:
    where = "that stays in place" if cover.position in STAYS else "that lies over it"
    return f"<{cover.element.tag}{f' id={cover.element.id}' if cover.element.id else ''}> {where}"
