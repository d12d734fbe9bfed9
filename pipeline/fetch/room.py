"""The room of one source in a run, and what is left to the next ones.

That is counted: hundreds of thousands of URLs would fill the memory.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.fetch.finding import MOST_ENTRIES, MOST_SITEMAPS
from pipeline.fetch.seen import Seen
from pipeline.fetch.visits import Visit, Visitor
from pipeline.records import Problem, Reason, Role, Target


class Room:
    """How many pages one source may have in a run, and what it had no room for."""

    def __init__(self, source: str, max_pages: int, visitor: Visitor) -> None:
        self._source = source
        self._max_pages = max_pages
        self._visitor = visitor
        self._taken = 0
        self._pages = Counted()
        self.sitemaps = Counted()
        """Those that were left out."""
        self.older: Counter[str] = Counter()
        """Entries beyond those that are taken of one sitemap, by its URL."""

    def admit(self, visits: Iterable[Visit | None]) -> Iterator[Visit | None]:
        """Those that nobody made in this run, as long as the source has room for them; None for each of the others."""
        for visit in visits:
            if visit is None:
                yield None
                continue
            url = visit.target.url
            if self._taken < self._max_pages:
                if self._visitor.claim(url):
                    self._taken += 1
                    yield visit
                    continue
            elif not self._visitor.knows(url):
                self._pages.add(url)
            yield None

    def take(self, url: str) -> None:
        """Take up the room of a page that this source reads, whichever source fetches it."""
        self._visitor.claim(url)
        self._taken += 1

    def left_out(self) -> Iterator[Visit]:
        """One record for all pages, under the URL of the first; so for sitemaps, and for entries."""
        if self._pages.count:
            detail = f"{self._pages.said('page')} left out; `max_pages` is {self._max_pages}"
            yield self._record(self._pages.first, self._pages.count, Role.PAGE, detail)
        if self.sitemaps.count:
            detail = f"{self.sitemaps.said('sitemap')} left out; {MOST_SITEMAPS} are read in a run"
            yield self._record(self.sitemaps.first, self.sitemaps.count, Role.SITEMAP, detail)
        if count := self.older.total():
            detail = f"{count} older entries left out; of a sitemap the newest {MOST_ENTRIES} are taken"
            yield self._record(next(iter(self.older)), count, Role.SITEMAP, detail)

    def _record(self, first: str, count: int, role: Role, detail: str) -> Visit:
        problem = Problem(Reason.OVER_PAGE_LIMIT, detail, first, count)
        return Visit(Target(self._source, first, role=role), problem=problem)


class Counted:
    """How many there are of something, and the first of them."""

    def __init__(self) -> None:
        self.first = ""
        self._seen = Seen()

    def add(self, url: str) -> None:
        """One more, unless it is among them."""
        self.first = self.first or url
        self._seen.add(url)

    @property
    def count(self) -> int:
        """How many different ones."""
        return len(self._seen)

    def said(self, noun: str) -> str:
        """Their number with its noun: `2 pages`."""
        return f"{self.count} {noun}{'s' * (self.count > 1)}"
