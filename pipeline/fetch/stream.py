"""An asynchronous producer, read as a plain iterator.

The producer runs in an event loop on a thread of its own, so that waiting for the network goes on while the
consumer works. It may be `room` items ahead and then waits: memory stays flat however slow the consumer is.
"""

import asyncio
import queue
import threading
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

HAND_OVER_S = 0.01
"""How long an item may wait for others that are handed over with it: waking a thread costs a tenth of a page."""

_TURNS = 3
"""Of the loop, in which a connection under TLS has ended that was closed, or cut off, in the one before."""

T = TypeVar("T")
Put: TypeAlias = Callable[[T], Awaitable[None]]


def stream(
    produce: Callable[[Put[T]], Coroutine[Any, Any, None]],
    *,
    room: int,
    before_waiting: Callable[[], None] = lambda: None,
) -> Generator[T]:
    """Yield what `produce` puts. Work starts with the first `next`; `before_waiting` is called when nothing is there.

    An exception in `produce` is raised here. Closing the generator, or an exception in it such as
    KeyboardInterrupt, cancels `produce`, waits for its clean-up and ends its thread.
    """
    producer = _Producer(produce, room)
    try:
        while not isinstance(items := producer.take(before_waiting), _End):
            taken = len(items)
            while items:
                yield items.popleft()
            producer.make_room(taken)
        if items.error is not None:
            raise _innermost(items.error)
    finally:
        producer.stop()


@dataclass(frozen=True, slots=True)
class _End:
    """Nothing more will come."""

    error: BaseException | None


class _Producer(Generic[T]):
    """The thread, its loop, and the way of the items to the consumer.

    What is put within a moment is handed over at once, and all at the latest when there is no room for more.
    """

    def __init__(self, produce: Callable[[Put[T]], Coroutine[Any, Any, None]], room: int) -> None:
        self._handed_over: queue.SimpleQueue[deque[T] | _End] = queue.SimpleQueue()
        self._ready: deque[T] = deque()
        self._room = asyncio.Semaphore(room)
        self._loop = asyncio.new_event_loop()
        self._work = self._loop.create_task(produce(self._put))
        self._thread = threading.Thread(target=self._run, name="fetch", daemon=True)
        self._thread.start()

    def take(self, before_waiting: Callable[[], None]) -> deque[T] | _End:
        """The next items; waits for them. They take up room until `make_room`."""
        if self._handed_over.empty():
            before_waiting()
        return self._handed_over.get()

    def make_room(self, count: int) -> None:
        self._loop.call_soon_threadsafe(self._release, count)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._work.cancel)
        self._thread.join()
        self._loop.close()

    async def _put(self, item: T) -> None:
        await self._room.acquire()
        self._ready.append(item)
        if self._room.locked():
            self._hand_over()
        elif len(self._ready) == 1:
            self._loop.call_later(HAND_OVER_S, self._hand_over)

    def _hand_over(self) -> None:
        if self._ready:
            self._handed_over.put(self._ready)
            self._ready = deque()

    def _release(self, count: int) -> None:
        for _ in range(count):
            self._room.release()

    def _run(self) -> None:
        error: BaseException | None = None
        try:
            self._loop.run_until_complete(self._work)
        except asyncio.CancelledError:
            pass  # asked for by stop()
        except BaseException as caught:  # noqa: BLE001 - whatever it is, it belongs to the consumer's thread
            error = caught
        self._loop.run_until_complete(_closed())
        self._hand_over()
        self._handed_over.put(_End(error))


async def _closed() -> None:
    """Let connections end that were closed at the last moment: that takes them a turn of the loop."""
    for _ in range(_TURNS):
        await asyncio.sleep(0)


def _innermost(error: BaseException) -> BaseException:
    """The exception itself, out of the groups that task groups wrap it in."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
