"""Hosts: how many pages are on their way from each at once, and which hosts cannot be reached at all."""

import asyncio
import math
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

from pipeline.clock import Clock
from pipeline.fetch.budgets import Time

UNREACHABLE_AFTER = 6
"""Connections that fail one after the other before a host is given up for the run: two pages, three attempts each."""

_FIRST_DELAY_S = 1.0
"""What a busy host gets that had no delay."""

THIS_MACHINE = ""
"""The host of saved pages."""


class Pace:
    """How long to wait between two requests to a host. It slows down when the host asks for it, and recovers.

    A wait holds for the host, not for the page that met it: whoever comes next waits too.
    """

    def __init__(self, delay: float, longest: float, clock: Clock) -> None:
        self._delay = delay
        self._longest = longest
        self._clock = clock
        self._asked: dict[str, float] = {}
        """Crawl-delay of hosts that name one."""
        self._now: dict[str, float] = {}
        """The delay of each host at the moment."""
        self._next: dict[str, float] = {}
        """When each host may be asked again, on the clock that never runs backwards."""

    async def wait(self, host: str, at_most: float = math.inf) -> None:
        """Wait until `host` may be asked, and take that moment; where that is not within `at_most` s, wait so long."""
        now = self._clock.monotonic()
        at = max(now, self._next.get(host, now))
        if at - now > at_most:
            await self._clock.sleep(at_most)
            return
        self._next[host] = at + self.delay(host)
        if at > now:
            await self._clock.sleep(at - now)

    def delay(self, host: str) -> float:
        """Seconds between two requests to `host` at the moment."""
        return self._now.get(host, self._least(host))

    def ask(self, host: str, crawl_delay: float) -> None:
        """Note what the host's robots.txt asks for; a wish past the longest delay counts as that one."""
        self._asked[host] = min(crawl_delay, self._longest)
        self._now[host] = max(self.delay(host), self._least(host))

    def note(self, host: str, *, busy: bool, wait: float | None = None) -> None:
        """Note an answer: a host that is `busy` (429, 503) gets twice the delay, one that is not a tenth less."""
        if busy:
            self._now[host] = min(self._longest, max(_FIRST_DELAY_S, 2 * self.delay(host)))
            pause = min(wait if wait is not None else self._now[host], self._longest)
            self._next[host] = max(self._next.get(host, 0.0), self._clock.monotonic() + pause)
        elif host in self._now:
            self._now[host] = max(self._least(host), 0.9 * self._now[host])

    def _least(self, host: str) -> float:
        return max(self._delay, self._asked.get(host, 0.0))


class Turns:
    """A page keeps its turn from its first byte until the next stage has room for it: bodies do not pile up."""

    def __init__(self, total: int, per_host: int, pace: Pace, time: Time) -> None:
        self._total = asyncio.Semaphore(total)
        self._per_host = per_host
        self._pace = pace
        self._time = time
        self._hosts: dict[str, asyncio.Semaphore] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until `host` may be asked once more, then until there is room in all.

        In this order, so that pages that queue up for a host that hangs, or is slow, take no room from other hosts.
        """
        own = self._hosts.setdefault(host, asyncio.Semaphore(self._per_host))
        total: AbstractAsyncContextManager[None] = nullcontext() if host == THIS_MACHINE else self._total
        async with own:
            if (
                host != THIS_MACHINE and (left := self._time.left(host)) > 0
            ):  # else it is not asked, and nobody waits
                await self._pace.wait(host, left)
            async with total:
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
