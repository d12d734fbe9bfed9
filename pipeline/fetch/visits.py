"""Visits: one page each, once a run, whether it stands on a server or on this machine."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from pipeline.clock import Clock
from pipeline.config import FetchSettings
from pipeline.fetch.addresses import host_of
from pipeline.fetch.captures import Answer, page_of, unpack
from pipeline.fetch.manners.page_robots import asked_to_leave, page_robots
from pipeline.fetch.manners.robots import product_token
from pipeline.fetch.saved.local_files import read_file
from pipeline.fetch.seen import Seen
from pipeline.fetch.turns import THIS_MACHINE, Job, Lanes, Manners, Turn, Turns
from pipeline.records import FetchedPage, Known, Problem, Target

if TYPE_CHECKING:
    from pipeline.fetch.http.client import Client

MOST_UNPACKED = 4
"""Pages that are unpacked and not handed on yet."""
MOST_WAITING = 500
"""Visits of one source that may wait for their turn; further ones are not planned before one is done."""
_AT_ONCE = 50
"""Visits that are planned before others have their turn: hundreds of thousands would hold up every page."""

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
    """Makes visits, and remembers which pages had theirs. `client` gives the one of the run."""

    def __init__(
        self, client: Callable[[], "Client"], turns: Turns, clock: Clock, settings: FetchSettings
    ) -> None:
        self._client = client
        self._turns = turns
        self._clock = clock
        self._limit = settings.max_body_bytes
        self._agent = product_token(settings.user_agent)
        self._seen = Seen()
        # A page that waits for the next stage is five times as large unpacked.
        self._unpacking = asyncio.Semaphore(MOST_UNPACKED)

    def claim(self, url: str) -> bool:
        """Whether `url` is still to be fetched in this run; from now on it is not."""
        return self._seen.add(url)

    def knows(self, url: str) -> bool:
        """Whether `url` was or will be fetched in this run."""
        return url in self._seen

    async def visit(self, visit: Visit, use: Use) -> None:
        """Get the page and pass it to `use`. The turn ends after that, so that bodies do not pile up."""
        async with self._turns.turn(visit.host, visit.target.url, self._manners(visit)) as turn:
            answer = await self._answer(visit, turn)
            turn.off_the_wire()
            came_at = self._clock.now()
            self._seen.add(answer.url)
            async with self._unpacking:
                self._open(answer, visit)
                await use(page_of(visit.target, answer, came_at))

    async def sitemaps(self, url: str, source: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of the host of `url` names."""
        return await self._client().sitemaps(url, source)

    def _manners(self, visit: Visit) -> Manners | None:
        if visit.path or visit.problem or not visit.obey_robots:
            return None
        return partial(self._client().manners, source=visit.target.source)

    async def _answer(self, visit: Visit, turn: Turn) -> Answer:
        url = visit.target.url
        if visit.problem is not None:
            return Answer(url, failure=visit.problem)
        if visit.path is not None:
            return read_file(visit.path, url, self._limit)
        return await self._client().get(
            url,
            visit.target.source,
            obey_robots=visit.obey_robots,
            known=visit.known,
            any_type=visit.any_type,
            move=turn.move,
        )

    def _open(self, answer: Answer, visit: Visit) -> None:
        """Unpack the body and note what it says to robots; where that is heeded, nothing else of it is left."""
        unpack(answer, self._limit)
        if answer.failure is not None or not answer.exchanges:
            return
        headers = answer.exchanges[-1].all_of(b"x-robots-tag")
        answer.page_robots = page_robots(headers, answer.body, self._agent)
        if visit.obey_page and (refused := asked_to_leave(answer.page_robots)):
            answer.body, answer.exchanges, answer.failure = b"", (), refused


async def visit_each(
    visits: Iterable[Visit | None], make: Callable[[Visit], Awaitable[None]], lanes: Lanes
) -> None:
    """Make `visits`, those to one host one after the other; None stands for what was looked at and is not visited."""
    room = asyncio.Semaphore(MOST_WAITING)
    for number, visit in enumerate(visits):
        if number % _AT_ONCE == 0:
            await asyncio.sleep(0)
        if visit is None:
            continue
        await room.acquire()
        lanes.add(visit.host, partial(_made, partial(make, visit), room))
    for _ in range(MOST_WAITING):  # all of the room is there when the last of them has ended
        await room.acquire()


async def _made(visit: Job, room: asyncio.Semaphore) -> None:
    await visit()
    room.release()
