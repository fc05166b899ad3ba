"""`curbcut check` names what could be better, and what organisers start from passes it."""

import json
import re

import pytest

from curbcut.__main__ import main
from curbcut.test_documentation import EXAMPLES, HELP
from site_config.conftest import Sources, sources
from site_config.front_matter import CHECKS, split
from site_config.test_authoring import LONG, told

__all__ = ["sources"]  # the fixture


@pytest.mark.requirement("AU-03", "AU-05", "AU-06")
def test_the_command_prints_the_advice_and_writes_a_file_for_each_session(
    sources: Sources, capsys: pytest.CaptureFixture[str]
) -> None:
    sources.change("Which lunch?", LONG)
    docs, report = sources.folder / "docs", sources.folder / "report"
    assert main(["check", "--docs", str(docs), "--report", str(report)]) == 0
    assert capsys.readouterr().err.startswith(f"{docs}/sessions/demo.md:20: the question has 20 words. Read it aloud once")
    (one,) = json.loads((report / "demo.json").read_text(encoding="utf-8"))
    assert (one["check"], one["place"]) == ("Length of questions", f"{docs}/sessions/demo.md:20")


@pytest.mark.requirement("AU-06")
def test_the_build_says_that_there_is_advice(sources: Sources, capsys: pytest.CaptureFixture[str]) -> None:
    sources.change("Which lunch?", LONG)
    assert main(["build", "--config", str(sources.folder / "mkdocs.yml")]) == 0
    assert "Places to look at in the texts: 1. They are named by: curbcut check" in capsys.readouterr().out


@pytest.mark.requirement("AU-07")
def test_what_organisers_start_from_passes_every_check(sources: Sources) -> None:
    """The session of the tutorial, and every example of a block in the help."""
    tutorial = (HELP / "tutorial.md").read_text(encoding="utf-8")
    found = re.search(r"^````markdown\n(.*?)^````$", tutorial, re.DOTALL | re.MULTILINE)
    assert found
    front = split("docs/sessions/demo.md", found[1])
    ids: set[str] = set()
    blocks = []
    for _, kind, block in EXAMPLES:
        name = re.search(r"^id: (.+)$", block, re.MULTILINE)
        if name and name[1] not in ids:
            ids.add(name[1])
            blocks.append(f"```{kind}\n{block}```\n")
    assert len(blocks) >= 5
    sources.write("sessions/demo.md", found[1].removesuffix(front.body) + "\n\n".join(blocks))
    assert told(sources) == []
    sources.write("sessions/demo.md", found[1])
    assert told(sources) == []


def test_every_check_is_explained() -> None:
    page = (HELP / "how-to" / "check-your-texts.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(CHECKS)
