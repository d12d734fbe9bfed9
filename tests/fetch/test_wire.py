"""What goes over the wire for a page, byte by byte: request lines and headers, to a server and to a proxy."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.config import Source
from pipeline.fetch.http.asked import asked
from tests.fetch.fetching import answering, fetch, fetch_one, settings
from tests.web_server import PAGE

MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
FOUND = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%b"


@contextmanager
def listening(requests: list[bytes], found: bytes = FOUND % (len(PAGE), PAGE)) -> Iterator[int]:
    """The port of a server that notes the head of each request and answers with the page; robots.txt is missing."""

    def answer(connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head and (received := connection.recv(65536)):
            head += received
        is_robots = b"/robots.txt" in head.partition(b"\r\n")[0]
        connection.sendall(MISSING if is_robots else found)
        if not is_robots:
            requests.append(head)

    with answering(answer) as port:
        yield port


@pytest.fixture
def requests() -> list[bytes]:
    """The heads of the requests that came."""
    return []


def test_headers_are_spelled_as_everybody_spells_them(requests: list[bytes]) -> None:
    """Some servers refuse `user-agent`; the archive keeps them as they were sent."""
    with listening(requests) as port:
        page = fetch_one(f"http://127.0.0.1:{port}/a%20b?q=%C3%A9&empty=")
    line, *headers = requests[0].decode().rstrip("\r\n").split("\r\n")
    assert line == "GET /a%20b?q=%C3%A9&empty= HTTP/1.1"
    names = {header.partition(":")[0] for header in headers}
    assert {"Host", "User-Agent", "Accept", "Accept-Encoding"} <= names
    assert {name.title() for name in names} == names
    kept = {name.decode(): value.decode() for name, value in page.exchanges[-1].request_headers}
    assert kept["User-Agent"] == dict(header.split(": ", 1) for header in headers)["User-Agent"]


HOSTS = (
    "127.0.0.1",
    "Steppe.Example",
    "a.example:80",
    "a.example:8443",
    "[::1]:8080",
    "газета.рф",
    "999.1.1.1",
    "a..b",
)


@given(
    st.sampled_from(("http://", "https://")),
    st.sampled_from(HOSTS),
    st.text("ab/.?%2fF=&+~'\"(; ,:@!é-_*$", max_size=14),
)
@example("https://", "a.example", "x?")
@example("http://", "a.example", "a/./b/../c")
@example("http://", "a.example", "100%/%e9%2F")
def test_a_url_is_spelled_as_httpx_spells_it(scheme: str, host: str, path: str) -> None:
    """Also where it is plain enough to go without its help; what is no URL for it is none for us."""
    url = f"{scheme}{host}/{path}"
    try:
        whole = httpx.URL(url)
    except httpx.InvalidURL:
        with pytest.raises(httpx.InvalidURL):
            asked(url)
        return
    how = asked(url)
    assert how.url == f"{whole.scheme}://{whole.netloc.decode()}{whole.raw_path.decode()}"
    assert how.host == whole.netloc.decode()


def test_who_answered_and_how_is_kept(requests: list[bytes]) -> None:
    """The address too, though an answer that comes whole gives its connection back at once; HTTP/1.0 as such."""
    with listening(requests, b"HTTP/1.0 200 Fine\r\nContent-Type: text/html\r\n\r\n" + PAGE) as port:
        page = fetch_one(f"http://127.0.0.1:{port}/")
    (exchange,) = page.exchanges
    assert page.body == PAGE
    assert (exchange.ip_address, exchange.version, exchange.reason) == ("127.0.0.1", "HTTP/1.0", "Fine")


def test_a_proxy_is_asked_for_every_page(requests: list[bytes]) -> None:
    """It gets whole URLs, looks names up itself, and is not named as the host that answered."""
    with listening(requests) as port:
        options = settings(proxy=f"http://127.0.0.1:{port}")
        places = ("http://steppe-herald.example/1", "http://steppe-herald.example/2")
        pages = fetch(Source(pages=places), options)
    assert [page.body for page in pages] == [PAGE] * 2
    assert sorted(head.split(b" ")[1] for head in requests) == [place.encode() for place in places]
    assert [page.exchanges[-1].ip_address for page in pages] == [None, None]


def test_a_proxy_that_does_not_answer_fails_every_page() -> None:
    """Pages are never fetched past it."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    page = fetch_one("http://steppe-herald.example/1", settings(proxy=f"http://127.0.0.1:{port}", attempts=1))
    assert page.capture.failure is not None
    assert page.capture.failure.reason.value == "connection-failed"
