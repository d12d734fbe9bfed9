"""A real web server on loopback whose paths name what it does: /status/503, /slow, /drip, /redirect/3, …

A test asks for the fixture `web`, puts pages of its own into `web.pages`, and reads `web.requests` afterwards.
"""

import gzip
import socket
import struct
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeAlias
from urllib.parse import parse_qs, urlsplit

PAGE = "<!DOCTYPE html><html><title>A page</title><p>Ак-Булун, 14 March.</p></html>".encode()
LONGEST_S = 10.0
"""After this even the slowest behaviour ends, so that a failing test does not hang."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the server was asked."""

    path: str
    headers: dict[str, str]
    at: float


class WebServer(ThreadingHTTPServer):
    """The server, with the pages that it serves and what it was asked for."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, tuple[str, bytes]] = {}
        """Path to media type and body."""
        self.etags: dict[str, str] = {}
        """Path to the mark of its state: who has it is told 304."""
        self.missing: set[str] = set()
        """Paths that are not there any more."""
        self.broken: set[str] = set()
        """Paths that answer 500."""
        self.led_home: set[str] = set()
        """Paths that lead to the front page."""
        self.requests: list[Request] = []
        self.most_at_once = 0
        self.closing = threading.Event()
        self.lock = threading.Lock()
        self._under_way = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The URL of `path`; localhost is the same server under another name."""
        return f"http://{host}:{self.server_address[1]}{path}"

    def asked(self, path: str) -> int:
        """How often `path` was asked for."""
        return Counter(request.path for request in self.requests)[path]

    @contextmanager
    def noted(self, request: Request) -> Iterator[None]:
        """Note the request, and how many there are at once."""
        with self.lock:
            self.requests.append(request)
            self._under_way += 1
            self.most_at_once = max(self.most_at_once, self._under_way)
        try:
            yield
        finally:
            with self.lock:
                self._under_way -= 1

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what half of the tests are about."""


@contextmanager
def serving() -> Iterator[WebServer]:
    """A running server; it is stopped at the end, whatever it was doing."""
    server = WebServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), name="web server")
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: WebServer
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path, _, _ = self.path.partition("?")
        if path == "/robots.txt" and path not in self.server.pages:
            self.send_error(404)  # and not noted: it is asked for before every first page
            return
        headers = {name.title(): value for name, value in self.headers.items()}
        with self.server.noted(Request(path, headers, time.monotonic())):
            if path in self.server.missing or path in self.server.broken:
                self.send_error(404 if path in self.server.missing else 500)
                return
            if path in self.server.led_home:
                self.head(302, Location="/", Content_Length="0")
                return
            etag = self.server.etags.get(path)
            if etag and etag == headers.get("If-None-Match"):
                self.head(304, ETag=etag)
                return
            if etag:
                self.reply(self.server.pages[path][1], self.server.pages[path][0], ETag=etag)
                return
            if found := self.server.pages.get(self.path) or self.server.pages.get(path):
                self.reply(found[1], found[0])
                return
            behaviour, _, argument = path[1:].partition("/")
            BEHAVIOURS[behaviour](self, argument)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature of http.server
        """Say nothing."""

    def query(self, name: str, default: str) -> str:
        return parse_qs(urlsplit(self.path).query).get(name, [default])[0]

    def head(self, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.flush()

    def reply(self, body: bytes, media_type: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.head(200, Content_Type=media_type, Content_Length=str(len(body)), **headers)
        self.wfile.write(body)

    def close(self, *, hard: bool = False) -> None:
        """Hang up; with RST where `hard`."""
        if hard:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.rfile.close()
            self.connection.close()
        self.close_connection = True

    def trickle(self, piece: bytes) -> None:
        """Send `piece` again and again, 50 times a second."""
        ends_at = time.monotonic() + LONGEST_S
        while time.monotonic() < ends_at and not self.server.closing.wait(0.02):
            self.wfile.write(piece)
            self.wfile.flush()
        self.close()


Behaviour: TypeAlias = Callable[[Handler, str], None]
BEHAVIOURS: dict[str, Behaviour] = {}
"""What the server does, by the first part of the path; the rest of the path is the argument."""


def behaviour(function: Behaviour) -> Behaviour:
    BEHAVIOURS[function.__name__.replace("_", "-")] = function
    return function


@behaviour
def page(handler: Handler, _: str) -> None:
    """A good page."""
    handler.reply(PAGE)


@behaviour
def status(handler: Handler, code: str) -> None:
    """/status/503?retry-after=7: an error, with an error page."""
    after = handler.query("retry-after", "")
    handler.head(
        int(code),
        Content_Length="0" if code in ("204", "304") else "5",
        **({"Retry_After": after} if after else {}),
    )
    handler.wfile.write(b"" if code in ("204", "304") else b"sorry")


@behaviour
def flaky(handler: Handler, failures: str) -> None:
    """/flaky/2?status=503: so many failures, then the page. Status 0 resets the connection."""
    if handler.server.asked(handler.path.partition("?")[0]) > int(failures):
        handler.reply(PAGE)
    elif handler.query("status", "503") == "0":
        handler.close(hard=True)
    else:
        status(handler, handler.query("status", "503"))


@behaviour
def slow(handler: Handler, seconds: str) -> None:
    """/slow/0.5: silent for so long, then the page; for ever without a number."""
    handler.server.closing.wait(float(seconds or LONGEST_S))
    handler.reply(PAGE)


@behaviour
def drip(handler: Handler, _: str) -> None:
    """A body that never ends, byte by byte."""
    handler.head(Content_Type="text/html")
    handler.trickle(b"x")


@behaviour
def drip_head(handler: Handler, _: str) -> None:
    """Headers that never end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    handler.trickle(b"x")


