"""Turns: hosts take turns, and each gives so many pages at once. What waits for its host is a record and no task."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Self, TypeAlias

from pipeline.fetch.addresses import host_of
from pipeline.fetch.manners.hosts import Hosts

THIS_MACHINE = ""
"""The host of saved pages."""

MOST_READY = 10
"""Pages that may wait for the next stage: more would fill the memory, and gain nothing."""

Job: TypeAlias = Callable[[], Awaitable[object]]

Manners: TypeAlias = Callable[[str], Job | None]
"""For a URL, how to learn what its host wants of whoever asks it, before its first page has its turn; None where that
is known."""


class Turns:
    """Who may be asked at the moment: `total` pages are on the wire at once, of these `per_host` from one host."""

    def __init__(self, total: int, per_host: int, hosts: Hosts) -> None:
        self._per_host = per_host
        self._of_hosts: dict[str, asyncio.Semaphore] = {}
        self._alone: dict[str, asyncio.Lock] = {}
        self.hosts = hosts
        self.wire = asyncio.Semaphore(total)
        self.bodies = asyncio.Semaphore(total + MOST_READY)

    def at_once(self, host: str) -> int:
        """How many pages `host` gives at once. This machine's come in their order, the same in every run."""
        return 1 if host == THIS_MACHINE else self._per_host

    def turn(self, host: str, url: str = "", manners: Manners | None = None) -> "Turn":
        """A turn at `host` for `url`, to be entered with `async with`; `manners` are learnt first where it has some."""
        return Turn(self, host, url, manners)

    def of_host(self, host: str) -> asyncio.Semaphore:
        """The turns of one host."""
        if host not in self._of_hosts:
            self._of_hosts[host] = asyncio.Semaphore(self.at_once(host))
        return self._of_hosts[host]

    def alone(self, host: str) -> asyncio.Lock:
        """The turn of a host that is asked less: it has one page at once."""
        return self._alone.setdefault(host, asyncio.Lock())


class Turn:
    """One page's turn, from before its first byte until the next stage has room for it: bodies do not pile up."""

    def __init__(self, turns: Turns, host: str, url: str, manners: Manners | None) -> None:
        self._turns = turns
        self._host = host
        self._url = url
        self._manners = manners
        self._held: list[asyncio.Semaphore | asyncio.Lock] = []

    async def __aenter__(self) -> Self:
        await self._go(self._host, self._url)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._give_back()

    async def move(self, url: str) -> None:
        """Give back what is held, and wait for a turn at the host of `url`, where a redirect leads."""
        await self._go(host_of(url), url)

    async def _go(self, host: str, url: str) -> None:
        """Wait for a turn.

        The host's own turn comes first, then its pace, then room in all: pages that queue up for a host that hangs, or
        is slow, take no room from other hosts, and who waits for a host holds no other.
        """
        self._give_back()
        try:
            await self._take(host, url)
        except BaseException:
            self._give_back()
            raise

    def off_the_wire(self) -> None:
        """Let others on the wire: the body has come, and only waits for the next stage."""
        if self._turns.wire in self._held:
            self._held.remove(self._turns.wire)
            self._turns.wire.release()

    async def _take(self, host: str, url: str) -> None:
        turns = self._turns
        await self._hold(turns.of_host(host))
        if host == THIS_MACHINE:
            return
        if self._manners is not None and (learn := self._manners(url)):
            async with turns.wire:
                await learn()
        if turns.hosts.left_alone(host) is None:  # else it is not asked, and nobody waits
            if turns.hosts.pace.is_slowed(host):
                await self._hold(turns.alone(host))
            await turns.hosts.pace.wait(host, turns.hosts.time.left(host))
        await self._hold(turns.bodies)
        await self._hold(turns.wire)

    async def _hold(self, lock: asyncio.Semaphore | asyncio.Lock) -> None:
        await lock.acquire()
        self._held.append(lock)

    def _give_back(self) -> None:
        while self._held:
            self._held.pop().release()


class Lanes:
    """The jobs that wait for each host, and the few tasks that work through them, as many as the host has turns."""

    def __init__(self, at_once: Callable[[str], int], tasks: asyncio.TaskGroup) -> None:
        self._at_once = at_once
        self._tasks = tasks
        self._lanes: dict[str, _Lane] = {}

    def add(self, host: str, job: Job) -> None:
        """Have `job` done when those before it at `host` are under way."""
        lane = self._lanes.setdefault(host, _Lane())
        lane.waiting.append(job)
        if lane.workers < self._at_once(host):
            lane.workers += 1
            self._tasks.create_task(self._work_through(lane))

    async def _work_through(self, lane: "_Lane") -> None:
        while lane.waiting:
            await lane.waiting.popleft()()
        lane.workers -= 1


@dataclass(slots=True)
class _Lane:
    waiting: deque[Job] = field(default_factory=deque)
    workers: int = 0
