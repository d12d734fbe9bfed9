"""A start page as a tree of elements: enough of it to find its links, whatever its encoding."""

from typing import TypeAlias

from lxml import etree
from w3lib.encoding import html_to_unicode

from pipeline.fetch.addresses import resolved
from pipeline.markup import without_ends

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for the type of an element


def html_tree(body: bytes, content_type: str | None) -> Element | None:
    """The page as a tree; None where nothing in it looks like one."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, huge_tree=True)
    text = _decoded(body, content_type)
    try:
        return etree.fromstring(without_ends(text.encode("utf-8", "replace")), parser)
    except etree.LxmlError:  # nothing in it that looks like a page
        return None


def base_of(root: Element, url: str) -> str:
    """What the relative links of the page at `url` start from."""
    return resolved(url, next(iter(root.xpath("//base/@href")), ""))


def text_of(element: Element) -> str:
    """What is printed in `element`, on one line."""
    return " ".join("".join(element.itertext()).split())


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
