"""Whether what was read from lines alone as several stories is one: its subheads look like headlines."""

import re
from collections.abc import Sequence

from pipeline.parse.addresses import last_step
from pipeline.parse.lines.shapes import word_count
from pipeline.records import Article

_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST_WORDS, _SHARE = 3, 0.8
"""Words of an address, and how many of them a headline has that the page is named after."""
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


def _is_named(url: str, title: str) -> bool:
    words = _WORD.findall(last_step(url).partition(".")[0].casefold())
    named = frozenset(_WORD.findall(title.casefold())).intersection(words)
    return len(words) >= _FEWEST_WORDS and len(named) >= _SHARE * len(frozenset(words))


def _is_signed(article: Article) -> bool:
    return bool(article.authors or article.published_at)
