"""The order of work for one source: what leads to pages, then the pages that are new or due again.

pages ─▶ start pages ─┬─▶ links that match `follow` ───┐
                      ├─▶ the next page of a listing    │
                      └─▶ feeds that they announce ─┐   │
feeds ─▶ entries ◀──────────────────────────────────┘───┤
sitemaps ─▶ entries, and further sitemaps ──────────────┴─▶ new or due, up to `max_pages` ─▶ use
"""

import asyncio
import hashlib
import json
import re
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TypeAlias

from pipeline.config import Source
from pipeline.fetch.addresses import is_web, untracked
from pipeline.fetch.due import Frontier
from pipeline.fetch.finding import MOST_SITEMAPS, Leads, leads_of
from pipeline.fetch.left_out import LeftOut
from pipeline.fetch.places import Places
from pipeline.fetch.readers import Readers
from pipeline.fetch.spool import Part, Spool
from pipeline.fetch.turns import Job, Lanes, UnderWay
from pipeline.fetch.visits import Use, Visit, Visitor
from pipeline.records import Due, FetchedPage, Found, Link, Role
from pipeline.urls import page_key

MOST_WAITING = 500
"""Visits of one source that may wait for their turn; further ones are not planned before one is done."""

_AT_ONCE = 50
"""Links that are looked through before others have their turn: hundreds of thousands would hold up every page."""

MakeVisit: TypeAlias = Callable[[Visit, Use], Awaitable[None]]

READ_WHOLE = ""
"""Stands for the rules of what is not to be asked for conditionally the next time."""


@dataclass(frozen=True, slots=True)
class Means:
    """What the sources of a run share: who makes their visits, where these wait, and what becomes of the pages."""

    visitor: Visitor
    readers: Readers
    lanes: Lanes
    use: Use
    frontier: Frontier


