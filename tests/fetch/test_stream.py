"""The iterator that the next stage pulls from: back-pressure, an early end, and bugs."""

import asyncio
import gc
import itertools
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from pipeline.clock import Clock
from pipeline.config import Source
from pipeline.fetch import World, fetch_pages
from pipeline.fetch.stream import Put, stream
from pipeline.records import Reason, Role
from tests.fetch.fetching import reason, settings
from tests.web_server import WebServer


def fetch_threads() -> list[threading.Thread]:
    """The thread of a stream, and those that its loop looks up names and reads feeds in."""
    return [thread for thread in threading.enumerate() if thread.name.startswith(("fetch", "asyncio"))]


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """No test leaves a thread behind."""
    yield
    gc.collect()
    assert eventually(lambda: fetch_threads() == [])


def test_items_come_in_the_order_they_were_put() -> None:
    """A stream is a pipe: first in, first out, and then the end."""

    async def count(put: Put[int]) -> None:
        for number in range(100):
            await put(number)

    assert list(stream(count, room=3)) == list(range(100))


def test_the_producer_waits_for_a_slow_consumer() -> None:
    """No more than `room` items are ahead of the consumer."""
    made = []

    async def count(put: Put[int]) -> None:
        for number in itertools.count():
            await put(number)
            made.append(number)

    numbers = stream(count, room=4)
    for number in itertools.islice(numbers, 20):
        time.sleep(0.005)
        assert len(made) <= number + 1 + 4
    numbers.close()


def test_nothing_starts_before_the_first_pull() -> None:
    """Making the iterator costs nothing and connects to nobody."""
    pages = fetch_pages({"s": Source(pages=("http://127.0.0.1:1/",))}, settings())
    assert fetch_threads() == []
    pages.close()


def test_a_bug_is_raised_where_the_pages_are_pulled() -> None:
    """An exception that is no fault of a page comes out as it is, after what was put before."""

    async def stumble(put: Put[int]) -> None:
        await put(1)
        async with asyncio.TaskGroup():
            raise ZeroDivisionError("a bug")

    numbers = stream(stumble, room=4)
    assert next(numbers) == 1
    with pytest.raises(ZeroDivisionError, match="a bug"):
        next(numbers)


class BrokenClock(Clock):
    def now(self) -> datetime:
        raise ZeroDivisionError("a clock without hands")


def test_a_bug_deep_in_fetching_is_raised(web: WebServer) -> None:
    """One page meets a bug while others hang: the bug ends the stream at once."""
    source = Source(pages=(web.url("/slow/"), web.url("/page")))
    started = time.monotonic()
    with pytest.raises(ZeroDivisionError):
        list(fetch_pages({"s": source}, settings(), world=World(BrokenClock())))
    assert time.monotonic() - started < 1


def test_closing_cancels_at_once_and_leaves_no_socket(web: WebServer) -> None:
    """Pages under way are cut off; thread and connections are gone when `close` returns."""
    before = open_files()
    hanging = tuple(web.url(f"/slow/?{n}") for n in range(20))
    pages = fetch_pages({"s": Source(pages=(web.url("/page"), *hanging))}, settings(connections_per_host=8))
    next(pages)
    started = time.monotonic()
    pages.close()
    assert time.monotonic() - started < 0.5
    assert fetch_threads() == []
    web.closing.set()
    assert eventually(lambda: open_files() <= before)


def test_an_interrupted_consumer_ends_the_stream(web: WebServer) -> None:
    """KeyboardInterrupt in the loop over the pages passes through, and fetching ends with it."""
    pages = fetch_pages({"s": Source(pages=(web.url("/page"), web.url("/slow/")))}, settings())

    def consume() -> None:
        for _ in pages:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        consume()
    pages.close()
    assert fetch_threads() == []


def test_an_interrupt_while_waiting_for_a_page(tmp_path: Path) -> None:
    """Ctrl-C reaches a consumer that waits for a page that never comes."""
    script = tmp_path / "wait.py"
    script.write_text(
        "import asyncio\n"
        "from pipeline.fetch.stream import stream\n"
        "async def nothing(put):\n"
        "    print('waiting', flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "next(stream(nothing, room=1))\n"
    )
    process = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=5)
    assert errors.rstrip().endswith(b"KeyboardInterrupt")


def test_waiting_overlaps_with_the_work_of_the_consumer(web: WebServer) -> None:
    """While somebody works on the first page the others are asked for and come, one after another."""
    source = Source(pages=tuple(web.url(f"/slow/0.1?{number}") for number in range(4)))
    pages = fetch_pages({"s": source}, settings(connections_per_host=1))
    taken = [next(pages)]
    end = time.monotonic() + 20
    while web.asked("/slow/0.1") < 4 and time.monotonic() < end:
        time.sleep(0.01)
    assert web.asked("/slow/0.1") == 4
    assert [reason(page) for page in (*taken, *pages) if page.capture.role is Role.START] == [None] * 4


def test_one_failing_source_leaves_the_others_alone(web: WebServer) -> None:
    """Sources are fetched side by side; what fails in one is recorded under its name."""
    sources = {
        "good": Source(pages=(web.url("/page"),)),
        "bad": Source(pages=(web.url("/hang-up", "localhost"),)),
    }
    pages = {page.capture.source: page for page in fetch_pages(sources, settings(attempts=1))}
    assert reason(pages["good"]) is None
    assert reason(pages["bad"]) is Reason.CONNECTION_FAILED


def test_a_connection_that_is_closed_at_the_last_moment_is_closed(web: WebServer) -> None:
    """Not left to the collector, which warns of it in the midst of something else. Under TLS it takes some turns."""
    port = int(web.url("/").rsplit(":", 1)[1].strip("/"))

    async def produce(put: Put[int]) -> None:
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_connection(asyncio.Protocol, "127.0.0.1", port)
        await put(1)
        loop.call_soon(loop.call_soon, transport.close)

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        assert list(stream(produce, room=1)) == [1]
        gc.collect()
    assert [str(one.message) for one in told] == []


def open_files() -> int:
    return sum(1 for _ in Path("/dev/fd").iterdir())


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether it holds within a second: the other side of a socket closes in its own time."""
    for _ in range(50):
        if holds():
            return True
        time.sleep(0.02)
    return False
