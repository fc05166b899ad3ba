"""The list of success criteria is whole."""

from collections import Counter

from a11y_tests.criteria import criteria, numbers_of_axe_tags


def test_wcag_2_2_has_32_a_24_aa_and_31_aaa_criteria_less_the_obsolete_one() -> None:
    assert Counter(criterion.level for criterion in criteria().values()) == {"A": 31, "AA": 24, "AAA": 31}


def test_axe_tags_name_criteria() -> None:
    assert numbers_of_axe_tags(["cat.color", "wcag2aa", "wcag143", "wcag1410"]) == ("1.4.3", "1.4.10")


def test_a_criterion_has_w3c_s_address() -> None:
    assert criteria()["2.4.11"].url == "https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum.html"
