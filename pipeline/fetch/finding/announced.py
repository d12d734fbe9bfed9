"""The feeds that a start page announces: by `rel=alternate`, and WordPress' list of its posts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.fetch.addresses import host_of, is_web, resolved

if TYPE_CHECKING:
    from lxml import etree

_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_POSTS = "wp/v2/posts"
_FIELDS = "per_page=100&_fields=link,title"


def announced_feeds(root: "etree._Element", url: str, base: str) -> tuple[str, ...]:
    """Their addresses in page order, those of the page's own host; feeds of readers' comments are none."""
    found = (resolved(base, address) for address in _addresses(root))
    return tuple(
        dict.fromkeys(a for a in found if is_web(a) and host_of(a) == host_of(url) and "/comments" not in a)
    )


def _addresses(root: "etree._Element") -> Iterator[str]:
    for link in root.iter("link"):
        rel, address = (link.get("rel") or "").lower().split(), link.get("href")
        if not address:
            continue
        if "alternate" in rel and (link.get("type") or "").strip().lower() in _TYPES:
            yield address
        elif "https://api.w.org/" in rel:
            yield f"{address}{_POSTS}{'&' if '?' in address else '?'}{_FIELDS}"
