"""What Material's Markdown has that nobody can make accessible without a script: said at build, with what to write."""

import re
from collections.abc import Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig

from participation_api.components.words import Sentence, say
from site_config.front_matter import FrontMatter
from site_config.problems import Mistake

TAB = re.compile(r'^[ \t]*===[!+]?[ \t]+"')
ANNOTATION = re.compile(r"^[^\n]*(?:#|//|<!--|--|;)[ \t]*\(\d+\)!?")
FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})")

TABS = say('content tabs need a script; write a heading for each tab, or a details block (??? "Title")')
ANNOTATIONS = say("code annotations need a script; write a numbered list below the code")
TASKS = say("task lists with drawn boxes need a script; set 'custom_checkbox: false', or write the state in words")


def check_settings(config: MkDocsConfig) -> None:
    """Raise for a setting of mkdocs.yml that draws what nobody could use."""
    tasks = config.mdx_configs.get("pymdownx.tasklist", {})
    if str(tasks.get("custom_checkbox", False)).lower() == "true":
        raise Mistake("mkdocs.yml", 1, TASKS)


def check_pages(pages: Mapping[str, FrontMatter]) -> None:
    """Raise at the first place in a page; an example in a fence is only shown, and passes."""
    for front in pages.values():
        for line, sentence in _found(front.body):
            raise Mistake(front.file, front.body_line + line, sentence)


def _found(body: str) -> Iterator[tuple[int, Sentence]]:
    """(line of the body from 0, what to write instead)"""
    fence = ""
    annotates = False
    for number, line in enumerate(body.split("\n")):
        mark = FENCE.match(line)
        if mark and not fence:
            fence, annotates = mark[1], ".annotate" in line
        elif mark and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        elif fence and annotates and ANNOTATION.match(line):
            yield number, ANNOTATIONS
        elif not fence and TAB.match(line):
            yield number, TABS
        elif not fence and ".annotate" in line and "{" in line:
            yield number, ANNOTATIONS
