"""Where a start page, a feed or a sitemap leads."""

from dataclasses import dataclass

from pipeline.records import Link, Problem


@dataclass(frozen=True, slots=True)
class Leads:
    """What one of them offers, and what is wrong with it; what stands before a fault counts."""

    links: tuple[Link, ...] = ()
    """Pages, in its order."""
    further: tuple[str, ...] = ()
    """More of its kind: the next page of a listing, the sitemaps of an index."""
    feeds: tuple[str, ...] = ()
    """Feeds that it announces."""
    older: int = 0
    """Entries that were passed over, since there are so many newer ones."""
    problem: Problem | None = None
