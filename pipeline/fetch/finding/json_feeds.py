"""JSON Feed, and the posts that WordPress lists of itself → address and title of each entry, not checked yet."""

import html
import json
import re
from collections.abc import Iterator

_TAGS = re.compile(r"<[^<>]*>")


def json_entries(body: bytes) -> list[tuple[object, object]] | None:
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
