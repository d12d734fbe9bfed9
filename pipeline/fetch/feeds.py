"""RSS and Atom → the pages that their entries lead to."""

import io
from collections.abc import Mapping
from typing import Any

import feedparser

from pipeline.fetch.addresses import resolved
from pipeline.fetch.links import Link
from pipeline.records import Problem, Reason

LARGEST_FEED = 3_000_000
"""Bytes. feedparser takes 2 s for a megabyte of entries, and up to 20 s for one of nested tags."""


def read_feed(body: bytes, url: str, content_type: str | None) -> tuple[tuple[Link, ...], Problem | None]:
    """The entries of the feed at `url` in their order, and what is wrong with it. Never raises for any body."""
    if len(body) > LARGEST_FEED:
        return (), Problem(Reason.BODY_TOO_LARGE, f"a feed of more than {LARGEST_FEED / 1e6:g} MB", url)
    headers = {"content-location": url} | ({"content-type": content_type} if content_type else {})
    try:
        # A stream, always: feedparser opens bytes as a file name, and a str as a URL.
        feed = feedparser.parse(io.BytesIO(body), response_headers=headers, sanitize_html=False)
    except Exception as error:  # noqa: BLE001 - what a strange feed makes its parser raise is without end
        return (), Problem(Reason.BAD_FEED, f"{type(error).__name__}: {error}", url)
    if not feed.get("version") and not feed.entries:
        cause = feed.get("bozo_exception")
        return (), Problem(
            Reason.BAD_FEED, f"neither RSS nor Atom ({cause})" if cause else "not RSS or Atom", url
        )
    links = tuple(_link(entry, url) for entry in feed.entries)
    return tuple(filter(None, links)), _without_link(links.count(None), len(links), url)


def _link(entry: Mapping[str, Any], base: str) -> Link | None:
    address = entry.get("link")
    if not address:
        return None
    return Link(resolved(base, str(address)), " ".join(str(entry.get("title") or "").split()) or None)


def _without_link(missing: int, entries: int, url: str) -> Problem | None:
    if not missing:
        return None
    return Problem(Reason.BAD_FEED, f"{missing} of {entries} entries have no link", url)
