"""What a host, and a run, may use up: time, and tries beyond the first."""

import time

from pipeline.clock import SYSTEM_CLOCK
from pipeline.config import Source
from pipeline.fetch.manners.budgets import RETRIES_PER_HOST, Retries, Time
from pipeline.records import Reason
from tests.fetch.fetching import FakeClock, fetch, reason, settings
from tests.web_server import PAGE, WebServer, serving


def test_a_host_has_its_time_and_the_others_theirs(web: WebServer) -> None:
    """Its pages that are left are recorded and not asked for; the pages of another host all come."""
    crawling = tuple(web.url(f"/slow/0.3?{n}") for n in range(30))
    others = tuple(web.url(f"/page?{n}", host="localhost") for n in range(10))
    options = settings(host_minutes=1 / 60, connections_per_host=1)
    began = time.monotonic()
    pages = fetch(Source(pages=(*crawling, *others)), options, SYSTEM_CLOCK)
    assert time.monotonic() - began < 4
    slow = [page for page in pages if "/slow/" in page.capture.url]
    assert len(slow) == 30
    assert {reason(page) for page in slow if page.capture.failure} <= {Reason.OUT_OF_TIME, Reason.TIMED_OUT}
    assert [reason(page) for page in slow].count(Reason.OUT_OF_TIME) >= 20
    assert [page.body for page in pages if "/page" in page.capture.url] == [PAGE] * 10


def test_the_run_has_its_time(web: WebServer) -> None:
    """All that is left is recorded, host by host, and nothing waits for its pace any more."""
    pages = tuple(
        web.url(f"/slow/0.2?{n}", host=host) for n in range(20) for host in ("127.0.0.1", "localhost")
    )
    began = time.monotonic()
    found = fetch(
        Source(pages=pages), settings(run_minutes=0.5 / 60, connections=2, delay_s=5.0), SYSTEM_CLOCK
    )
    assert time.monotonic() - began < 4
    assert len(found) == 40
    assert [reason(page) for page in found].count(Reason.OUT_OF_TIME) >= 30


def test_a_host_that_is_down_is_not_asked_three_times_for_each_of_its_pages(web: WebServer) -> None:
    """It has a number of further tries in all; each of its pages is asked for once at least."""
    bad = tuple(web.url(f"/page?{n}" if n % 10 == 9 else f"/status/503?{n}") for n in range(60))
    pages = fetch(Source(pages=bad), settings(attempts=3, deadline_s=100))
    assert [reason(page) for page in pages].count(Reason.HTTP_ERROR) == 54
    assert len(web.requests) == 60 + RETRIES_PER_HOST


def test_a_run_has_a_number_of_further_tries_too() -> None:
    """Hosts that stumble one after the other do not make a run endless."""
    retries = Retries(per_host=3, per_run=5)
    assert [retries.spend("a.example") for _ in range(4)] == [True, True, True, False]
    assert [retries.spend("b.example") for _ in range(3)] == [True, True, False]
    assert not retries.spend("c.example")


def test_a_host_s_time_begins_with_its_first_page() -> None:
    """And ends with the run's at the latest."""
    clock = FakeClock()
    left = Time(60.0, 100.0, clock)
    assert left.left("a.example") == 60.0
    clock.slept.append(50.0)
    assert (left.left("a.example"), left.left("b.example")) == (10.0, 50.0)
    clock.slept.append(55.0)
    assert left.left("b.example") < 0


def test_a_redirect_to_another_host_keeps_that_host_s_pace(web: WebServer) -> None:
    """Pages that are reached by redirects count for the host that serves them."""
    clock = FakeClock()
    with serving() as other:
        there = other.url("/page")
        starts = (
            web.url(f"/redirect-to?url={there}"),
            web.url(f"/redirect-to?url={there}", host="localhost"),
        )
        pages = fetch(Source(pages=starts), settings(delay_s=1.0), clock)
    assert [page.body for page in pages] == [PAGE] * 2
    assert clock.slept == [1.0]


def test_a_redirect_within_a_host_keeps_its_pace(web: WebServer) -> None:
    """Each request counts, also those that only lead on."""
    clock = FakeClock()
    (page,) = fetch(Source(pages=(web.url("/redirect/2"),)), settings(delay_s=1.0), clock)
    assert page.body == PAGE
    assert clock.slept == [1.0, 1.0]


def test_a_redirect_to_another_host_takes_one_of_that_host_s_turns(web: WebServer) -> None:
    """Pages that come by redirect and pages of its own: never more at once than the host may be asked for."""
    with serving() as other:
        own = tuple(other.url(f"/slow/0.05?{n}") for n in range(6))
        led = tuple(web.url(f"/redirect-to?url={other.url(f'/slow/0.05?led{n}')}") for n in range(6))
        pages = fetch(Source(pages=(*own, *led)), settings(connections_per_host=2), SYSTEM_CLOCK)
        assert [page.capture.failure for page in pages] == [None] * 12
        assert other.most_at_once == 2


def test_hosts_that_lead_to_each_other_do_not_wait_for_ever(web: WebServer) -> None:
    """Whoever waits for a host holds no other, and no room on the wire: with one of each all pages come."""
    with serving() as other:
        there = tuple(web.url(f"/redirect-to?url={other.url(f'/page?{n}')}") for n in range(5))
        back = tuple(other.url(f"/redirect-to?url={web.url(f'/page?{n}')}") for n in range(5))
        options = settings(connections_per_host=1, connections=1)
        pages = fetch(Source(pages=(*there, *back)), options, SYSTEM_CLOCK)
    assert [page.body for page in pages] == [PAGE] * 10
