"""Pictures, films and sounds in a page: none is published without its words (ATAG B.2.3)."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from participation_api.components.words import Sentence, say
from site_config.front_matter import FrontMatter
from site_config.problems import Mistake

# The word that an author writes in place of an alternative where a picture says nothing; the page then has alt="".
DECORATIVE = "decorative"
IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\](?:\(\s*<?(?P<file>[^)\s>]*)[^)]*\)|\[[^\]]*\])")
TAG = re.compile(r"<(?P<tag>img|video|audio)\b(?P<attributes>[^>]*)>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([\w-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})")
TRANSCRIPT = re.compile(r"\{[^}]*\.transcript\b[^}]*\}|class=\"[^\"]*\btranscript\b")
PICTURE_FILE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)$", re.IGNORECASE)
NO_WORDS = frozenset({"image", "picture", "photo", "photograph", "graphic", "logo", "icon", "img", "pic", "untitled",
                      "placeholder", "alt", "alt text", "description", "spacer"})  # fmt: skip

NO_ALTERNATIVE = say(
    "this picture has no alternative; write what it says between the brackets, or 'decorative' if it says nothing"
)
NO_CAPTIONS = say(
    'this film does not say which captions it has; put <track kind="captions" …> into it, '
    'or data-captions="in the picture" or data-captions="nobody speaks"'
)
NO_TRANSCRIPT = say("no transcript follows; write in the next paragraph: [Transcript](file.md){{ .transcript }}")


def check_pages(pages: Mapping[str, FrontMatter]) -> None:
    """Raise at the first picture, film or sound without its words."""
    for front in pages.values():
        for line, sentence in problems(front.body):
            raise Mistake(front.file, front.body_line + line, sentence)


def problems(body: str) -> Iterator[tuple[int, Sentence]]:
    """(line of the body from 0, what to write)"""
    text = without_code(body)
    for found in IMAGE.finditer(text):
        if sentence := alternative_problem(found["alt"], found["file"] or ""):
            yield _line(text, found), sentence
    for found in TAG.finditer(text):
        values = attributes(found["attributes"])
        if found["tag"].lower() == "img":
            alternative, file = values.get("alt", ""), values.get("src", "")
            sentence = None if _is_left_out(values) else alternative_problem(alternative, file)
        else:
            sentence = _film_problem(found["tag"].lower(), values, text[found.start() :])
        if sentence:
            yield _line(text, found), sentence


def alternative_problem(alternative: str, file: str) -> Sentence | None:
    words = " ".join(alternative.split())
    name = PurePosixPath(file).name
    if not words:
        return NO_ALTERNATIVE
    if words.lower().strip(" .") in NO_WORDS or words == name or PICTURE_FILE.search(words):
        return say(
            "'{words}' is no alternative; write what the picture says, or 'decorative' if it says nothing", words=words
        )
    return None


def without_decorative(html: str) -> str:
    """The page has an empty alternative where the author wrote that a picture says nothing."""
    return html.replace(f'alt="{DECORATIVE}"', 'alt=""')


def without_code(body: str) -> str:
    """The same lines; what is in a fence, in code or in a comment is blank: it is only shown, or not even that."""
    lines: list[str] = []
    fence = ""
    for line in body.split("\n"):
        mark = FENCE.match(line)
        is_shown = not fence and not mark
        if mark and not fence:
            fence = mark[1]
        elif mark and line.strip(" >\t").startswith(fence) and not line.strip(" >\t").strip(fence[0]):
            fence = ""
        lines.append(CODE.sub("", line) if is_shown else "")
    return COMMENT.sub(lambda found: "\n" * found[0].count("\n"), "\n".join(lines))


def attributes(text: str) -> dict[str, str]:
    return {name.lower(): one or two or three for name, one, two, three in ATTRIBUTE.findall(text)}


def _is_left_out(values: dict[str, str]) -> bool:
    """In HTML an author may write the empty alternative of a decorative image itself."""
    return "alt" in values and not values["alt"]


def _film_problem(tag: str, values: dict[str, str], after: str) -> Sentence | None:
    end = after.find(f"</{tag}>")
    inside = after[:end] if end >= 0 else ""
    if tag == "video" and "data-captions" not in values and not re.search(r"kind=[\"']?captions", inside):
        return NO_CAPTIONS
    following = re.split(r"\n[ \t]*\n", after[end:])[:2]
    return None if any(TRANSCRIPT.search(part) for part in following) else NO_TRANSCRIPT


def _line(text: str, found: "re.Match[str]") -> int:
    return text.count("\n", 0, found.start())
