"""Visits: one page each, once a run, whether it stands on a server or on this machine."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from pipeline.clock import Clock
from pipeline.fetch.addresses import host_of
from pipeline.fetch.captures import Answer, page_of
from pipeline.fetch.client import Client
from pipeline.fetch.hosts import THIS_MACHINE, Turns
from pipeline.fetch.local_files import read_file
from pipeline.fetch.page_robots import asked_to_leave
from pipeline.records import FetchedPage, Known, Problem, Target
from pipeline.urls import page_key

Use: TypeAlias = Callable[[FetchedPage], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Visit:
    """A page to get: from `path` where that is set; without asking anybody where `problem` is."""

    target: Target
    path: Path | None = None
    problem: Problem | None = None
    obey_robots: bool = True
    obey_page: bool = False
    """Whether a page that asks not to be kept is left out."""
    any_type: bool = False
    """Whether it may be of a type that no page has: a zipped sitemap is."""
    known: Known | None = None
    """What is known of it from earlier runs."""

    @property
    def host(self) -> str:
        """Who is asked for it."""
        return THIS_MACHINE if self.path or self.problem else host_of(self.target.url)


class Visitor:
    """Makes visits, and remembers which pages had theirs."""

    def __init__(self, client: Client, turns: Turns, clock: Clock, limit: int) -> None:
        self._client = client
        self._turns = turns
        self._clock = clock
        self._limit = limit
        self._visited: set[str] = set()

    def claim(self, url: str) -> bool:
        """Whether `url` is still to be fetched in this run; from now on it is not."""
        new = not self.knows(url)
        self._visited.add(page_key(url))
        return new

    def knows(self, url: str) -> bool:
        """Whether `url` was or will be fetched in this run."""
        return page_key(url) in self._visited

    async def visit(self, visit: Visit, use: Use) -> None:
        """Get the page and pass it to `use`. The turn ends after that, so that bodies do not pile up."""
        async with self._turns.turn(visit.host):
            answer = await self._answer(visit)
            self._visited.add(page_key(answer.url))
            await use(page_of(visit.target, answer, self._clock.now()))

    async def sitemaps(self, url: str, source: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of the host of `url` names."""
        return await self._client.sitemaps(url, source)

    async def _answer(self, visit: Visit) -> Answer:
        url = visit.target.url
        if visit.problem is not None:
            return Answer(url, failure=visit.problem)
        if visit.path is not None:
            return read_file(visit.path, url, self._limit)
        answer = await self._client.get(
            url,
            visit.target.source,
            obey_robots=visit.obey_robots,
            known=visit.known,
            any_type=visit.any_type,
        )
        refused = asked_to_leave(answer.page_robots) if visit.obey_page else None
        return replace(answer, body=b"", failure=refused, exchanges=()) if refused else answer
