"""Hosts: how long to wait between two pages of each, and which hosts cannot be reached at all."""

import math
from collections import Counter

from pipeline.clock import Clock

UNREACHABLE_AFTER = 6
"""Connections that fail one after the other before a host is given up for the run: two pages, three attempts each."""

BROKEN_AFTER = 20
"""Pages that fail one after the other, by no fault of their own, before a host is left alone for the run."""

_SLOW_S = 2.0
_SLOWER = 4.0
"""A reply that takes longer than both, in seconds and times what is usual for its host, says that the host is busy."""

_FIRST_DELAY_S = 1.0
"""What a busy host gets that had no delay."""


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
        self._usual: dict[str, float] = {}
        """Seconds in which each host replies, a moving average."""
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

    def is_slowed(self, host: str) -> bool:
        """Whether `host` is asked less than it would be if it were well."""
        return self.delay(host) > self._least(host)

    def note(self, host: str, *, busy: bool, wait: float | None = None, took: float = 0.0) -> None:
        """Note an answer: a host that is `busy` (429, 503) gets twice the delay, one that is not a tenth less.

        One whose reply `took` far longer than usual, in seconds, counts as busy, but nobody waits for it now.
        """
        usual = self._usual.get(host, took)
        self._usual[host] = 0.9 * usual + 0.1 * took
        if not busy and took > max(_SLOW_S, _SLOWER * usual):
            self._now[host] = min(self._longest, max(_FIRST_DELAY_S, 2 * self.delay(host)))
        elif busy:
            self._now[host] = min(self._longest, max(_FIRST_DELAY_S, 2 * self.delay(host)))
            pause = min(wait if wait is not None else self._now[host], self._longest)
            self._next[host] = max(self._next.get(host, 0.0), self._clock.monotonic() + pause)
        elif host in self._now:
            self._now[host] = max(self._least(host), 0.9 * self._now[host])

    def _least(self, host: str) -> float:
        return max(self._delay, self._asked.get(host, 0.0))


class Reach:
    """Remembers which hosts are down or broken, so that their hundredth page does not wait like their first."""

    def __init__(self) -> None:
        self._failures: Counter[str] = Counter()
        self._broken: Counter[str] = Counter()

    def note(self, host: str, *, connected: bool) -> None:
        """Note that `host` was connected to, or was not."""
        self._failures[host] = 0 if connected else self._failures[host] + 1

    def note_page(self, host: str, *, failed: bool) -> None:
        """Note a page of `host` that came, or failed by no fault of its own, after all attempts."""
        self._broken[host] = self._broken[host] + 1 if failed else 0

    def gave_up(self, host: str) -> bool:
        """Whether `host` took no connection, so that asking it again in this run is a waste of time."""
        return self._failures[host] >= UNREACHABLE_AFTER

    def is_broken(self, host: str) -> bool:
        """Whether page after page of `host` failed."""
        return self._broken[host] >= BROKEN_AFTER
