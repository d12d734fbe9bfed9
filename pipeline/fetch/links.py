"""Links: what leads to a page, and which links of a start page the source wants followed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree
from w3lib.encoding import html_to_unicode

from pipeline.fetch.addresses import is_file, is_web, resolved

LONGEST_LINK_TEXT = 200
"""Characters. A longer text is no headline: the link is laid around a whole teaser."""


@dataclass(frozen=True, slots=True)
class Link:
    """A way to a page: its absolute URL, and the text that it was offered under."""

    url: str
    text: str | None = None


def find_links(body: bytes, url: str, content_type: str | None, follow: Sequence[str]) -> tuple[Link, ...]:
    """The links on the page at `url` whose absolute URL one of the patterns `follow` matches, in page order.

    A page linked more than once counts once, under its longest text: a headline is longer than "More".
    """
    root = _tree(body, content_type)
    if root is None:
        return ()
    patterns = [re.compile(pattern) for pattern in follow]
    base = resolved(url, next(iter(root.xpath("//base/@href")), ""))
    texts: dict[str, str] = {}
    for anchor in root.iter("a"):
        href = anchor.get("href")
        link = resolved(base, href) if href else ""
        if _may_lead(url, link) and any(pattern.search(link) for pattern in patterns):
            texts[link] = max(texts.get(link, ""), _text(anchor), key=len)
    return tuple(Link(link, text or None) for link, text in texts.items())


def _tree(body: bytes, content_type: str | None) -> "etree._Element | None":
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, huge_tree=True)
    text = _decoded(body, content_type)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError:  # nothing in it that looks like a page
        return None


def _decoded(body: bytes, content_type: str | None) -> str:
    """Strict UTF-8 first: many pages that are UTF-8 declare something else."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return str(html_to_unicode(content_type, body)[1])
    except (LookupError, ValueError, AssertionError):  # Python's codecs that are no charsets: hex, bz2, idna
        return body.decode("utf-8", "replace")


def _may_lead(page: str, link: str) -> bool:
    """Whether a page may send us there: from the web to the web, from a saved page to saved pages too."""
    return is_web(link) or (is_file(page) and is_file(link))


def _text(anchor: "etree._Element") -> str:
    text = " ".join("".join(anchor.itertext()).split())
    return text if len(text) <= LONGEST_LINK_TEXT else ""
