"""TLS with certificates of an authority made for the test, by Python's server and by nginx, which offers HTTP/2."""

import gc
import os
import shutil
import socket
import ssl
import subprocess
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from pipeline.config import Source
from pipeline.fetch import World, fetch_pages
from pipeline.records import Due, Known, Link, Reason
from tests.fetch.fetching import FakeClock, fetch, fetch_one, is_counted, reason, settings, within
from tests.web_server import PAGE, WebServer

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
YESTERDAY = datetime.now(UTC) - timedelta(days=1)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """An authority that the client trusts, as a company's own would be: by SSL_CERT_FILE."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return authority


class TlsServer(WebServer):
    """The server of the other tests, behind TLS. A handshake that fails is the client's affair."""

    def __init__(self, certificate: trustme.LeafCert) -> None:
        super().__init__()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)


@contextmanager
def tls_serving(certificate: trustme.LeafCert) -> Iterator[str]:
    server = TlsServer(certificate)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_address[1]}"
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_certificate_of_a_trusted_authority_is_taken(authority: trustme.CA) -> None:
    """The page comes as over plain HTTP."""
    with tls_serving(authority.issue_cert("127.0.0.1")) as site:
        assert fetch_one(f"{site}/page").body == PAGE


@pytest.mark.parametrize("path", ["/stalled/head", "/stalled/body", "/stalled/garbage", "/big/100"])
def test_a_connection_whose_end_the_server_does_not_answer_is_closed(
    authority: trustme.CA, path: str
) -> None:
    """A server that hangs takes no leave; its connection is not left to the collector, nor waited for."""
    options = settings(attempts=1, timeout_s=0.2)
    with tls_serving(authority.issue_cert("127.0.0.1")) as site, warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        with within(3):
            assert reason(fetch_one(f"{site}{path}", options)) is not None
        gc.collect()
    assert [str(one.message) for one in told if one.category is ResourceWarning] == []


def test_a_certificate_that_is_over_is_refused_once(authority: trustme.CA) -> None:
    """The record says that it is expired; another try would meet the same one."""
    clock = FakeClock()
    expired = authority.issue_cert("127.0.0.1", not_after=YESTERDAY)
    with tls_serving(expired) as site, within(3):
        page = fetch_one(f"{site}/page", clock=clock)
    assert reason(page) is Reason.TLS_FAILED
    assert page.capture.failure
    assert "expired" in page.capture.failure.detail
    assert clock.slept == []


def test_a_certificate_of_another_host_is_refused_and_the_other_hosts_go_on(
    authority: trustme.CA, web: WebServer
) -> None:
    """Nothing of the page is asked for."""
    with tls_serving(authority.issue_cert("steppe-herald.example")) as site, within(3):
        pages = fetch(Source(pages=(f"{site}/page", web.url("/page"))))
    assert {page.capture.url.partition(":")[0]: reason(page) for page in pages} == {
        "https": Reason.TLS_FAILED,
        "http": None,
    }


def test_an_authority_that_nobody_trusts_is_refused(authority: trustme.CA) -> None:
    """However good its certificates look."""
    assert authority is not None
    with tls_serving(trustme.CA().issue_cert("127.0.0.1")) as site:
        assert reason(fetch_one(f"{site}/page")) is Reason.TLS_FAILED


def test_a_redirect_to_a_bad_certificate_fails_there(authority: trustme.CA, web: WebServer) -> None:
    """And names the place."""
    with tls_serving(authority.issue_cert("steppe-herald.example")) as site:
        page = fetch_one(web.url(f"/redirect-to?url={site}/page"))
    assert reason(page) is Reason.TLS_FAILED
    assert page.capture.final_url == f"{site}/page"


CONFIGURATION = """
daemon off; worker_processes 1; user root; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log {folder}/access.log combined;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    types {{ text/html html; }}
    gzip on; gzip_min_length 1; keepalive_requests 3;
    server {{
        listen 127.0.0.1:{port} ssl http2;
        ssl_certificate {folder}/certificate.pem; ssl_certificate_key {folder}/key.pem;
        root {folder}/site;
    }}
}}
"""


@pytest.fixture
def nginx(authority: trustme.CA, tmp_path: Path) -> Iterator[str]:
    """The URL of a site that nginx serves over TLS, HTTP/2 offered, closing each connection after three answers."""
    if NGINX is None:
        pytest.skip("nginx is not installed; `apt-get install nginx-light` installs it")
    (tmp_path / "site").mkdir()
    for number in range(20):
        (tmp_path / "site" / f"{number}.html").write_bytes(PAGE + str(number).encode())
    certificate = authority.issue_cert("localhost", "127.0.0.1")
    certificate.private_key_pem.write_to_path(str(tmp_path / "key.pem"))
    for blob in certificate.cert_chain_pems:
        blob.write_to_path(str(tmp_path / "certificate.pem"), append=True)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        (tmp_path / "nginx.conf").write_text(CONFIGURATION.format(folder=tmp_path, port=port))
        process = subprocess.Popen(
            [NGINX, "-p", str(tmp_path), "-c", "nginx.conf"],
            stderr=subprocess.DEVNULL,
            # As in an upgrade of nginx: it takes the socket over, and who connects before that waits in its queue.
            env={**os.environ, "NGINX": f"{listener.fileno()};"},
            pass_fds=[listener.fileno()],
        )
    try:
        yield f"https://localhost:{port}"
    finally:
        process.terminate()
        process.wait(10)


def test_a_server_that_offers_http_2_is_asked_over_http_1_1(nginx: str, tmp_path: Path) -> None:
    """Both would do; zipped bodies are unzipped, and connections that the server closes cost no page."""
    context = ssl.create_default_context(cafile=str(tmp_path / "authority.pem"))
    context.set_alpn_protocols(["h2", "http/1.1"])
    port = int(nginx.rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port)) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as wrapped,
    ):
        assert wrapped.selected_alpn_protocol() == "h2"
    pages = fetch(Source(pages=tuple(f"{nginx}/{number}.html" for number in range(20))))
    assert sorted(page.body for page in pages) == sorted(PAGE + str(n).encode() for n in range(20))
    assert all(
        '"GET /' in line and "HTTP/1.1" in line for line in (tmp_path / "access.log").read_text().splitlines()
    )


def test_nginx_answers_a_conditional_request(nginx: str) -> None:
    """An unchanged page is a 304 without a body."""
    first = fetch_one(f"{nginx}/1.html")
    etag, changed = first.capture.etag, first.capture.last_modified

    class Remembered:
        def known(self, _source: str, _url: str) -> Known:
            return Known(due=True, etag=etag, last_modified=changed)

        def due(self, _source: str) -> list[Due]:
            return [Due(Link(f"{nginx}/1.html"))]

        def robots(self, _url: str) -> None:
            return None

    source = Source(pages=(f"{nginx}/2.html",))
    stream = fetch_pages({"s": source}, settings(), world=World(FakeClock()), frontier=Remembered())
    pages = [page for page in stream if is_counted(page)]
    assert [(page.capture.status, page.capture.unchanged) for page in pages] == [(200, False), (304, True)]
