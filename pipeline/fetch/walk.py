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
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from pipeline.config import Source
from pipeline.fetch.addresses import is_file, is_web, untracked
from pipeline.fetch.due import Frontier
from pipeline.fetch.finding import MOST_SITEMAPS, Leads, leads_of
from pipeline.fetch.local_files import PathRefused, file_path, pages_in
from pipeline.fetch.saved_site import SavedSite
from pipeline.fetch.visits import Use, Visit, Visitor
from pipeline.records import Due, FetchedPage, Found, Link, Problem, Reason, Role, Target
from pipeline.urls import page_key

MOST_WAITING = 1000
"""Visits of one source that may wait for their turn; further ones are not planned before one is done."""

READ_WHOLE = ""
"""Stands for the rules of what is not to be asked for conditionally the next time."""


class Walk:
    """One source, from its start pages to the last page that is fetched for it."""

    def __init__(self, name: str, source: Source, visitor: Visitor, use: Use, frontier: Frontier) -> None:
        self._name = name
        self._source = source
        self._visitor = visitor
        self._use = use
        self._frontier = frontier
        self._site = SavedSite.of(source)
        # Whoever changes a source wants its start pages read anew, changed or not.
        self._rules = _digest(source)
        self._follow = [re.compile(pattern) for pattern in source.follow]
        self._admitted = 0
        self._left_out: dict[str, str] = {}
        self._unread: list[str] = []
        """Sitemaps beyond those that are read in one run."""
        self._read: set[str] = set()
        self._sitemaps = 0
        self._announced: list[str] = []

    async def run(self) -> None:
        """Fetch all that the source asks for; every page goes to `use`, fetched or failed."""
        async with asyncio.TaskGroup() as tasks:
            linked = tasks.create_task(self._links_from(self._start_pages()))
            listed = tasks.create_task(self._links_from(self._places(self._source.sitemaps, Role.SITEMAP)))
            entries = tasks.create_task(self._links_from(self._places(self._source.feeds, Role.FEED)))
        announced = await self._links_from_announced() if self._source.discover else []
        again = (due.link for due in self._frontier.due(self._name) if self._still_wanted(due))
        found = chain(entries.result(), linked.result(), announced, listed.result(), again)
        visits = filter(None, (self._if_due(self._to_link(link)) for link in found))
        await self._visit_each(self._admit(visits), self._use)
        await self._visit_each(self._over_limit(), self._use)

    # what to visit

    def _start_pages(self) -> Iterator[Visit]:
        for place in self._source.pages:
            start = self._to_place(place, Role.START)
            if start.path is None:
                yield start
            else:
                yield from (self._to_saved(found, Role.START) for found in pages_in(start.path))

    def _places(self, places: Iterable[str], role: Role) -> Iterator[Visit]:
        return (self._to_place(place, role) for place in places)

    def _to_place(self, place: str, role: Role) -> Visit:
        """The visit of a place as config.toml and the command line write it: a URL or a path."""
        if is_web(place):
            return self._to_link(Link(place.partition("#")[0]), role)
        try:
            return self._to_saved(file_path(place) if is_file(place) else Path(place), role)
        except PathRefused as refused:
            return Visit(Target(self._name, place, role=role), problem=refused.problem)

    def _to_saved(self, found: Path | Problem, role: Role) -> Visit:
        if isinstance(found, Problem):
            target = Target(self._name, Path(found.where).absolute().as_uri(), role=role)
            return Visit(target, problem=found)
        return Visit(Target(self._name, self._site.url_of(found), role=role), found)

    def _to_link(self, link: Link, role: Role = Role.PAGE) -> Visit:
        target = Target(self._name, untracked(link.url), link.text, role)
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
        """One record for all pages that were left out, under the URL of the first, and one for all sitemaps."""
        if count := len(self._left_out):
            detail = f"{count} page{'s' * (count > 1)} left out; `max_pages` is {self._source.max_pages}"
            yield self._beyond(next(iter(self._left_out.values())), Role.PAGE, detail, count)
        if count := len(self._unread):
            detail = f"{count} sitemap{'s' * (count > 1)} left out; {MOST_SITEMAPS} are read in a run"
            yield self._beyond(self._unread[0], Role.SITEMAP, detail, count)

    def _beyond(self, url: str, role: Role, detail: str, count: int) -> Visit:
        problem = Problem(Reason.OVER_PAGE_LIMIT, detail, url, count)
        return Visit(Target(self._name, url, role=role), problem=problem)

    # visiting

    async def _visit_each(self, visits: Iterable[Visit], use: Use) -> None:
        waiting = asyncio.Semaphore(MOST_WAITING)
        async with asyncio.TaskGroup() as tasks:
            for visit in visits:
                await waiting.acquire()
                task = tasks.create_task(self._visitor.visit(visit, use))
                task.add_done_callback(lambda _: waiting.release())

    # what leads to pages

    async def _links_from(self, visits: Iterable[Visit]) -> list[Link]:
        """The links of start pages, feeds or sitemaps, and of those that they lead to, in their order."""
        links: list[Link] = []
        for depth in range(1 + max(self._source.next_pages, MOST_SITEMAPS)):
            found = await self._leads_from(self._to_read(visits, depth))
            links += chain.from_iterable(leads.links for _, leads in found)
            visits = [self._to_link(Link(url), role) for role, leads in found for url in leads.further]
            if not visits:
                break
        return links

    async def _links_from_announced(self) -> list[Link]:
        """Those of the feeds that the start pages announce, and of the sitemaps that robots.txt names."""
        hosts = [place for place in self._source.pages if is_web(place)]
        sitemaps = [url for place in hosts for url in await self._visitor.sitemaps(place, self._name)]
        # As links, never as places: what a server names must not lead to a file of this machine.
        links = await self._links_from([self._to_link(Link(url), Role.FEED) for url in self._announced])
        return links + await self._links_from([self._to_link(Link(url), Role.SITEMAP) for url in sitemaps])

    async def _leads_from(self, visits: Iterable[Visit]) -> list[tuple[Role, Leads]]:
        """Where each of `visits` leads, in their order, whichever page arrives first."""
        found: dict[str, tuple[Role, Leads]] = {}

        def noted() -> Iterator[Visit]:
            for visit in visits:
                found[visit.target.url] = (visit.target.role, Leads())
                yield visit

        async def use(page: FetchedPage) -> None:
            found[page.capture.url] = (page.capture.role, await self._leads_of(page))

        await self._visit_each(noted(), use)
        return list(found.values())

    def _to_read(self, visits: Iterable[Visit], depth: int) -> Iterator[Visit]:
        """Those that were not read yet and are not too many, with the marks of their last state."""
        for visit in visits:
            url, role = visit.target.url, visit.target.role
            if role is Role.START:
                again = depth > self._source.next_pages or not list(self._admit([visit]))
            else:
                again = page_key(url) in self._read
                self._read.add(page_key(url))
                if role is Role.SITEMAP and not again:
                    again = self._sitemaps >= MOST_SITEMAPS
                    self._sitemaps += 1
                    self._unread += [url] * again
            if not again:
                known = self._frontier.known(self._name, url)
                same = known is not None and known.rules == self._rules
                yield replace(visit, any_type=role is not Role.START, known=known if same else None)

    def _knows_all(self, links: Iterable[Link]) -> bool:
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
        if capture.role is Role.START and leads.further and self._knows_all(leads.links):
            leads = replace(leads, further=())  # what stands behind it is older still
        if capture.role is Role.FEED and self._follow and capture.url in self._announced:
            leads = replace(leads, links=tuple(filter(self._follows, leads.links)))
        self._announced += map(untracked, leads.feeds)
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


def _digest(source: Source) -> str:
    """The same for a source whose options are the same; JSON in ASCII, since a place may be no valid text."""
    return hashlib.sha256(json.dumps(source.model_dump()).encode()).hexdigest()[:16]
