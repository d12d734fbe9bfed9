"""The moment in which a stage is about to wait for more: the stages behind it deal with what they have by then."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(slots=True)
class Lull:
    """Called by a stage before it waits; does what a later stage has put into `work`."""

    work: Callable[[], None] = lambda: None

    def __call__(self) -> None:
        """Do it."""
        self.work()
