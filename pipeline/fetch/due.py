"""Which pages are due: what fetch asks of whoever remembers earlier runs."""

from collections.abc import Iterable
from typing import Protocol

from pipeline.records import Known


class Frontier(Protocol):
    """What is known of the pages of earlier runs. Asked from the thread that fetches."""

    def known(self, source: str, url: str) -> Known | None:
        """What is known of the page at `url`; None for a new one."""

    def due(self, source: str) -> Iterable[tuple[str, str | None]]:
        """URL and link title of the known pages of `source` that are due, the longest overdue first."""


class Nothing:
    """The frontier of a run that remembers nothing: every page is new."""

    def known(self, source: str, url: str) -> Known | None:  # noqa: ARG002 - a protocol
        """Nothing is known."""
        return None

    def due(self, source: str) -> Iterable[tuple[str, str | None]]:  # noqa: ARG002 - a protocol
        """Nothing is due."""
        return ()
