"""The fault matrix: for each fault what is recorded, how long it takes, what memory, and that the other hosts go on."""

import asyncio
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import HTTPServer
from random import Random

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from pipeline.config import FetchSettings, Source
from pipeline.fetch import World, fetch_pages
from pipeline.records import FetchedPage, Reason
from tests.fetch.fetching import FakeClock, fetch, fetch_one, is_counted, reason, settings, within
from tests.web_server import PAGE, Handler, WebServer

FAULTS = {
    "http://127.0.0.1:1/": Reason.CONNECTION_FAILED,
    "/reset": Reason.CONNECTION_FAILED,
    "/hang-up": Reason.CONNECTION_FAILED,
    "/garbage": Reason.CONNECTION_FAILED,
    "/heavy-head": Reason.CONNECTION_FAILED,
    "/many-heads": Reason.CONNECTION_FAILED,
    "/slow/": Reason.TIMED_OUT,
    "/drip": Reason.TIMED_OUT,
    "/drip-head": Reason.TIMED_OUT,
    "/early-hints": Reason.TIMED_OUT,
    "/stalled/head": Reason.TIMED_OUT,
    "/stalled/body": Reason.TIMED_OUT,
    "/stalled/chunk": Reason.TIMED_OUT,
    "/cut/reset": Reason.BODY_DAMAGED,
    "/cut/length": Reason.BODY_DAMAGED,
    "/cut/chunked": Reason.BODY_DAMAGED,
    "/zipped/cut": Reason.BODY_DAMAGED,
    "/zipped/corrupt": Reason.BODY_DAMAGED,
    "/encoded/gzip": Reason.BODY_DAMAGED,
    "/encoded/br": Reason.BODY_DAMAGED,
    "/encoded/zstd": Reason.BODY_DAMAGED,
    "/encoded/gzip, gzip": Reason.BODY_DAMAGED,
    "/too-long": Reason.BODY_DAMAGED,
    "/big/100": Reason.BODY_TOO_LARGE,
    "/big/100?told=yes": Reason.BODY_TOO_LARGE,
    "/gzip-bomb/30": Reason.BODY_TOO_LARGE,
    "/status/204": Reason.HTTP_ERROR,
    "/status/206": Reason.HTTP_ERROR,
    "/circle/a": Reason.TOO_MANY_REDIRECTS,
    "/old/length": None,
    "/old/close": None,
    "/empty": None,
    "/typed/text/html?charset=bz2": None,
}
"""What the server does, and what is recorded for it."""

DEADLINE_S = 0.6


@pytest.mark.parametrize("path", FAULTS)
def test_a_fault_costs_one_page_its_deadline_and_little_memory(web: WebServer, path: str) -> None:
    """The page of the other host comes at once; of a hundred megabytes no more than a few are ever held."""
    options = settings(attempts=1, deadline_s=DEADLINE_S, timeout_s=DEADLINE_S / 2)
    other = web.url("/page", host="localhost")
    fetch(Source(pages=(other,)), options)  # what is loaded once counts for nobody
    place = path if path.startswith("http:") else web.url(path)
    with within(DEADLINE_S + 1.5):
        found = {page.capture.url: page for page in fetch(Source(pages=(place, other)), options)}
    assert reason(found[place]) is FAULTS[path]
    assert found[other].body == PAGE


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/stalled/body", "time"),
        ("/drip", "time"),
        ("/cut/reset", "disconnect"),
        ("/big/2", "length"),
        ("/announced/20000000", "length"),
        ("/page", None),
    ],
)
def test_the_archive_is_told_why_a_body_is_not_whole(web: WebServer, path: str, why: str | None) -> None:
    """By the words of the WARC standard; what came of the body is kept."""
    options = settings(attempts=1, deadline_s=DEADLINE_S, timeout_s=DEADLINE_S / 2)
    (page,) = fetch(Source(pages=(web.url(path),)), options)
    (exchange,) = page.exchanges
    assert exchange.truncated == why
    assert bool(exchange.body) is (path != "/announced/20000000")


