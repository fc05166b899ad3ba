"""The file audit.json: a whole audit, kept so that reports can be written again with new records of people."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from a11y_tests.reports.model import Found, JudgedPage, Run, findings_of
from participation_api.components.words import say
from site_config.problems import Mistake

FORMAT = "curbcut-audit-1"


def save(run: Run, file: Path) -> None:
    content = {
        "format": FORMAT,
        "at": run.at.isoformat(timespec="seconds"),
        "tools": dict(run.tools),
        "left_out": list(run.left_out),
        "hidden_texts": run.hidden_texts,
        "unspoken": run.unspoken,
        "pages": {page.address: _page(page) for page in run.pages},
    }
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _page(page: JudgedPage) -> dict[str, Any]:
    content = None if page.content is None else sorted(page.content)
    found = [as_row(found) for found in page.found]
    return {"title": page.title, "error": page.error, "content": content, "found": found}


def as_row(found: Found) -> dict[str, Any]:
    """As in a findings file, with the picture where there is one."""
    row = asdict(found)
    del row["address"], row["nth"]
    if found.picture is None:
        del row["picture"]
    return row


def load(file: Path) -> Run:
    """An audit.json, or a findings file, which has no date: then the day of the file counts."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise Mistake(str(file), getattr(error, "lineno", 1), say("this is not JSON")) from error
    try:
        if content.get("format") == FORMAT:
            return _run(content)
        at = datetime.fromtimestamp(int(file.stat().st_mtime), UTC)
        return Run(at, tuple(_plain_page(*item) for item in content.items()))
    except (KeyError, TypeError, AttributeError) as error:
        raise Mistake(str(file), 1, say("this is neither an audit.json nor a findings file")) from error


def _run(content: Mapping[str, Any]) -> Run:
    pages = tuple(
        JudgedPage(
            address,
            title=page["title"],
            error=page["error"],
            found=findings_of(address, page["found"]),
            content=None if page["content"] is None else frozenset(page["content"]),
        )
        for address, page in content["pages"].items()
    )
    return Run(
        at=datetime.fromisoformat(content["at"]),
        pages=pages,
        tools=content["tools"],
        left_out=tuple(content["left_out"]),
        hidden_texts=content["hidden_texts"],
        unspoken=content.get("unspoken", 0),
    )


def _plain_page(address: str, result: Any) -> JudgedPage:
    if isinstance(result, dict):
        return JudgedPage(address, error=result["error"])
    return JudgedPage(address, found=findings_of(address, result))
