"""A start page → the links to follow, the page behind it, and the feeds that it announces."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.fetch.finding.announced import announced_feeds
from pipeline.fetch.finding.leads import Leads
from pipeline.fetch.finding.links import links_in
from pipeline.fetch.finding.paging import next_page
from pipeline.fetch.finding.tree import base_of, html_tree

if TYPE_CHECKING:
    from lxml import etree


def read_start_page(body: bytes, url: str, content_type: str | None, follow: Sequence[str]) -> Leads:
    """Where the page at `url` leads; nowhere, where it is no page. Never raises for any body."""
    root = html_tree(body, content_type)
    return Leads() if root is None else _leads(root, url, follow)


def _leads(root: "etree._Element", url: str, follow: Sequence[str]) -> Leads:
    base = base_of(root, url)
    further = next_page(root, url, base)
    return Leads(
        links_in(root, url, follow),
        (further,) if further else (),
        announced_feeds(root, url, base),
    )
