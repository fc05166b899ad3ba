"""The requirements and the tests that name them, for a page of the help: read from the sources at every build."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from participation_api.components.words import words_in
from site_config import audit_summary

MARKER = "<!--curbcut:requirement-tests-->"
REFERENCE = "requirements.md"
ROOT = Path(__file__).parent.parent
PACKAGES = ("participation_api", "site_config", "curbcut", "a11y_tests")
# A table's row: the id first; who can check it last, where the table says it (the ten complaints need a test each).
ROW = re.compile(r"^\| (?P<id>[A-Z]+-?\d+) \|.*?(?:\| (?P<check>[ABH](?:, [ABH])*) )?\|$", re.MULTILINE)


@dataclass(frozen=True)
class Requirement:
    """Who can check it: A a program that reads the page, B one that drives a browser, H a person."""

    id: str
    check: tuple[str, ...]

    @property
    def needs_test(self) -> bool:
        return bool({"A", "B"} & set(self.check))

    @property
    def needs_person(self) -> bool:
        return "H" in self.check


@dataclass(frozen=True, order=True)
class NamedTest:
    file: str
    name: str

    @property
    def sentence(self) -> str:
        words = self.name.removeprefix("test_").replace("_", " ")
        return words[:1].upper() + words[1:]


def requirements(reference: str) -> list[Requirement]:
    """Those of the reference page, in its order."""
    return [Requirement(row["id"], tuple((row["check"] or "A").split(", "))) for row in ROW.finditer(reference)]


@cache
def named_tests(root: Path = ROOT) -> Mapping[str, Sequence[NamedTest]]:
    """For each id that a test names in `@pytest.mark.requirement(…)`, the tests; marks in comments count nothing."""
    found: dict[str, set[NamedTest]] = {}
    for file in sorted(file for package in PACKAGES for file in (root / package).rglob("test_*.py")):
        if "node_modules" not in file.parts:
            for name, ids in _marks(ast.parse(file.read_text(encoding="utf-8"))):
                for each in ids:
                    found.setdefault(each, set()).add(NamedTest(file.relative_to(root).as_posix(), name))
    return {each: sorted(tests) for each, tests in sorted(found.items())}


def _marks(module: ast.Module) -> Iterator[tuple[str, list[str]]]:
    """(name of the test, ids that it names); a `pytestmark` of the module counts for each of its tests."""
    of_module = [
        each
        for statement in module.body
        if isinstance(statement, ast.Assign) and any(_is(target, "pytestmark") for target in statement.targets)
        for each in _ids(statement.value)
    ]
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield node.name, [*of_module, *(each for decorator in node.decorator_list for each in _ids(decorator))]


def _ids(node: ast.AST) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "requirement":
            for argument in call.args:
                if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                    raise ValueError(f"line {argument.lineno}: a mark names requirements by their ids, written out")
                yield argument.value


def _is(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def fill(html: str, folder: Path, docs: Path, lang: str) -> str:
    """Put the table where the marker stands. `folder` is the page's own, which holds the reference beside it."""
    if MARKER not in html:
        return html
    words = words_in(lang)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    table = environment.get_template("requirement_tests.html").render(
        say=words.say,
        say_n=words.say_n,
        rows=requirements((folder / REFERENCE).read_text(encoding="utf-8")),
        tests=named_tests(),
        tried=_tried(docs, lang),
    )
    return html.replace(MARKER, table.strip())


def _tried(docs: Path, lang: str) -> Mapping[str, str]:
    """The day of the newest record of a person for each requirement, from the last audit that was published."""
    file = docs / "accessibility" / audit_summary.FILE
    days = (audit_summary.read(file, file.name) or {}).get("requirements", {})
    locale = lang.replace("-", "_")
    return {each: format_date(date.fromisoformat(day), "d MMMM y", locale=locale) for each, day in days.items()}
