"""Whether a story goes on: a link to the second page of the same address."""

import re
from itertools import islice

from lxml import etree

from pipeline.parse.addresses import parts_of
from pipeline.parse.html_tree import Element, names_of

_LINKS = etree.XPath("/descendant::*[self::a or self::link][contains(@href, $end)]")
_ENDING = re.compile(r"\.(?:html?|php|aspx?|shtml)$|/$")
_NUMBER = r"0{0,3}(?P<number>\d{1,2})"
_PAGE = re.compile(
    r"(?:\.html)?(?:/|[-_,]|/?(?:\?|&amp;|&)(?:page|p|pg|seite|pagina|sayfa|start_page|paged)=|/(?:page|seite|pagina)[/-]?"
    rf"|[_-]p){_NUMBER}(?:/|\.html)?(?=[\"'#\s>])"
)
"""What follows the address of the first page in that of the second."""
_OWN_PATH = re.compile(rf"(?:/(?:page|seite|pagina)[/-]?|/){_NUMBER}$")
_OWN_QUERY = re.compile(rf"(?:^|&)(?:page|p|pg|seite|pagina|sayfa|paged)={_NUMBER}$")
_SHORTEST_STEM = 8
"""Characters of a path that names a story."""
_MOST_PLACES, _MOST_LINKS = 500, 20


def second_page(root: Element, url: str, source: str) -> str | None:
    """The link to the page on which the story at `url` goes on; None where it is all here, or on its last page.

    `source` is the page's markup, in which the link is looked for first: to walk the tree of every page takes longer.
    """
    parts = parts_of(url)
    stem, own = _ENDING.sub("", parts.path), 1
    if numbered := _OWN_PATH.search(stem):
        stem, own = stem[: numbered.start()], int(numbered["number"])
    elif asked := _OWN_QUERY.search(parts.query):
        own = int(asked["number"])
    if len(stem) < _SHORTEST_STEM:
        return None
    at = source.find(stem)
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        found = _PAGE.match(source, at + len(stem))
        if found and int(found["number"]) == own + 1 and (href := _linked(root, stem + found[0])):
            return href
        at = source.find(stem, at + 1)
    return None


def _linked(root: Element, end: str) -> str | None:
    """The href that ends so, of a link that is none to comments, which have pages too."""
    end = end.replace("&amp;", "&")
    for link in islice(_LINKS(root, end=end), _MOST_LINKS):
        names = (names_of(box).lower() for box in link.iterancestors())
        if not any("comment" in name for name in names):
            return str(link.get("href"))
    return None
