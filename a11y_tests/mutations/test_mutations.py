"""A sample of the planted barriers in every run of the tests; `make audit-mutations` plants them all."""

from collections import Counter

import pytest

from a11y_tests.conftest import OwnPages
from a11y_tests.criteria import criteria
from a11y_tests.mutations.barriers import Barrier, barriers, sample
from a11y_tests.mutations.plant import judge_all
from a11y_tests.own_pages.served import Served, as_good


def test_there_are_a_hundred_barriers_of_forty_kinds_on_a_dozen_pages() -> None:
    planted = barriers()
    counts = {"barriers": len(planted), "kinds": len({each.kind for each in planted}), "pages": len({each.page for each in planted})}
    assert {name: (count >= least) for (name, count), least in zip(counts.items(), (100, 40, 12), strict=True)} == {
        "barriers": True, "kinds": True, "pages": True,
    }  # fmt: skip
    assert [str(each) for each, count in Counter(planted).items() if count > 1] == []
    assert {number for each in planted for number in each.wcag} <= set(criteria())


def test_the_sample_has_a_kind_once() -> None:
    kinds = [each.kind for each in sample()]
    assert (len(kinds) >= 12, len(set(kinds))) == (True, len(kinds))


@pytest.mark.browser
def test_planted_barriers_are_found(own_pages: OwnPages) -> None:
    """Each by a violation that names one of its criteria, on pages that have no violation without it."""
    if not own_pages.is_whole:
        pytest.skip("only some pages were looked at")
    served = Served(own_pages.shelf, [as_good(own_pages.shelf, each) for each in own_pages.snapshots])
    found = judge_all(served, sample())
    missed: list[Barrier] = [each.barrier for each in found if not each.is_found]
    assert [str(each) for each in missed] == []
