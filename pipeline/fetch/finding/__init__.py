"""finding: a start page, a feed or a sitemap in, where it leads out. Knows no network.

start_pages ─▶ paging ─┐
feeds ─────────────────┼─▶ Leads
sitemaps ──────────────┘
"""

from collections.abc import Sequence

from pipeline.fetch.finding.feeds import read_feed
from pipeline.fetch.finding.leads import Leads
from pipeline.fetch.finding.roles import role_of
from pipeline.fetch.finding.sitemaps import MOST_ENTRIES, MOST_SITEMAPS, read_sitemap
from pipeline.fetch.finding.start_pages import read_start_page
from pipeline.records import FetchedPage, Role

__all__ = ["MOST_ENTRIES", "MOST_SITEMAPS", "Leads", "leads_of", "role_of"]


def leads_of(page: FetchedPage, follow: Sequence[str]) -> Leads:
    """Where `page` leads, by its role; of links and sitemap entries those that one of the patterns `follow` matches."""
    capture = page.capture
    match capture.role:
        case Role.FEED:
            return read_feed(page.body, capture.final_url, capture.content_type)
        case Role.SITEMAP:
            return read_sitemap(page.body, capture.final_url, follow)
        case _:
            return read_start_page(page.body, capture.final_url, capture.content_type, follow)
