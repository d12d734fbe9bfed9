"""Is this page a listing, or an article with other stories around it?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlsplit

from lxml import etree

from pipeline.parse.html_tree import Element, text_of
from pipeline.parse.listing.byline_lines import is_byline
from pipeline.parse.listing.date_lines import is_date_line
from pipeline.parse.listing.furniture import FurnitureMap
from pipeline.parse.listing.groups import Run
from pipeline.parse.listing.paging import is_paging
from pipeline.parse.listing.prose import Coverage
from pipeline.parse.plain_text.shapes import word_count

_OWN_TITLES = etree.XPath(
    "//head/title/text() | //meta[@property='og:title' or @name='twitter:title' or @name='title']/@content"
)
_SITE_SEPARATOR = re.compile(r"\s+[|·•–—:«»/-]+\s+")
_SHORTEST_HEADLINE = 15
"""Letters; what is shorter may be a section's name."""
_SHORTEST_BODY = 300
"""Characters of prose that make an article of their own; the description of a section is shorter."""


@dataclass(frozen=True, slots=True)
class PageTitles:
    """What the page calls itself: its <title> and og:title, folded, whole and without the site's name."""

    whole: tuple[str, ...]
    parts: frozenset[str]

    def name(self, headline: str) -> bool:
        """True where the page is named after `headline`."""
        folded = _fold(headline)
        if len(folded) < _SHORTEST_HEADLINE:
            return folded in self.parts
        return any(folded in title for title in self.whole) or any(
            len(part) >= _SHORTEST_HEADLINE and part in folded for part in self.parts
        )


def page_titles(root: Element) -> PageTitles:
    """The titles that the page's head gives."""
    found = _OWN_TITLES(root)
    assert isinstance(found, list)
    titles = [str(title)[:400].strip().removesuffix("…").removesuffix("...") for title in found]
    parts = {_fold(part) for title in titles for part in _SITE_SEPARATOR.split(title)}
    return PageTitles(tuple(map(_fold, titles)), frozenset(parts - {""}))


def _fold(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def headline_of_page(root: Element, titles: PageTitles) -> Element | None:
    """The first heading 1, or else heading 2, that the page is named after."""
    for element in (*root.iter("h1"), *root.iter("h2")):
        text = text_of(element)
        if 0 < len(text) < 400 and titles.name(text):
            return element
    return None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the verdict rests on."""

    runs: Sequence[Run]
    coverage: Coverage
    headline: Element | None
    """The heading that the page is named after."""
    says_article: bool
    says_listing: bool
    """True where its address or its paging calls the page one of a series."""

    @property
    def names_own_story(self) -> bool:
        return self.headline is not None and word_count(text_of(self.headline)) > 3

    @property
    def headline_is_story(self) -> bool:
        return self.headline is not None and any(
            self.headline in (run.title.element, *run.elements) for run in self.runs
        )

    @property
    def linked(self) -> bool:
        return sum(run.title.link is not None for run in self.runs) * 2 >= len(self.runs)

    @property
    def with_prose(self) -> float:
        return sum(prose > 0 for prose in self.coverage.stories) / len(self.runs)


def is_listing(facts: Facts) -> bool:
    """The verdict on one reading of the page."""
    if len(facts.runs) < 2 or _is_one_article(facts):
        return False
    return _is_list_of_links(facts) if facts.linked else _is_list_of_texts(facts)


def _is_one_article(facts: Facts) -> bool:
    """True where the page has a headline of its own with a text of its own, or one text outweighs all others."""
    prose, outside = facts.coverage.stories, facts.coverage.before + facts.coverage.after
    if facts.headline_is_story and facts.names_own_story:
        return True
    if facts.names_own_story and (facts.says_article or facts.coverage.before >= _SHORTEST_BODY):
        return True
    others = sum(prose) - max(prose)
    if max(prose) > 2 * _SHORTEST_BODY and others < 150 * (len(prose) - 1) and max(prose) > 3 * others:
        return True
    return outside > max(sum(prose), _SHORTEST_BODY)


def _is_list_of_links(facts: Facts) -> bool:
    outside = facts.coverage.before + facts.coverage.after
    if facts.says_article:
        return len(facts.runs) > 2 and outside < _SHORTEST_BODY
    return sum(facts.coverage.stories) > 0 or (len(facts.runs) > 3 and outside < _SHORTEST_BODY)


def _is_list_of_texts(facts: Facts) -> bool:
    """Headlines without links look like subheads: other evidence has to say that this is a list."""
    if facts.says_article or facts.names_own_story or facts.with_prose < 0.75:
        return False
    if facts.says_listing or _are_signed(facts.runs):
        return True
    return (
        len(facts.runs) > 2
        and facts.headline is None
        and facts.coverage.before == 0
        and median(word_count(run.title.text) for run in facts.runs) > 4
    )


def _are_signed(runs: Sequence[Run]) -> bool:
    """True where more than half of the stories show a date or a byline."""
    return sum(map(_is_signed, runs)) * 2 > len(runs)


def _is_signed(run: Run) -> bool:
    for element in run.elements:
        for part in element.iter("time", "p", "div", "span", "small", "address", "em", "li"):
            text = text_of(part) if len(part) < 6 else ""
            if part.tag == "time" or is_date_line(text, None) or is_byline(text, None):
                return True
    return False


_LISTING_PATH = re.compile(
    r"/(?:page|category|categories|tag|tags|topic|topics|section|archive|archives|author|rubric|search)/"
    r"|[?&](?:page|paged|p|start|offset)=\d+|/(?:page-?)?\d{1,4}/?$"
)


def says_listing(root: Element, url: str) -> bool:
    """True where the page's address or its links to further pages say that it is one of a series."""
    parts = urlsplit(url)
    if _LISTING_PATH.search(f"{parts.path}?{parts.query}"):
        return True
    return any(map(_is_pager, root.iter("div", "p", "nav", "ul", "span", "td", "ol")))


def _is_pager(element: Element) -> bool:
    if len(element) > 30:
        return False
    text = (element.text or "").strip()
    return bool(text) and len(text) < 100 and any(map(str.isdigit, text)) and is_paging(text)
