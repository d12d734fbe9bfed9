"""Ctrl-C, SIGTERM and a closed terminal, taken only where nothing is half done: while a run waits for its next page."""

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

T = TypeVar("T")

ENDINGS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Signals that ask a run to end: Ctrl-C, `kill`, a terminal that goes away."""


class Interrupts:
    """Whether a signal came, and whether this is a moment to act on it."""

    def __init__(self) -> None:
        self._waiting = False
        self._pending = False

    def take_between(self, items: Iterable[T]) -> Iterator[T]:
        """Yield `items`; a signal raises KeyboardInterrupt while one is waited for, also when it came before.

        It does so at the end of `items` too: Ctrl-C ends every command of a shell pipe, so the one before this
        one may have ended first.
        """
        iterator = iter(items)
        while True:
            self._waiting = True
            try:
                self._raise_if_pending()
                item = next(iterator)
            except StopIteration:
                self._raise_if_pending()
                return
            finally:
                self._waiting = False
            yield item

    def whole(self, work: Callable[[], None]) -> None:
        """Do `work` though items are waited for, and act on a signal when it is done."""
        waiting, self._waiting = self._waiting, False
        try:
            work()
        finally:
            self._waiting = waiting
        if waiting:
            self._raise_if_pending()

    def _raise_if_pending(self) -> None:
        if self._pending:
            raise KeyboardInterrupt

    def arrive(self, _signal: int, _frame: FrameType | None) -> None:
        """Signal handler."""
        self._pending = True
        if self._waiting:
            self._waiting = False  # a second one must not strike while the first is being dealt with
            raise KeyboardInterrupt


@contextmanager
def held_interrupts() -> Iterator[Interrupts]:
    """Hold the signals of `ENDINGS` back in this block, except where it takes them.

    One that comes behind the last such moment is dropped: what it would have stopped is done. Only the main
    thread gets signals; in any other this changes nothing.
    """
    interrupts = Interrupts()
    if threading.current_thread() is not threading.main_thread():
        yield interrupts
        return
    heeded = (one for one in ENDINGS if signal.getsignal(one) is not signal.SIG_IGN)  # nohup ignores one
    before = {number: signal.signal(number, interrupts.arrive) for number in heeded}
    try:
        yield interrupts
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
