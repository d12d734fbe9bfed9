"""A server whose every answer takes a while: number of its socket and seconds as arguments, paths of pages on stdin.

The pages are gzipped, and are sent so, as sites do.
"""

import asyncio
import re
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

NUMBER = re.compile(rb"GET /(\d+)")


async def serve(listener: socket.socket, latency_s: float, pages: Sequence[bytes]) -> None:
    """Until it is terminated. `/7` is the seventh page, and so on from the first again; other paths are not found."""
    head = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
    )
    answers = [head % len(page) + page for page in pages]
    missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(latency_s)
                number = NUMBER.match(request)
                writer.write(answers[int(number[1]) % len(answers)] if number else missing)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async with await asyncio.start_server(connected, sock=listener, backlog=4096) as server:
        await server.serve_forever()


if __name__ == "__main__":
    paths = sys.stdin.read().splitlines()
    asyncio.run(
        serve(
            socket.socket(fileno=int(sys.argv[1])),
            float(sys.argv[2]),
            [Path(path).read_bytes() for path in paths],
        )
    )
