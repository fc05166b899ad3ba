"""Reading a posted form: urlencoded, bounded, UTF-8, and nothing else."""

from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from participation_api import given_back
from participation_api.components.contract import Fields

# 4,000 characters of a script whose letters take three bytes are 36 kB once they are percent-encoded.
MOST_BYTES = 64 * 1024
# Twenty questions with all that can be ticked in them.
MOST_GIVEN_BACK = 4 * MOST_BYTES
"""What is too long to be kept is still given back, so much of it."""
MOST_FIELDS = 500


class BadForm(Exception):
    """The body is not a form of ours: the HTTP status, and what the person is told."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


async def read_fields(request: Request) -> Fields:
    """Every field with its values, in order; raises BadForm."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise BadForm(415, f"content type {kind or 'missing'}")
    body = await _body(request)
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=MOST_FIELDS
        )
    except UnicodeError as error:
        given_back.remember_body(request, body)
        raise BadForm(400, "not UTF-8") from error
    except ValueError as error:
        given_back.remember_body(request, body)
        raise BadForm(400, "too many fields") from error
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        # NUL cannot be stored by every database, and browsers never send one that somebody typed.
        fields.setdefault(name, []).append(value.replace("\r\n", "\n").replace("\0", ""))
    given_back.remember(request, fields)
    return fields


async def _body(request: Request) -> bytes:
    parts: list[bytes] = []
    size = 0
    has_more = True
    while has_more and size <= MOST_GIVEN_BACK:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        has_more = message.get("more_body", False)
    body = b"".join(parts)
    if size > MOST_BYTES:
        given_back.remember_body(request, body[:MOST_GIVEN_BACK])
        raise BadForm(413, "too long")
    return body


def first(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, ())), "")
