import os
import signal
from collections.abc import Iterator

import pytest

from pipeline.run.interrupts import held_interrupts


def send(number: signal.Signals) -> None:
    os.kill(os.getpid(), number)


def numbers(events: list[str], *, interrupted_at: int) -> Iterator[int]:
    """1, 2, 3: while one of them is waited for, Ctrl-C comes."""
    for number in (1, 2, 3):
        if number == interrupted_at:
            send(signal.SIGINT)
        events.append(f"made {number}")
        yield number


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_during_work_waits_until_the_work_is_done(number: signal.Signals) -> None:
    """What is being done when the signal comes is finished; the next item is not begun."""
    done: list[int] = []

    def work() -> None:
        with held_interrupts() as interrupts:
            for item in interrupts.take_between([1, 2, 3]):
                send(number)
                done.append(item)

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == [1]


def test_a_signal_while_waiting_is_taken_at_once() -> None:
    """While the next item is waited for nothing is half done: the wait ends there and then."""
    events: list[str] = []

    def work() -> None:
        with held_interrupts() as interrupts:
            items = interrupts.take_between(numbers(events, interrupted_at=2))
            events.extend(f"took {item}" for item in items)

    with pytest.raises(KeyboardInterrupt):
        work()
    assert events == ["made 1", "took 1"]


def test_a_signal_during_the_last_item_is_not_lost() -> None:
    """Ctrl-C ends a whole shell pipe: a run whose input ended with it was interrupted, not finished."""

    def work() -> None:
        with held_interrupts() as interrupts:
            for _ in interrupts.take_between([1]):
                send(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        work()


def test_cleaning_up_is_not_interrupted_again() -> None:
    """An impatient second Ctrl-C does not keep a run from recording how it ended."""
    recorded: list[str] = []

    def work() -> None:
        with held_interrupts() as interrupts:
            try:
                for _ in interrupts.take_between([1, 2]):
                    send(signal.SIGINT)
            finally:
                send(signal.SIGINT)
                send(signal.SIGTERM)
                recorded.append("how it ended")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert recorded == ["how it ended"]


def test_handlers_are_as_before_afterwards() -> None:
    """Outside of the block signals do what they did."""
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    with held_interrupts():
        assert signal.getsignal(signal.SIGINT) != before[0]
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before
