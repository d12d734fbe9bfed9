"""What an address turns out to be, where nobody said what it would be: a feed, a sitemap, or a page."""

import re
import zlib

from pipeline.bodies import GZIP
from pipeline.records import Role

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")

_LOOKED_AT = 4096
"""Bytes, unzipped, in which the first element is looked for."""

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<[?!][^>]*+>)*+<(?:[\w-]++:)?(rss|feed|RDF|urlset|sitemapindex)\b"
)


def role_of(body: bytes, content_type: str | None) -> Role:
    """The role of what came, by its first element, and by its media type where that leaves no doubt."""
    root = _ROOT.match(_beginning(body))
    if root:
        return Role.SITEMAP if root[1] in (b"urlset", b"sitemapindex") else Role.FEED
    media_type = (content_type or "").partition(";")[0].strip().lower()
    return Role.FEED if media_type in _FEED_TYPES else Role.PAGE


def _beginning(body: bytes) -> bytes:
    """The first bytes; of a zipped sitemap those that it holds."""
    try:
        return zlib.decompressobj(GZIP).decompress(body[:_LOOKED_AT], _LOOKED_AT)
    except zlib.error:
        return body[:_LOOKED_AT]
