"""RSS, Atom and JSON feeds → the pages that their entries lead to."""

import html
import io
import json
import re
from collections.abc import Iterator, Sequence

import feedparser

from pipeline.fetch.addresses import is_web, resolved
from pipeline.fetch.finding.leads import Leads
from pipeline.records import Link, Problem, Reason

LARGEST_FEED = 3_000_000
"""Bytes. feedparser takes 2 s for a megabyte of entries, and up to 20 s for one of nested tags."""


def read_feed(body: bytes, url: str, content_type: str | None = None) -> Leads:
    """The entries of the feed at `url` in their order, and what is wrong with it. Never raises for any body."""
    if len(body) > LARGEST_FEED:
        return _bad(f"a feed of more than {LARGEST_FEED / 1e6:g} MB", url, Reason.BODY_TOO_LARGE)
    entries = _json_entries(body)
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


_TAGS = re.compile(r"<[^<>]*>")


def _json_entries(body: bytes) -> list[tuple[object, object]] | None:
    """Address and title of the entries in their order; None where `body` is no such feed."""
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return None
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if isinstance(feed, dict) and "jsonfeed.org" in str(feed.get("version")):
        return list(_items(feed.get("items")))
    return list(_posts(feed)) if _are_posts(feed) else None


def _items(items: object) -> Iterator[tuple[object, object]]:
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield item.get("url") or item.get("external_url"), item.get("title")


def _are_posts(feed: object) -> bool:
    """A list of objects that all have a link: an empty one is a blog without posts."""
    return isinstance(feed, list) and all(isinstance(post, dict) and "link" in post for post in feed)


def _posts(posts: list[dict[str, object]]) -> Iterator[tuple[object, object]]:
    for post in posts:
        title = post.get("title")
        rendered = title.get("rendered") if isinstance(title, dict) else title
        yield post["link"], html.unescape(_TAGS.sub("", str(rendered or "")))
