"""Pages of a section on which no story stands: its name, a word about it, the names of its parts, or nothing yet.

A short text without name and date may be a story all the same. So something has to speak for a section: headings one
behind the other with nothing below them, an address that says so, or the text itself that there is nothing.
"""

from collections.abc import Callable
from urllib.parse import unquote

from pipeline.parse.addresses import parts_of
from pipeline.parse.html_tree import Element, raw_text
from pipeline.parse.lines.shapes import letters_of, word_count
from pipeline.parse.metadata import Metadata
from pipeline.parse.service_pages import words
from pipeline.records import Article, Problem, Reason

_LONGEST = 600
"""Characters of a word about a section."""
_MOST_WORDS = 5
_LONGEST_NOTHING = 200
_ROW = 3
"""Headings one behind the other that no story has."""
_HEADINGS = ("h2", "h3", "h4")


def has_no_story(
    article: Article, metadata: Metadata, url: str, whole: Callable[[], Element]
) -> Problem | None:
    """Why what was read at `url` as `article` is but a section of the site; None where it may be a story.

    `whole` gives the page's tree once more.
    """
    named = article.authors or article.published_at or metadata.says_article
    if named or len(article.text) > _LONGEST or word_count(article.title) > _MOST_WORDS:
        return None
    says_nothing = len(article.text) <= _LONGEST_NOTHING and words.NOTHING.search(article.text)
    if says_nothing or _names_list(article.title, url) or _has_row_of_headings(whole()):
        return Problem(Reason.SECTION_PAGE, article.title)
    return None


def _names_list(title: str, url: str) -> bool:
    """Whether the address ends with the page's own name, behind a word for a list: `/category/economy/`."""
    steps = [step for step in unquote(parts_of(url).path).casefold().split("/") if step]
    return (
        len(steps) > 1
        and letters_of(steps[-2]) in words.LISTS
        and letters_of(steps[-1].partition(".")[0]) == letters_of(title)
    )


def _has_row_of_headings(root: Element) -> bool:
    for heading in root.iter(*_HEADINGS):
        row = 1
        behind: Element | None = heading
        while row < _ROW and (behind := _follows(behind)) is not None:
            row += 1
        if row == _ROW:
            return True
    return False


def _follows(heading: Element | None) -> Element | None:
    """The heading of the same rank that stands right behind one that says something."""
    if heading is None or (heading.tail or "").strip():
        return None
    behind = heading.getnext()
    if behind is None or behind.tag != heading.tag:  # nearly always
        return None
    return behind if raw_text(heading).strip() and raw_text(behind).strip() else None
