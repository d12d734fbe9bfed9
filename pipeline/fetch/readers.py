"""What several sources read: start pages, feeds and sitemaps that more than one names, or finds, come once a run."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace

from pipeline.config import Source
from pipeline.fetch.addresses import host_of, is_web, untracked
from pipeline.fetch.visits import Use, Visit, Visitor
from pipeline.records import FetchedPage, Target
from pipeline.urls import page_key


class Readers:
    """Makes visits for all sources; the one that comes first fetches, the others wait for what it gets.

    A page is held until all that name it, or may find it, have had it.
    """

    def __init__(self, visitor: Visitor, sources: Mapping[str, Source]) -> None:
        self._visitor = visitor
        several = sources.values() if len(sources) > 1 else ()
        named = Counter(key for source in several for key in _keys(source.places))
        self._readers = {key: count for key, count in named.items() if count > 1}
        """How many sources read each page that more than one reads."""
        self._discovering = Counter(
            host for source in several if source.discover for host in _hosts(source.pages)
        )
        """How many sources look for feeds on each host, and are not done with it."""
        self._announced: defaultdict[str, set[str]] = defaultdict(set)
        """The feeds that were announced on each host, and that more than one source may find."""
        self._had: Counter[str] = Counter()
        self._pages: dict[str, dict[Hashable, asyncio.Future[FetchedPage]]] = {}

    def are_several(self, url: str) -> bool:
        """Whether more than one source reads the page at `url`."""
        return bool(self._readers) and page_key(url) in self._readers

    def follow(self, url: str, further: Iterable[str]) -> None:
        """Note that those who read the page at `url` read what it leads to, too."""
        if count := self._readers and self._readers.get(page_key(url)):
            self._readers |= {key: count for key in _keys(further) if key not in self._readers}

    def announced(self, urls: Iterable[str]) -> None:
        """Note feeds that a source found on start pages: others with pages on the same host may find them, too."""
        for url in urls:
            host = host_of(url)
            if (count := self._discovering[host]) > 1:
                self._announced[host].add(page_key(url))
                self._readers.setdefault(page_key(url), count)

    def discovered(self, source: Source) -> None:
        """Note that `source` has read what it found; when no other is left that looks there, nothing is held for it."""
        for host in _hosts(source.pages):
            self._discovering[host] -= 1
            if not self._discovering[host]:
                for key in self._announced.pop(host, ()):
                    self._pages.pop(key, None)

    async def visit(self, visit: Visit, use: Use) -> None:
        """Get the page and pass it to `use`, from the server or from another source that got it."""
        if visit.path or visit.problem or not self.are_several(visit.target.url):
            await self._visitor.visit(visit, use)
            return
        key = page_key(visit.target.url)
        pages = self._pages.setdefault(key, {})
        if (coming := pages.get(_asked(visit))) is None:
            await self._fetch(visit, use, pages)
        else:
            await use(_copy(await coming, visit.target))
        self._had[key] += 1
        if self._had[key] >= self._readers[key]:
            self._pages.pop(key, None)

    async def _fetch(
        self, visit: Visit, use: Use, pages: dict[Hashable, asyncio.Future[FetchedPage]]
    ) -> None:
        coming = pages[_asked(visit)] = asyncio.get_running_loop().create_future()

        async def use_first(page: FetchedPage) -> None:
            await use(page)
            coming.set_result(page)

        try:
            await self._visitor.visit(visit, use_first)
        finally:
            coming.cancel()  # if it did not come


def _keys(places: Iterable[str]) -> set[str]:
    return {page_key(untracked(place)) for place in places if is_web(place)}


def _hosts(places: Iterable[str]) -> set[str]:
    return {host_of(place) for place in places if is_web(place)}


def _asked(visit: Visit) -> Hashable:
    """The same for visits that ask the same of the server, and may get the same."""
    marks = visit.known and (visit.known.etag, visit.known.last_modified)
    return marks or (None, None), visit.any_type, visit.obey_robots, visit.obey_page


def _copy(page: FetchedPage, target: Target) -> FetchedPage:
    """`page` as it belongs to `target`: nothing was asked for it, and the archive refers to what has come."""
    capture = replace(page.capture, source=target.source, url=target.url, role=target.role)
    answers = tuple(replace(exchange, target="", request_headers=()) for exchange in page.exchanges[-1:])
    return replace(page, capture=capture, exchanges=answers)
