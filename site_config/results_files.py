"""Frozen results in docs/results/: read before the build, so that they stand where the forms were."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from participation_api.components import COMPONENTS
from participation_api.components.contract import DeclarationError, Json
from participation_api.components.declaration import declare_activity
from participation_api.components.frozen import Frozen, FrozenProblem, read_content
from participation_api.components.words import say
from site_config.activity_blocks import DeclaredBlock
from site_config.manifest import Session
from site_config.problems import Mistake


def with_frozen(sessions: Mapping[str, Session], folder: Path, shown_as: str) -> dict[str, Session]:
    """The sessions with what was frozen of each; raises Mistake for a file that fits none."""
    found = {**sessions}
    names = {session.facts.id: name for name, session in sessions.items()}
    for path in sorted(folder.glob("*.json")):
        file = f"{shown_as}/{path.name}"
        if path.stem not in names:
            known = ", ".join(sorted(names)) or "none"
            sentence = say(
                "there is no session '{name}'; sessions there are: {known}. Rename or remove this file",
                name=path.stem,
                known=known,
            )
            raise Mistake(file, 1, sentence)
        name = names[path.stem]
        found[name] = _frozen_session(found[name], path, file)
    return found


def _frozen_session(session: Session, path: Path, file: str) -> Session:
    frozen = _read(path, file, session.facts.id)
    blocks = {block.activity.id: block for block in session.blocks}
    for name in frozen:
        if name not in blocks:
            sentence = say(
                "there is no activity '{name}' in {place}; put its block back, or remove it from this file",
                name=name,
                place=session.file,
            )
            raise Mistake(file, 1, sentence)
    return replace(session, blocks=[_frozen_block(block, frozen, file) for block in session.blocks])


def _read(path: Path, file: str, session: str) -> dict[str, Frozen]:
    try:
        content: Json = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        sentence = say("it is not JSON ({error}); freeze the session again", error=error)
        raise Mistake(file, getattr(error, "lineno", 1), sentence) from error
    try:
        return read_content(content, session)
    except FrozenProblem as problem:
        raise Mistake(file, 1, problem.sentence) from problem


def _frozen_block(block: DeclaredBlock, frozen: Mapping[str, Frozen], file: str) -> DeclaredBlock:
    """The question and the choices are those that people answered, whatever the page says since."""
    found = frozen.get(block.activity.id)
    if found is None:
        return block
    activity = block.activity
    try:
        declared = declare_activity(
            COMPONENTS[block.kind], found.declaration, activity.session, activity.lang, activity.retention
        )
    except DeclarationError as error:
        sentence = say(
            "{label}: {problem}", label=f"{block.kind} '{activity.id}'", problem=error.sentence
        )
        raise Mistake(file, 1, sentence) from error
    entry = {**found.declaration}
    return replace(block, activity=declared.activity, schedule=declared.schedule, entry=entry, frozen=found)
