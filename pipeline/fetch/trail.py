"""What leads to the pages of one source: start pages, feeds and sitemaps are read, and the links on them kept.

start pages ─┬─▶ links that match `follow`
             ├─▶ the next page of a listing ─▶ start pages
             └─▶ feeds that they announce ─▶ feeds
feeds ─▶ entries
sitemaps ─▶ entries, and further sitemaps ─▶ sitemaps
"""

import asyncio
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from pipeline.fetch.addresses import is_web, untracked
from pipeline.fetch.due import Frontier
from pipeline.fetch.finding import MOST_SITEMAPS, Leads, leads_of
from pipeline.fetch.places import Places
from pipeline.fetch.readers import Readers
from pipeline.fetch.room import Room
from pipeline.fetch.spool import Part, Spool
from pipeline.fetch.turns import Lanes
from pipeline.fetch.visits import Use, Visit, Visitor, visit_each
from pipeline.records import FetchedPage, Found, Link, Role
from pipeline.urls import page_key

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


class Trail:
    """The start pages, feeds and sitemaps of one source; each is read once, and goes to `use` as a page does."""

    def __init__(self, places: Places, means: Means, room: Room, spool: Spool) -> None:
        self._places = places
        self._source = source = places.source
        self._means = means
        self._room = room
        self._spool = spool
        # Whoever changes a source wants its start pages read anew, changed or not. In ASCII: a place may be no text.
        self._rules = hashlib.sha256(json.dumps(source.model_dump()).encode()).hexdigest()[:16]
        self._follow = [re.compile(pattern) for pattern in source.follow]
        self._read: set[str] = set()
        self._sitemaps = 0
        self._announced: list[str] = []

    def follows(self, link: Link) -> bool:
        """Whether a link is one that leads to stories, by the patterns of the source."""
        return any(pattern.search(link.url) for pattern in self._follow)

    async def links(self) -> Iterator[Link]:
        """Where all of them lead: feeds first, which have the newest."""
        async with asyncio.TaskGroup() as tasks:
            linked = tasks.create_task(self._links_from(self._places.start_pages()))
            listed = tasks.create_task(self._links_from(self._places.sitemaps()))
            entries = tasks.create_task(self._links_from(self._places.feeds()))
        announced = await self._links_from_announced() if self._source.discover else []
        return chain(entries.result(), linked.result(), announced, listed.result())

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
        sitemaps = [
            url for place in hosts for url in await self._means.visitor.sitemaps(place, self._places.name)
        ]
        self._means.readers.announced(self._announced)
        # As links, never as places: what a server names must not lead to a file of this machine.
        links = await self._links_from([self._places.linked(Link(url), Role.FEED) for url in self._announced])
        self._means.readers.discovered(self._source)
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

        await visit_each(noted(), partial(self._means.readers.visit, use=use), self._means.lanes)
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
                        self._room.sitemaps.add(url)
            if not again:
                known = self._means.frontier.known(self._places.name, url)
                if known is not None and known.rules == self._rules:
                    visit = replace(visit, known=known)  # noqa: PLW2901 - the same visit, better prepared
                yield visit if role is Role.START else replace(visit, any_type=True)

    def _begins(self, visit: Visit) -> bool:
        """Whether a start page is still to be read: by anybody, or by this source where several read it."""
        url = visit.target.url
        if not self._means.readers.are_several(url):
            return any(self._room.admit([visit]))
        is_new = page_key(url) not in self._read
        if is_new:
            self._read.add(page_key(url))
            self._room.take(url)
        return is_new

    def _ends_with(self, links: Sequence[Link]) -> bool:
        """Whether nothing new is behind the page of a listing that leads to `links`; without any, that is not known."""
        if not links:
            return not self._follow
        return all(self._means.frontier.known(self._places.name, link.url) for link in links)

    async def _leads_of(self, page: FetchedPage) -> Leads:
        """Tell where a start page, a feed or a sitemap leads, and hand it on with that."""
        capture = page.capture
        if capture.failure is not None or capture.unchanged:
            await self._means.use(page)
            return Leads()
        leads = Leads()
        if capture.role is not Role.START or self._source.follow or self._source.discover:
            leads = await asyncio.to_thread(leads_of, page, self._source.follow)
        if capture.role is Role.START and leads.further and self._ends_with(leads.links):
            leads = replace(leads, further=())  # what stands behind it is older still
        if capture.role is Role.FEED and self._follow and capture.url in self._announced:
            leads = replace(leads, links=tuple(filter(self.follows, leads.links)))
        self._means.readers.follow(capture.url, leads.further)
        self._announced += map(untracked, leads.feeds)
        if leads.older:
            self._room.older[capture.url] += leads.older
        if leads.problem is not None:
            failed = replace(capture, failure=leads.problem, size=0, digest=None)
            page = replace(page, capture=failed, body=b"")
        # What leads to more than pages has to be read whole every time: it may rest while those change.
        leads_further = (capture.role is Role.SITEMAP and leads.further) or (
            self._source.discover and leads.feeds
        )
        rules = READ_WHOLE if leads_further else self._rules
        await self._means.use(replace(page, found=Found(rules, leads.links)))
        return leads


@dataclass(frozen=True, slots=True)
class _Led:
    """Where one start page, feed or sitemap leads: its links are in the spool."""

    role: Role
    links: Part
    further: tuple[str, ...]
