"""The order of work for one source: its start pages and feeds, then what they lead to that is new or due again.

pages ─▶ start pages ─┬───────────────────────────────────────────────────────▶ use
                      └─▶ links that match `follow` ─┐
feeds ─▶ entries ────────────────────────────────────┤
sitemaps ─▶ entries, and further sitemaps ───────────┴─▶ not seen yet, up to `max_pages` ─▶ use
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from pipeline.config import Source
from pipeline.fetch.addresses import is_file, is_web, untracked
from pipeline.fetch.due import Frontier
from pipeline.fetch.feeds import read_feed
from pipeline.fetch.links import Link, find_links
from pipeline.fetch.local_files import PathRefused, file_path, pages_in
from pipeline.fetch.saved_site import SavedSite
from pipeline.fetch.sitemaps import MOST_SITEMAPS, Sitemap, read_sitemap
from pipeline.fetch.visits import Use, Visit, Visitor
from pipeline.records import FetchedPage, Problem, Reason, Target
from pipeline.urls import page_key

MOST_WAITING = 1000
"""Visits of one source that may wait for their turn; further ones are not planned before one is done."""

ReadLinks: TypeAlias = Callable[[FetchedPage], Awaitable[tuple[Link, ...]]]


class Walk:
    """One source, from its start pages to the last page that is fetched for it."""

    def __init__(self, name: str, source: Source, visitor: Visitor, use: Use, frontier: Frontier) -> None:
        self._name = name
        self._source = source
        self._visitor = visitor
        self._use = use
        self._frontier = frontier
        self._site = SavedSite.of(source)
        self._admitted = 0
        self._left_out: dict[str, str] = {}

    async def run(self) -> None:
        """Fetch all that the source asks for; every page goes to `use`, fetched or failed."""
        async with asyncio.TaskGroup() as tasks:
            linked = tasks.create_task(self._links_from(self._admit(self._start_pages()), self._read_page))
            listed = tasks.create_task(self._links_from_sitemaps())
            entries = tasks.create_task(
                self._links_from(map(self._to_place, self._source.feeds), self._read_feed)
            )
        again = (Link(url, title) for url, title in self._frontier.due(self._name))
        found = map(self._to_link, chain(entries.result(), linked.result(), listed.result(), again))
        await self._visit_each(self._admit(filter(None, map(self._if_due, found))), self._use)
        await self._visit_each(self._over_limit(), self._use)

    # what to visit

    def _start_pages(self) -> Iterator[Visit]:
        for place in self._source.pages:
            start = self._to_place(place)
            if start.path is None:
                yield start
            else:
                yield from map(self._to_saved, pages_in(start.path))

    def _to_place(self, place: str) -> Visit:
        """The visit of a place as config.toml and the command line write it: a URL or a path."""
        if is_web(place):
            return self._to_link(Link(place.partition("#")[0]))
        try:
            return self._to_saved(file_path(place) if is_file(place) else Path(place))
        except PathRefused as refused:
            return Visit(Target(self._name, place), problem=refused.problem)

    def _to_saved(self, found: Path | Problem) -> Visit:
        if isinstance(found, Problem):
            return Visit(Target(self._name, Path(found.where).absolute().as_uri()), problem=found)
        return Visit(Target(self._name, self._site.url_of(found)), found)

    def _to_link(self, link: Link) -> Visit:
        target = Target(self._name, untracked(link.url), link.text)
        if not self._site.holds(link.url):
            return Visit(target, obey_robots=self._source.robots, obey_page=self._source.page_robots)
        try:
            path = self._site.path_of(link.url)
        except PathRefused as refused:
            return Visit(target, problem=refused.problem)
        return Visit(replace(target, url=self._site.url_of(path)), path)

    def _if_due(self, visit: Visit) -> Visit | None:
        """The visit of a page that is new or due again, with what is known of it."""
        if visit.path is not None or visit.problem is not None:
            return visit
        known = self._frontier.known(self._name, visit.target.url)
        return None if known and not known.due else replace(visit, known=known)

    # how many

    def _admit(self, visits: Iterable[Visit]) -> Iterator[Visit]:
        """Those that nobody made in this run, as long as the source has room for them."""
        for visit in visits:
            url = visit.target.url
            if self._admitted < self._source.max_pages:
                if self._visitor.claim(url):
                    self._admitted += 1
                    yield visit
            elif not self._visitor.knows(url):
                self._left_out.setdefault(page_key(url), url)

    def _over_limit(self) -> Iterator[Visit]:
        """One record for all that was left out, under the URL of the first."""
        if not self._left_out:
            return
        count, limit = len(self._left_out), self._source.max_pages
        detail = f"{count} page{'s' * (count > 1)} left out; `max_pages` is {limit}"
        first = next(iter(self._left_out.values()))
        yield Visit(Target(self._name, first), problem=Problem(Reason.OVER_PAGE_LIMIT, detail, first, count))

    # visiting

    async def _visit_each(self, visits: Iterable[Visit], use: Use) -> None:
        waiting = asyncio.Semaphore(MOST_WAITING)
        async with asyncio.TaskGroup() as tasks:
            for visit in visits:
                await waiting.acquire()
                task = tasks.create_task(self._visitor.visit(visit, use))
                task.add_done_callback(lambda _: waiting.release())

    async def _links_from(self, visits: Iterable[Visit], read: ReadLinks) -> list[Link]:
        """The links that `read` finds, in the order of `visits`, whichever page arrives first."""
        found: dict[str, tuple[Link, ...]] = {}

        def noted() -> Iterator[Visit]:
            for visit in visits:
                found[visit.target.url] = ()
                yield visit

        async def use(page: FetchedPage) -> None:
            found[page.capture.url] = await read(page)

        await self._visit_each(noted(), use)
        return list(chain.from_iterable(found.values()))

    async def _links_from_sitemaps(self) -> list[Link]:
        """The pages that the source's sitemaps list, and those that they lead to."""
        read: set[str] = set()
        waiting = [replace(self._to_place(place), any_type=True) for place in self._source.sitemaps]
        links: list[Link] = []
        while waiting and len(read) < MOST_SITEMAPS:
            now = waiting[: MOST_SITEMAPS - len(read)]
            further: list[str] = []
            read |= {page_key(visit.target.url) for visit in now}

            async def read_one(page: FetchedPage, further: list[str] = further) -> tuple[Link, ...]:
                sitemap = await self._read_sitemap(page)
                further += sitemap.further
                return sitemap.pages

            links += await self._links_from(now, read_one)
            new = {page_key(url): url for url in further if page_key(url) not in read}
            waiting = [replace(self._to_link(Link(url)), any_type=True) for url in new.values()]
        return links

    async def _read_sitemap(self, page: FetchedPage) -> Sitemap:
        """Tell what a sitemap lists. It is handed on only where something is wrong with it."""
        capture = page.capture
        if capture.failure is not None:
            await self._use(page)
            return Sitemap()
        sitemap, problem = await asyncio.to_thread(
            read_sitemap, page.body, capture.final_url, self._source.follow
        )
        if problem is not None:
            await self._use(FetchedPage(replace(capture, failure=problem, size=0, digest=None)))
        return sitemap

    async def _read_page(self, page: FetchedPage) -> tuple[Link, ...]:
        """Hand a start page on; tell which of its links to follow."""
        await self._use(page)
        capture = page.capture
        if capture.failure is not None or not self._source.follow:
            return ()
        return await asyncio.to_thread(
            find_links, page.body, capture.final_url, capture.content_type, self._source.follow
        )

    async def _read_feed(self, page: FetchedPage) -> tuple[Link, ...]:
        """Tell where a feed leads. It is no page itself: it is handed on only where something is wrong with it."""
        capture = page.capture
        if capture.failure is not None:
            await self._use(page)
            return ()
        links, problem = await asyncio.to_thread(
            read_feed, page.body, capture.final_url, capture.content_type
        )
        if problem is not None:
            await self._use(FetchedPage(replace(capture, failure=problem, size=0, digest=None)))
        return links
