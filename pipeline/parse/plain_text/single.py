"""A page without headings that is one story: its headline stands in its first line, and its subheads look like more.

Whether it is one, and what its first lines say of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from pipeline.parse.lines.shapes import word_count
from pipeline.parse.metadata import Metadata
from pipeline.records import Article, Candidate

_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST_WORDS, _SHARE = 3, 0.8
"""Words of an address, and how many of them a headline has that the page is named after."""
_HEADLINE_WORDS = 4
"""Words from which on a <title> is more than the name of a site or a section."""
_SHORT = 0.6
"""The share of a headline's words that its subheads have at most."""


def is_one_story(articles: Sequence[Article], url: str) -> bool:
    """True where the address names the first headline, or only that one is signed or dated and all others are short."""
    first, *others = articles
    if _is_named(url, first.title):
        return True
    words = word_count(first.title)
    return _is_signed(first) and not any(
        _is_signed(other) or word_count(other.title) > _SHORT * words for other in others
    )


def with_first_lines(metadata: Metadata, story: Article, *, surely: bool) -> Metadata:
    """What is known of a page's one story with what its first lines say, where nothing else tells it.

    Its headline goes before a <title> that is in no line, where they are `surely` that story's or the <title> is short.
    """
    origins = dict(metadata.origins)
    told: dict[str, Any] = {}
    for name in ("title", "authors", "published_at"):
        known = origins.get(name, ())
        if not getattr(story, name) or (name == "title" and word_count(story.title) < _FEWEST_WORDS):
            continue
        if not known or (name == "title" and _is_vague(known[0], surely=surely)):
            told[name] = getattr(story, name)
            origins[name] = (*story.origins[name], *known)
    return replace(metadata, **told, origins=origins)


def _is_vague(title: Candidate, *, surely: bool) -> bool:
    return title.rule == "title-tag" and (surely or word_count(title.value) < _HEADLINE_WORDS)


def _is_named(url: str, title: str) -> bool:
    try:
        step = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return False
    words = _WORD.findall(step.partition(".")[0].casefold())
    named = frozenset(_WORD.findall(title.casefold())).intersection(words)
    return len(words) >= _FEWEST_WORDS and len(named) >= _SHARE * len(frozenset(words))


def _is_signed(article: Article) -> bool:
    return bool(article.authors or article.published_at)
