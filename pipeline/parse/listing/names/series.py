"""What tells that a page is one of a series: its address, and its links to further pages."""

import re

from pipeline.parse.addresses import parts_of
from pipeline.parse.html_tree import Element
from pipeline.parse.lines.paging import is_paging

_NUMBERS = re.compile(r"\d+")
_LISTING_PATH = re.compile(
    r"/(?:page|category|categories|tag|tags|topic|topics|section|archive|archives|author|rubric|search)/"
    r"|[?&](?:page|paged|p|start|offset)=\d+|/(?:page-?)?\d{1,4}/?$"
)


def says_listing(root: Element, url: str) -> bool:
    """True where the page's address or its links to further pages say that it is one of a series."""
    parts = parts_of(url)
    if _LISTING_PATH.search(f"{parts.path}?{parts.query}"):
        return True
    return any(map(_is_pager, root.iter("div", "p", "nav", "ul", "span", "td", "ol")))


def _is_pager(element: Element) -> bool:
    if len(element) > 30:
        return False
    text = (element.text or "").strip()
    return bool(text) and len(text) < 100 and len(_NUMBERS.findall(text)) > 1 and is_paging(text)
