"""Hosts: how many pages are on their way from each at once, and which hosts cannot be reached at all."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

UNREACHABLE_AFTER = 6
"""Connections that fail one after the other before a host is given up for the run: two pages, three attempts each."""

THIS_MACHINE = ""
"""The host of saved pages."""


class Turns:
    """A page keeps its turn from its first byte until the next stage has room for it: bodies do not pile up."""

    def __init__(self, total: int, per_host: int) -> None:
        self._total = asyncio.Semaphore(total)
        self._per_host = per_host
        self._hosts: dict[str, asyncio.Semaphore] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until `host` may be asked once more, then until there is room in all.

        In this order, so that pages that queue up for a host that hangs take no room from other hosts.
        """
        own = self._hosts.setdefault(host, asyncio.Semaphore(self._per_host))
        total: AbstractAsyncContextManager[None] = nullcontext() if host == THIS_MACHINE else self._total
        async with own, total:
            yield


class Reach:
    """Remembers which hosts take no connection, so that their hundredth page does not wait like their first."""

    def __init__(self) -> None:
        self._failures: Counter[str] = Counter()

    def note(self, host: str, *, connected: bool) -> None:
        """Note that `host` was connected to, or was not."""
        self._failures[host] = 0 if connected else self._failures[host] + 1

    def gave_up(self, host: str) -> bool:
        """Whether asking `host` again in this run is a waste of time."""
        return self._failures[host] >= UNREACHABLE_AFTER
