"""Hosts: how long to wait between two pages of each, and which are not asked any more in this run."""

import math
from collections import Counter
from dataclasses import dataclass

from pipeline.clock import Clock
from pipeline.config import FetchSettings
from pipeline.fetch.manners.budgets import Time
from pipeline.records.problems import Problem, Reason

UNREACHABLE_AFTER = 6
"""Connections that fail one after the other before a host is given up for the run: two pages, three attempts each."""

BROKEN_AFTER = 20
"""Pages that fail one after the other, by no fault of their own, before a host is left alone for the run."""

OUT_OF_TIME = Problem(Reason.OUT_OF_TIME, "`host_minutes` or `run_minutes` were over")

NOT_ASKED = Problem(Reason.CONNECTION_FAILED, "not asked: its host took no connection in this run")

BUSY = Problem(Reason.HOST_BUSY, "its host asks for a longer pause than `longest_pause_s`")

BROKEN = Problem(Reason.HOST_BROKEN, f"{BROKEN_AFTER} of its pages failed one after the other")

_SLOW_S = 2.0
_SLOWER = 4.0
"""A reply that takes longer than both, in seconds and times what is usual for its host, says that the host is busy."""

_FIRST_DELAY_S = 1.0
"""What a busy host gets that had no delay."""


class Pace:
    """How long to wait between two requests to a host. It slows down when the host asks for it, and recovers.

    A wait holds for the host, not for the page that met it: whoever comes next waits too. Each host has a bucket of
    `burst` tokens, and gets back one after each delay.
    """

    def __init__(self, settings: FetchSettings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._asked: dict[str, float] = {}
        """Crawl-delay of hosts that name one."""
        self._now: dict[str, float] = {}
        """The delay of each host at the moment."""
        self._usual: dict[str, float] = {}
        """Seconds in which each host replies, a moving average."""
        self._full: dict[str, float] = {}
        """When the bucket of each host is full again, on the clock that never runs backwards."""
        self._back: dict[str, float] = {}
        """When hosts that want to be left alone may be asked again."""

    async def wait(self, host: str, at_most: float = math.inf) -> None:
        """Wait until `host` may be asked, and take that moment; where that is not within `at_most` s, wait so long."""
        now = self._clock.monotonic()
        full = max(now, self._full.get(host, now))
        at = max(now, full - self._spare(host))
        if at - now > at_most:
            await self._clock.sleep(at_most)
            return
        self._full[host] = full + self.delay(host)
        if at > now:
            await self._clock.sleep(at - now)

    def delay(self, host: str) -> float:
        """Seconds between two requests to `host` at the moment."""
        return self._now.get(host, self._least(host))

    def ask(self, host: str, crawl_delay: float) -> None:
        """Note what the host's robots.txt asks for; a wish past the longest delay counts as that one."""
        self._asked[host] = min(crawl_delay, self._settings.longest_delay_s)
        self._now[host] = max(self.delay(host), self._least(host))

    def is_slowed(self, host: str) -> bool:
        """Whether `host` is asked less than it would be if it were well."""
        return self.delay(host) > self._least(host)

    def wants_rest(self, host: str) -> bool:
        """Whether `host` asked to be left alone for longer than anybody waits here, and that time is not over."""
        return self._clock.monotonic() < self._back.get(host, -math.inf)

    def note(self, host: str, *, busy: bool, wait: float | None = None, took: float = 0.0) -> None:
        """Note an answer: a host that is `busy` (429, 503) gets twice the delay, one that is not a tenth less.

        A busy one may say how long to `wait`. One whose reply `took` far longer than usual, in seconds, counts as busy,
        but nobody waits for it now.
        """
        usual = self._usual.get(host, took)
        self._usual[host] = 0.9 * usual + 0.1 * took
        if busy or took > max(_SLOW_S, _SLOWER * usual):
            longer = min(self._settings.longest_delay_s, max(_FIRST_DELAY_S, 2 * self.delay(host)))
            self._now[host] = max(self._least(host), longer)  # `delay_s` may be past the longest itself
            if busy:
                self._pause(host, wait if wait is not None else self._now[host])
        elif host in self._now:
            self._now[host] = max(self._least(host), 0.9 * self._now[host])

    def _pause(self, host: str, seconds: float) -> None:
        until = self._clock.monotonic() + seconds
        if seconds > max(self._settings.longest_pause_s, self._settings.longest_delay_s):
            self._back[host] = max(self._back.get(host, 0.0), until)
        else:
            self._full[host] = max(self._full.get(host, 0.0), until + self._spare(host))

    def _spare(self, host: str) -> float:
        """How long before its bucket is full `host` may be asked: not at all where it wants to be asked less."""
        if host in self._asked or self.is_slowed(host):
            return 0.0
        return (self._settings.burst - 1) * self.delay(host)

    def _least(self, host: str) -> float:
        return max(self._settings.delay_s, self._asked.get(host, 0.0))


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


@dataclass(frozen=True, slots=True)
class Hosts:
    """What a run knows of the hosts that it asks."""

    pace: Pace
    time: Time
    reach: Reach

    def left_alone(self, host: str) -> Problem | None:
        """Why `host` is not asked any more in this run; None where it is."""
        if self.time.left(host) <= 0:
            return OUT_OF_TIME
        if self.reach.gave_up(host):
            return NOT_ASKED
        if self.pace.wants_rest(host):
            return BUSY
        return BROKEN if self.reach.is_broken(host) else None
