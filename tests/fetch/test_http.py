"""Pages over HTTP: what a server may send, and what is recorded for it."""

import hashlib
import ssl
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipeline.config import Source
from pipeline.fetch.addresses import host_of, resolved
from pipeline.fetch.manners.hosts import BROKEN_AFTER, Reach
from pipeline.records import Reason
from pipeline.urls import page_key
from tests.fetch.fetching import START, FakeClock, answering, fetch, fetch_one, reason, settings
from tests.web_server import PAGE, WebServer


def test_a_page_comes_with_its_capture(web: WebServer) -> None:
    """The record says what was asked, what answered, when, how large, and what the bytes were."""
    page = fetch_one(web.url("/page"))
    capture = page.capture
    assert page.body == PAGE
    assert (capture.url, capture.final_url, capture.status) == (web.url("/page"), web.url("/page"), 200)
    assert (capture.content_type, capture.size) == ("text/html; charset=utf-8", len(PAGE))
    assert (capture.fetched_at, capture.source, capture.failure) == (START, "s", None)
    assert capture.digest == f"sha256:{hashlib.sha256(PAGE).hexdigest()}"


def test_the_server_is_told_who_asks(web: WebServer) -> None:
    """The User-Agent is the one of the settings, and only encodings that we can bound are offered."""
    fetch_one(web.url("/page"), settings(user_agent="herald-reader (write to desk@example.org)"))
    (request,) = web.requests
    assert request.headers["User-Agent"] == "herald-reader (write to desk@example.org)"
    assert request.headers["Accept-Encoding"] == "gzip, identity"


@pytest.mark.parametrize(
    ("path", "expected", "status"),
    [
        ("/status/404", Reason.HTTP_ERROR, 404),
        ("/status/410", Reason.HTTP_ERROR, 410),
        ("/status/503", Reason.HTTP_ERROR, 503),
        ("/status/599", Reason.HTTP_ERROR, 599),
        ("/status/204", Reason.HTTP_ERROR, 204),
        ("/status/206", Reason.HTTP_ERROR, 206),
        ("/status/304", Reason.HTTP_ERROR, 304),
        ("/status/302", Reason.HTTP_ERROR, 302),
        ("/reset", Reason.CONNECTION_FAILED, None),
        ("/hang-up", Reason.CONNECTION_FAILED, None),
        ("/garbage", Reason.CONNECTION_FAILED, None),
        ("/heavy-head", Reason.CONNECTION_FAILED, None),
        ("/redirect/12", Reason.TOO_MANY_REDIRECTS, 302),
        ("/circle/a", Reason.TOO_MANY_REDIRECTS, 302),
        ("/redirect-to?url=file:///etc/passwd", Reason.BAD_URL, 301),
        ("/redirect-to?url=http://[broken", Reason.BAD_URL, 301),
        ("/redirect-to?url=http://127.0.0.1:99999/", Reason.BAD_URL, 301),
        ("/typed/image/png", Reason.NOT_A_PAGE, 200),
        ("/typed/VIDEO/mp4", Reason.NOT_A_PAGE, 200),
        ("/typed/application/pdf", Reason.NOT_A_PAGE, 200),
        ("/typed/application/zip", Reason.NOT_A_PAGE, 200),
        ("/encoded/br", Reason.BODY_DAMAGED, 200),
        ("/encoded/gzip,%20gzip", Reason.BODY_DAMAGED, 200),
        ("/encoded/gzip", Reason.BODY_DAMAGED, 200),
        ("/zipped/cut", Reason.BODY_DAMAGED, 200),
        ("/zipped/corrupt", Reason.BODY_DAMAGED, 200),
        ("/zipped/trailing", Reason.BODY_DAMAGED, 200),
        ("/zipped/padded-past-the-limit", Reason.BODY_TOO_LARGE, 200),
        ("/cut/length", Reason.BODY_DAMAGED, 200),
        ("/cut/chunked", Reason.BODY_DAMAGED, 200),
        ("/big/2", Reason.BODY_TOO_LARGE, 200),
        ("/big/2?told=yes", Reason.BODY_TOO_LARGE, 200),
        ("/announced/20000000", Reason.BODY_TOO_LARGE, 200),
        ("/gzip-bomb/20", Reason.BODY_TOO_LARGE, 200),
    ],
)
def test_what_a_server_does_wrong_is_recorded(
    web: WebServer, path: str, expected: Reason, status: int | None
) -> None:
    """Every fault of a server becomes one record with its reason and status, and no body."""
    page = fetch_one(web.url(path))
    assert (reason(page), page.capture.status) == (expected, status)
    assert (page.body, page.capture.size, page.capture.digest) == (b"", 0, None)
    assert page.capture.failure
    assert page.capture.failure.detail


