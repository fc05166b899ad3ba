"""A server process that tells its own CPU time: `python -m benchmarks.server hello|curbcut PORT [SITE DATABASE]`."""

import sys
import time
from pathlib import Path
from typing import Literal

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

SECRET = "a secret of the benchmarks"


async def hello(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"5")]})
    await send({"type": "http.response.body", "body": b"hello"})


def with_cpu_time(app: ASGIApp) -> ASGIApp:
    """Answer `/cpu-time` with the seconds of CPU that this process has used, all threads together."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/cpu-time":
            body = repr(time.process_time()).encode()
            await send(
                {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]}
            )
            await send({"type": "http.response.body", "body": body})
        else:
            await app(scope, receive, send)

    return wrapped


def main() -> None:
    which, port = sys.argv[1], int(sys.argv[2])
    app: ASGIApp = hello
    if which == "curbcut":
        from participation_api.app import create_app
        from participation_api.memory import settle_memory
        from participation_api.settings import Settings

        app = create_app(Settings(site=Path(sys.argv[3]), database=Path(sys.argv[4]), secret=SECRET))
        settle_memory()
    lifespan: Literal["on", "off"] = "on" if which == "curbcut" else "off"
    uvicorn.run(
        with_cpu_time(app), port=port, access_log=False, log_level="warning", server_header=False, lifespan=lifespan
    )


if __name__ == "__main__":
    main()
