"""All that organisers wrote, read and checked before MkDocs begins, so that a mistake leaves the last good site."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from participation_api.components.contract import Activity
from participation_api.components.declaration import ID, RESERVED_IDS
from participation_api.components.words import say
from site_config import front_matter, media, results_files
from site_config.activity_blocks import DeclaredBlock, declare_block, find_blocks
from site_config.front_matter import FrontMatter, SessionFacts
from site_config.manifest import Session, refuse_same_codes
from site_config.problems import Mistake


@dataclass(frozen=True)
class SiteSource:
    """Front matter by the file's path below `docs/`, and the sessions in the order of their ids."""

    pages: Mapping[str, FrontMatter]
    sessions: Mapping[str, Session]
    """By the file's path below `docs/`."""


def read_site(docs: Path, lang: str, shown_as: str = "docs") -> SiteSource:
    """Read and check every Markdown file; raises Mistake at the first thing that is wrong."""
    pages: dict[str, FrontMatter] = {}
    sessions: dict[str, Session] = {}
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        front = front_matter.split(f"{shown_as}/{name}", _text(path, f"{shown_as}/{name}"))
        front_matter.check(front)
        pages[name] = front
        if _is_session(name):
            sessions[name] = _session(name, front, lang)
        else:
            _refuse_blocks(front)
    media.check_pages(pages)
    sessions = results_files.with_frozen(sessions, docs / "results", f"{shown_as}/results")
    refuse_same_codes(list(sessions.values()))
    _refuse_unknown_names(pages, sessions)
    return SiteSource(pages, sessions)


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Mistake(shown, 1, say("this file is not UTF-8 text; save it as UTF-8")) from error


def _is_session(name: str) -> bool:
    return name.startswith("sessions/") and name.count("/") == 1 and Path(name).stem != "index"


def _session(name: str, front: FrontMatter, lang: str) -> Session:
    session_id = Path(name).stem
    facts = front_matter.session_facts(front, session_id)
    facts = replace(facts, lang=facts.lang or lang)
    _check_session_id(front, session_id)
    return Session(facts, front.file, f"sessions/{session_id}/", _blocks(front, facts))


def _check_session_id(front: FrontMatter, session_id: str) -> None:
    if not ID.fullmatch(session_id) or session_id in RESERVED_IDS:
        sentence = say("'{name}' cannot name a session; use letters a to z, digits and hyphens", name=session_id)
        raise Mistake(front.file, 1, sentence)


def _blocks(front: FrontMatter, facts: SessionFacts) -> list[DeclaredBlock]:
    found: list[DeclaredBlock] = []
    for block in find_blocks(front.body, front.body_line):
        declared = declare_block(block, front.file, facts.id, facts.lang, facts.retention)
        same = next((other for other in found if other.activity.id == declared.activity.id), None)
        if same:
            sentence = say(
                "{label}: this id is also that of the {kind} at {place}",
                label=f"{block.kind} '{declared.activity.id}'",
                kind=same.kind,
                place=same.source,
            )
            raise Mistake(front.file, block.line, sentence)
        found.append(declared)
    for declared in found:
        _check_references(front, declared, {other.activity.id: other.activity for other in found})
    return found


def _check_references(front: FrontMatter, block: DeclaredBlock, activities: Mapping[str, Activity]) -> None:
    """A block can lead to another one of its session, and to a part of it, such as a column: both must be there."""
    for reference in block.activity.refers_to:
        other = activities.get(reference.activity)
        if other is None:
            problem = say(
                "there is no '{name}' in this session; there is {there}",
                name=reference.activity, there=", ".join(activities),
            )  # fmt: skip
        elif reference.part and reference.part not in other.parts:
            there = ", ".join(other.parts) or "none"
            problem = say(
                "'{name}' has no part '{part}'; its parts are: {there}",
                name=reference.activity, part=reference.part, there=there,
            )  # fmt: skip
        else:
            continue
        label = f"{block.kind} '{block.activity.id}', {reference.key}"
        line = int(block.source.rpartition(":")[2])
        raise Mistake(front.file, line, say("{label}: {problem}", label=label, problem=problem))


def _refuse_blocks(front: FrontMatter) -> None:
    for block in find_blocks(front.body, front.body_line):
        sentence = say(
            "a {kind} stands only in a session's page, that is a file in sessions/; move it there", kind=block.kind
        )
        raise Mistake(front.file, block.line, sentence)


def _refuse_unknown_names(pages: Mapping[str, FrontMatter], sessions: Mapping[str, Session]) -> None:
    """People and organisations of a session must have a page of their own to link to."""
    for name, session in sessions.items():
        for number, person in enumerate(session.facts.people, 1):
            _must_exist(pages, f"speakers/{person['person']}.md", pages[name], f"people.{number}.person")
        for number, organisation in enumerate(session.facts.organisers, 1):
            _must_exist(pages, f"organisations/{organisation}.md", pages[name], f"organisers.{number}")


def _must_exist(pages: Mapping[str, FrontMatter], wanted: str, front: FrontMatter, path: str) -> None:
    if wanted not in pages:
        stem = Path(wanted).stem
        there = ", ".join(_stems(pages, wanted.partition("/")[0])) or "none yet"
        sentence = say(
            "'{name}' has no page docs/{file}; pages there are: {there}", name=stem, file=wanted, there=there
        )
        raise front.mistake(path, sentence)


def _stems(pages: Mapping[str, FrontMatter], folder: str) -> Iterator[str]:
    return (Path(name).stem for name in sorted(pages) if name.startswith(f"{folder}/") and Path(name).stem != "index")


def titles(source: SiteSource) -> Sequence[tuple[str, str]]:
    """(title, file) of every page that has a title in its front matter."""
    return [(str(front.entry["title"]), name) for name, front in source.pages.items() if front.entry.get("title")]