@behaviour
def early_hints(handler: Handler, _: str) -> None:
    """Informational responses without end."""
    handler.trickle(b"HTTP/1.1 103 Early Hints\r\n\r\n")


@behaviour
def reset(handler: Handler, _: str) -> None:
    """Connection reset by peer."""
    handler.close(hard=True)


@behaviour
def hang_up(handler: Handler, _: str) -> None:
    """Closed without an answer."""
    handler.close()


@behaviour
def garbage(handler: Handler, _: str) -> None:
    """What is not HTTP."""
    handler.wfile.write(b"220 mail.example ESMTP ready\r\n")
    handler.close()


@behaviour
def redirect(handler: Handler, steps: str) -> None:
    """/redirect/3: so many redirects, then the page."""
    left = int(steps) - 1
    handler.head(302, Location=f"/redirect/{left}" if left else "/page", Content_Length="0")


@behaviour
def redirect_to(handler: Handler, _: str) -> None:
    """/redirect-to?url=…"""
    handler.head(301, Location=handler.query("url", "/page"), Content_Length="0")


@behaviour
def circle(handler: Handler, name: str) -> None:
    """/circle/a leads to /circle/b, and that back."""
    handler.head(302, Location="/circle/" + ("b" if name == "a" else "a"), Content_Length="0")


@behaviour
def typed(handler: Handler, media_type: str) -> None:
    """/typed/image/png: a body of that media type."""
    handler.reply(b"some bytes", f"{media_type}; charset={handler.query('charset', 'utf-8')}")


@behaviour
def empty(handler: Handler, _: str) -> None:
    """200 and nothing."""
    handler.reply(b"")


@behaviour
def encoded(handler: Handler, name: str) -> None:
    """/encoded/br: a body under that content encoding, which it does not have."""
    handler.reply(PAGE, Content_Encoding=name)


@behaviour
def zipped(handler: Handler, kind: str) -> None:
    """/zipped/whole, /cut, /corrupt, /members, /padded, …: gzip in every state."""
    whole = gzip.compress(PAGE)
    bodies = {
        "whole": whole,
        "cut": whole[:-12],
        "corrupt": whole[:15] + b"\xff\xff" + whole[17:],
        "members": gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:]),
        "padded": whole + b"\0" * 600,
        "trailing": whole + b"and more",
        "padded-past-the-limit": whole + bytes(1_100_000),
    }
    handler.reply(bodies[kind], Content_Encoding="gzip")


