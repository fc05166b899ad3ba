"""Writing `take-part/manifest.json`: what the participation server must know of the built pages."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from participation_api.components.moments import iso
from participation_api.components.words import say, words_in
from site_config.activity_blocks import DeclaredBlock
from site_config.front_matter import CHECKS, SessionFacts
from site_config.problems import Mistake

if TYPE_CHECKING:
    from site_config.authoring import Advice

VERSION = 1


@dataclass(frozen=True)
class Session:
    facts: SessionFacts
    file: str
    url: str
    """The page's address below the site's root."""
    blocks: Sequence[DeclaredBlock]

    @property
    def is_over(self) -> bool:
        """Its results are frozen, all of them: its page then needs no server."""
        return bool(self.blocks) and all(block.frozen for block in self.blocks)

    @property
    def join_code(self) -> str:
        return self.facts.join_code or derived_code(self.facts.id)


def derived_code(session_id: str) -> str:
    """Six digits that stay the same for the same id."""
    digest = hashlib.sha256(f"join code of {session_id}".encode()).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 1_000_000:06}"


def refuse_same_codes(sessions: Sequence[Session]) -> None:
    seen: dict[str, Session] = {}
    for session in sessions:
        other = seen.setdefault(session.join_code, session)
        if other is not session:
            sentence = say(
                "join code {code} is also the code of {file}; set 'join_code' to another six digits",
                code=session.join_code,
                file=other.file,
            )
            raise Mistake(session.file, 1, sentence)


def manifest(
    site: dict[str, Any], sessions: Sequence[Session], reviews: "Mapping[str, Sequence[Advice]] | None" = None
) -> dict[str, Any]:
    """`reviews` is what the check of the texts has found, by the session's id."""
    return {
        "version": VERSION,
        "built_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "site": site,
        "sessions": [_session(session, (reviews or {}).get(session.facts.id, ())) for session in sessions],
    }


def _session(session: Session, advices: "Sequence[Advice]") -> dict[str, Any]:
    facts = session.facts
    return {
        "id": facts.id,
        "url": session.url,
        "title": facts.title,
        "lang": facts.lang,
        "join_code": session.join_code,
        "starts_at": facts.starts_at.isoformat() if facts.starts_at else None,
        "minutes": facts.minutes,
        "retention": facts.retention.isoformat() if facts.retention else None,
        "access": [[label.text, words] for label, words in facts.access],
        "checks": {
            "advice": [advice.as_json(facts.lang) for advice in advices],
            "skipped": [[words_in(facts.lang).render(CHECKS[name]), why] for name, why in facts.skip_checks.items()],
        },
        "activities": [_activity(block) for block in session.blocks],
    }


def _activity(block: DeclaredBlock) -> dict[str, Any]:
    schedule, frozen = block.schedule, block.frozen
    return {
        "id": block.activity.id,
        "kind": block.kind,
        "initial_state": schedule.initial.value,
        "opens_at": schedule.opens_at.isoformat() if schedule.opens_at else None,
        "closes_at": schedule.closes_at.isoformat() if schedule.closes_at else None,
        "late_until": schedule.late_until.isoformat() if schedule.late_until else None,
        "heading_level": block.heading_level,
        "declaration": block.entry,
        "source": block.source,
        **({"frozen": {"at": iso(frozen.at), "results": frozen.results}} if frozen else {}),
    }


def write(target: Path, content: dict[str, Any]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
