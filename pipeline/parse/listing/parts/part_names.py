"""What names of classes and properties say of a part of a story: who, when, where, from whom."""

from pipeline.parse.html_tree import Element
from pipeline.parse.listing.names.words_of_names import words_in

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
