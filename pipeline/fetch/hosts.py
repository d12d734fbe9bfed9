"""Turns: how many pages are on their way at once, in all and from one host."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Hosts:
    """Hands out turns. A page keeps its turn from its first byte until the next stage has room for it."""

    def __init__(self, total: int, per_host: int) -> None:
        self._total = asyncio.Semaphore(total)
        self._per_host = per_host
        self._hosts: dict[str, asyncio.Semaphore] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until `host` may be asked once more, then until there is room at all.

        In this order, so that pages that queue up for a host that hangs take no room from other hosts.
        """
        lane = self._hosts.setdefault(host, asyncio.Semaphore(self._per_host))
        async with lane, self._total:
            yield