@pytest.mark.parametrize(
    "path",
    [
        "/zipped/whole",
        "/zipped/members",
        "/zipped/padded",
        "/encoded/identity",
        "/encoded/utf-8",
        "/redirect/10",
    ],
)
def test_what_is_odd_but_whole_is_taken(web: WebServer, path: str) -> None:
    """gzip in one or more members, with padding, a harmless encoding name, ten redirects: the page comes."""
    page = fetch_one(web.url(path))
    assert (page.body, page.capture.failure) == (PAGE, None)


def test_a_fragment_is_not_part_of_the_page(web: WebServer) -> None:
    """What follows # is for the reader's browser."""
    assert fetch_one(web.url("/page#top")).capture.url == web.url("/page")


def test_the_url_that_answered_is_kept(web: WebServer) -> None:
    """After redirects `url` is what was asked for and `final_url` what answered."""
    capture = fetch_one(web.url("/redirect/3")).capture
    assert (capture.url, capture.final_url) == (web.url("/redirect/3"), web.url("/page"))


def test_an_empty_page_is_no_failure(web: WebServer) -> None:
    """200 without a body is a page that says nothing: parse/ reports it."""
    page = fetch_one(web.url("/empty"))
    assert (page.body, page.capture.failure, page.capture.size) == (b"", None, 0)


@pytest.mark.parametrize("charset", ["bz2", "hex", "idna", "no-such"])
def test_a_strange_charset_does_not_matter(web: WebServer, charset: str) -> None:
    """The name of a charset is handed on with the bytes; nothing here acts on it."""
    page = fetch_one(web.url(f"/typed/text/html?charset={charset}"))
    assert (page.body, page.capture.content_type) == (b"some bytes", f"text/html; charset={charset}")


@pytest.mark.parametrize(
    "url",
    [
        "http://", "http://[::", "http://a:99999/", "http://127.0.0.1:99999/", "http://a b/", "http://\x00/", "http://.../",
        "http://xn--/", "https://" + "a" * 300 + ".example/", "http://\u200d.example/", "http://ex\ud800mple/",
    ],
)  # fmt: skip
def test_what_is_no_url_is_recorded(url: str) -> None:
    """A URL that nobody could fetch is one failed page, and no request."""
    assert reason(fetch_one(url, settings(attempts=1))) in (Reason.BAD_URL, Reason.CONNECTION_FAILED)


@given(st.text(max_size=40), st.text(max_size=40))
@hypothesis_settings(deadline=None)
def test_no_text_breaks_the_reading_of_urls(base: str, link: str) -> None:
    """Whatever stands where a URL should, looking at it raises nothing."""
    for text in (base, f"http://{base}", f"http://[{base}", resolved(f"http://{base}", link)):
        page_key(text)
        host_of(text)


