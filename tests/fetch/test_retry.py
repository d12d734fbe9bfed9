"""When a page is asked for again, and how long is waited first. The clock is a fake one: nobody waits."""

from datetime import timedelta
from email.utils import format_datetime
from random import Random
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.fetch.http.replies import retry_after
from pipeline.fetch.http.retry import LONGEST_WAIT_S, backoff
from pipeline.records import Reason
from tests.fetch.fetching import START, FakeClock, fetch_one, reason, settings
from tests.web_server import PAGE, WebServer


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 0])
def test_what_may_pass_is_tried_again(web: WebServer, status: int) -> None:
    """A server that stumbles twice, by status or by a reset (0), gives its page at the third attempt."""
    page = fetch_one(web.url(f"/flaky/2?status={status}"), settings(attempts=3))
    assert (page.body, page.capture.failure) == (PAGE, None)
    assert web.asked("/flaky/2") == 3


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504, 522, 530])
def test_what_is_of_the_moment_is_asked_again(web: WebServer, status: int) -> None:
    """By the site, or by a network in front of it that does not reach it."""
    assert (
        reason(fetch_one(web.url(f"/status/{status}"), settings(attempts=2), FakeClock()))
        is Reason.HTTP_ERROR
    )
    assert len(web.requests) == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 501])
def test_what_stays_wrong_is_asked_once(web: WebServer, status: int) -> None:
    """Other statuses would say the same again."""
    assert reason(fetch_one(web.url(f"/status/{status}"))) is Reason.HTTP_ERROR
    assert len(web.requests) == 1


def test_attempts_end(web: WebServer) -> None:
    """A server that goes on failing is asked as often as the settings allow, and its last word recorded."""
    clock = FakeClock()
    page = fetch_one(web.url("/status/503"), settings(attempts=4, deadline_s=100), clock)
    assert page.capture.failure
    assert page.capture.failure.detail == "503 Service Unavailable"
    assert (len(web.requests), len(clock.slept)) == (4, 3)


def test_waits_double_with_jitter(web: WebServer) -> None:
    """Each wait is about twice the one before, and never the whole of it by rule."""
    clock = FakeClock()
    fetch_one(web.url("/status/500"), settings(attempts=6, deadline_s=600), clock)
    for wait, whole in zip(clock.slept, [1, 2, 4, 8, 16], strict=True):
        assert whole / 2 <= wait <= whole
    assert len({wait / whole for wait, whole in zip(clock.slept, [1, 2, 4, 8, 16], strict=True)}) == 5


@given(st.integers(1, 10), st.integers())
def test_a_wait_is_bounded(attempt: int, seed: int) -> None:
    """No wait is longer than half a minute or shorter than half a second."""
    assert 0.5 <= backoff(attempt, Random(seed)) <= LONGEST_WAIT_S


def test_retry_after_in_seconds_is_honoured(web: WebServer) -> None:
    """The server's number is the wait, to the second."""
    clock = FakeClock()
    fetch_one(web.url("/status/503?retry-after=7"), settings(attempts=2, deadline_s=60), clock)
    assert clock.slept == [7.0]


def test_retry_after_as_a_date_is_honoured(web: WebServer) -> None:
    """The wait lasts until the server's date."""
    clock = FakeClock()
    date = quote(format_datetime(START + timedelta(seconds=12), usegmt=True))
    fetch_one(web.url(f"/status/429?retry-after={date}"), settings(attempts=2, deadline_s=60), clock)
    assert clock.slept == [12.0]


def test_a_wait_past_the_deadline_is_not_begun(web: WebServer) -> None:
    """A server that asks for an hour is left alone for this run, and the record says what it asked."""
    clock = FakeClock()
    page = fetch_one(web.url("/status/503?retry-after=3600"), settings(attempts=5, deadline_s=60), clock)
    assert page.capture.failure
    assert page.capture.failure.detail == "503 Service Unavailable; asked to wait 3600 s"
    assert (len(web.requests), clock.slept) == (1, [])


def test_all_waits_together_end_before_the_deadline(web: WebServer) -> None:
    """Waits that are short each do not add up to more than the deadline."""
    clock = FakeClock()
    fetch_one(web.url("/status/503?retry-after=20"), settings(attempts=10, deadline_s=60), clock)
    assert clock.slept == [20.0, 20.0]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        (" 5 ", 5.0),
        ("Sat, 14 Mar 2026 09:00:30 GMT", 30.0),
        ("Sat, 14 Mar 2026 09:00:30 -0000", 30.0),
        ("Sat, 14 Mar 2026 08:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-3", None),
        ("²", None),
        ("9" * 5000, None),
        ("Sat, 99 Mar 2026 09:00:30 GMT", None),
    ],
)
def test_retry_after_is_read_in_both_forms(value: str, seconds: float | None) -> None:
    """A number, a date in any zone; the past is now; what is neither says nothing."""
    assert retry_after({"retry-after": value}, START) == seconds


@given(st.text(max_size=40))
def test_no_retry_after_raises(value: str) -> None:
    """The header is free text."""
    wait = retry_after({"retry-after": value}, START)
    assert wait is None or wait >= 0
