"""A server whose every answer takes a while: port and latency in seconds as arguments, the page on stdin."""

import asyncio
import sys


async def serve(port: int, latency_s: float, page: bytes) -> None:
    """Until it is terminated."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page) + page

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(latency_s)
                writer.write(answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async with await asyncio.start_server(connected, "0.0.0.0", port, backlog=4096) as server:  # noqa: S104
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), float(sys.argv[2]), sys.stdin.buffer.read()))
