"""Which links of a start page the source wants followed."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.fetch.addresses import is_file, is_web, resolved
from pipeline.fetch.finding.tree import base_of
from pipeline.records import Link

if TYPE_CHECKING:
    from lxml import etree

LONGEST_LINK_TEXT = 200
"""Characters. A longer text is no headline: the link is laid around a whole teaser."""


def links_in(root: "etree._Element", url: str, follow: Sequence[str]) -> tuple[Link, ...]:
    """The links on the page at `url` whose absolute URL one of the patterns `follow` matches, in page order.

    A page linked more than once counts once, under its longest text: a headline is longer than "More".
    """
    patterns = [re.compile(pattern) for pattern in follow]
    base = base_of(root, url)
    texts: dict[str, str] = {}
    for anchor in root.iter("a"):
        href = anchor.get("href")
        link = resolved(base, href) if href else ""
        if _may_lead(url, link) and any(pattern.search(link) for pattern in patterns):
            texts[link] = max(texts.get(link, ""), _text(anchor), key=len)
    return tuple(Link(link, text or None) for link, text in texts.items())


def _may_lead(page: str, link: str) -> bool:
    """Whether a page may send us there: from the web to the web, from a saved page to saved pages too."""
    return is_web(link) or (is_file(page) and is_file(link))


def _text(anchor: "etree._Element") -> str:
    text = " ".join("".join(anchor.itertext()).split())
    return text if len(text) <= LONGEST_LINK_TEXT else ""
