"""A load of plain HTTP/1.1 requests over kept connections; it sends to loopback only, and stops by itself."""

import asyncio
from collections.abc import Callable, Iterator

CONNECTIONS = 64


async def load(
    port: int, request: Callable[[int], bytes], count: int, connections: int = CONNECTIONS
) -> dict[int, int]:
    """Send `count` requests over that many connections; gives back how often each status was answered."""
    statuses: dict[int, int] = {}
    numbers = iter(range(count))
    await asyncio.gather(*(_connection(port, request, numbers, statuses) for _ in range(connections)))
    return statuses


async def _connection(
    port: int, request: Callable[[int], bytes], numbers: Iterator[int], statuses: dict[int, int]
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number in numbers:
        writer.write(request(number))
        status = await _answer(reader)
        statuses[status] = statuses.get(status, 0) + 1
    writer.close()
    await writer.wait_closed()


async def _answer(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    if length:
        await reader.readexactly(length)
    return int(head[9:12])


async def get(port: int, path: str) -> bytes:
    """One GET on a connection of its own; the body."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return answer.partition(b"\r\n\r\n")[2]
