"""The guard: what is never asked, however it is written and whoever leads there."""

import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Source
from pipeline.fetch.http.guard import Guard, is_public
from pipeline.records import Reason
from tests.fetch.fetching import fetch, fetch_one, reason, settings
from tests.web_server import PAGE, WebServer

STRICT = settings(allow_hosts=(), ports=(80, 443))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "no address",
    ],
)  # fmt: skip
def test_an_address_inside_is_not_public(address: str) -> None:
    """Private, loopback, link-local, shared, reserved, multicast, metadata, and IPv6 that carries IPv4."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"]
)
def test_an_address_outside_is_public(address: str) -> None:
    """Anybody's server."""
    assert is_public(address)


@given(st.ip_addresses())
def test_nothing_that_python_calls_private_is_public(
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    """The guard refuses at least what the standard library calls private, for mapped addresses too."""
    if ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast:
        assert not is_public(str(ip))
        if isinstance(ip, ipaddress.IPv4Address):
            assert not is_public(f"::ffff:{ip}")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]",
        "0.0.0.0", "127.0.0.1.", "LOCALHOST",
    ],
)  # fmt: skip
def test_this_machine_is_not_asked_however_it_is_written(web: WebServer, host: str) -> None:
    """Every spelling of loopback ends in a refusal, and the server hears nothing."""
    port = web.server_address[1]
    page = fetch_one(f"http://{host}:{port}/page", settings(allow_hosts=(), ports=(port,), attempts=1))
    assert reason(page) in (Reason.ADDRESS_FORBIDDEN, Reason.BAD_URL, Reason.CONNECTION_FAILED)
    assert page.body == b""
    assert web.requests == []


@pytest.mark.parametrize("port_is_allowed", [True, False])
def test_the_refusal_says_how_to_allow_it(web: WebServer, *, port_is_allowed: bool) -> None:
    """Who means it learns which setting to write: the one that is enough, for a port of its own, too."""
    ports = (web.server_address[1],) if port_is_allowed else (80,)
    page = fetch_one(web.url("/page"), settings(allow_hosts=(), ports=ports))
    assert page.capture.failure
    assert (page.capture.failure.reason, "allow_hosts" in page.capture.failure.detail) == (
        Reason.ADDRESS_FORBIDDEN,
        True,
    )


def test_a_redirect_inside_is_not_followed(web: WebServer) -> None:
    """A host that the user allows cannot lead to one that he does not."""
    port = web.server_address[1]
    page = fetch_one(
        web.url(f"/redirect-to?url=http://localhost:{port}/page"),
        settings(allow_hosts=("127.0.0.1",), ports=(port,), attempts=1),
    )
    assert reason(page) is Reason.ADDRESS_FORBIDDEN
    assert web.asked("/page") == 0


def test_a_name_that_leads_inside_is_found_out_when_it_is_connected_to(
    web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What counts is the address behind the name at that moment: a rebound name gets no connection."""
    port = web.server_address[1]
    answers = iter(["93.184.216.34", "127.0.0.1"])
    look_up = socket.getaddrinfo

    def rebinding(host: str, *rest: object, **named: object) -> object:
        address = next(answers, "127.0.0.1") if host == "rebound.example" else host
        return look_up(address, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)  # the world's, not ours
    next(answers)
    page = fetch_one(
        f"http://rebound.example:{port}/page", settings(allow_hosts=(), ports=(port,), attempts=1)
    )
    assert reason(page) is Reason.ADDRESS_FORBIDDEN
    assert web.requests == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://editor:secret@paper.example/", Reason.BAD_URL),
        ("http://editor@paper.example/", Reason.BAD_URL),
        ("http://paper.example:22/", Reason.ADDRESS_FORBIDDEN),
        ("https://paper.example:6379/", Reason.ADDRESS_FORBIDDEN),
        ("http://169.254.169.254/latest/meta-data/", Reason.ADDRESS_FORBIDDEN),
        ("http://[fd00:ec2::254]/", Reason.ADDRESS_FORBIDDEN),
    ],
)
def test_urls_that_are_refused_by_their_text(url: str, expected: Reason) -> None:
    """Passwords, strange ports and literal private addresses need no look-up to be refused."""
    assert reason(fetch_one(url, STRICT)) is expected


def test_an_allowed_host_is_asked_on_its_port_alone(web: WebServer) -> None:
    """`allow_hosts` may name the port, and vouches for that one only."""
    port = web.server_address[1]
    guard = Guard((f"127.0.0.1:{port}",), (80,))
    assert guard.refusal(web.url("/page")) is None
    assert guard.refusal("http://127.0.0.1:80/") is not None
    assert fetch_one(web.url("/page"), settings(allow_hosts=(f"127.0.0.1:{port}",))).body == PAGE


def test_what_went_over_the_wire_comes_with_the_page(web: WebServer) -> None:
    """Each hop and each attempt is there as it was received, zipped bodies still zipped."""
    (page,) = fetch(Source(pages=(web.url("/redirect/2"),)))
    assert [exchange.status for exchange in page.exchanges] == [302, 302, 200]
    assert page.exchanges[-1].body == PAGE
    (zipped,) = fetch(Source(pages=(web.url("/zipped/whole"),)))
    assert zipped.exchanges[0].body[:2] == b"\x1f\x8b"
    assert zipped.body == PAGE
    (failed,) = fetch(Source(pages=(web.url("/status/503"),)), settings(attempts=3))
    assert [exchange.status for exchange in failed.exchanges] == [503, 503, 503]
