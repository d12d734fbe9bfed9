"""What the tests of fetch/ share: a clock that need not be waited for, and short ways to fetch."""

import asyncio
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from random import Random

import pipeline.fetch.http.client  # noqa: F401 - what the first page of a process waits for is no test's time
from pipeline.clock import Clock
from pipeline.config import FetchSettings, Source
from pipeline.fetch import World, fetch_pages
from pipeline.records import FetchedPage, Reason, Role

LOOPBACK = ("127.0.0.1", "localhost", "::1")

START = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


class FakeClock(Clock):
    """Time passes only in `sleep`, and at once."""

    def __init__(self, start: datetime = START) -> None:
        self.start = start
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.start + timedelta(seconds=sum(self.slept))

    def monotonic(self) -> float:
        return sum(self.slept)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)


@contextmanager
def answering(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """The port of a server that gives each connection to `answer`, one at a time, and closes it then."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:  # shut
                    return
                connection.settimeout(5)
                with connection, suppress(OSError):
                    answer(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
    thread.join()


MOST_MEMORY = 12e6
"""Bytes that a fault may hold at most: of a hundred megabytes no more than a few."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fails where what is done takes longer, or more than `MOST_MEMORY`."""
    tracemalloc.start()
    began = time.monotonic()
    try:
        yield
        took = time.monotonic() - began
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert took < seconds, f"took {took:.1f} s"
    assert peak < MOST_MEMORY, f"held {peak / 1e6:.1f} MB"


def settings(**options: float | str | tuple[object, ...]) -> FetchSettings:
    """Settings for tests: short limits, and the given ones."""
    return FetchSettings.model_validate(
        {"timeout_s": 2.0, "deadline_s": 5.0, "max_body_mb": 1.0, "allow_hosts": LOOPBACK, "delay_s": 0.0}
        | options
    )


def fetch(
    source: Source, options: FetchSettings | None = None, clock: Clock | None = None
) -> list[FetchedPage]:
    """All pages of one source called `s`, and the feeds and sitemaps that failed."""
    pages = fetch_pages({"s": source}, options or settings(), world=World(clock or FakeClock(), Random(1)))
    return [page for page in pages if is_counted(page)]


def is_counted(page: FetchedPage) -> bool:
    """Whether a run counts it: a page, or what failed on the way to pages."""
    failed = page.capture.failure is not None and page.capture.role is not Role.ROBOTS
    return failed or page.capture.role in (Role.PAGE, Role.START)


def fetch_one(url: str, options: FetchSettings | None = None, clock: Clock | None = None) -> FetchedPage:
    """The one page at `url`."""
    # As the command line does it: a place there may be a file: URL too.
    (page,) = fetch(Source().model_copy(update={"pages": (url,)}), options, clock)
    return page


def reason(page: FetchedPage) -> Reason | None:
    """Why the page failed, if it did."""
    return page.capture.failure.reason if page.capture.failure else None
