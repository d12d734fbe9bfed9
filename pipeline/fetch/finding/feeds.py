"""RSS, Atom and JSON feeds → the pages that their entries lead to."""

import io
from collections.abc import Sequence

import feedparser

from pipeline.fetch.addresses import is_web, resolved
from pipeline.fetch.finding.json_feeds import json_entries
from pipeline.fetch.finding.leads import Leads
from pipeline.records import Link, Problem, Reason

LARGEST_FEED = 3_000_000
"""Bytes. feedparser takes 2 s for a megabyte of entries, and up to 20 s for one of nested tags."""


def read_feed(body: bytes, url: str, content_type: str | None = None) -> Leads:
    """The entries of the feed at `url` in their order, and what is wrong with it. Never raises for any body."""
    if len(body) > LARGEST_FEED:
        return _bad(f"a feed of more than {LARGEST_FEED / 1e6:g} MB", url, Reason.BODY_TOO_LARGE)
    entries = json_entries(body)
    if entries is not None:
        return _leads([_link(*entry, url) for entry in entries], url)
    # feedparser makes file://folder/1.html of links below file:///folder/; without a base it leaves them as they are.
    headers = {"content-location": url} if is_web(url) else {}
    headers |= {"content-type": content_type} if content_type else {}
    try:
        # A stream, always: feedparser opens bytes as a file name, and a str as a URL.
        feed = feedparser.parse(io.BytesIO(body), response_headers=headers, sanitize_html=False)
    except Exception as error:  # noqa: BLE001 - what a strange feed makes its parser raise is without end
        return _bad(f"{type(error).__name__}: {error}", url)
    if not feed.get("version") and not feed.entries:
        cause = feed.get("bozo_exception")
        return _bad(f"no RSS, Atom or JSON feed ({cause})" if cause else "no RSS, Atom or JSON feed", url)
    return _leads([_link(entry.get("link"), entry.get("title"), url) for entry in feed.entries], url)


def _bad(detail: str, url: str, reason: Reason = Reason.BAD_FEED) -> Leads:
    return Leads(problem=Problem(reason, detail, url))


def _leads(links: Sequence[Link | None], url: str) -> Leads:
    found = tuple(link for link in links if link)
    if missing := len(links) - len(found):
        problem = Problem(Reason.BAD_FEED, f"{missing} of {len(links)} entries have no link", url)
        return Leads(found, problem=problem)
    return Leads(found)


def _link(address: object, title: object, base: str) -> Link | None:
    if not address:
        return None
    return Link(resolved(base, str(address)), " ".join(str(title or "").split()) or None)
