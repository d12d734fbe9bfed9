"""HTTP/2: pages come as over HTTP/1.1, and a server that says GOAWAY costs none."""

import gc
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
import trustme
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived
from h2.exceptions import ProtocolError

from pipeline.config import Source
from pipeline.records import Reason
from tests.fetch.fetching import answering, fetch, fetch_one, reason, settings, within
from tests.fetch.test_tls import authority, nginx
from tests.web_server import PAGE, WebServer

__all__ = ("authority", "nginx")

Answer = Callable[[H2Connection, int, str], bool]
"""Answers the request of a stream for a path; False where the connection ends with it."""


def page(connection: H2Connection, stream: int, path: str) -> bool:
    """The page; robots.txt is missing."""
    found = path != "/robots.txt"
    headers = [(":status", "200" if found else "404"), ("content-type", "text/html"), ("server", "two")]
    connection.send_headers(stream, headers)
    connection.send_data(stream, PAGE if found else b"", end_stream=True)
    return True


@contextmanager
def serving_http2(certificate: trustme.LeafCert, answer: Answer) -> Iterator[str]:
    """The URL of a server that speaks HTTP/2 only, one connection at a time."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    context.set_alpn_protocols(["h2"])

    def converse(accepted: socket.socket) -> None:
        connection = H2Connection(H2Configuration(client_side=False))
        connection.initiate_connection()
        going_on = True
        with suppress(ProtocolError), context.wrap_socket(accepted, server_side=True) as wrapped:
            wrapped.sendall(connection.data_to_send())
            while going_on and (received := wrapped.recv(65536)):
                for event in connection.receive_data(received):
                    if isinstance(event, RequestReceived):
                        path = dict(event.headers)[b":path"].decode()
                        going_on = answer(connection, event.stream_id, path) and going_on
                wrapped.sendall(connection.data_to_send())

    with answering(converse) as port:
        yield f"https://127.0.0.1:{port}"


@pytest.fixture
def certificate(authority: trustme.CA) -> trustme.LeafCert:
    return authority.issue_cert("127.0.0.1")


def test_a_page_comes_over_http_2_where_the_settings_say_so(certificate: trustme.LeafCert) -> None:
    """The exchange says so, with the address that answered; without the setting the server is not understood."""
    with serving_http2(certificate, page) as site:
        found = fetch_one(f"{site}/1", settings(http2=True))
        assert reason(fetch_one(f"{site}/1", settings(attempts=1))) is Reason.CONNECTION_FAILED
    (exchange,) = found.exchanges
    assert found.body == PAGE
    assert (exchange.version, exchange.status, exchange.ip_address) == ("HTTP/2", 200, "127.0.0.1")
    assert (b"server", b"two") in exchange.headers


# httpcore now and then lets a connection go that a GOAWAY ended, without closing it: the collector does.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_pages_that_a_goaway_leaves_out_are_asked_for_again(certificate: trustme.LeafCert) -> None:
    """A server that restarts takes no further stream; what it did not answer comes over another connection."""
    refused: list[str] = []

    def restarting(connection: H2Connection, stream: int, path: str) -> bool:
        if path == "/robots.txt" or len(refused) >= 2:
            return page(connection, stream, path)
        refused.append(path)
        connection.close_connection(last_stream_id=0)
        return False

    with serving_http2(certificate, restarting) as site:
        source = Source(pages=(f"{site}/1", f"{site}/2"))
        with within(5):
            pages = fetch(source, settings(http2=True, connections_per_host=1, attempts=3))
    assert [page.body for page in pages] == [PAGE] * 2
    assert len(refused) == 2
    gc.collect()


def test_a_server_that_only_says_goaway_is_a_failed_page_and_the_others_go_on(
    certificate: trustme.LeafCert, web: WebServer
) -> None:
    """It is tried as often as any other, and recorded with what it said."""

    def closing(connection: H2Connection, stream: int, path: str) -> bool:
        if path == "/robots.txt":
            return page(connection, stream, path)
        connection.close_connection(error_code=11, additional_data=b"calm down", last_stream_id=0)
        return False

    with serving_http2(certificate, closing) as site, within(5):
        pages = fetch(Source(pages=(f"{site}/1", web.url("/page"))), settings(http2=True, attempts=2))
    assert {page.capture.url.partition(":")[0]: reason(page) for page in pages} == {
        "https": Reason.CONNECTION_FAILED,
        "http": None,
    }


def test_nginx_is_asked_over_http_2(nginx: str) -> None:
    """Zipped bodies are unzipped; it says GOAWAY after three pages, which costs none."""
    source = Source(pages=tuple(f"{nginx}/{number}.html" for number in range(20)))
    pages = fetch(source, settings(http2=True, attempts=10))
    assert sorted(page.body for page in pages) == sorted(PAGE + str(n).encode() for n in range(20))
    assert {page.exchanges[-1].version for page in pages} == {"HTTP/2"}


def test_the_guard_stands_before_http_2_too(web: WebServer) -> None:
    """A name that leads to this machine is not connected to."""
    found = fetch_one(
        web.url("/page", host="localhost"),
        settings(http2=True, allow_hosts=(), ports=(web.server_address[1],)),
    )
    assert reason(found) is Reason.ADDRESS_FORBIDDEN
    assert web.requests == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/reset", Reason.CONNECTION_FAILED),
        ("/garbage", Reason.CONNECTION_FAILED),
        ("/cut/length", Reason.BODY_DAMAGED),
        ("/cut/chunked", Reason.BODY_DAMAGED),
        ("/gzip-bomb/20", Reason.BODY_TOO_LARGE),
        ("/drip", Reason.TIMED_OUT),
        ("/slow/", Reason.TIMED_OUT),
    ],
)
def test_what_goes_wrong_is_recorded_as_ever(web: WebServer, path: str, expected: Reason) -> None:
    """The other transport fails with the same reasons, within the same deadlines."""
    options = settings(http2=True, attempts=1, deadline_s=0.5, timeout_s=0.4)
    assert reason(fetch_one(web.url(path), options)) is expected
