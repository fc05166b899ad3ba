"""How people come in: an address short enough to be said aloud, a code in groups of digits, and a picture of both."""

import re
from dataclasses import dataclass
from functools import lru_cache

import segno
from markupsafe import Markup
from starlette.requests import Request

from participation_api.components import urls
from participation_api.manifest import Session
from participation_api.service import Service

HOST = re.compile(r"[A-Za-z0-9.:\[\]_-]{1,200}")
GROUP = 3


@dataclass(frozen=True)
class JoinLine:
    """`address` is what people say and type; `link` the same in full; `direct` has the code in it already."""

    address: str
    link: str
    direct: str
    code: str


def in_groups(code: str) -> str:
    """`421793` → `421 793`: spoken, brailled and typed in two steps."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def join_line(service: Service, session: Session, origin: str) -> JoinLine:
    short = urls.url_for_short_join(service.manifest.root)
    return JoinLine(
        address=origin.partition("//")[2] + short,
        link=origin + short,
        direct=origin + urls.url_for_join(service.manifest.root, session.join_code),
        code=in_groups(session.join_code),
    )


def origin_of(request: Request, service: Service) -> str:
    """Where the person who asks finds the server, `https://example.org`; empty if the browser's word is no host."""
    host = request.headers.get("host", "")
    if not HOST.fullmatch(host):
        return ""
    scheme = "https" if service.settings.is_https else request.url.scheme
    return f"{scheme}://{host}"


@lru_cache(maxsize=64)
def qr_code(address: str, name: str) -> Markup:
    """An SVG named by the same words that stand beside it. It has attributes and no style, which the policy refuses."""
    drawn = segno.make(address, error="m", micro=False).svg_inline(
        border=4, light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    start = Markup('<svg class="qr" role="img" aria-label="{}" width="222" height="222" ').format(name)
    return Markup(start + Markup(drawn.removeprefix("<svg ")))  # noqa: S704 - segno's own drawing, with no text in it
