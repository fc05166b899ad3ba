"""YAML as organisers write it: every scalar stays the text they typed, and every key knows its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from participation_api.components.words import Sentence, say

Json = Any
PLAIN = frozenset({"str", "int", "float", "bool", "null", "timestamp", "value", "merge"})
"""What YAML takes a text for when it is written without a tag; all of it stays text here."""


class YamlProblem(ValueError):
    """The text cannot be read: at which line of it (from 1), and one sentence."""

    def __init__(self, line: int, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.line = line
        self.sentence = sentence


@dataclass(frozen=True)
class Document:
    """The mapping, and for each path (`choices.2.text`) the line on which its key or item stands, from 1."""

    entry: Mapping[str, Json]
    lines: Mapping[str, int]

    def line_of(self, path: str) -> int:
        """The line of a path, or of the nearest part of it that was written."""
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path, 1)


def read_yaml(text: str) -> Document:
    """Read one mapping. `Yes`, `14:30`, `1.10` and `no` stay texts; an empty value is the empty text."""
    try:
        _refuse_aliases(text)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error) from error
    except yaml.YAMLError as error:
        raise YamlProblem(1, say("it has a character that YAML does not take ({error})", error=error)) from error
    lines: dict[str, int] = {}
    if node is None:
        return Document({}, lines)
    if not isinstance(node, yaml.MappingNode):
        raise YamlProblem(node.start_mark.line + 1, say("write 'key: value' lines here"))
    return Document(_mapping(node, "", lines), lines)


def _unreadable(error: yaml.MarkedYAMLError) -> YamlProblem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    problem = error.problem or error.context
    return YamlProblem(line, say("this is not YAML ({problem}); texts with ': ' or '#' need quotes", problem=problem))


def _refuse_aliases(text: str) -> None:
    """A few lines of aliases can stand for millions, or for themselves; nobody needs one here."""
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.AliasToken):
            sentence = say("'*{name}' refers to another place; write the text out", name=token.value)
            raise YamlProblem(token.start_mark.line + 1, sentence)


def _convert(node: yaml.Node, path: str, lines: dict[str, int]) -> Json:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path + ".", lines)
    if isinstance(node, yaml.SequenceNode):
        return [_item(item, f"{path}.{number}", lines) for number, item in enumerate(node.value, 1)]
    if node.tag.removeprefix("tag:yaml.org,2002:") not in PLAIN:
        raise YamlProblem(node.start_mark.line + 1, say("'{tag}' is not used here; write a text", tag=node.tag))
    return "" if _is_empty(node) else node.value


def _is_empty(node: yaml.Node) -> bool:
    """A bare `key:` or `key: ~`; the quoted text "null" stays what it is."""
    return node.tag == "tag:yaml.org,2002:null" and node.value in ("", "~")


def _item(node: yaml.Node, path: str, lines: dict[str, int]) -> Json:
    lines[path] = node.start_mark.line + 1
    return _convert(node, path, lines)


def _mapping(node: yaml.MappingNode, prefix: str, lines: dict[str, int]) -> dict[str, Json]:
    result: dict[str, Json] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value
        if not isinstance(key, str):
            raise YamlProblem(line, say("a key must be a word"))
        if key in result:
            raise YamlProblem(line, say("'{key}' stands here twice; keep one", key=key))
        lines[prefix + key] = line
        result[key] = _convert(value_node, prefix + key, lines)
    return result
