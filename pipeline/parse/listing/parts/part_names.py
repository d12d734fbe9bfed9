"""What names of classes and properties say of a part of a story: who, when, where, from whom."""

import re

from pipeline.parse.html_tree import Element

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

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


def is_byline_name(words: frozenset[str]) -> bool:
    """Whether such words name who wrote a story."""
    return not BYLINE_WORDS.isdisjoint(words)


def name_words(element: Element) -> frozenset[str]:
    """The words of the classes and the property of an element."""
    names = f"{element.get('class', '')} {element.get('itemprop', '')}"[:300]
    return frozenset(word.lower() for word in _WORD.findall(names))
