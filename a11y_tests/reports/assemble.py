"""A run from what an audit gave back: private pages left out, excerpts as they may be shown, tools with versions."""

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import yaml

from a11y_tests.browser import chromium_path
from a11y_tests.engines.axe import AXE
from a11y_tests.engines.ibm import IBM
from a11y_tests.journal import Result
from a11y_tests.probe import all_probes
from a11y_tests.reports.model import JudgedPage, Run, findings_of
from a11y_tests.reports.privacy import is_private, row_of_unknown_page
from a11y_tests.reports.store import as_row

Looks = Mapping[str, Mapping[str, Any]]


def run_of(
    results: Mapping[str, Result], looks: Looks, *, at: datetime | None = None, with_private: bool = False
) -> Run:
    """`results` is what run_audit returns, `looks` what it fills; private pages come in only when asked for."""
    kept = [address for address in results if with_private or not is_private(address)]
    return Run(
        at=(at or datetime.now(UTC)).replace(microsecond=0),
        pages=tuple(_page(address, results[address], looks.get(address, {})) for address in kept),
        tools=tools(),
        left_out=tuple(address for address in results if address not in kept),
        hidden_texts=sum(int(looks.get(address, {}).get("hidden", 0)) for address in kept),
    )


def as_shown(run: Run, *, with_private: bool = False) -> Run:
    """An audit that was read from a file, as reports may show it: a findings file holds the pages' own words."""
    kept = [page for page in run.pages if with_private or not is_private(page.address)]
    out = tuple(page.address for page in run.pages if page not in kept)
    pages = tuple(page if page.content is not None else _unknown(page) for page in kept)
    return replace(run, pages=pages, left_out=(*run.left_out, *out))


def _unknown(page: JudgedPage) -> JudgedPage:
    return replace(page, found=findings_of(page.address, map(row_of_unknown_page, map(as_row, page.found))))


def _page(address: str, result: Result, look: Mapping[str, Any]) -> JudgedPage:
    if isinstance(result, dict):
        return JudgedPage(address, error=result["error"])
    if not look:
        return JudgedPage(address, found=findings_of(address, map(row_of_unknown_page, result)))
    kept = {(row["rule"], row["selector"], row["level"]) for row in result}
    rows = [row for row in look["rows"] if (row["rule"], row["selector"], row["level"]) in kept]
    return JudgedPage(address, look["title"], found=findings_of(address, rows), content=frozenset(look["content"]))


def tools() -> dict[str, str]:
    """What judged the pages, by name and version."""
    axe, ibm = (
        yaml.safe_load((file.parent / "version.yaml").read_text(encoding="utf-8")) for file in (AXE, IBM.file)
    )
    return {
        "curbcut": _version("curbcut"),
        "axe-core": str(axe["version"]),
        IBM.title: str(ibm["version"]),
        "probes": str(len(all_probes())),
        "browser": browser_version(),
    }


def browser_version() -> str:
    path = chromium_path()
    if path is None:
        return ""
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    return said.partition(" built on")[0].strip()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
