"""Advice on organisers' texts: each has its place, how to decide and a repair, and leaving it out needs a reason."""

import json

import pytest

from site_config.authoring import Advice
from site_config.build import BuildFailed
from site_config.colours import PAIRS, standard
from site_config.colours import contrast as colour_contrast
from site_config.conftest import Sources
from site_config.review import open_advice, review_site
from site_config.site_source import read_site

DEMO = "docs/sessions/demo.md"


def advice(sources: Sources) -> list[Advice]:
    docs = sources.folder / "docs"
    return list(review_site(read_site(docs, "en"), docs)["demo"])


def told(sources: Sources) -> list[tuple[str, int, str]]:
    return [(one.check, one.line, str(one.what)) for one in advice(sources)]


LONG = "Which of the many things that were said this morning by all of the speakers should we keep in mind?"


@pytest.mark.requirement("AU-03")
@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Which lunch?", LONG, ("question", 20, "the question has 20 words")),
        ("  - Soup\n", "".join(f"  - Dish {n}\n" for n in range(9)), ("choices", 20, "there are 10 choices")),
        ("  - Soup", "  - {id: one, text: Salad!}", ("choices", 20, "the choices “Salad!” and “Salad” sound alike")),
        ("  - Soup", f"  - {LONG[:-1]}", ("choices", 20, f"the choice “{LONG[:-1]}” has 20 words")),
        ("Which lunch?", "أي غداء تريد؟",
         ("language", 20, "“أي غداء تريد؟” is not written in the script of the session's language, en")),
        ("Some text.", "Some text. [Here](https://example.org/).", ("links", 16, "the link says “Here”")),
        ("Some text.", "\nThe UNFCCC met.", ("plain", 17, "“UNFCCC” may be hard to read")),
    ],
)  # fmt: skip
def test_what_could_be_better_is_named_with_its_line(
    sources: Sources, old: str, new: str, found: tuple[str, int, str]
) -> None:
    assert told(sources) == []
    sources.change(old, new)
    assert told(sources) == [found]


@pytest.mark.requirement("AU-03")
@pytest.mark.criterion("1.4.3", "1.4.11")
def test_a_colour_of_ones_own_is_measured_on_what_it_stands_on(sources: Sources) -> None:
    sources.write("own.css", ":root {\n  --accent: #0a4650;\n  --soft: #999;\n}\n")
    found = advice(sources)
    assert {(one.check, one.file, one.line) for one in found} == {("colours", "docs/own.css", 3)}
    assert str(found[0].what) == "--soft on --paper has a contrast of 2.7 to 1"


def test_the_theme_s_own_colours_are_not_complained_about() -> None:
    colours = standard()
    assert [(one, other) for one, other, least in PAIRS if colour_contrast(colours[one], colours[other]) < least] == []


@pytest.mark.requirement("AU-03", "AU-04")
def test_each_advice_says_how_to_decide_and_what_to_do_and_no_file_is_changed(sources: Sources) -> None:
    sources.change("Which lunch?", LONG)
    sources.change("Some text.", "Some text. [Here](https://example.org/).")
    before = (sources.folder / DEMO).read_text(encoding="utf-8")
    for one in advice(sources):
        assert str(one.decide).endswith((".", "?"))
        assert str(one.repair).endswith(".")
        assert str(one).startswith(f"{one.file}:{one.line}: ")
    sources.build()
    assert (sources.folder / DEMO).read_text(encoding="utf-8") == before


@pytest.mark.requirement("AU-06")
def test_a_check_that_is_left_out_keeps_its_reason_in_the_report(sources: Sources) -> None:
    sources.change("Which lunch?", LONG)
    sources.change("access:", "skip_checks:\n  - check: question\n    reason: Agreed like this\naccess:")
    (one,) = advice(sources)
    assert (one.check, one.skipped) == ("question", "Agreed like this")
    assert open_advice({"demo": [one]}) == []
    sources.build()
    kept = json.loads((sources.folder / "site/take-part/manifest.json").read_text(encoding="utf-8"))
    checks = kept["sessions"][0]["checks"]
    assert checks["skipped"] == [["Length of questions", "Agreed like this"]]
    assert [each["skipped"] for each in checks["advice"]] == ["Agreed like this"]


@pytest.mark.requirement("AU-06")
@pytest.mark.parametrize(
    ("skipped", "message"),
    [
        ("  - check: question\n", "docs/sessions/demo.md:6: 'reason' is missing; write a text"),
        ("  - check: spelling\n    reason: No time\n",
         "docs/sessions/demo.md:6: 'spelling' is no check; the checks are: question, choices, language, plain, links, colours"),
    ],
)  # fmt: skip
def test_a_check_is_not_left_out_without_its_name_and_a_reason(sources: Sources, skipped: str, message: str) -> None:
    sources.change("access:", f"skip_checks:\n{skipped}access:")
    with pytest.raises(BuildFailed) as problem:
        sources.build()
    assert str(problem.value) == message
