"""What names of classes and properties say of a part of a story, and its attributes: who, when, where, from whom."""

from itertools import islice

from pipeline.parse.html_tree import Element
from pipeline.parse.listing.names.furniture import words_in

_MOST_INSIDE = 100
"""Elements of a line of small print; boxes may stand in boxes."""
BYLINE_WORDS = frozenset({"author", "authors", "byline", "writer", "vcard"})
DATE_WORDS = frozenset(
    {"date", "datetime", "time", "timestamp", "published", "posted", "pubdate", "dateline", "updated"}
)
SECTION_WORDS = frozenset(
    {"category", "categories", "cat", "section", "kicker", "eyebrow", "rubric", "topic", "label", "overline"}
)
SOURCE_WORDS = frozenset({"press", "source", "publisher", "provider", "media", "outlet", "location"})
FOOT_WORDS = frozenset({"footer", "foot"})
TAG_WORDS = frozenset({"tags", "tag", "taglist", "keywords"})


def name_words(element: Element) -> frozenset[str]:
    """The words of the classes and the property of an element."""
    return frozenset(words_in(f"{element.get('class', '')} {element.get('itemprop', '')}"[:300]))


def machine_date(element: Element) -> str:
    """The date that `element` or the first <time> in it carries for machines, or shows where a pointer rests on it."""
    inside = [*islice(element.iter(), _MOST_INSIDE)]
    told = next((one for one in inside if "content" in one.attrib), element)  # RDFa
    timed = next((one for one in inside if one.tag in ("time", "abbr")), told)
    tip = next((one.get("title") for one in inside if one.tag == "span" and "title" in one.attrib), None)
    return timed.get("datetime") or timed.get("title") or told.get("content") or tip or ""
