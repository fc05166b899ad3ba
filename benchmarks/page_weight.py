"""Bytes of the session page with all it loads, compressed with brotli, and the script it needs."""

import re
import tempfile
from pathlib import Path

import brotli

from benchmarks.claim import Claim
from site_config.build import build_site

LOADED = re.compile(r'<(?:link\b[^>]*\bhref|script\b[^>]*\bsrc|img\b[^>]*\bsrc)="(/[^"]*)"')


def measure() -> list[Claim]:
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(Path("mkdocs.yml"), Path(folder) / "site")
        page = (site / "sessions/citizen-data/index.html").read_text(encoding="utf-8")
        sizes = {"the page": compressed(page.encode())}
        for address in sorted(set(LOADED.findall(page))):
            sizes[address] = compressed((site / address.lstrip("/")).read_bytes())
    print("\nBytes of the session page (brotli)")
    for name, size in sizes.items():
        print(f"  {name:<24} {size:6}")
    script = sum(size for name, size in sizes.items() if name.endswith(".js"))
    return [
        Claim("session page with all it loads", sum(sizes.values()) / 1000, 14, "kB"),
        Claim("script that is needed", script, 0, "bytes"),
    ]


def compressed(content: bytes) -> int:
    return len(brotli.compress(content, quality=11))
