"""The order of work for one source: what leads to pages, then the pages that are new or due again.

trail: links ─▶ new or due ─▶ as many as there is room for, new ones first ─▶ use
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

from pipeline.config import Source
from pipeline.fetch.places import Places
from pipeline.fetch.room import Room
from pipeline.fetch.spool import Part, Spool
from pipeline.fetch.trail import Means, Trail
from pipeline.fetch.visits import Visit, visit_each
from pipeline.records import Due, Link, Role


class Walk:
    """One source, from its start pages to the last page that is fetched for it."""

    def __init__(self, name: str, source: Source, means: Means) -> None:
        self._name = name
        self._source = source
        self._means = means
        self._places = places = Places(name, source)
        self._room = Room(name, source.max_pages, means.visitor)
        self._spool = Spool()
        self._trail = Trail(places, means, self._room, self._spool)

    async def run(self) -> None:
        """Fetch all that the source asks for; every page goes to `use`, fetched or failed."""
        make = partial(self._means.visitor.visit, use=self._means.use)
        with self._spool:
            await visit_each(self._room.admit(await self._wanted()), make, self._means.lanes)
            await visit_each(self._room.left_out(), make, self._means.lanes)

    async def _wanted(self) -> Iterator[Visit | None]:
        """Pages that something led to, then those of earlier runs; None for each that is neither new nor due."""
        found = await self._trail.links()
        again = (due.link for due in self._means.frontier.due(self._name) if self._still_wanted(due))
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
                room -= not self._means.visitor.knows(visit.target.url)
            yield visit
        yield from self._visits(chain.from_iterable(map(self._spool.read, later)))

    def _visits(self, links: Iterable[Link]) -> Iterator[Visit | None]:
        return (self._if_due(self._places.linked(link)) for link in links)

    def _if_due(self, visit: Visit) -> Visit | None:
        """The visit of a page that is new or due again, with what is known of it."""
        if visit.path is not None or visit.problem is not None:
            return visit
        known = self._means.frontier.known(self._name, visit.target.url)
        return None if known and not known.due else replace(visit, known=known)

    def _still_wanted(self, due: Due) -> bool:
        """Whether the source as it is now would find the page: a pattern that found too much may be mended."""
        match due.found_on:
            case None:
                return True
            case Role.FEED:
                return bool(self._source.feeds or self._source.discover)
            case Role.SITEMAP if not self._source.follow:
                return bool(self._source.sitemaps or self._source.discover)
            case _:
                return self._trail.follows(due.link)