class Walk:
    """One source, from its start pages to the last page that is fetched for it."""

    def __init__(self, name: str, source: Source, means: Means) -> None:
        self._name = name
        self._source = source
        self._visitor = means.visitor
        self._readers = means.readers
        self._lanes = means.lanes
        self._use = means.use
        self._frontier = means.frontier
        self._places = Places(name, source)
        # Whoever changes a source wants its start pages read anew, changed or not.
        self._rules = _digest(source)
        self._follow = [re.compile(pattern) for pattern in source.follow]
        self._spool = Spool()
        self._admitted = 0
        self._left_out = LeftOut(name, source.max_pages)
        self._read: set[str] = set()
        self._sitemaps = 0
        self._announced: list[str] = []

    async def run(self) -> None:
        """Fetch all that the source asks for; every page goes to `use`, fetched or failed."""
        with self._spool:
            visit = self._visitor.visit
            await self._visit_each(self._admit(await self._wanted()), visit, self._use)
            await self._visit_each(self._left_out.told(), visit, self._use)

    async def _wanted(self) -> Iterator[Visit | None]:
        """Pages that something led to, then those of earlier runs; None for each that is neither new nor due."""
        async with asyncio.TaskGroup() as tasks:
            linked = tasks.create_task(self._links_from(self._places.start_pages()))
            listed = tasks.create_task(self._links_from(self._places.sitemaps()))
            entries = tasks.create_task(self._links_from(self._places.feeds()))
        announced = await self._links_from_announced() if self._source.discover else []
        found = chain(entries.result(), linked.result(), announced, listed.result())
        again = (due.link for due in self._frontier.due(self._name) if self._still_wanted(due))
        return chain(self._with_room_for_new(found), self._visits(again))

    def _with_room_for_new(self, links: Iterable[Link]) -> Iterator[Visit | None]:
        """Visits of the links; of pages that were asked for before only as many as leave half of the room, first.

        The others come behind all that is new. Else a sitemap with more pages than there is room for would have its
        first ones asked for every night, and the rest never.
        """
        room = (self._source.max_pages + 1) // 2
        later: list[Part] = []
        for link in links:
            visit = self._if_due(self._places.linked(link))
            if visit is not None and visit.known and visit.known.asked:
                if not room:
                    later.append(self._spool.add([link]))
                    continue
                room -= not self._visitor.knows(visit.target.url)
            yield visit
        yield from self._visits(chain.from_iterable(map(self._spool.read, later)))

    def _visits(self, links: Iterable[Link]) -> Iterator[Visit | None]:
        return (self._if_due(self._places.linked(link)) for link in links)

    # what to visit

    def _if_due(self, visit: Visit) -> Visit | None:
        """The visit of a page that is new or due again, with what is known of it."""
        if visit.path is not None or visit.problem is not None:
            return visit
        known = self._frontier.known(self._name, visit.target.url)
        return None if known and not known.due else replace(visit, known=known)

    def _still_wanted(self, due: Due) -> bool:
        """Whether the source as it is now would find the page: a pattern that found too much may be mended."""
        match due.found_on:
            case None:
                return True
            case Role.FEED:
                return bool(self._source.feeds or self._source.discover)
            case Role.SITEMAP if not self._follow:
                return bool(self._source.sitemaps or self._source.discover)
            case _:
                return self._follows(due.link)

    def _follows(self, link: Link) -> bool:
        return any(pattern.search(link.url) for pattern in self._follow)

    # how many

    def _admit(self, visits: Iterable[Visit | None]) -> Iterator[Visit | None]:
        """Those that nobody made in this run, as long as the source has room for them; None for each of the others."""
        for visit in visits:
            if visit is None:
                yield None
                continue
            url = visit.target.url
            if self._admitted < self._source.max_pages:
                if self._visitor.claim(url):
                    self._admitted += 1
                    yield visit
                    continue
            elif not self._visitor.knows(url):
                self._left_out.pages.add(url)
            yield None

    # visiting

    async def _visit_each(self, visits: Iterable[Visit | None], make: MakeVisit, use: Use) -> None:
        under_way = UnderWay(MOST_WAITING)
        for number, visit in enumerate(visits):
            if number % _AT_ONCE == 0:
                await asyncio.sleep(0)
            if visit is None:
                continue
            await under_way.begin()
            self._lanes.add(visit.host, partial(_made, partial(make, visit, use), under_way))
        await under_way.all_ended()

    # what leads to pages

    async def _links_from(self, visits: Iterable[Visit]) -> Iterator[Link]:
        """The links of start pages, feeds or sitemaps, and of those that they lead to, in their order."""
        parts: list[Part] = []
        for depth in range(1 + max(self._source.next_pages, MOST_SITEMAPS)):
            found = await self._led_from(self._to_read(visits, depth))
            parts += (led.links for led in found)
            visits = [self._places.linked(Link(url), led.role) for led in found for url in led.further]
            if not visits:
                break
        return chain.from_iterable(map(self._spool.read, parts))

    async def _links_from_announced(self) -> Iterator[Link]:
        """Those of the feeds that the start pages announce, and of the sitemaps that robots.txt names."""
        hosts = [place for place in self._source.pages if is_web(place)]
        sitemaps = [url for place in hosts for url in await self._visitor.sitemaps(place, self._name)]
        self._readers.announced(self._announced)
        # As links, never as places: what a server names must not lead to a file of this machine.
        links = await self._links_from([self._places.linked(Link(url), Role.FEED) for url in self._announced])
        self._readers.discovered(self._source)
        listed = await self._links_from([self._places.linked(Link(url), Role.SITEMAP) for url in sitemaps])
        return chain(links, listed)

    async def _led_from(self, visits: Iterable[Visit]) -> list["_Led"]:
        """Where those of `visits` lead that lead anywhere, in their order, whichever page arrives first."""
        order: dict[str, int] = {}
        found: dict[str, _Led] = {}

        def noted() -> Iterator[Visit]:
            for visit in visits:
                order.setdefault(visit.target.url, len(order))
                yield visit

        async def use(page: FetchedPage) -> None:
            leads = await self._leads_of(page)
            if leads.links or leads.further:
                links = self._spool.add(leads.links)
                found[page.capture.url] = _Led(page.capture.role, links, leads.further)

        await self._visit_each(noted(), self._readers.visit, use)
        return [found[url] for url in sorted(found, key=order.__getitem__)]

    def _to_read(self, visits: Iterable[Visit], depth: int) -> Iterator[Visit]:
        """Those that were not read yet and are not too many, with the marks of their last state."""
        for visit in visits:
            url, role = visit.target.url, visit.target.role
            if role is Role.START:
                again = depth > self._source.next_pages or not self._begins(visit)
            else:
                again = page_key(url) in self._read
                self._read.add(page_key(url))
                if role is Role.SITEMAP and not again:
                    again = self._sitemaps >= MOST_SITEMAPS
                    self._sitemaps += 1
                    if again:
                        self._left_out.sitemaps.add(url)
            if not again:
                known = self._frontier.known(self._name, url)
                if known is not None and known.rules == self._rules:
                    visit = replace(visit, known=known)  # noqa: PLW2901 - the same visit, better prepared
                yield visit if role is Role.START else replace(visit, any_type=True)

    def _begins(self, visit: Visit) -> bool:
        """Whether a start page is still to be read: by anybody, or by this source where several read it."""
        url = visit.target.url
        if not self._readers.are_several(url):
            return any(self._admit([visit]))
        is_new = page_key(url) not in self._read
        self._read.add(page_key(url))
        self._visitor.claim(url)
        self._admitted += is_new
        return is_new

    def _ends_with(self, links: Sequence[Link]) -> bool:
        """Whether nothing new is behind the page of a listing that leads to `links`; without any, that is not known."""
        if not links:
            return not self._follow
        return all(self._frontier.known(self._name, link.url) for link in links)

    async def _leads_of(self, page: FetchedPage) -> Leads:
        """Tell where a start page, a feed or a sitemap leads, and hand it on with that."""
        capture = page.capture
        if capture.failure is not None or capture.unchanged:
            await self._use(page)
            return Leads()
        leads = Leads()
        if capture.role is not Role.START or self._source.follow or self._source.discover:
            leads = await asyncio.to_thread(leads_of, page, self._source.follow)
        if capture.role is Role.START and leads.further and self._ends_with(leads.links):
            leads = replace(leads, further=())  # what stands behind it is older still
        if capture.role is Role.FEED and self._follow and capture.url in self._announced:
            leads = replace(leads, links=tuple(filter(self._follows, leads.links)))
        self._readers.follow(capture.url, leads.further)
        self._announced += map(untracked, leads.feeds)
        if leads.older:
            self._left_out.older[capture.url] += leads.older
        if leads.problem is not None:
            failed = replace(capture, failure=leads.problem, size=0, digest=None)
            page = replace(page, capture=failed, body=b"")
        # What leads to more than pages has to be read whole every time: it may rest while those change.
        leads_further = (capture.role is Role.SITEMAP and leads.further) or (
            self._source.discover and leads.feeds
        )
        rules = READ_WHOLE if leads_further else self._rules
        await self._use(replace(page, found=Found(rules, leads.links)))
        return leads


async def _made(visit: Job, under_way: UnderWay) -> None:
    await visit()
    under_way.end()


@dataclass(frozen=True, slots=True)
class _Led:
    """Where one start page, feed or sitemap leads: its links are in the spool."""

    role: Role
    links: Part
    further: tuple[str, ...]


def _digest(source: Source) -> str:
    """The same for a source whose options are the same; JSON in ASCII, since a place may be no valid text."""
    return hashlib.sha256(json.dumps(source.model_dump()).encode()).hexdigest()[:16]
