"""The stage as the rest of the product sees it: sources in, pages out, one iterator."""

import asyncio
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING

from pipeline.config import FetchSettings, Source
from pipeline.fetch.captures import Answer, page_of
from pipeline.fetch.due import Frontier, Nothing
from pipeline.fetch.manners.budgets import Time
from pipeline.fetch.manners.hosts import Hosts, Pace, Reach
from pipeline.fetch.readers import Readers
from pipeline.fetch.stream import Put, stream
from pipeline.fetch.trail import Means
from pipeline.fetch.turns import MOST_READY, Lanes, Turns
from pipeline.fetch.visits import Visitor
from pipeline.fetch.walk import Walk
from pipeline.fetch.world import World
from pipeline.records import FetchedPage, Target

if TYPE_CHECKING:
    from pipeline.fetch.http.client import Client

_OTHER_THREADS = 4
"""For reading feeds and the frontier, beside one for each connection that may look a name up."""

NOTHING_KNOWN = Nothing()
THE_REAL_ONE = World()


def fetch_pages(
    sources: Mapping[str, Source],
    settings: FetchSettings,
    *,
    world: World = THE_REAL_ONE,
    frontier: Frontier = NOTHING_KNOWN,
    before_waiting: Callable[[], None] = lambda: None,
) -> Generator[FetchedPage]:
    """Yield one record for everything that the sources ask for, as it arrives: pages, feeds, sitemaps, robots.txt.

    A page that cannot be got is a record with `capture.failure` and an empty body; only bugs raise. Fetching
    goes on in a thread of its own while the caller works, and waits when the caller is slow. Close the
    generator (`contextlib.closing`) to stop early: what is under way is cancelled, connections and thread end.
    `before_waiting` is called, in the caller's thread, when the next record is not there yet.
    """
    clock = world.clock

    async def produce(put: Put[FetchedPage]) -> None:
        # A look-up holds its thread until the system gives up, also when nobody waits for it any more.
        asyncio.get_running_loop().set_default_executor(
            ThreadPoolExecutor(settings.connections + _OTHER_THREADS, thread_name_prefix="asyncio")
        )
        time = Time(60 * settings.host_minutes, 60 * settings.run_minutes, clock)
        hosts = Hosts(Pace(settings, clock), time, Reach())

        async def keep(target: Target, answer: Answer) -> None:
            await put(page_of(target, answer, clock.now()))

        @cache
        def client() -> "Client":
            from pipeline.fetch.http.client import Client  # noqa: PLC0415 - takes longer than a run over local files

            return Client(settings, world, hosts, keep, frontier.robots)

        turns = Turns(settings.connections, settings.connections_per_host, hosts)
        visitor = Visitor(client, turns, clock, settings)
        readers = Readers(visitor, sources)
        try:
            async with asyncio.TaskGroup() as tasks:
                means = Means(visitor, readers, Lanes(turns.at_once, tasks), put, frontier)
                for name, source in sources.items():
                    tasks.create_task(Walk(name, source, means).run())
        finally:
            if client.cache_info().currsize:
                await client().close()

    return stream(produce, room=min(settings.connections, MOST_READY), before_waiting=before_waiting)
