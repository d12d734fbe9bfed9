"""Which pages are due: what fetch asks of whoever remembers earlier runs."""

from collections.abc import Iterable
from typing import Protocol

from pipeline.records import Due, Known, LastRobots


class Frontier(Protocol):
    """What is known of the pages of earlier runs. Asked from the threads that fetch."""

    def known(self, source: str, url: str) -> Known | None:
        """What is known of the page at `url`; None for a new one."""

    def due(self, source: str) -> Iterable[Due]:
        """The known pages of `source` that are due, the longest overdue first."""

    def robots(self, url: str) -> LastRobots | None:
        """The last good copy of the robots.txt at `url`, if there is one."""


class Nothing:
    """The frontier of a run that remembers nothing: every page is new."""

    def known(self, source: str, url: str) -> Known | None:  # noqa: ARG002 - a protocol
        """Nothing is known."""
        return None

    def due(self, source: str) -> Iterable[Due]:  # noqa: ARG002 - a protocol
        """Nothing is due."""
        return ()

    def robots(self, url: str) -> LastRobots | None:  # noqa: ARG002 - a protocol
        """Nothing was kept."""
        return None