def test_every_status_is_recorded_as_it_is(web: WebServer) -> None:
    """Of 3xx without a place to go, 4xx and 5xx; those that say "not now" are asked for again."""
    codes = [status.value for status in HTTPStatus if status >= 300]
    codes += [418, 451, 499, 520, 599, 600, 999]
    places = tuple(web.url(f"/status/{code}") for code in codes)
    pages = fetch(Source(pages=places, max_pages=200), settings(attempts=2, connections_per_host=1))
    found = {page.capture.url: page for page in pages}
    asked = Counter(request.path for request in web.requests)
    for code, place in zip(codes, places, strict=True):
        assert (reason(found[place]), found[place].capture.status) == (Reason.HTTP_ERROR, code)
        assert asked[f"/status/{code}"] == (2 if code in (408, 425, 429, 500, 502, 503, 504, 520) else 1)


class Names(AbstractResolver):
    """Looks names up in a table, each after so many seconds."""

    def __init__(self, table: dict[str, tuple[str, float]]) -> None:
        self._table = table

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,  # noqa: ARG002 - the signature of aiohttp
    ) -> list[ResolveResult]:
        address, seconds = self._table[host]
        await asyncio.sleep(seconds)
        if not address:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        found = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [ResolveResult(hostname=host, host=address, port=port, family=found, proto=0, flags=0)]

    async def close(self) -> None:
        """Nothing is held."""


def looked_up(places: tuple[str, ...], names: Names, options: FetchSettings) -> dict[str, FetchedPage]:
    """The pages by URL, their hosts looked up in `names`."""
    stream = fetch_pages({"s": Source(pages=places)}, options, world=World(FakeClock(), Random(1), names))
    return {page.capture.url: page for page in stream if is_counted(page)}


@pytest.mark.parametrize("http2", [False, True])
def test_slow_names_take_their_deadline_and_the_other_hosts_go_on(web: WebServer, *, http2: bool) -> None:
    """A name server that does not answer is a time-out; a slow one only takes longer; a missing name is no host."""
    port = web.server_address[1]
    table = {"never.example": ("127.0.0.1", 60.0), "late.example": ("127.0.0.1", 0.2)}
    table |= {"quick.example": ("127.0.0.1", 0.0), "missing.example": ("", 0.0)}
    places = {name: f"http://{name}:{port}/page" for name in table}
    options = settings(
        deadline_s=0.8, timeout_s=5.0, attempts=1, connections=2, http2=http2, allow_hosts=tuple(table)
    )
    with within(3):
        found = looked_up(tuple(places.values()), Names(table), options)
    assert {name: reason(found[place]) for name, place in places.items()} == {
        "never.example": Reason.TIMED_OUT,
        "late.example": None,
        "quick.example": None,
        "missing.example": Reason.CONNECTION_FAILED,
    }


@contextmanager
def serving_ipv6() -> Iterator[int]:
    """The port of a server that only listens on ::1."""

    class Six(HTTPServer):
        address_family = socket.AF_INET6

    class Answer(Handler):
        def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
            self.reply(PAGE)

    try:
        server = Six(("::1", 0), Answer)
    except OSError:
        pytest.skip("this machine has no IPv6")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_host_that_has_ipv6_only_is_reached() -> None:
    """Its address stands in brackets in the URL."""
    with serving_ipv6() as port, within(3):
        assert fetch_one(f"http://[::1]:{port}/page").body == PAGE


@pytest.mark.parametrize("http2", [False, True])
def test_a_name_that_has_an_ipv6_address_only_is_reached(*, http2: bool) -> None:
    """And the address that answered is kept."""
    with serving_ipv6() as port:
        place = f"http://six.example:{port}/page"
        names = Names({"six.example": ("::1", 0.0)})
        page = looked_up((place,), names, settings(allow_hosts=("six.example",), http2=http2))[place]
    assert page.body == PAGE
    assert page.exchanges[-1].ip_address == "::1"


@pytest.mark.parametrize("http2", [False, True])
@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1"])
def test_a_name_that_leads_inside_is_refused(web: WebServer, address: str, *, http2: bool) -> None:
    """Whoever owns the name decides what it leads to; the address itself is looked at, and nobody is asked."""
    port = web.server_address[1]
    place = f"http://rebound.example:{port}/page"
    options = settings(allow_hosts=(), ports=(port,), http2=http2)
    page = looked_up((place,), Names({"rebound.example": (address, 0.0)}), options)[place]
    assert reason(page) is Reason.ADDRESS_FORBIDDEN
    assert web.requests == []
