"""A start page → the links to follow, the page behind it, and the feeds that it announces."""

import re
from collections.abc import Iterator, Sequence

from pipeline.fetch.addresses import host_of, is_web, may_lead, resolved
from pipeline.fetch.finding.leads import Leads
from pipeline.fetch.finding.paging import next_page
from pipeline.fetch.finding.tree import Element, base_of, html_tree, text_of
from pipeline.records import Link

LONGEST_LINK_TEXT = 200
"""Characters. A longer text is no headline: the link is laid around a whole teaser."""

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_POSTS = "wp/v2/posts"
_FIELDS = "per_page=100&_fields=link,title"
"""Of WordPress' list of its posts."""


def read_start_page(body: bytes, url: str, content_type: str | None, follow: Sequence[str]) -> Leads:
    """Where the page at `url` leads; nowhere, where it is no page. Never raises for any body."""
    root = html_tree(body, content_type)
    if root is None:
        return Leads()
    base = base_of(root, url)
    further = next_page(root, url, base)
    links = links_in(root, url, base, follow)
    return Leads(links, (further,) if further else (), announced_feeds(root, url, base))


def links_in(root: Element, url: str, base: str, follow: Sequence[str]) -> tuple[Link, ...]:
    """The links on the page at `url` whose absolute URL one of the patterns `follow` matches, in page order.

    A page linked more than once counts once, under its longest text: a headline is longer than "More".
    """
    patterns = [re.compile(pattern) for pattern in follow]
    texts: dict[str, str] = {}
    for anchor in root.iter("a"):
        href = anchor.get("href")
        link = resolved(base, href) if href else ""
        if may_lead(url, link) and any(pattern.search(link) for pattern in patterns):
            text = text_of(anchor)
            texts[link] = max(texts.get(link, ""), text if len(text) <= LONGEST_LINK_TEXT else "", key=len)
    return tuple(Link(link, text or None) for link, text in texts.items())


def announced_feeds(root: Element, url: str, base: str) -> tuple[str, ...]:
    """Their addresses in page order, those of the page's own host; feeds of readers' comments are none."""
    found = (resolved(base, address) for address in _announced(root))
    return tuple(
        dict.fromkeys(a for a in found if is_web(a) and host_of(a) == host_of(url) and "/comments" not in a)
    )


def _announced(root: Element) -> Iterator[str]:
    """What `rel=alternate` names, and WordPress' list of its posts."""
    for link in root.iter("link"):
        rel, address = (link.get("rel") or "").lower().split(), link.get("href")
        if not address:
            continue
        if "alternate" in rel and (link.get("type") or "").strip().lower() in _FEED_TYPES:
            yield address
        elif "https://api.w.org/" in rel:
            yield f"{address}{_POSTS}{'&' if '?' in address else '?'}{_FIELDS}"