def test_a_gzip_bomb_costs_no_memory(web: WebServer) -> None:
    """Of 300 MB that hide in 300 kB, hardly more than the limit of 1 MB is ever held."""
    tracemalloc.start()
    page = fetch_one(web.url("/gzip-bomb/300"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert reason(page) is Reason.BODY_TOO_LARGE
    assert peak < 8e6


@pytest.mark.parametrize("path", ["/slow/", "/drip", "/drip-head", "/early-hints"])
def test_the_deadline_holds_whatever_the_server_does(web: WebServer, path: str) -> None:
    """Silence, dripped bodies and headers, and endless 1xx all end with the deadline."""
    started = time.monotonic()
    page = fetch_one(web.url(path), settings(deadline_s=0.4, timeout_s=0.3, attempts=10))
    assert reason(page) is Reason.TIMED_OUT
    assert time.monotonic() - started < 1.2


def test_a_silent_server_times_out_before_the_deadline(web: WebServer) -> None:
    """No byte for `timeout_s` is a time-out of its own, tried again as often as allowed."""
    page = fetch_one(web.url("/slow/"), settings(timeout_s=0.1, attempts=2))
    assert reason(page) is Reason.TIMED_OUT
    assert web.asked("/slow/") == 2


def test_bytes_after_the_end_do_not_spoil_the_next_page(web: WebServer) -> None:
    """An answer longer than announced is refused by name, and kept in the archive; the next page is whole."""
    options = settings(connections_per_host=1, attempts=1)
    long, next_one = fetch(Source(pages=(web.url("/too-long"), web.url("/page"))), options)
    assert (reason(long), long.body) == (Reason.BODY_DAMAGED, b"")
    assert long.capture.failure
    assert "behind the end" in long.capture.failure.detail
    assert long.exchanges[0].body == PAGE[:10]
    assert next_one.body == PAGE


def test_no_more_connections_to_a_host_than_allowed(web: WebServer) -> None:
    """Twelve pages of one host are fetched two at a time."""
    places = tuple(web.url(f"/slow/0.05?{n}") for n in range(12))
    pages = fetch(Source(pages=places), settings(connections_per_host=2))
    assert [page.capture.failure for page in pages] == [None] * 12
    assert web.most_at_once == 2


def test_a_dead_host_does_not_stop_the_others(web: WebServer) -> None:
    """While many pages of one host hang, the pages of another come at once."""
    hanging = tuple(web.url(f"/slow/?{n}") for n in range(6))
    others = tuple(web.url(f"/page?{n}", host="localhost") for n in range(20))
    options = settings(deadline_s=0.5, connections=4, connections_per_host=2)
    pages = fetch(Source(pages=(*hanging, *others)), options)
    assert [page.body for page in pages[:20]] == [PAGE] * 20
    assert [reason(page) for page in pages[20:]] == [Reason.TIMED_OUT] * 6


def test_a_host_that_takes_no_connection_is_given_up(web: WebServer) -> None:
    """After three refused connections for its robots.txt all of its pages fail at once, and are not waited for."""
    clock = FakeClock()
    refused = tuple(f"http://127.0.0.1:1/{n}" for n in range(50))
    pages = fetch(Source(pages=(*refused, web.url("/page"))), settings(attempts=3), clock)
    assert [page.body for page in pages if not page.capture.failure] == [PAGE]
    assert [reason(page) for page in pages].count(Reason.CONNECTION_FAILED) == 50
    assert len(clock.slept) == 2


def test_a_host_is_given_up_only_for_failures_in_a_row() -> None:
    """One connection that works starts the count anew."""
    reach = Reach()
    for connected in [*[False] * 5, True, *[False] * 5]:
        reach.note("steppe-herald.example", connected=connected)
        assert not reach.gave_up("steppe-herald.example")
    reach.note("steppe-herald.example", connected=False)
    assert reach.gave_up("steppe-herald.example")
    assert not reach.gave_up("other.example")


@pytest.mark.parametrize("status", [429, 500, 522])
def test_a_broken_host_is_left_alone_for_the_run(web: WebServer, status: int) -> None:
    """After page after page has failed by no fault of its own it is not asked any more; the other hosts go on."""
    broken = tuple(web.url(f"/status/{status}?{n}") for n in range(BROKEN_AFTER + 15))
    well = web.url("/page", host="localhost")
    pages = fetch(Source(pages=(*broken, well)), settings(attempts=1, connections_per_host=1), FakeClock())
    reasons = Counter(map(reason, pages))
    assert reasons == {Reason.HTTP_ERROR: BROKEN_AFTER, Reason.HOST_BROKEN: 15, None: 1}
    assert web.asked(f"/status/{status}") == BROKEN_AFTER


def test_missing_pages_do_not_break_a_host(web: WebServer) -> None:
    """A 404 is the page's own fault, however many there are."""
    missing = tuple(web.url(f"/status/404?{n}") for n in range(BROKEN_AFTER + 5))
    pages = fetch(Source(pages=(*missing, web.url("/page"))), settings(connections_per_host=1))
    assert Counter(map(reason, pages)) == {Reason.HTTP_ERROR: BROKEN_AFTER + 5, None: 1}


def test_a_host_that_answers_badly_is_not_given_up(web: WebServer) -> None:
    """Resets and silence are no reason: the host is there, and its next page may be a good one."""
    bad = tuple(web.url(f"/reset?{n}") for n in range(10))
    pages = fetch(Source(pages=(*bad, web.url("/page"))), settings(attempts=1, connections_per_host=1))
    assert pages[-1].body == PAGE


def test_no_cookie_is_kept(web: WebServer) -> None:
    """What one page sets does not change what the next one gets."""
    fetch(Source(pages=(web.url("/cookie"), web.url("/page"))), settings(connections_per_host=1))
    assert "Cookie" not in web.requests[-1].headers


@pytest.fixture
def untrusted() -> Iterator[str]:
    """The URL of a TLS server whose certificate nobody vouches for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).parent / "untrusted-localhost.pem")
    with answering(lambda connection: context.wrap_socket(connection, server_side=True).close()) as port:
        yield f"https://127.0.0.1:{port}/"


def test_a_bad_certificate_is_refused_once(untrusted: str) -> None:
    """A certificate that is not trusted is recorded as such, and not asked for again."""
    clock = FakeClock()
    page = fetch_one(untrusted, settings(), clock)
    assert reason(page) is Reason.TLS_FAILED
    assert page.capture.failure
    assert "self-signed" in page.capture.failure.detail.replace("self signed", "self-signed")
    assert clock.slept == []


def test_a_bad_certificate_is_named_on_every_page(untrusted: str) -> None:
    """A host that answers with a bad certificate is not taken for one that does not answer."""
    pages = fetch(Source(pages=tuple(f"{untrusted}{n}" for n in range(10))))
    assert [reason(page) for page in pages] == [Reason.TLS_FAILED] * 10


def test_tls_to_a_server_without_it_is_recorded(web: WebServer) -> None:
    """https:// where only http:// is spoken is a TLS failure."""
    assert reason(fetch_one(web.url("/page").replace("http:", "https:"))) is Reason.TLS_FAILED


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/reset", "Connection reset by peer"),
        ("/hang-up", "the server hung up without an answer"),
        ("/garbage", "the answer is not HTTP"),
        ("/heavy-head", "a line of its head is too long"),
        ("/many-heads", "its head is damaged, or has too many lines"),
        ("/slow/", "nothing more came within `timeout_s`"),
        ("/drip", "not complete after 0.8 s; `deadline_s` is the limit"),
        ("/cut/length", "the body is not as announced: less came than the head announced"),
        ("/cut/chunked", "the body is not as announced: the last chunk did not come"),
    ],
)
def test_what_went_wrong_is_told_in_words_of_ours(web: WebServer, path: str, told: str) -> None:
    """No name of an exception, no representation of an object: a person reads it in the morning."""
    failure = fetch_one(web.url(path), settings(attempts=1, timeout_s=0.3, deadline_s=0.8)).capture.failure
    assert failure is not None
    assert failure.detail == told


def test_what_was_never_reached_is_told_in_words_of_ours(web: WebServer) -> None:
    """A port that nobody listens at, a server without TLS, a name that cannot be one."""
    places = {
        "http://127.0.0.1:1/": "Connection refused",
        web.url("/page").replace("http:", "https:"): "no TLS with it: wrong version number",
        f"http://{'a' * 70}.example/": "no host can be called so",
    }
    for place, told in places.items():
        (page,) = fetch(Source(pages=(place,), robots=False), settings(attempts=1))
        assert page.capture.failure is not None
        assert page.capture.failure.detail == told