@behaviour
def gzip_bomb(handler: Handler, megabytes: str) -> None:
    """/gzip-bomb/500: so much, a thousandth of it on the wire."""
    handler.head(Content_Type="text/html", Content_Encoding="gzip", Connection="close")
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    handler.wfile.write(packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH))
    # What stands between two full flushes can stand there again: packed once, a bomb of any size costs no time.
    packed = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    for _ in range(int(megabytes)):
        handler.wfile.write(packed)
    handler.close()


@behaviour
def big(handler: Handler, megabytes: str) -> None:
    """/big/20: so much without telling first; ?told=yes tells first."""
    size = int(float(megabytes) * 1e6)
    told = {"Content_Length": str(size)} if handler.query("told", "") else {"Connection": "close"}
    handler.head(200, Content_Type="text/html", **told)
    for _ in range(size // 10_000):
        handler.wfile.write(bytes(10_000))
    handler.close()


@behaviour
def announced(handler: Handler, size: str) -> None:
    """/announced/20000000: says so many bytes, and sends none."""
    handler.head(Content_Type="text/html", Content_Length=size)
    handler.server.closing.wait(LONGEST_S)


@behaviour
def stalled(handler: Handler, step: str) -> None:
    """/stalled/head, /stalled/body, /stalled/chunk, and /stalled/garbage, which is not HTTP: silent from there on."""
    if step == "head":
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
    elif step == "body":
        handler.head(Content_Type="text/html", Content_Length=str(len(PAGE) + 10))
        handler.wfile.write(PAGE)
    elif step == "garbage":
        handler.wfile.write(b"220 mail.example ESMTP ready\r\n")
    else:
        handler.head(Content_Type="text/html", Transfer_Encoding="chunked")
        handler.wfile.write(b"5\r\n<html\r\n1000\r\n")
    handler.wfile.flush()
    handler.server.closing.wait(LONGEST_S)
    handler.close()


@behaviour
def old(handler: Handler, kind: str) -> None:
    """/old/length, /old/close: HTTP/1.0, the end told first, or by hanging up."""
    length = b"Content-Length: %d\r\n" % len(PAGE) if kind == "length" else b""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n" + length + b"\r\n" + PAGE)
    handler.close()


@behaviour
def cut(handler: Handler, kind: str) -> None:
    """/cut/length, /cut/chunked, /cut/reset: fewer bytes than announced."""
    if kind in ("length", "reset"):
        handler.head(Content_Type="text/html", Content_Length=str(len(PAGE) + 10))
        handler.wfile.write(PAGE)
        if kind == "reset":
            time.sleep(0.1)
            handler.close(hard=True)
            return
    else:
        handler.head(Content_Type="text/html", Transfer_Encoding="chunked")
        handler.wfile.write(b"%x\r\n%s" % (len(PAGE) + 10, PAGE))
    handler.close()


@behaviour
def too_long(handler: Handler, _: str) -> None:
    """More bytes than announced: what is left over is read as the start of the next answer."""
    handler.head(Content_Type="text/html", Content_Length="10")
    handler.wfile.flush()
    time.sleep(0.05)
    handler.wfile.write(PAGE)


@behaviour
def heavy_head(handler: Handler, _: str) -> None:
    """Headers of a megabyte."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-Heavy: " + b"x" * 1_000_000 + b"\r\n\r\n")
    handler.close()


@behaviour
def many_heads(handler: Handler, _: str) -> None:
    """Headers without end, each of them short."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    handler.trickle(b"X-Many: x\r\n" * 10_000)


@behaviour
def cookie(handler: Handler, _: str) -> None:
    """The page, with a cookie."""
    handler.reply(PAGE, Set_Cookie="seen=yes; Path=/")
