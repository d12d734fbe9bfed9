"""Pages that come as if they told a story and tell none: errors, walls, and pages about the site itself.

Servers answer 200 with "Page not found", a check of the browser or a form to log in. What such a page calls itself
is only a hint, since stories have such names too: one that is signed, or that the page's data call an article, stays.
"""

import re
from collections.abc import Iterator

from pipeline.parse.addresses import last_step
from pipeline.parse.lines.shapes import letters_of
from pipeline.parse.metadata import Metadata
from pipeline.parse.service_pages import words
from pipeline.parse.service_pages.sections import has_no_story
from pipeline.records import Article, Problem, Reason

__all__ = ["has_no_story", "tells_no_story"]

_SHORT = 500
"""Characters below which a text under the name of an error is that error's."""
_LONGEST = 1_500
"""Characters of an error that explains itself."""
_LONGEST_NAME = 80
_SENTENCE, _PROSE = 80, 400
"""Characters of a block that tells something, and of all of these on a page that tells more than an address."""
_MOSTLY = 0.5
_PARTS = re.compile(r"\s[|•·»«:/–—-]\s|\s?\|\s?")
_NAMING = ("h1", "title-tag", "printed", "og:title")
"""Places whose word counts for what a page calls itself."""


def tells_no_story(article: Article, metadata: Metadata, url: str) -> Problem | None:
    """Why what was read at `url` as `article` is none; None where it may be one."""
    if article.authors or metadata.data_say_article:
        return None
    names = [*_names(article)]
    if _is_error(article, names):
        return Problem(Reason.ERROR_PAGE, article.title or article.text[:_LONGEST_NAME])
    called = {letters_of(name) for name in (article.title, last_step(url).partition(".")[0])}
    is_address = not called.isdisjoint(words.CONTACTS) and _prose(article) < _PROSE
    if is_address or not called.isdisjoint(words.FORMS) or words.SEARCH.match(article.title):
        return Problem(Reason.SITE_PAGE, article.title)
    return None


def _prose(article: Article) -> int:
    """The characters of its longer blocks."""
    return sum(len(block.text) for block in article.blocks if len(block.text) >= _SENTENCE)


def _is_error(article: Article, names: list[str]) -> bool:
    text = article.text
    if len(text) > _LONGEST:
        return False
    says_so = [block.text for block in article.blocks if words.SAYS_ERROR.search(block.text)]
    if any(letters_of(name) in words.ERRORS or words.STATUS.match(name) for name in names):
        return len(text) < _SHORT or bool(says_so)
    return sum(map(len, says_so)) > _MOSTLY * len(text)


def _names(article: Article) -> Iterator[str]:
    """What the page calls itself: its headline first, and the parts of the others between dashes and bars."""
    yield article.title
    for one in article.origins.get("title", ()):
        if one.rule in _NAMING:
            yield from (part for part in _PARTS.split(one.value) if len(part) <= _LONGEST_NAME)
