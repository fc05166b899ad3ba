"""The help pages name every key, command and variable that there is, and their examples work."""

import re
from pathlib import Path

import pytest

from curbcut.__main__ import COMMANDS
from participation_api.components import COMPONENTS
from participation_api.components.declaration import COMMON_KEYS, RESERVED_IDS, declare_activity
from site_config.front_matter import ACCESS, KEYS_OF, KINDS, check, session_facts, split
from site_config.read_yaml import read_yaml

ROOT = Path(__file__).parent.parent
HELP = ROOT / "docs" / "help"
BLOCK = re.compile(rf"^```({'|'.join(COMPONENTS)})\n(.*?)^```$", re.DOTALL | re.MULTILINE)
EXAMPLES = [(page, *found) for page in sorted(HELP.rglob("*.md")) for found in BLOCK.findall(page.read_text("utf-8"))]


def words_in_code(page: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", (HELP / page).read_text(encoding="utf-8")))


def test_every_key_of_a_block_is_explained() -> None:
    keys = {key for component in COMPONENTS.values() for key in component.KEYS} | {*COMMON_KEYS, *RESERVED_IDS}
    assert keys - words_in_code("reference/activity-blocks.md") == set()


def test_every_key_of_the_front_matter_is_explained() -> None:
    keys = {key for keys in KEYS_OF.values() for key in keys} | {*ACCESS, *KINDS, "title", "kind", "short", "sources"}
    assert keys - words_in_code("reference/front-matter.md") == set()


def test_every_command_is_explained() -> None:
    assert {f"curbcut {name}" for name in COMMANDS} - words_in_code("reference/commands.md") == set()


def test_every_environment_variable_is_explained_and_no_other() -> None:
    settings = (ROOT / "participation_api" / "settings.py").read_text(encoding="utf-8")
    explained = {word for word in words_in_code("reference/commands.md") if word.startswith("CURBCUT_")}
    assert explained == set(re.findall(r"CURBCUT_[A-Z_]+", settings))


@pytest.mark.parametrize(("page", "kind", "block"), EXAMPLES, ids=lambda value: getattr(value, "stem", None))
def test_every_example_block_can_be_declared(page: Path, kind: str, block: str) -> None:
    assert declare_activity(COMPONENTS[kind], read_yaml(block).entry, "example", "en").activity.kind == kind


def test_the_session_of_the_tutorial_can_be_read() -> None:
    tutorial = (HELP / "tutorial.md").read_text(encoding="utf-8")
    found = re.search(r"^````markdown\n(.*?)^````$", tutorial, re.DOTALL | re.MULTILINE)
    assert found
    front = split("docs/sessions/my-session.md", found[1])
    check(front)
    assert session_facts(front, "my-session").title == "My first session"
